/**
 * The designer's preview: `<portal-login preview="code:expired">`. An element with this attribute gets a session of its
 * own from here, whose backend is written down (data.ts) and whose storage is memory; then the preview walks to the
 * screen that is wanted (screens.ts). What is drawn is drawn by the real parts.
 */
import type { ContextEvent } from '@lit/context';
import type { Account } from '../contract/operations.ts';
import { sessionContext } from '../session/context.ts';
import { SessionStore } from '../session/session-store.ts';
import { warnOnce } from '../session/warn-once.ts';
import { PreviewClient, type Script } from './client.ts';
import { mira, stored, usual } from './data.ts';
import { mark } from './mark.ts';
import { type Scene, sceneOf } from './scene.ts';
import { PreviewStorage } from './storage.ts';
import { Walk } from './walk.ts';

type Asked = ContextEvent<typeof sessionContext>;

/** What the elements bring along that is of use here. */
interface Host extends HTMLElement {
  close?: () => void;
  leave?: (change: () => void) => void;
  request?: { clear(): void };
}

const previews = new WeakMap<Host, Preview>();

/** Of an element with the attribute, or of what is in it. */
export function answer(host: Host, asked: Asked): void {
  const preview = previews.get(host) ?? new Preview(host);
  previews.set(host, preview);
  preview.answer(asked);
}

class Preview {
  #host: Host;
  #store!: SessionStore;
  #running = new AbortController();

  constructor(host: Host) {
    this.#host = host;
    warnOnce('this page shows previews. Nothing that is typed there is sent, and nobody is logged in.');
    mark(host);
    // Before the element's own, which waits for this file: those inside it must not wait.
    host.addEventListener('context-request', this.#onRequest, { capture: true });
    // The page would go on as if somebody were logged in.
    for (const type of ['portal-signed-in', 'portal-signed-up'])
      host.addEventListener(type, (event) => this.#isOn && event.stopImmediatePropagation(), {
        capture: true,
      });
    host.addEventListener('click', this.#onClick, { capture: true });
    new MutationObserver(() => void this.#show(true)).observe(host, { attributeFilter: ['preview'] });
    void this.#show(false);
  }

  answer({ callback }: Asked): void {
    if (this.#host.isConnected) callback(this.#store);
  }

  get #isOn(): boolean {
    return this.#host.hasAttribute('preview');
  }

  #onRequest = (event: Event): void => {
    const asked = event as Asked;
    if (asked.context !== sessionContext || !this.#isOn) return;
    event.stopImmediatePropagation();
    this.answer(asked);
  };

  /** What leads away leads nowhere: the pages are as made up as the rest. */
  #onClick = (event: Event): void => {
    const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
    if (this.#isOn && link && !link.getAttribute('href')?.startsWith('#')) event.preventDefault();
  };

  async #show(isAgain: boolean): Promise<void> {
    this.#running.abort();
    const running = (this.#running = new AbortController());
    const host = this.#host;
    const walk = new Walk(host, running.signal);
    const name = host.getAttribute('preview');
    const { inert } = host;
    // The steps of the way must not pull the focus, and with it the page, to this element.
    host.inert = true;
    try {
      if (isAgain) await this.#reset(walk);
      // From here on it is the page's session.
      if (name === null) return this.#tell(undefined);
      const scene = sceneOf(host.localName, name);
      this.#tell(await this.#open(scene));
      await walk.settled();
      await scene.screen.go?.(walk, scene.state);
      await this.#ended(walk, scene);
      host.dispatchEvent(
        new CustomEvent('portal-preview', { detail: { name }, bubbles: true, composed: true }),
      );
    } catch (error) {
      if (!running.signal.aborted) throw error;
    } finally {
      host.inert = inert;
    }
  }

  /** Nothing of the screen before is left: somebody else comes, and goes. */
  async #reset(walk: Walk): Promise<void> {
    const host = this.#host;
    const idle: Script = {
      answers: { readPortal: usual.readPortal! },
      troubled: [],
      trouble: undefined,
      blocked: undefined,
    };
    host.close?.();
    for (const account of [{ ...mira, id: 'passing' }, undefined]) {
      this.#tell(storeOf(idle, account));
      await walk.settled();
    }
    host.request?.clear();
    host.leave?.(() => {});
    await walk.settled();
    walk.find('[part=password-instead]')?.click();
    await walk.settled();
  }

  async #open({ screen: { who }, script }: Scene): Promise<SessionStore> {
    const store = storeOf(script, who === 'member' ? mira : undefined);
    const typed = { email: mira.email, password: '' };
    if (who === 'chooser') await store.signInWithPassword(typed);
    if (who === 'registered') await store.verifySignUp({ flow: '', code: '' });
    return store;
  }

  /** Undefined: the page's own. */
  #tell(store: SessionStore | undefined): void {
    if (store) this.#store = store;
    dispatchEvent(new Event('context-provider'));
  }

  /** The last answer is there, if there is to be one. */
  async #ended(walk: Walk, { script: { trouble } }: Scene): Promise<void> {
    if (trouble && trouble !== 'waiting')
      await walk.there('.alert, [aria-invalid=true], [part=resend][aria-disabled=true]');
    // A button that rests may have rested before.
    if (trouble !== 'waiting') await walk.until(() => !this.#host.matches(':state(busy)'));
    await walk.settled();
  }
}

/** A key that signs nothing: also a page without WebCrypto can show what its visitors will see. */
function storeOf(script: Script, account: Account | undefined): SessionStore {
  const key = {} as CryptoKeyPair;
  const session = account && stored(account);
  return new SessionStore(new PreviewClient(script), new PreviewStorage({ key, session }));
}
