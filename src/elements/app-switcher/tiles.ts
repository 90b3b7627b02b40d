/** The grid of apps, and moving in it by keys. */
import { html, nothing, type TemplateResult } from 'lit';
import type { AppTile } from '../../session/apps/launch.ts';

/** Which of the apps this page belongs to: the one whose start page is above it, or the nearest of these. */
export function appOfPage(apps: readonly AppTile[], page: string): string | undefined {
  const folder = (url: URL) => url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1);
  const here = new URL(page);
  const fitting = apps
    .map(({ id, url }) => ({ id, at: new URL(url) }))
    .filter(({ at }) => at.origin === here.origin && here.pathname.startsWith(folder(at)));
  return fitting.sort((a, b) => folder(b.at).length - folder(a.at).length)[0]?.id;
}

/** What is shown of an app beside its name: an image, or the letter that it begins with. */
export const appIcon = ({ name, icon }: AppTile, isBroken: boolean, onError: () => void): TemplateResult =>
  icon !== undefined && !isBroken
    ? html`<img src=${icon} alt="" decoding="async" referrerpolicy="no-referrer" @error=${onError} />`
    : html`<span class="letter" aria-hidden="true">${[...name][0]?.toLocaleUpperCase()}</span>`;

export const badgeOf = (badge: number | undefined): TemplateResult | typeof nothing =>
  badge
    ? html`<span class="badge" part="badge" dir="ltr" aria-hidden="true">${badge > 99 ? '99+' : badge}</span>`
    : nothing;

const typingMs = 700;

/** Finds the app whose name begins with what is typed. */
export class TypeAhead {
  #typed = '';
  #at = -Infinity;

  /** `names`: of all tiles. Answers a position, or -1. */
  find(names: readonly string[], from: number, character: string, locale: string): number {
    const now = performance.now();
    if (now - this.#at > typingMs) this.#typed = '';
    this.#at = now;
    this.#typed += character.toLocaleLowerCase(locale);
    // The same letter again goes on to the next one that begins with it.
    const isRepeated = [...this.#typed].every((one) => one === this.#typed[0]);
    const wanted = isRepeated ? this.#typed.slice(0, 1) : this.#typed;
    const start = isRepeated || this.#typed.length === 1 ? from + 1 : Math.max(from, 0);
    const order = names.map((_, step) => (start + step) % names.length);
    return order.find((at) => names[at]?.toLocaleLowerCase(locale).startsWith(wanted)) ?? -1;
  }
}
