/** What the development mailbox looks like. `html` of Hono escapes every value. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { CaughtMail } from '../domain/ports.ts';

type Page = HtmlEscapedString | Promise<HtmlEscapedString>;

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 46rem; margin: 2.5rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 0.25rem; }
h2 { font-size: 1rem; margin: 2rem 0 0.5rem; }
.quiet { color: light-dark(#595c63, #b4b7bd); margin: 0 0 1.5rem; }
ol { list-style: none; margin: 0; padding: 0; border-top: 1px solid light-dark(#dfe1e5, #3a3c41); }
li a { display: block; padding: 0.75rem 0.5rem; color: inherit; text-decoration: none;
  border-bottom: 1px solid light-dark(#dfe1e5, #3a3c41); }
li a:hover { background: light-dark(#f3f4f6, #232427); }
li b { display: block; }
:focus-visible { outline: 3px solid light-dark(#3b5bdb, #91a7ff); outline-offset: 2px; border-radius: 4px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0.25rem 1rem; margin: 0 0 1rem; }
dd { margin: 0; overflow-wrap: anywhere; }
iframe { width: 100%; height: 44rem; border: 1px solid light-dark(#dfe1e5, #3a3c41); border-radius: 8px; background: #fff; }
pre { white-space: pre-wrap; padding: 1rem; border: 1px solid light-dark(#dfe1e5, #3a3c41); border-radius: 8px; }`;

/** Reloads only when there is something new, so that a text that is being selected stays selected. */
const SCRIPT = `
const shown = document.querySelector('li')?.dataset.id;
setInterval(async () => {
  const response = await fetch('/dev/mail.json').catch(() => undefined);
  if (response?.ok && (await response.json()).mails[0]?.id !== shown) location.reload();
}, 1500);`;

export function listPage(mails: CaughtMail[], nonce: string): Page {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${mails[0]?.subject ?? 'No mail yet'} · Development mailbox</title>
        <style nonce="${nonce}">
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <h1>Development mailbox</h1>
        <p class="quiet">
          Every mail that the portal would send, newest first. Nothing leaves this machine. The list renews
          itself.
        </p>
        ${
          mails.length === 0
            ? html`<p>No mail yet. Sign up on the demo site, and the code arrives here.</p>`
            : html`<ol>
                ${mails.map(
                  (mail) =>
                    html`<li data-id="${mail.id}">
                      <a href="/dev/mail/${encodeURIComponent(mail.id)}">
                        <b>${mail.subject}</b> to ${mail.to}, ${instant(mail)}
                      </a>
                    </li>`,
                )}
              </ol>`
        }
        <script nonce="${nonce}">
          ${raw(SCRIPT)};
        </script>
      </body>
    </html>`;
}

export function messagePage(mail: CaughtMail): Page {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${mail.subject}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <p><a href="/dev/mail">All mails</a></p>
        <h1>${mail.subject}</h1>
        <dl>
          <dt>To</dt>
          <dd>${mail.to}</dd>
          <dt>Sent</dt>
          <dd>${instant(mail)}</dd>
        </dl>
        <h2>HTML part</h2>
        <iframe
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          title="HTML part"
          srcdoc="${mail.html}"
        ></iframe>
        <h2>Text part</h2>
        <pre>${mail.text}</pre>
      </body>
    </html>`;
}

function instant(mail: CaughtMail): Page {
  const iso = new Date(mail.sentAt).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace('T', ' ')} UTC</time>`;
}
