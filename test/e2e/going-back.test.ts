import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { isIn, signUp } from './person.ts';

interface Sight {
  isKept: boolean;
  /** What could be read, and when since the page was there again. */
  frames: { text: string; at: number }[];
}

declare global {
  var sights: Sight[];
}

/** Before the widget's own script: its listener comes first, and sees what the browser has kept. */
function watchComingBack() {
  globalThis.sights = [];
  const look = (since: number) => {
    const cards = [...document.querySelectorAll('portal-login, portal-signup')];
    return {
      text: cards.map((card) => card.shadowRoot?.textContent ?? '').join(' '),
      at: performance.now() - since,
    };
  };
  addEventListener('pageshow', ({ persisted }) => {
    const start = performance.now();
    const sight: Sight = { isKept: persisted, frames: [look(start)] };
    sights.push(sight);
    const again = () => {
      sight.frames.push(look(start));
      if (sight.frames.length < 60) setTimeout(again, 16);
    };
    setTimeout(again, 16);
  });
}

/** A page that was kept does not load. */
async function goBack(page: Page) {
  await page.bringToFront();
  await page.goBack({ waitUntil: 'commit' });
}

describe('going back to a page that the browser has kept', () => {
  let browser: Browser;
  let demo: Demo;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([launch({ without: ['--disable-back-forward-cache'] }), startDemo()]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  it('bfcache: who is still logged in is so at once', async () => {
    const visitor = await visit(browser);
    const { page } = visitor;
    await page.addInitScript(watchComingBack);
    await signUp(page, demo, 'grace@example.com', 'Grace Hopper');
    await page.goto(`${demo.site}/members.html`);
    await isIn(page, 'Grace Hopper');
    await page.waitForLoadState('networkidle');
    await page.goto(`${demo.site}/index.html`);
    await goBack(page);
    await isIn(page, 'Grace Hopper');
    await page.waitForFunction(() => sights.find(({ isKept }) => isKept)?.frames.length === 60, undefined, {
      polling: 100,
    });
    const { frames } = await page.evaluate(() => sights.at(-1)!);
    expect(frames.find(({ text }) => text.includes('Grace Hopper'))?.at).toBeLessThan(1000);
    expect(visitor.noise).toEqual([]);
    await visitor.close();
  });
});
