// `npm run shots`: every screen and state, light and dark, left to right and right to left, at three widths, as contact
// sheets under build/shots/. The screens come from the previews (src/preview), so there is no backend.
//   --only portal-login,portal-hub   these elements   --screen code      these screens
//   --lang ar                        one language     --scheme dark      one scheme
//   --no-build                       what dist/ holds already
import { mkdirSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { namesOf } from '../src/preview/scene.ts';
import { screens } from '../src/preview/screens.ts';
import { createStaticSite } from './static-site.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    screen: { type: 'string' },
    lang: { type: 'string' },
    scheme: { type: 'string' },
    'no-build': { type: 'boolean', default: false },
  },
});
const out = resolve('build/shots');
const widths = [320, 480, 1200];
/** What one sheet holds: more could not be seen at once. */
const perSheet = 8;
const rightToLeft = ['ar', 'fa', 'he', 'ur'];
/** Narrow cards: on a wide page they stand side by side. */
const cards = ['portal-login', 'portal-signup', 'portal-account-picker'];
/** The browser shows one panel at a time, and the hub takes its place from the URL: a document of its own for each. */
const alone = ['portal-account-menu', 'portal-app-switcher', 'portal-hub'];
/** Milliseconds; the machine may be busy. */
const patience = 60_000;

const list = (option) => option?.split(',').filter(Boolean);
const tags = list(values.only) ?? Object.keys(screens).filter((tag) => tag !== 'portal-gate');
const langs = list(values.lang) ?? ['en', 'ar'];
const schemes = list(values.scheme) ?? ['light', 'dark'];

const from = performance.now();
if (!values['no-build']) {
  process.env.NODE_ENV = 'production';
  await build({ mode: 'production', logLevel: 'warn' });
}
if (!values.only) rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const site = createStaticSite({ '/': resolve('dist') }, {});
site.listen(0, '127.0.0.1');
await once(site, 'listening');
const origin = `http://127.0.0.1:${site.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
const sheets = tags.flatMap((tag) =>
  sheetsOf(tag).flatMap((sheet) =>
    schemes.flatMap((scheme) => langs.map((lang) => ({ tag, ...sheet, scheme, lang }))),
  ),
);
try {
  // Two at once: as many as most machines have processors to spare.
  await Promise.all([draw(), draw()]);
} finally {
  await browser.close();
  site.close();
}
console.log(`shots: all in ${out}, after ${Math.round((performance.now() - from) / 1000)} s`);

/** Screens stay together; small ones share a sheet. */
function sheetsOf(tag) {
  const wanted = list(values.screen);
  const names = namesOf(tag).filter((name) => !wanted || wanted.includes(name.split(':')[0]));
  const found = [];
  for (const [screen, own] of Map.groupBy(names, (name) => name.split(':')[0])) {
    const last = found.at(-1);
    if (last && last.names.length + own.length <= perSheet) last.names.push(...own);
    else found.push({ screen, names: own });
  }
  return found;
}

async function draw() {
  for (let sheet = sheets.shift(); sheet; sheet = sheets.shift()) {
    const { tag, screen, names, scheme, lang } = sheet;
    const dir = rightToLeft.includes(lang) ? 'rtl' : 'ltr';
    const name = `${tag}-${screen}-${scheme}-${dir}${values.lang ? `-${lang}` : ''}.png`;
    const width = widths.reduce((sum, one) => sum + one + 16, 16);
    const context = await browser.newContext({
      ...{ colorScheme: scheme, reducedMotion: 'reduce', viewport: { width, height: 900 } },
    });
    await context.route(/\/(sheet|frame)\?/, (route) => {
      const { pathname, searchParams } = new URL(route.request().url());
      const one = searchParams.get('names')?.split(' ') ?? names;
      const body = pathname === '/sheet' ? sheetPage(sheet, name) : framePage(sheet, one, dir);
      return route.fulfill({ contentType: 'text/html', body });
    });
    const page = await context.newPage();
    await page.goto(`${origin}/sheet?`);
    const frames = page.frames().slice(1);
    for (const frame of frames) {
      await frame
        .waitForFunction(() => document.documentElement.dataset.shown === 'all', null, { timeout: patience })
        .catch(() => console.warn(`shots: not all is shown in ${name}`));
    }
    await page.evaluate(() => {
      for (const frame of document.querySelectorAll('iframe'))
        frame.height = frame.contentDocument.documentElement.scrollHeight;
    });
    await page.screenshot({ path: `${out}/${name}`, fullPage: true });
    await context.close();
    console.log(name);
  }
}

function sheetPage({ tag, names }, title) {
  const column = (width) => {
    const parts = alone.includes(tag) ? names : [names.join(' ')];
    // A panel needs room to open.
    const height = tag === 'portal-hub' || !alone.includes(tag) ? 100 : 520;
    const frames = parts.map(
      (part) =>
        `<iframe src="/frame?names=${encodeURIComponent(part)}" width="${width}" height="${height}"></iframe>`,
    );
    return `<div><p>${width}</p>${frames.join('')}</div>`;
  };
  return `<!doctype html><meta charset="utf-8"><title>${title}</title>
    <style>
      body { margin: 16px; background: #888; font: 600 14px monospace; }
      main { display: flex; gap: 16px; align-items: start; }
      p { margin: 0 0 4px; }
      iframe { display: block; border: 0; margin-block-end: 8px; }
    </style>
    <p>${title}</p><main>${widths.map(column).join('')}</main>`;
}

function framePage({ tag, scheme, lang }, names, dir) {
  const shown = names.map(
    (name) =>
      `<figure><figcaption dir="ltr" lang="en">${name}</figcaption><${tag} preview="${name}"></${tag}></figure>`,
  );
  // Of its own height, not the frame's: that is made to fit it.
  return `<!doctype html><html lang="${lang}" dir="${dir}"><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><title>${tag}</title>
    <style>
      html { background: ${scheme === 'dark' ? '#101214' : '#f4f5f7'}; color-scheme: ${scheme}; }
      body { margin: 16px; font-family: system-ui; color: ${scheme === 'dark' ? '#eee' : '#111'}; }
      body { ${cards.includes(tag) ? 'display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 24em), 1fr)); gap: 0 16px' : ''} }
      figure { margin: 0 0 24px; min-width: 0; }
      figcaption { margin-block-end: 12px; font: 12px monospace; opacity: 0.7; }
      ${tag}::part(preview) { display: none; }
      ${alone.includes(tag) && tag !== 'portal-hub' ? `body { min-height: 460px; } ${tag} { float: inline-end; }` : ''}
    </style>
    <body>${shown.join('')}
    <script>
      let left = ${names.length};
      addEventListener('portal-preview', async () => {
        if (--left) return;
        await document.fonts.ready;
        // One more picture, for what is drawn after it has been measured.
        requestAnimationFrame(() => requestAnimationFrame(() => (document.documentElement.dataset.shown = 'all')));
      });
    </script>
    <script type="module" src="/portal.js"></script></body></html>`;
}
