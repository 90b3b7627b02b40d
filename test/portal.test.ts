import { expect } from '@open-wc/testing';
import type * as entry from '../src/portal.ts';
import { account, grant } from './support/answers.ts';
import './support/visible-keepalive.ts';
import { answer, useScriptedBackend } from './support/scripted-backend.ts';
import { waitUntil } from './support/wait-until.ts';

const backend = useScriptedBackend();

/** Names that a page can give to take the place of what a script relies on. */
const clobbered = [
  'currentScript',
  'querySelectorAll',
  'documentElement',
  'addEventListener',
  'customElements',
];

function runScript(src: string, attributes: Record<string, string>): Promise<void> {
  const script = document.createElement('script');
  Object.assign(script, { type: 'module', src });
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  return new Promise((resolve, reject) => {
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${src} did not run`));
    document.head.append(script);
  });
}

describe('the script tag', () => {
  let globals: string[];
  const errors: string[] = [];
  let first: string;

  // A page runs its script once.
  before(async () => {
    for (const name of clobbered) {
      document.body.insertAdjacentHTML(
        'beforeend',
        `<form name="${name}" data-clobber></form><img name="${name}" data-clobber />`,
      );
    }
    document.body.insertAdjacentHTML(
      'beforeend',
      '<img src="/src/portal.ts" data-backend="https://evil.example" hidden data-clobber />',
    );
    globals = Object.getOwnPropertyNames(window);
    addEventListener('error', ({ message }) => errors.push(message));
    addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
    first = 'https://scripted.example/page';
    await runScript('/src/portal.ts', { 'data-backend': first });
  });

  beforeEach(() => void (backend.url = first));

  after(() =>
    Document.prototype.querySelectorAll
      .call(document, '[data-clobber]')
      .forEach((element) => element.remove()),
  );

  it('gives the page’s own scripts the session of its backend', async () => {
    const { session } = await import('../src/portal.ts');
    const { sharedSession } = await import('../src/session/shared-session.ts');
    expect(session).to.equal(sharedSession(first));
    expect(await session!.getAccessToken()).to.equal(undefined);
  });

  it('defines what is added to the page, however deep, and gives it the session', async () => {
    const section = document.createElement('section');
    section.innerHTML = '<div><portal-gate when="signed-out">Hello</portal-gate></div>';
    document.body.append(section);
    const gate = section.querySelector('portal-gate')!;
    await waitUntil(() => gate.matches(':defined') && gate.matches(':state(open)'), 'open');
    section.remove();
  });

  it('leaves what the page does not use', () => {
    expect(customElements.get('portal-account-picker')).to.equal(undefined);
  });

  it('lets a provider on the page have its own backend', async () => {
    const provider = document.createElement('portal-provider');
    provider.setAttribute('backend', `${first}-other`);
    document.body.append(provider);
    await customElements.whenDefined('portal-provider');
    await provider.updateComplete;
    const { session } = await import('../src/portal.ts');
    expect(provider.session).not.to.equal(undefined);
    expect(provider.session).not.to.equal(session);
    provider.remove();
  });

  it('runs twice without harm, and with one session', async () => {
    await runScript('/src/portal.ts?again', { 'data-backend': 'https://scripted.example/second' });
    const again: typeof entry = await import(/* @vite-ignore */ `${location.origin}/src/portal.ts?again`);
    const { session } = await import('../src/portal.ts');
    expect(again.session).to.equal(session);
  });

  it('T22: talks to nobody when smuggled markup names another backend for the same script', async () => {
    const src = '/src/portal.ts?smuggled';
    // A parser of fragments never runs it, and a page's policy would not either; but it comes first.
    document.body.insertAdjacentHTML(
      'afterbegin',
      `<script type="module" src="${src}" data-backend="https://evil.example" data-clobber></script>`,
    );
    await runScript(src, { 'data-backend': first });
    const copy: typeof entry = await import(/* @vite-ignore */ location.origin + src);
    expect(copy.session).to.equal(undefined);
  });

  it('signs the whole page in and out', async () => {
    backend.on('signInWithPassword', answer('signInWithPassword', { outcome: 'signed-in', grant: grant() }));
    backend.on('endSession', answer('endSession', undefined));
    const { session } = await import('../src/portal.ts');
    const { sharedSession } = await import('../src/session/shared-session.ts');
    await sharedSession(first).signInWithPassword({ email: account.email, password: 'correct horse' });
    expect(session!.state.status).to.equal('signed-in');
    expect(await session!.getAccessToken()).to.equal('access-0');
    await session!.signOut();
    expect(session!.state.status).to.equal('signed-out');
  });

  it('adds no globals, and throws nothing', () => {
    // Lit's own marks of its version are the exception.
    const added = Object.getOwnPropertyNames(window).filter((name) => !globals.includes(name));
    expect(added.filter((name) => !/^(lit|reactive)\w*Versions$/.test(name))).to.deep.equal([]);
    expect(errors).to.deep.equal([]);
  });
});
