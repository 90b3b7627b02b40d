/** What the page of a link looks like. */
import { html } from 'hono/html';
import { groupCode } from '../domain/codes.ts';
import type { LinkView } from '../domain/link.ts';
import type { LinkWords } from './link-words/words.ts';
import { type Html, type PageFrame, wholePage } from './page-frame.ts';

export interface LinkPage extends PageFrame {
  words: LinkWords;
}

/** `target`: where the button leads, with the token in its fragment. */
export function livingLinkPage(page: LinkPage, { returnTo, request }: LinkView, target: string): Html {
  const { words } = page;
  const name = page.settings?.name ?? '';
  const code = groupCode(request?.code ?? '');
  // In groups it is long, and has to stand on one line of a phone all the same: it is typed from there.
  const codeClass = code === request?.code ? 'code' : 'code long';
  const body = html`<div class="body">
      <h1>${words.heading(name)}</h1>
      <p>${request ? words.asked : words.sent(name)}</p>
      ${request ? html`<p class="tag">${words.request(request.tag)}</p>` : ''}
      <a class="go" href="${target}" rel="noreferrer">${words.proceed(new URL(returnTo).host)}</a>
      ${
        request
          ? html`<p class="quiet">${words.hereOnly}</p>
              <section>
                <h2>${words.elsewhere}</h2>
                <p>${words.typeCode(request.tag)}</p>
                <p class="${codeClass}" dir="ltr" translate="no">${code}</p>
              </section>`
          : ''
      }
    </div>
    ${request ? html`<footer class="quiet">${words.notAsked(name)}</footer>` : ''}`;
  return wholePage(page, words.heading(name), body);
}

/** `site`: a page of the business from which the visitor can go on. */
export function deadLinkPage(page: LinkPage, site: string | undefined): Html {
  const { words } = page;
  const body = html`<div class="body">
    <h1>${words.dead}</h1>
    <p>${words.deadBecause}</p>
    <p>${words.deadAdvice}</p>
    ${site === undefined ? '' : html`<a class="go" href="${site}">${words.goTo(new URL(site).host)}</a>`}
  </div>`;
  return wholePage(page, words.dead, body);
}
