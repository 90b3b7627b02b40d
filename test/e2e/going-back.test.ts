import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { isIn, logOut, signUp } from './person.ts';

interface Sight {
  isKept: boolean;
  /** What could be read, and whether what is for members could be seen, frame by frame. */
  frames: { text: string; isMember: boolean; at: number }[];
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
      isMember: !!document.querySelector('.hours')?.checkVisibility({ visibilityProperty: true }),
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

/** What is in storage, whoever asks. */
function countKeptSessions(): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('portal-elements');
    opening.onerror = reject;
    opening.onsuccess = () => {
      const all = opening.result.transaction('sessions').objectStore('sessions').getAll();
      all.onsuccess = () => {
        opening.result.close();
        resolve(all.result.filter(({ session }) => session).length);
      };
    };
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

  it('bfcache: after a log-out in another tab no frame shows whose page it was', async () => {
    const visitor = await visit(browser);
    const { page } = visitor;
    await page.addInitScript(watchComingBack);
    await signUp(page, demo, 'ada@example.com', 'Ada Lovelace');
    await page.goto(`${demo.site}/club.html`);
    await page.getByText('18 left for tomorrow').waitFor();
    // Chromium lets go of a kept page that still holds a transaction which another tab waits for.
    await page.waitForLoadState('networkidle');
    await page.goto(`${demo.site}/index.html`);

    const other = await page.context().newPage();
    await other.goto(`${demo.site}/members.html`);
    await isIn(other, 'Ada Lovelace');
    await logOut(other);
    await expect.poll(() => other.evaluate(countKeptSessions)).toBe(0);
    await other.close();

    await goBack(page);
    await page.getByText('Members see tomorrow’s bake list').waitFor();
    await page.waitForFunction(() => sights.find(({ isKept }) => isKept)?.frames.length === 60, undefined, {
      polling: 100,
    });
    const sight = await page.evaluate(() => sights.at(-1)!);
    expect(sight.frames.filter(({ text, isMember }) => isMember || text.includes('Ada'))).toEqual([]);
    await page.getByLabel('Email').waitFor();
    expect(visitor.noise).toEqual([]);
    await visitor.close();
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
