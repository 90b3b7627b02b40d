import { expect } from '@open-wc/testing';
import { broken, probe } from '../support/palette.ts';

/** Very dark, very light, saturated, grey: what brands really use, and what breaks formulas. */
const accents = [
  '#000000', '#ffffff', '#3b5bdb', '#b4481e', '#ffd400', '#00e5a0', '#ff0000', '#0000ff',
  '#808080', '#777777', '#e91e63', '#1a1a2e', '#f5f5dc', '#7fff00', '#4b0082', 'oklch(0.7 0.3 150)',
]; // prettier-ignore

/** Evenly over everything that a screen shows, and the corners of it: 8 × 8 × 8, without the last twelve. */
const grid = Array.from({ length: 500 }, (_, n) => {
  const step = (power: number) => Math.round(((Math.floor(n / 8 ** power) % 8) * 255) / 7);
  return `rgb(${step(2)} ${step(1)} ${step(0)})`;
});

describe('the palette', () => {
  afterEach(() => document.querySelectorAll('palette-probe').forEach((element) => element.remove()));

  for (const scheme of ['light', 'dark']) {
    it(`keeps every contrast that it promises with 500 accents, and those that brands use, on ${scheme}`, () => {
      const element = probe(scheme, '#000');
      const failed = [...grid, ...accents].flatMap((accent) => {
        element.style.setProperty('--portal-accent', accent);
        return broken(element).map((what) => `${accent}: ${what}`);
      });
      expect(failed).to.deep.equal([]);
    });
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
