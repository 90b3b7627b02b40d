/** Hands a session and texts to everything inside it. Which elements those are, and what they do, it does not know. */
import { ContextProvider } from '@lit/context';
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
  #texts: ContextProvider<typeof stringsContext> | undefined;

  /** Absolute URL of the business's backend, such as `https://portal.example/acme`. */
  @property() backend?: string;

  /** Texts that take the place of the built-in ones. Only what is named changes. */
  @property({ attribute: false }) strings?: StringOverrides;

  /** The session of the backend, for the page's own scripts; undefined before the first update. */
  get session(): SessionStore | undefined {
    return this.#sessions.value;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('backend') || !this.hasUpdated) this.#sessions.setValue(sharedSession(this.backend));
    if (!changed.has('strings')) return;
    // Only a provider that has texts comes between its content and an outer provider's.
    this.#texts ??= new ContextProvider(this, { context: stringsContext });
    this.#texts.setValue(this.strings ?? {});
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
