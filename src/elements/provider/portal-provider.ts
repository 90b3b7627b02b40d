/** Hands a session and texts to everything inside it. Which elements those are, and what they do, it does not know. */
import { ContextConsumer, ContextProvider } from '@lit/context';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { stringsContext } from '../../i18n/context.ts';
import type { StringOverrides } from '../../i18n/strings.ts';
import { sessionContext } from '../../session/context.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { sharedSession } from '../../session/shared-session.ts';

/**
 * Names the backend for the portal elements inside it. Not needed when the script tag carries `data-backend`.
 * Providers with the same backend share one session.
 *
 * @tag portal-provider
 * @summary The backend, and the texts, of the portal elements inside it.
 * @slot - The part of the page that belongs to this backend.
 */
export class PortalProvider extends LitElement {
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  #sessions = new ContextProvider(this, { context: sessionContext });
  // From the start: who asks before there is a provider is never answered.
  #texts = new ContextProvider(this, { context: stringsContext });
  #outer: StringOverrides | undefined;

  /** Absolute URL of the business's backend, such as `https://portal.example/acme`. */
  @property() backend?: string;

  /**
   * Texts that take the place of the built-in ones, in whatever language. Only what is named changes; what a provider
   * around this one has named stays.
   */
  @property({ attribute: false }) strings?: StringOverrides;

  /** The session of the backend, for the page's own scripts; undefined before the first update. */
  get session(): SessionStore | undefined {
    return this.#sessions.value;
  }

  constructor() {
    super();
    new ContextConsumer(this, {
      context: stringsContext,
      subscribe: true,
      callback: (outer) => {
        this.#outer = outer;
        this.#tell();
      },
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('backend') || !this.hasUpdated) this.#sessions.setValue(sharedSession(this.backend));
    if (changed.has('strings')) this.#tell();
  }

  #tell(): void {
    const [outer, own] = [this.#outer, this.strings];
    this.#texts.setValue({
      ...outer,
      ...own,
      problems: { ...outer?.problems, ...own?.problems },
      fields: { ...outer?.fields, ...own?.fields },
    });
  }

  protected override render() {
    return html`<slot></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-provider': PortalProvider;
  }
}
