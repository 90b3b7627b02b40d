/** The headings of every screen are part of the page's outline: they begin where the page says, and skip nothing. */
import { expect } from '@open-wc/testing';
import { definePortalElements } from '../../src/define-portal-elements.ts';
import { namesOf } from '../../src/preview/scene.ts';
import { screens } from '../../src/preview/screens.ts';
import { lookAt } from '../support/preview-page.ts';
import { until } from '../support/visitor.ts';

/** In the order in which they are drawn. */
function levels(root: Element): number[] {
  const children =
    root instanceof HTMLSlotElement && root.assignedElements().length > 0
      ? root.assignedElements()
      : [...(root.shadowRoot ?? root).children];
  const own = root.matches('[role=heading]') && root.checkVisibility() ? [Number(root.ariaLevel)] : [];
  return [...own, ...children.flatMap(levels)];
}

/** From one heading to the next, no further down than one. */
const isOutline = (from: number, found: number[]): boolean =>
  found[0] === from && found.every((level, at) => level >= from && level <= (found[at - 1] ?? from) + 1);

/** Elements that have none. */
const without = ['portal-account-menu', 'portal-app-switcher', 'portal-bar', 'portal-gate'];

describe('the headings', () => {
  before(() => definePortalElements());
  after(() => history.replaceState(null, '', location.pathname + location.search));

  for (const tag of Object.keys(screens).filter((one) => !without.includes(one)))
    it(`of <${tag}> begin at its heading-level, and skip none, on every screen`, async () => {
      const page = await lookAt(tag, '');
      page.element.setAttribute('heading-level', '4');
      const wrong: string[] = [];
      for (const name of namesOf(tag).filter((one) => one !== 'signed-out')) {
        await page.change(name);
        await until(() => levels(page.element).length > 0, `${name} has a heading`);
        const found = levels(page.element);
        if (!isOutline(4, found)) wrong.push(`${name}: ${found.join()}`);
      }
      page.remove();
      expect(wrong).to.deep.equal([]);
    });

  it('go no deeper than six', async () => {
    const page = await lookAt('portal-affiliate', 'ready');
    page.element.setAttribute('heading-level', '6');
    await until(() => levels(page.element)[0] === 6, 'The level has come');
    expect(Math.max(...levels(page.element))).to.equal(6);
    page.remove();
  });
});
