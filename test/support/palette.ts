/** What the tokens promise of contrast, and a way to measure it. */
import { tokens } from '../../src/theme/tokens.ts';

export type Rgb = [number, number, number];

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

function toRgb(color: string): Rgb {
  if (!canvas) throw new Error('No canvas');
  // A colour that a canvas does not know would leave the last one in its place.
  canvas.fillStyle = '#000';
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

/** Reads tokens as an element's card does. */
export class PaletteProbe extends HTMLElement {
  readonly #swatch = document.createElement('i');

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = tokens.styleSheet ? [tokens.styleSheet] : [];
    root.append(this.#swatch);
  }

  read(token: string): Rgb {
    this.#swatch.style.colorScheme = 'var(--portal-color-scheme, inherit)';
    this.#swatch.style.color = `var(${token})`;
    return toRgb(getComputedStyle(this.#swatch).color);
  }
}
customElements.define('palette-probe', PaletteProbe);

export function probe(scheme: string, accent?: string): PaletteProbe {
  const element = new PaletteProbe();
  element.style.colorScheme = scheme;
  if (accent) element.style.setProperty('--portal-accent', accent);
  document.body.append(element);
  return element;
}

/** What stands on what, and how much of a contrast the tokens promise (WCAG 2.2, 1.4.3 and 1.4.11). */
const promised: [what: string, ground: string, ratio: number][] = [
  ['--_text', '--_surface', 4.5],
  ['--_muted', '--_surface', 4.5],
  ['--_ink', '--_surface', 4.5],
  ['--_danger', '--_surface', 4.5],
  ['--_text', '--_tint', 4.5],
  ['--_muted', '--_tint', 4.5],
  ['--_ink', '--_tint', 4.5],
  ['--_on-accent', '--_accent', 4.5],
  ['--_on-accent', '--_accent-hover', 4.5],
  ['--_control', '--_surface', 3],
  ['--_focus', '--_surface', 3],
];

/** Every promise that is not kept. */
export function broken(element: PaletteProbe): string[] {
  const seen = new Map<string, Rgb>();
  const read = (token: string) => {
    if (!seen.has(token)) seen.set(token, element.read(token));
    return seen.get(token)!;
  };
  return promised
    .map(([what, ground, least]) => ({ what, ground, least, is: contrast(read(what), read(ground)) }))
    .filter(({ is, least }) => is < least)
    .map(({ what, ground, is }) => `${what} on ${ground}: ${is.toFixed(2)}`);
}
