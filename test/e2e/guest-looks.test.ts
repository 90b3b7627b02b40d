/** The widget on pages with style sheets of others, pixel by pixel beside itself on a page with none. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { guestArgs } from './guest-page.ts';
import { screens, showScreens } from './guest-screens.ts';
import { hostPages } from './host-sheets.ts';
import { difference } from './pixels.ts';

/** Of the pixels. */
const LIMIT = 0.001;

declare module 'vitest' {
  interface TaskMeta {
    /** For the table: how much of each screen differs. */
    differences?: Record<string, number>;
  }
}

describe('a page with a style sheet of its own', () => {
  let browser: Browser;
  let demo: Demo;
  /** By page, then by screen. */
  const differences: Record<string, Record<string, number>> = {};
  beforeAll(async () => {
    [browser, demo] = await Promise.all([launch({ args: guestArgs }), startDemo()]);
    // Screen by screen: Chromium draws a page that is not in front once a second.
    await showScreens(browser, demo, async (name, { page, picture }) => {
      const plain = await picture();
      for (const [host, dress] of Object.entries(hostPages)) {
        const undress = await dress(page);
        (differences[host] ??= {})[name] = difference(plain, await picture());
        await undress();
      }
      // Had the screen itself changed meanwhile, the differences would say nothing.
      expect(difference(plain, await picture())).toBeLessThan(LIMIT);
    });
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  for (const host of Object.keys(hostPages)) {
    it(`looks as without it: ${host}`, ({ task }) => {
      const found = differences[host] ?? {};
      expect(Object.keys(found)).toEqual(screens);
      task.meta.differences = found;
      expect(Object.entries(found).filter(([, part]) => part >= LIMIT)).toEqual([]);
    });
  }
});
