/**
 * The backend's own log-in page: our elements, where a visitor who opened a child app directly proves who they are. No
 * script of the page's own, and none from anywhere but where the elements lie (widget-files.ts).
 */
import { html, raw } from 'hono/html';
import type { Business } from '../domain/business.ts';
import { accentOf } from '../domain/colors.ts';
import type { LaunchWords } from './launch-words/words.ts';
import type { Html } from './page-frame.ts';
import { widgetPath } from './widget-routes.ts';

export interface LogInPage {
  business: Business;
  words: LaunchWords;
  nonce: string;
  publicUrl: string;
  app: { id: string; name: string };
  isFresh: boolean;
}

const STYLE = `
:root { color-scheme: light dark; font: 100%/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
  background: light-dark(color-mix(in oklab, var(--portal-accent) 3%, #f4f4f5), color-mix(in oklab, var(--portal-accent) 4%, #121213));
  color: light-dark(#1b1c1e, #f1f2f4); }
body { box-sizing: border-box; margin: 0; min-height: 100vh; min-height: 100dvh; padding: 1.5rem 1rem;
  display: grid; grid-template-columns: minmax(0, 1fr); align-content: safe center; justify-items: center; gap: 1.25rem; }
main { width: 100%; display: grid; grid-template-columns: minmax(0, 1fr); justify-items: center; }
portal-sign-on, portal-login, portal-profile { width: 100%; }
.to { margin: 0; padding-inline: 0.5rem; text-align: center; text-wrap: balance; overflow-wrap: anywhere; }
.to strong { font-weight: 600; }`;

/** The heading of the page is the form's own: this line says why it is there. */
export function logInPage({ business, words, nonce, publicUrl, app, isFresh }: LogInPage): Html {
  const { name, accent } = business.settings;
  const [before, after] = words.logInFor(name).split('{app}');
  return html`<!doctype html>
    <html lang="${words.language}" dir="${words.direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex, nofollow" />
        <meta name="referrer" content="same-origin" />
        <title>${`${before}${app.name}${after}`}</title>
        <style nonce="${nonce}">
          ${raw(`${STYLE}\n:root { --portal-accent: ${accentOf(accent)}; }`)}
        </style>
        <script
          type="module"
          src="${publicUrl}${widgetPath}portal.js"
          data-backend="${publicUrl}/${business.slug}"
        ></script>
      </head>
      <body>
        <p class="to">${before}<strong>${app.name}</strong>${after}</p>
        <main>
          <portal-sign-on
            app="${app.id}"
            app-name="${app.name}"
            heading-level="1"
            ${isFresh ? raw('fresh') : ''}
          >
            <portal-login slot="signed-out" heading-level="1"></portal-login>
          </portal-sign-on>
          <noscript><p class="to">${words.needsScript}</p></noscript>
        </main>
      </body>
    </html>`;
}

/** `places`: where the form may lead, redirects included. */
export function logInPageHeaders(
  { business, nonce, publicUrl }: Pick<LogInPage, 'business' | 'nonce' | 'publicUrl'>,
  places: readonly string[],
): Record<string, string> {
  const { logo } = business.settings;
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      // A folder, not this origin: whatever else the server may come to answer with is no script here.
      `script-src ${publicUrl}${widgetPath}`,
      `style-src 'nonce-${nonce}'`,
      ...(logo === undefined ? [] : [`img-src ${new URL(logo).origin}`]),
      `connect-src ${publicUrl}/${business.slug}/`,
      "base-uri 'none'",
      `form-action ${places.join(' ')}`,
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types portal-elements',
    ].join('; '),
    'Cache-Control': 'no-store',
    // The page posts to its own address: with no-referrer its Origin would be `null` even here.
    'Referrer-Policy': 'same-origin',
    'X-Robots-Tag': 'noindex, nofollow',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}
