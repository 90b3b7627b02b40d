/** What the pages on the way to a child app look like. None of them needs a script. */
import { html } from 'hono/html';
import type { AccountRecord } from '../domain/ports.ts';
import type { LaunchWords } from './launch-words/words.ts';
import { type Html, type PageFrame, wholePage } from './page-frame.ts';

export interface LaunchPage extends PageFrame {
  words: LaunchWords;
}

/** A double click would bring the ticket twice, which ends what it opened. The page works without this, too. */
const script = `document.addEventListener('submit', ({ submitter }) => setTimeout(() => (submitter.disabled = true)))`;

/** The cure for log-in CSRF: who does not know the name on it does not go on (SECURITY T26). */
export function askPage(
  page: LaunchPage,
  { app, account, ticket, action }: { app: string; account: AccountRecord; ticket: string; action: string },
): Html {
  const { words } = page;
  const body = html`<div class="body">
      <h1>${words.ask(app)}</h1>
      <p>${words.asWho}</p>
      <p class="who"><strong>${account.name}</strong><span class="quiet">${account.email}</span></p>
      <form method="post" action="${action}">
        <input type="hidden" name="ticket" value="${ticket}" />
        <button class="go" type="submit">${words.proceed(app)}</button>
      </form>
    </div>
    <footer class="quiet">${words.notYou(page.settings?.name ?? '')}</footer>`;
  return wholePage({ ...page, script }, words.ask(app), body);
}

export function logOutPage(page: LaunchPage, { action, proof }: { action: string; proof: string }): Html {
  const { words } = page;
  const body = html`<div class="body">
    <h1>${words.logOut}</h1>
    <p>${words.logOutLead(page.settings?.name ?? '')}</p>
    <form method="post" action="${action}">
      <input type="hidden" name="xsrf" value="${proof}" />
      <button class="go" type="submit" name="logout" value="yes">${words.logOutNow}</button>
    </form>
  </div>`;
  return wholePage(page, words.logOut, body);
}

/** A heading, some sentences, and where to go from here. */
export function noticePage(
  page: LaunchPage,
  title: string,
  sentences: readonly string[],
  site?: string,
): Html {
  const body = html`<div class="body">
    <h1>${title}</h1>
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
    ${site === undefined ? '' : html`<a class="go" href="${site}">${page.words.goTo(new URL(site).host)}</a>`}
  </div>`;
  return wholePage(page, title, body);
}
