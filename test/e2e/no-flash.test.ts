/** What is seen of the page's own content, frame by frame, where the script is late, quick or never there. */
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoPassword, theo } from '../../server/src/demo/people.ts';
import { launch, visit, type Visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { guestArgs, guestPage } from './guest-page.ts';
import { logIn, logOut } from './person.ts';

declare global {
  /** Whatever could be seen of what is marked, each time that it changed. */
  var seenInFrames: string[];
}

function watch() {
  globalThis.seenInFrames = [];
  const look = () => {
    const marked = [
      ...document.querySelectorAll<HTMLElement>('[data-sight], portal-login input[name=email]'),
    ];
    const seen = marked.filter((one) => one.checkVisibility({ visibilityProperty: true }));
    const sight = seen.map(({ dataset }) => dataset['sight'] ?? 'form').join(' ');
    if (document.body && sight !== seenInFrames.at(-1)) seenInFrames.push(sight);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

const sheet = '<link rel="stylesheet" href="/portal-elements/portal.css" />';
const fallback = '<a href="/help" data-sight="link">Log in</a>';
const login = `<portal-login>${fallback}</portal-login>`;
const gates = `<portal-gate>
    <p data-sight="orders">Your orders</p>
    <p slot="else" data-sight="why">Why you should log in</p>
  </portal-gate>
  <portal-gate when="signed-out"><p data-sight="join">Join</p></portal-gate>`;

const sightsOf = (page: Page) => page.evaluate(() => seenInFrames);
const shows = (page: Page, sight: string) =>
  expect.poll(async () => (await sightsOf(page)).at(-1), { timeout: 20_000 }).toBe(sight);

/** To so long after the first frame, as far as the page's sheet can tell. */
const passTime = (page: Page, ms: number) =>
  page.evaluate(async (time) => {
    for (const animation of document.getAnimations()) {
      animation.pause();
      animation.currentTime = time;
    }
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  }, ms);

describe('what the page has put inside an element', () => {
  let browser: Browser;
  let demo: Demo;
  let visitor: Visit;
  let page: Page;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([launch({ args: guestArgs }), startDemo()]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });
  beforeEach(async () => {
    visitor = await visit(browser);
    ({ page } = visitor);
    await page.addInitScript(watch);
  });
  afterEach(() => visitor.close());

  const open = async (body: string, { head = sheet, headers = {} } = {}) =>
    page.goto(await guestPage(page, demo, { body, head, headers }), { waitUntil: 'commit' });

  /** The script comes when the test says so. */
  const holdScript = async () => {
    const route = new Promise<Route>((resolve) => void page.route(/\/portal\.js$/, resolve));
    return async () => (await route).continue();
  };

  it('is not seen before a quick script', async () => {
    await open(login);
    await shows(page, 'form');
    expect(await sightsOf(page)).toEqual(['', 'form']);
  });

  for (const head of [sheet, ''])
    it(`gives way to the form of a late script in one frame, and is not read beside it ${head && 'with portal.css'}`, async () => {
      const release = await holdScript();
      await open(login, { head });
      await page.locator('[data-sight]').waitFor({ state: 'attached' });
      if (head) await passTime(page, 4001);
      await shows(page, 'link');
      await release();
      await shows(page, 'form');
      expect(await sightsOf(page)).toEqual(head ? ['', 'link', 'form'] : ['link', 'form']);
      expect(await page.getByRole('link', { name: 'Log in' }).count()).toBe(0);
    });

  const failures: Record<string, () => Promise<unknown>> = {
    'is blocked by a policy': () =>
      open(login, { headers: { 'Content-Security-Policy': "script-src 'none'" } }),
    'is not there': async () => {
      await page.route(/\/portal\.js$/, (route) => route.fulfill({ status: 404 }));
      await open(login);
    },
    'cannot be reached': async () => {
      await page.route(/\/portal\.js$/, (route) => route.abort('internetdisconnected'));
      await open(login);
    },
    'is no script that this browser can run': async () => {
      await page.route(/\/portal\.js$/, (route) =>
        route.fulfill({ contentType: 'text/javascript', body: 'const new syntax' }),
      );
      await open(login);
    },
    'came without one of its parts': async () => {
      await page.route(/chunks\/portal-signup/, (route) => route.fulfill({ status: 404 }));
      await open(`<portal-signup>${fallback}</portal-signup>`);
    },
  };
  for (const [what, fail] of Object.entries(failures))
    it(`is shown after four seconds where the script ${what}`, async () => {
      await fail();
      await page.locator('[data-sight]').waitFor({ state: 'attached' });
      await page.waitForLoadState();
      await passTime(page, 3999);
      expect(await sightsOf(page)).toEqual(['']);
      await passTime(page, 4001);
      expect(await sightsOf(page)).toEqual(['', 'link']);
      expect(await page.getByRole('link', { name: 'Log in' }).count()).toBe(1);
    });

  it('is shown where a part of that element did not come, until it does; the form beside it works', async () => {
    const lost = /chunks\/portal-profile/;
    await page.route(lost, (route) => route.fulfill({ status: 404 }));
    const refused = page.waitForResponse(lost);
    await open(`${login}<portal-profile id="late">${fallback}</portal-profile>`);
    await refused;
    await page.getByLabel('Email').fill('mira@hearth.example');
    const isThere = () => page.locator('#late').evaluate((element) => element.matches(':defined'));
    expect(await isThere()).toBe(false);
    await page.unroute(lost);
    await expect.poll(isThere, { timeout: 20_000 }).toBe(true);
    expect(await page.getByLabel('Email').inputValue()).toBe('mira@hearth.example');
  });

  it('is shown at once where scripts are switched off', async () => {
    const without = await visit(browser, { javaScriptEnabled: false });
    await without.page.goto(await guestPage(without.page, demo, { body: login + gates, head: sheet }));
    await without.page.getByRole('link', { name: 'Log in' }).waitFor({ timeout: 2000 });
    await without.page.getByText('Why you should').waitFor({ timeout: 2000 });
    expect(await without.page.getByText('Your orders').isVisible()).toBe(false);
    await without.close();
  });

  it('into a gate is seen by whom it is for, from the first frame to the last', async () => {
    const release = await holdScript();
    await open(gates);
    await page.locator('[data-sight]').first().waitFor({ state: 'attached' });
    await passTime(page, 3000);
    await release();
    await shows(page, 'why join');
    expect(await sightsOf(page)).toEqual(['', 'why join']);
  });

  it('into a gate is never seen by others: who was logged in before, and logs out in another tab', async () => {
    await open(gates + login);
    await logIn(page, theo.email, demoPassword);
    await page.getByRole('button', { name: 'Log out' }).waitFor();
    for (const load of [() => open(gates), () => page.reload()]) {
      await load();
      await shows(page, 'orders');
      expect(await sightsOf(page)).toEqual(['', 'orders']);
    }
    const other = await page.context().newPage();
    await other.goto(`${demo.site}/members.html`);
    await logOut(other);
    await page.bringToFront();
    await shows(page, 'why join');
    expect(await sightsOf(page)).toEqual(['', 'orders', 'why join']);
    await page.route(/\/portal\.js$/, (route) => route.abort());
    await open(gates);
    await page.locator('[data-sight]').first().waitFor({ state: 'attached' });
    await passTime(page, 4001);
    expect(await sightsOf(page)).toEqual(['', 'why join']);
  });
});
