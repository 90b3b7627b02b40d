/** A whole log-in on a page where something changes what all scripts share. */
import { expect } from '@open-wc/testing';
import { account, grant } from '../support/answers.ts';
import { raw, type ScriptedBackend } from '../support/scripted-backend.ts';
import { words } from '../support/words.ts';
import { waitUntil } from '../support/wait-until.ts';

// Written before the page is changed: the backend is another machine.
const signedIn = JSON.stringify({ outcome: 'signed-in', grant: grant() });
const body = { email: account.email, password: 'correct "horse" bättery' };
const clean = JSON.stringify(body);

/** `load` changes the page and returns what undoes it; with `isFirst` it does so before our script is there. */
export async function logInBeside(
  backend: ScriptedBackend,
  load: () => () => void,
  { isFirst }: { isFirst: boolean },
): Promise<void> {
  const errors: unknown[] = [];
  const note = (event: ErrorEvent | PromiseRejectionEvent) => void errors.push(event);
  addEventListener('error', note);
  addEventListener('unhandledrejection', note);
  const provider = document.createElement('portal-provider');
  provider.setAttribute('backend', backend.url);
  const login = document.createElement('portal-login');
  provider.append(login);
  backend.on('signInWithPassword', raw(signedIn));
  const define = async () => (await import('../../src/define-portal-elements.ts')).definePortalElements();
  if (!isFirst) await define();
  const unload = load();
  try {
    await define();
    document.body.append(provider);
    await waitUntil(() => login.querySelector('input[name=password]'), 'The form stands');
    login.querySelector<HTMLInputElement>('input[name=email]')!.value = body.email;
    login.querySelector<HTMLInputElement>('input[name=password]')!.value = body.password;
    login.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
    await waitUntil(() => login.shadowRoot!.textContent.includes(words.signedIn), 'Logged in');
  } finally {
    unload();
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
  }
  const [sent] = backend.received.filter(({ name }) => name === 'signInWithPassword');
  expect(sent!.body).to.equal(clean);
  expect(errors).to.deep.equal([]);
  provider.remove();
}
