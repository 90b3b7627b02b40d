/**
 * The page that a link opens. It changes nothing, whatever opens it or clicks on it: mail scanners open
 * links, run scripts, submit forms and press every button (SECURITY T9). Its one button leads to the
 * business's own page, with the token in the fragment, which no server sees; there the widget redeems it
 * with the key of the browser that asked. Why so: docs/decisions/0006-the-way-of-a-link.md.
 */
import { Hono } from 'hono';
import { viewLink } from '../domain/link.ts';
import type { Dependencies } from '../domain/ports.ts';
import { businessAt } from './business-at.ts';
import { deadLinkPage, livingLinkPage } from './link-page-view.ts';
import { linkWords } from './link-words/index.ts';
import { pageHeaders } from './page-frame.ts';

/** Once, before anything else: what is in the address bar ends up in histories, screenshots and shared links. */
const script = `history.replaceState(null, '', location.pathname);`;

export function linkPage(deps: Dependencies): Hono {
  const app = new Hono();
  // HEAD as well, by Hono.
  app.get('/:business/link', async (context) => {
    const business = await businessAt(deps, context.req.param('business'));
    const token = context.req.query('token') ?? '';
    const view = business && (await viewLink(deps, business, token));
    const settings = business?.settings;
    const nonce = crypto.randomUUID();
    const words = linkWords(view?.locale ?? settings?.languages[0] ?? 'en');
    const page = { settings, words, nonce, script, referrer: 'no-referrer' } as const;

    const headers = pageHeaders(page, { hasScript: true });
    // A token that opens something was made here: letters, digits, `-` and `_` need no escaping.
    if (view)
      return context.html(livingLinkPage(page, view, `${view.returnTo}#portal-link=${token}`), 200, headers);
    return context.html(deadLinkPage(page, settings?.returnUrls[0]), business ? 410 : 404, headers);
  });
  return app;
}
