/** Ties an element to the session of the page: finds it, follows it, and knows when there is none. */
import { ContextConsumer, type ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { sessionContext } from './context.ts';
import type { SessionStore } from './session-store.ts';
import type { Portal, SessionState } from './types.ts';
import { noBackend, warnOnce } from './warn-once.ts';

/** `missing`: nobody provides a session here. Should somebody do so later, it becomes `bound` all the same. */
export type Binding = 'pre-connect' | 'awaiting' | 'bound' | 'missing';

const unknown: SessionState = { status: 'unknown' };

export class SessionController implements ReactiveController {
  binding: Binding = 'pre-connect';
  store: SessionStore | undefined;
  #host: ReactiveControllerHost & HTMLElement;
  #consumer: ContextConsumer<typeof sessionContext, ReactiveControllerHost & HTMLElement>;
  #unsubscribe: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    // Before the consumer, whose request is answered as soon as the host is connected.
    host.addController(this);
    this.#consumer = new ContextConsumer(host, {
      context: sessionContext,
      subscribe: true,
      callback: (store) => this.#bind(store),
    });
  }

  get state(): SessionState {
    return this.store?.state ?? unknown;
  }

  get portal(): Portal | undefined {
    return this.store?.portal;
  }

  hostConnected(): void {
    this.binding = 'awaiting';
    this.#host.addEventListener('context-request', this.#preview);
    // On window, because the page may have an <img name="addEventListener">, which hides the document's.
    addEventListener('context-provider', this.#askAgain);
    queueMicrotask(() => {
      // Whoever waits for an element that is never defined is kept in memory for ever: not with a session.
      if (this.binding !== 'awaiting') return;
      // Only once a provider around the host would have been upgraded, and had a task to read its attributes.
      void customElements.whenDefined('portal-provider').then(() => setTimeout(this.#giveUp));
    });
  }

  hostDisconnected(): void {
    this.#bind(undefined);
    this.binding = 'pre-connect';
    removeEventListener('context-provider', this.#askAgain);
  }

  #bind(store: SessionStore | undefined): void {
    if (store === this.store) return;
    this.#unsubscribe?.();
    this.store = store;
    this.binding = store ? 'bound' : 'awaiting';
    this.#unsubscribe = store?.subscribe(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  /** A designer looks at one screen (src/preview): neither this element nor what is in it may reach the page's session. */
  #preview = (event: Event): void => {
    const request = event as ContextEvent<typeof sessionContext>;
    if (request.context !== sessionContext || !this.#host.hasAttribute('preview')) return;
    event.stopPropagation();
    void import('../preview/preview.ts').then(({ answer }) => answer(this.#host, request));
  };

  /** A provider came after its consumers: it does not know of them, and may be nearer than the present one. */
  #askAgain = (): void => this.#consumer.hostConnected();

  #giveUp = (): void => {
    // The code of a preview may still be on its way.
    if (this.binding !== 'awaiting' || this.#host.closest('[preview]')) return;
    this.binding = 'missing';
    this.#host.requestUpdate();
    warnOnce(`<${this.#host.localName}>: ${noBackend}`);
  };
}
