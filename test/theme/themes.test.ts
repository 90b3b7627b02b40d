import { expect } from '@open-wc/testing';
import { broken, probe } from '../support/palette.ts';

const names = ['newspaper', 'neon', 'pastel', 'office'];
const read = async (name: string) => (await fetch(`/docs/themes/${name}.css`)).text();

describe('the example themes', () => {
  let sheet: HTMLStyleElement;
  beforeEach(() => document.head.append((sheet = document.createElement('style'))));
  afterEach(() => {
    sheet.remove();
    document.querySelectorAll('palette-probe').forEach((element) => element.remove());
  });

  for (const name of names) {
    it(`${name}: under 30 lines, and every contrast as promised in both schemes`, async () => {
      const css = await read(name);
      expect(css.trimEnd().split('\n').length).to.be.below(30);
      sheet.textContent = css;
      for (const scheme of ['light', 'dark']) {
        const element = probe(scheme);
        expect(getComputedStyle(element).getPropertyValue('--portal-accent')).not.to.equal('');
        expect(broken(element), scheme).to.deep.equal([]);
      }
    });
  }

  it('look nothing alike: no two share accent, font or corners', async () => {
    const looks = [];
    for (const name of names) {
      sheet.textContent = await read(name);
      const style = getComputedStyle(document.documentElement);
      looks.push(['accent', 'font', 'radius'].map((token) => style.getPropertyValue(`--portal-${token}`)));
    }
    for (const column of [0, 1, 2])
      expect(new Set(looks.map((look) => look[column])).size).to.equal(names.length);
  });
});
