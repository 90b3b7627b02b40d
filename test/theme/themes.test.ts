import { expect } from '@open-wc/testing';
import { definePortalElements } from '../../src/define-portal-elements.ts';
import { broken, probe } from '../support/palette.ts';
import { lookAt } from '../support/preview-page.ts';

const names = ['newspaper', 'neon', 'pastel', 'office', 'concrete', 'maison'];
const read = async (name: string) => (await fetch(`/docs/themes/${name}.css`)).text();

/** Every surface, and most of what stands on one. */
const screens = [
  ['portal-login', 'password:credentials-invalid'],
  ['portal-login', 'code:wrong'],
  ['portal-account-menu', 'open'],
  ['portal-hub', 'home'],
  ['portal-affiliate', 'ready'],
  ['portal-profile', 'empty'],
] as const;

describe('the example themes', () => {
  let sheet: HTMLStyleElement;
  before(() => definePortalElements());
  beforeEach(() => document.head.append((sheet = document.createElement('style'))));
  afterEach(() => {
    sheet.remove();
    document.documentElement.removeAttribute('style');
    document.querySelectorAll('palette-probe').forEach((element) => element.remove());
    history.replaceState(null, '', location.pathname + location.search);
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

    it(`${name}: whatever stands on its surfaces can be read`, async () => {
      sheet.textContent = `${await read(name)} html { background: var(--portal-surface, light-dark(#fff, #111)) }`;
      const style = getComputedStyle(document.documentElement);
      document.documentElement.style.colorScheme = style.getPropertyValue('--portal-color-scheme') || 'dark';
      for (const [tag, screen] of screens) {
        const { element, remove } = await lookAt(tag, screen);
        try {
          await expect(element).to.be.accessible();
        } finally {
          remove();
        }
      }
    });
  }

  it('look nothing alike: no two share accent, font, or the whole of their corners and lines', async () => {
    const looks = [];
    for (const name of names) {
      sheet.textContent = await read(name);
      const style = getComputedStyle(document.documentElement);
      const token = (one: string) => style.getPropertyValue(`--portal-${one}`);
      looks.push([token('accent'), token('font'), `${token('radius')} ${token('card-border')}`]);
    }
    for (const column of [0, 1, 2])
      expect(new Set(looks.map((look) => look[column])).size).to.equal(names.length);
  });
});
