/** Shows the page's own content by the state of the session. Hiding is a courtesy: what is secret belongs behind the backend. */
import { html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { SessionController } from '../../session/session-controller.ts';
import { setStates } from '../../ui/states.ts';
import { gateStyles } from './portal-gate.styles.ts';

/**
 * Shows its content only to visitors who are logged in, or only to those who are not. Until that is known the
 * content keeps its place unseen. Before the script has loaded only the page's own CSS can do the same: portal.css.
 *
 * @tag portal-gate
 * @summary Content for logged-in visitors, or for the others.
 *
 * @attr {string} preview - For designers: shows a screen without a backend, `signed-out` for example. See docs/theming-preview.md.
 * @slot - Shown when the session is as `when` says.
 * @slot else - Shown when it is not.
 * @cssState pending - Nothing is known yet.
 * @cssState open - The content is shown.
 * @cssState closed - The content of the slot `else` is shown.
 */
export class PortalGate extends LitElement {
  static override styles = gateStyles;

  #session = new SessionController(this);
  #internals = this.attachInternals();

  /** Whom the content is for. */
  @property() when: 'signed-in' | 'signed-out' = 'signed-in';

  protected override render() {
    const { status } = this.#session.state;
    // Who is still choosing an account is not logged in.
    const isMatch = (status === 'signed-in') === (this.when !== 'signed-out');
    const view = status === 'unknown' ? 'pending' : isMatch ? 'open' : 'closed';
    setStates(this.#internals, [view]);
    return html`<div class=${view}><slot></slot><slot name="else"></slot></div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-gate': PortalGate;
  }
}
