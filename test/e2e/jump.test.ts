import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPassword, mira, theo } from '../../server/src/demo/people.ts';
import { launch, visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { guestArgs, guestPage } from './guest-page.ts';
import { logIn } from './person.ts';
import { type Timing, timings, watchPage } from './stillness.ts';

/** What docs/page.md recommends, with the room that only the owner knows: for lists of a few, and for a choice of accounts. */
const sheet = `<link rel="stylesheet" href="/portal-elements/portal.css" />
  <style>
    [limit] { min-block-size: 50em }
    portal-account-picker { display: block; min-block-size: 22em }
  </style>`;

describe('a page with every element on it', () => {
  let browser: Browser;
  let demo: Demo;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([launch({ args: guestArgs }), startDemo()]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  /** A browser in which this person has logged in before. */
  const returning = async ({ name, email }: typeof mira) => {
    const visitor = await visit(browser);
    await visitor.page.goto(await guestPage(visitor.page, demo));
    await logIn(visitor.page, email, demoPassword);
    if (name === mira.name) await visitor.page.getByRole('button', { name }).click();
    await visitor.page.getByRole('button', { name: 'Log out' }).waitFor();
    return visitor;
  };

  const cases: [string, () => ReturnType<typeof visit>, readonly Timing[]][] = [
    ['at a first visit', () => visit(browser), timings],
    ['for who is logged in', () => returning(mira), ['fast', 'late parts', 'slow backend']],
    ['for who has nothing yet', () => returning(theo), ['slow backend']],
  ];
  for (const [who, open, some] of cases)
    it(`with portal.css nothing of the page moves ${who}, whatever is late`, async () => {
      const visitor = await open();
      for (const timing of some) {
        const page = await visitor.page.context().newPage();
        const { shifts, moves } = await watchPage(page, demo, timing, sheet);
        expect(moves, timing).toEqual([]);
        expect(shifts, timing).toEqual([]);
        await page.close();
      }
      await visitor.close();
    });

  it('portal.css keeps the room that docs/page.md says', async () => {
    const visitor = await visit(browser);
    const rows = [
      ...readFileSync('docs/page.md', 'utf8').matchAll(
        /^\| (`portal-.*) +\| (\S+em|44px|the window’s) +\|$/gm,
      ),
    ];
    const rooms = rows.flatMap(([, names = '', room = '']) =>
      [...names.matchAll(/`(portal-[a-z-]+)`/g)].map(([, tag = '']) => {
        const px = room.endsWith('em') ? Number.parseFloat(room) * 16 : room === '44px' ? 44 : 700;
        return { html: `<${tag}${names.includes('`limit`') ? ' limit="3"' : ''}></${tag}>`, px };
      }),
    );
    expect(rooms.length).toBeGreaterThan(11);
    const { page } = visitor;
    await page.setViewportSize({ width: 1000, height: 700 });
    await page.route(/portal\.js$/, (route) => route.abort());
    const body = `<main>${rooms.map(({ html }) => html).join('')}</main>`;
    await page.goto(await guestPage(page, demo, { head: sheet.replace(/<style>.*/s, ''), body }));
    const kept = await page
      .locator('main > *')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
    expect(kept.map((px, index) => ({ html: rooms[index]?.html, px }))).toEqual(rooms);
    await visitor.close();
  });

  it('without any CSS what the page has put there moves once at most at a first visit', async () => {
    const visitor = await visit(browser);
    const { moves } = await watchPage(visitor.page, demo, 'slow backend');
    const places = moves.map((move) => move.split(':')[0]);
    // So that the measure is one.
    expect(places).toContain('portal-login, After');
    expect(places.toSorted()).toEqual([...new Set(places)].toSorted());
    await visitor.close();
  });
});
