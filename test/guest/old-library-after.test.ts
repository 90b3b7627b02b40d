/** T23: a page with a library that changes the built-in objects, loaded after our script. */
import { expect, waitUntil } from '@open-wc/testing';
import { account, grant } from '../support/answers.ts';
import { loadOldLibrary } from '../support/old-library.ts';
import { raw, useScriptedBackend } from '../support/scripted-backend.ts';
import { words } from '../support/words.ts';

const backend = useScriptedBackend();
// Written before the library is there: the backend is another machine.
const signedIn = JSON.stringify({ outcome: 'signed-in', grant: grant() });

describe('T23: a library of 2010, loaded after the script', () => {
  it('does not keep anybody from logging in, nor changes what is sent', async () => {
    const errors: unknown[] = [];
    const note = (event: ErrorEvent | PromiseRejectionEvent) => void errors.push(event);
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    const body = { email: account.email, password: 'correct "horse" bättery' };
    const clean = JSON.stringify(body);
    const provider = document.createElement('portal-provider');
    provider.setAttribute('backend', backend.url);
    const login = document.createElement('portal-login');
    provider.append(login);
    backend.on('signInWithPassword', raw(signedIn));
    const { definePortalElements } = await import('../../src/define.ts');
    await definePortalElements();
    const unload = loadOldLibrary();
    try {
      await definePortalElements();
      document.body.append(provider);
      await waitUntil(() => login.querySelector('input[name=password]'), 'The form stands', {
        timeout: 15_000,
      });
      login.querySelector<HTMLInputElement>('input[name=email]')!.value = body.email;
      login.querySelector<HTMLInputElement>('input[name=password]')!.value = body.password;
      login.querySelector<HTMLButtonElement>('button[type=submit]')!.click();
      await waitUntil(() => login.shadowRoot!.textContent.includes(words.signedIn), 'Logged in', {
        timeout: 15_000,
      });
    } finally {
      unload();
      removeEventListener('error', note);
      removeEventListener('unhandledrejection', note);
    }
    const [sent] = backend.received.filter(({ name }) => name === 'signInWithPassword');
    expect(sent!.body).to.equal(clean);
    expect(errors).to.deep.equal([]);
    provider.remove();
  });
});
