/** The portal with no server: the mocks answer in this tab, and their mailbox is shown beside the forms. */
import type { CaughtMail } from '../server/src/domain/ports.ts';
import { scenarioNames } from '../mocks/scenarios.ts';
import { startMockPortal } from '../mocks/start-mock-portal.ts';
import { definePortalElements } from '../src/define-portal-elements.ts';

const mailbox = document.querySelector('#mailbox');
const network = document.querySelector<HTMLSelectElement>('#scenario');

const portal = await startMockPortal({
  worker: './mockServiceWorker.js',
  onMail: () => void portal.mailbox.all().then((mails) => mailbox?.replaceChildren(...mails.map(showMail))),
});

document.querySelector('portal-provider')?.setAttribute('backend', portal.backend);
await definePortalElements();

network?.append(...scenarioNames.map((name) => new Option(name)));
network?.addEventListener('change', () => {
  portal.scenario(scenarioNames.find((name) => name === network.value));
});

function showMail({ to, subject, html }: CaughtMail, index: number): HTMLElement {
  const mail = document.createElement('details');
  mail.open = index === 0;
  const title = document.createElement('summary');
  title.textContent = `${subject} (to ${to})`;
  const body = document.createElement('iframe');
  body.sandbox.add('allow-popups');
  body.title = subject;
  body.srcdoc = html;
  mail.append(title, body);
  return mail;
}
