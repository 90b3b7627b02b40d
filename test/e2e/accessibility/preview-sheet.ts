/** A page of previews in a browser: one element, the screens of these names, and what looks at them. */
import { resolve } from 'node:path';
import { build } from 'esbuild';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { namesOf } from '../../../src/preview/scene.ts';

/** The browser shows one panel at a time, and the hub takes its place from the URL: one screen after the other. */
const alone = ['portal-account-menu', 'portal-app-switcher', 'portal-hub'];

export interface Sheets {
  /** Shows all screens of the element, as many at once as can stand on one page. */
  each(tag: string, look: (page: Page, names: string[]) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Of a day on which the previews are always looked at: what they show counts back from it. */
const today = new Date('2026-03-02T10:00:00Z');

export async function startSheets(browser: Browser): Promise<Sheets> {
  const context = await browser.newContext({
    ...{ locale: 'en-GB', timezoneId: 'UTC', reducedMotion: 'reduce' },
  });
  await context.clock.setFixedTime(today);
  await context.addInitScript({ content: await inspection() });
  await serve(context);
  return {
    async each(tag, look) {
      const page = await context.newPage();
      const names = namesOf(tag);
      const isAlone = alone.includes(tag);
      const first = isAlone ? names.slice(0, 1) : names;
      await page.goto(`${origin}/sheet?${new URLSearchParams({ tag, names: first.join(' ') })}`);
      await shown(page);
      await look(page, first);
      for (const name of isAlone ? names.slice(1) : []) {
        await page.evaluate(showInstead, name);
        await shown(page);
        await look(page, [name]);
      }
      await page.close();
    },
    close: () => context.close(),
  };
}

/** What looks at the page, as a script for it. */
async function inspection(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['test/e2e/accessibility/inspect.ts'],
    ...{ bundle: true, write: false, format: 'iife', globalName: 'inspect', target: 'es2022' },
    footer: { js: 'globalThis.inspect = inspect;' },
  });
  return outputFiles![0]!.text;
}

const shown = (page: Page) =>
  page.waitForFunction(() => document.documentElement.dataset['shown'] === 'all', null, { polling: 50 });

/** Runs in the page. */
function showInstead(name: string): void {
  const screen = document.querySelector<HTMLElement>('[data-screen]')!;
  document.documentElement.dataset['shown'] = '';
  screen.dataset['screen'] = name;
  screen.setAttribute('aria-label', name);
  screen.firstElementChild!.setAttribute('preview', name);
}

/** A site that only this browser knows. */
const origin = 'https://business.example';

const serve = (context: BrowserContext): Promise<unknown> =>
  context.route(`${origin}/**`, (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    if (pathname !== '/sheet') return route.fulfill({ path: resolve('dist', pathname.slice(1)) });
    const body = sheet(searchParams.get('tag')!, searchParams.get('names')!.split(' '));
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });

const sheet = (tag: string, names: string[]): string => `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta name="viewport" content="width=device-width" />
  <title>${tag}</title>
  <link rel="icon" href="data:," />
  <style>
    body { margin: 16px; min-height: 500px; font-family: sans-serif; }
    [data-screen] { margin-block-end: 24px; }
    ${tag}::part(preview) { display: none; }
  </style>
  <body>
    <main>
      <h1>${tag}</h1>
      <a id="before" href="#before">Before</a>
      ${names.map((name) => `<div role="group" aria-label="${name}" data-screen="${name}"><${tag} preview="${name}"></${tag}></div>`).join('\n')}
      <a href="#after">After</a>
    </main>
    <script>
      let left = ${names.length};
      addEventListener('portal-preview', () => {
        if (--left <= 0) requestAnimationFrame(() => requestAnimationFrame(() => (document.documentElement.dataset.shown = 'all')));
      });
    </script>
    <script type="module" src="/portal.js"></script>
  </body>
</html>`;
