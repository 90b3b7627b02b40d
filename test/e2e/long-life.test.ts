import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, visit, type Visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { isIn, logIn, logOut, signUp } from './person.ts';

const [email, name] = ['ada@example.com', 'Ada Lovelace'];
const hour = 3_600_000;
const year = 8766 * hour;

declare global {
  /** Milliseconds that this device's clock is ahead. */
  var ahead: number;
}

/** `Date.now` is all that the widget asks for the time of day. */
function shiftClock(milliseconds: number) {
  const { now } = Date;
  globalThis.ahead = milliseconds;
  Date.now = () => now() + ahead;
}

/** As text: a function that imports is not what it was once the test runner has put it through its own modules. */
const askForToken = `import('/portal-elements/portal.js').then(({ session }) => session.getAccessToken())`;

describe('a device', () => {
  let browser: Browser;
  let demo: Demo;
  let visitor: Visit;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([launch(), startDemo()]);
    const { page, close } = await visit(browser);
    await signUp(page, demo, email, name);
    await close();
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });
  beforeEach(async () => void (visitor = await visit(browser)));
  afterEach(() => visitor.close());

  for (const [which, milliseconds] of Object.entries({
    'an hour ahead': hour,
    'an hour behind': -hour,
    'ten years ahead': 10 * year,
    'ten years behind': -10 * year,
  })) {
    it(`clock ${which}, and then right again: log-in and refresh succeed, with one more try each at most`, async () => {
      const { page, errors } = visitor;
      const answers: { path: string; status: number }[] = [];
      page.on('response', (response) => {
        if (response.request().method() !== 'POST') return;
        answers.push({ path: new URL(response.url()).pathname, status: response.status() });
      });
      await page.addInitScript(shiftClock, milliseconds);
      await page.goto(`${demo.site}/members.html`);
      await logIn(page, email);
      await isIn(page, name);
      // Five minutes later by its own clock, then by a clock that was put right.
      for (const jump of [milliseconds + 300_000, 0, -300_000]) {
        await page.evaluate((to) => void (ahead = to), jump);
        expect(await page.evaluate(askForToken)).toMatch(/./);
      }
      const retries = answers.filter(({ status }) => status === 401);
      for (const path of ['/hearth/sign-in/password', '/hearth/session/refresh']) {
        expect(answers.filter((answer) => answer.path === path && answer.status < 300)).not.toEqual([]);
        expect(retries.filter((answer) => answer.path === path).length).toBeLessThanOrEqual(1);
      }
      await page.reload();
      await isIn(page, name);
      await logOut(page);
      expect(errors).toEqual([]);
    });
  }

  it('a page that mounts and unmounts the form 1,000 times grows by less than 1 MB', async () => {
    const { page, errors } = visitor;
    await page.goto(`${demo.site}/members.html`);
    await page.getByLabel('Email').waitFor();
    const session = await page.context().newCDPSession(page);
    const cycle = (times: number) =>
      page.evaluate(async (count) => {
        const place = document.querySelector('portal-login')!.parentElement!;
        for (let mounted = 0; mounted < count; mounted += 1) {
          place.replaceChildren(document.createElement('portal-login'));
          await (place.firstElementChild as unknown as { updateComplete: Promise<boolean> }).updateComplete;
        }
      }, times);
    const heap = async () => {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    };
    // What is made once, and what the engine optimises, is there after these.
    await cycle(300);
    const before = await heap();
    await cycle(1000);
    expect((await heap()) - before).toBeLessThan(1_000_000);
    await page.getByLabel('Email').waitFor();
    expect(errors).toEqual([]);
  });
});
