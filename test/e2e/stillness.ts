/**
 * An owner's page with every element on it, each in a column of its own between two paragraphs of the owner's, and what
 * moved on that page from its first frame on. Layout shift alone would not do: the browser leaves out what is beyond the
 * window.
 */
import type { Page, Request, Route } from 'playwright-core';
import type { Demo } from './demo.ts';
import { guestPage } from './guest-page.ts';

const fallback = '<a class="fallback" href="/members.html">Log in</a>';
const links = '<a class="owners" href="/shop.html">Shop</a> <a class="owners" href="/visit.html">Visit</a>';

/** Element → what an owner's page holds. */
const bodies = {
  'portal-login': `<portal-login>${fallback}</portal-login>`,
  'portal-signup': `<portal-signup>${fallback}</portal-signup>`,
  'portal-account-picker': '<portal-account-picker></portal-account-picker>',
  'portal-account-menu': '<portal-account-menu></portal-account-menu><a class="owners" href="/">Home</a>',
  'portal-app-switcher': '<portal-app-switcher></portal-app-switcher><a class="owners" href="/">Home</a>',
  'portal-bar': `<portal-bar>${links}</portal-bar>`,
  'portal-gate':
    '<portal-gate><p>Your orders</p><p slot="else"><a href="/login">Log in</a></p></portal-gate>',
  'portal-provider': '<p class="owners">Ours</p><portal-login></portal-login>',
  'portal-profile': `<portal-profile>${fallback}</portal-profile>`,
  'portal-activity': `<portal-activity>${fallback}</portal-activity>`,
  'portal-courses': `<portal-courses limit="3">${fallback}</portal-courses>`,
  'portal-communities': `<portal-communities limit="3">${fallback}</portal-communities>`,
  'portal-affiliate': `<portal-affiliate>${fallback}</portal-affiliate>`,
  'portal-hub': `<portal-hub>${fallback}</portal-hub>`,
};
type Tag = keyof typeof bodies;
const tags = Object.keys(bodies) as Tag[];

const columnWidth = 700;

const body = ({ backend }: Demo) =>
  tags
    .map((tag, column) => {
      const place = `position: absolute; top: 0; left: ${column * columnWidth}px; width: 640px`;
      const inner =
        tag === 'portal-provider' ? `<${tag} backend="${backend}">${bodies[tag]}</${tag}>` : bodies[tag];
      return `<section data-column="${tag}" style="${place}">
        <p class="owners">Before</p>${inner}<p class="owners after">After</p></section>`;
    })
    .join('');

export interface Watched {
  /** What the browser counts as layout shift: how much, and where it was, to be read by who has to mend it. */
  shifts: string[];
  /** Each move of something that the owner has put there: element, what it was, from where to where. */
  moves: string[];
}

interface Shift {
  value: number;
  sources: Record<'previousRect' | 'currentRect', DOMRectReadOnly>[];
}

declare global {
  var watched: Watched;
}

function watch() {
  const seen: Watched = { shifts: [], moves: [] };
  globalThis.watched = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & Shift)[])
      for (const { previousRect: from, currentRect: to } of entry.sources) {
        const [column] = document
          .elementsFromPoint(to.left + 1, to.top + 1)
          .flatMap((one) => one.closest('[data-column]') ?? []);
        const name = column?.getAttribute('data-column');
        seen.shifts.push(`${entry.value} ${name}: ${from.left} ${from.top} → ${to.left} ${to.top}`);
      }
  }).observe({ type: 'layout-shift', buffered: true });
  const places = new Map<Element, { left: number; top: number }>();
  const look = () => {
    for (const own of document.querySelectorAll('.owners')) {
      if (!own.checkVisibility({ visibilityProperty: true })) continue;
      const { left, top } = own.getBoundingClientRect();
      const before = places.get(own);
      places.set(own, { left, top });
      // What is beyond the window goes unseen, and is where it belongs when somebody scrolls there.
      if (!before || Math.min(top, before.top) >= innerHeight) continue;
      if (Math.abs(left - before.left) + Math.abs(top - before.top) < 0.5) continue;
      const column = own.closest<HTMLElement>('[data-column]')?.dataset['column'];
      seen.moves.push(`${column}, ${own.textContent}: ${before.left} ${before.top} → ${left} ${top}`);
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

export const timings = ['fast', 'late script', 'late parts', 'slow backend', 'never'] as const;
export type Timing = (typeof timings)[number];

const frames = (page: Page, count: number) =>
  page.evaluate(async (left) => {
    while (left-- > 0) await new Promise(requestAnimationFrame);
  }, count);

/** The page from its first frame until nothing is under way any more; what is held comes one by one. */
export async function watchPage(page: Page, demo: Demo, timing: Timing, head = ''): Promise<Watched> {
  await page.setViewportSize({ width: tags.length * columnWidth, height: 900 });
  await page.addInitScript(watch);
  const held: Route[] = [];
  const hold = (pattern: RegExp) => page.route(pattern, (route) => void held.push(route));
  if (timing === 'never') await page.route(/portal-elements\/.*js$/, (route) => route.abort());
  if (timing === 'late script') await hold(/portal-elements\/portal\.js$/);
  if (timing === 'late parts') await hold(/portal-elements\/chunks\//);
  if (timing === 'slow backend') await hold(/\/hearth\//);
  const underWay = new Set<Request>();
  const isOver = (request: Request) => void underWay.delete(request);
  page.on('request', (request) => void underWay.add(request));
  page.on('requestfinished', isOver);
  page.on('requestfailed', isOver);
  const url = await guestPage(page, demo, { head, body: body(demo) });
  await page.goto(`${url}#portal/home`, { waitUntil: 'commit' });
  await page.locator('.after').last().waitFor({ state: 'attached' });
  await frames(page, 10);
  for (let quiet = 0; quiet < 4;) {
    const next = held.shift();
    if (next) await next.continue();
    await frames(page, next ? 2 : 8);
    quiet = next || underWay.size > 0 ? 0 : quiet + 1;
  }
  return page.evaluate(() => watched);
}
