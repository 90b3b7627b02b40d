import { expect } from '@open-wc/testing';
import { tokens } from '../../src/theme/tokens.ts';

type Rgb = [number, number, number];

/** Very dark, very light, saturated, grey: what brands really use, and what breaks formulas. */
const accents = [
  '#000000', '#ffffff', '#3b5bdb', '#b4481e', '#ffd400', '#00e5a0', '#ff0000', '#0000ff',
  '#808080', '#777777', '#e91e63', '#1a1a2e', '#f5f5dc', '#7fff00', '#4b0082', 'oklch(0.7 0.3 150)',
]; // prettier-ignore

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

function toRgb(color: string): Rgb {
  if (!canvas) throw new Error('No canvas');
  canvas.fillStyle = color;
  canvas.fillRect(0, 0, 1, 1);
  const [r = 0, g = 0, b = 0] = canvas.getImageData(0, 0, 1, 1).data;
  return [r, g, b];
}

/** WCAG 2.2, relative luminance. */
function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

class PaletteProbe extends HTMLElement {
  readonly #swatch = document.createElement('i');

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = tokens.styleSheet ? [tokens.styleSheet] : [];
    root.append(this.#swatch);
  }

  read(token: string): Rgb {
    this.#swatch.style.color = `var(${token})`;
    return toRgb(getComputedStyle(this.#swatch).color);
  }
}
customElements.define('palette-probe', PaletteProbe);

function probe(scheme: string, accent: string): PaletteProbe {
  const element = new PaletteProbe();
  element.style.colorScheme = scheme;
  element.style.setProperty('--portal-accent', accent);
  document.body.append(element);
  return element;
}

describe('the palette', () => {
  afterEach(() => document.querySelectorAll('palette-probe').forEach((element) => element.remove()));

  for (const scheme of ['light', 'dark']) {
    for (const accent of accents) {
      it(`keeps text at 4.5:1 and controls at 3:1 with ${accent} on ${scheme}`, () => {
        const element = probe(scheme, accent);
        const surface = element.read('--_surface');
        for (const token of ['--_text', '--_muted', '--_ink', '--_danger'])
          expect(contrast(element.read(token), surface), token).to.be.at.least(4.5);
        expect(contrast(element.read('--_control'), surface), '--_control').to.be.at.least(3);
        const label = element.read('--_on-accent');
        expect(contrast(label, element.read('--_accent')), 'label on accent').to.be.at.least(4.5);
        expect(contrast(label, element.read('--_accent-hover')), 'label on hover').to.be.at.least(4.5);
        expect(contrast(element.read('--_muted'), element.read('--_tint')), 'muted on tint').to.be.at.least(
          4.5,
        );
      });
    }
  }

  it('shows the brand colour as it was given', () => {
    expect(probe('light', '#ffd400').read('--_accent')).to.deep.equal([255, 212, 0]);
    expect(probe('dark', '#1a1a2e').read('--_accent')).to.deep.equal([26, 26, 46]);
  });

  it('lets a site set a single token', () => {
    const element = probe('light', '#3b5bdb');
    element.style.setProperty('--portal-danger', '#123456');
    expect(element.read('--_danger')).to.deep.equal([0x12, 0x34, 0x56]);
  });
});
