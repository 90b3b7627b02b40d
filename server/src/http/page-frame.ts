/** What all pages of this server that people see have in common. `html` of Hono escapes every value. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { BusinessSettings } from '../domain/business.ts';
import { accentOf, inkOn } from '../domain/colors.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export interface PageFrame {
  /** Undefined: no business is here. */
  settings: BusinessSettings | undefined;
  words: { language: string; direction: 'ltr' | 'rtl' };
  nonce: string;
  /** Runs before anything else of the page. */
  script?: string;
  /** `same-origin` only where the page posts to us: otherwise its Origin would be `null` even here. */
  referrer: 'no-referrer' | 'same-origin';
}

const STYLE = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  --ink: light-dark(#1b1c1e, #f1f2f4); --quiet: light-dark(#595c63, #b4b7bd); --line: light-dark(#dfe1e5, #3a3c41);
  --card: light-dark(#ffffff, #232427); --page: light-dark(#f3f4f6, #17181a); }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; min-height: 100dvh; padding: 1.5rem 1rem; display: grid; place-items: center;
  background: var(--page); color: var(--ink); }
main { width: 100%; max-width: 27rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem;
  overflow: hidden; box-shadow: 0 1px 2px rgb(0 0 0 / 4%), 0 12px 32px -12px rgb(0 0 0 / 18%); }
.brand { display: flex; align-items: center; gap: 0.75rem; padding: 1rem 1.75rem; background: var(--accent);
  color: var(--on-accent); font-weight: 600; font-size: 1.0625rem; overflow-wrap: anywhere; }
.brand img { height: 2rem; width: auto; max-width: 40%; }
.body { padding: 1.75rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.5rem; letter-spacing: -0.01em; text-wrap: balance; }
h2 { font-size: 1rem; margin: 0 0 0.25rem; }
p { margin: 0 0 1rem; text-wrap: pretty; }
.quiet { color: var(--quiet); font-size: 0.875rem; margin: 0; }
.tag { display: inline-block; margin: 0 0 1rem; padding: 0.125rem 0.75rem; border: 1px solid var(--line);
  border-radius: 1rem; font-size: 0.875rem; font-variant-numeric: tabular-nums; color: var(--quiet); }
.go { display: flex; align-items: center; justify-content: center; min-height: 3rem; padding: 0.625rem 1.25rem;
  margin: 0 0 0.75rem; border-radius: 0.625rem; background: var(--accent); color: var(--on-accent); font-weight: 600;
  text-align: center; text-decoration: none; text-wrap: balance; overflow-wrap: anywhere;
  border: 1px solid transparent; }
button.go { width: 100%; font: inherit; font-weight: 600; cursor: pointer; }
.who { padding: 0.75rem 1rem; margin: 0 0 1rem; border: 1px solid var(--line); border-radius: 0.625rem;
  background: var(--page); overflow-wrap: anywhere; }
.who strong, .who span { display: block; }
.go:hover { filter: brightness(0.94); }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
section { margin: 1.5rem 0 0; padding: 1.5rem 0 0; border-top: 1px solid var(--line); }
section p { font-size: 0.9375rem; margin: 0 0 0.75rem; }
.code { padding: 0.75rem; margin: 0; border: 1px solid var(--line); border-radius: 0.625rem; background: var(--page);
  font: 700 1.75rem/1.3 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; letter-spacing: 0.15em;
  text-align: center; overflow-wrap: anywhere; user-select: all; -webkit-user-select: all; }
.long { font-size: clamp(1.125rem, 6vw, 1.75rem); letter-spacing: 0.05em; }
footer { padding: 1rem 1.75rem; border-top: 1px solid var(--line); }
@media (max-width: 26rem) { .brand, footer { padding-inline: 1.25rem; } .body { padding: 1.25rem; } }
@media (forced-colors: active) { .go, main { border-color: CanvasText; } }`;

export function wholePage(
  { settings, words, nonce, script, referrer }: PageFrame,
  title: string,
  body: Html,
): Html {
  const accent = accentOf(settings?.accent ?? '');
  return html`<!doctype html>
    <html lang="${words.language}" dir="${words.direction}">
      <head>
        <meta charset="utf-8" />
        ${
          script === undefined
            ? ''
            : html`<script nonce="${nonce}">
                ${raw(script)};
              </script>`
        }
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="${referrer}" />
        <meta name="format-detection" content="telephone=no" />
        <title>${title}</title>
        <style nonce="${nonce}">
          ${raw(`${STYLE}\n:root { --accent: ${accent}; --on-accent: ${inkOn(accent)}; }`)}
        </style>
      </head>
      <body>
        <main>
          ${
            settings
              ? html`<div class="brand">
                  ${settings.logo === undefined ? '' : html`<img src="${settings.logo}" alt="" />`}
                  <span>${settings.name}</span>
                </div>`
              : ''
          }
          ${body}
        </main>
      </body>
    </html>`;
}

export interface PagePolicy {
  /** Does the page have a script? */
  hasScript?: boolean;
  /** Where its form may lead, redirects included; nowhere, unless it is said. */
  formAction?: readonly string[];
}

/** The headers of such a page; the Content-Security-Policy lets nothing in but what the frame itself brings. */
export function pageHeaders(
  { settings, nonce, referrer }: Pick<PageFrame, 'settings' | 'nonce' | 'referrer'>,
  { hasScript = false, formAction = [] }: PagePolicy = {},
): Record<string, string> {
  const logo = settings?.logo;
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      ...(hasScript ? [`script-src 'nonce-${nonce}'`] : []),
      `style-src 'nonce-${nonce}'`,
      ...(logo === undefined ? [] : [`img-src ${new URL(logo).origin}`]),
      "base-uri 'none'",
      `form-action ${formAction.length > 0 ? formAction.join(' ') : "'none'"}`,
      "frame-ancestors 'none'",
    ].join('; '),
    'Cache-Control': 'no-store',
    'Referrer-Policy': referrer,
    'X-Robots-Tag': 'noindex, nofollow',
    // A page that opened this one in a window gets no hold of it.
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}
