/** Which account, after proof of ownership: the choice that the session holds, in a place of the page's own. */
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { en } from '../../i18n/after/en.ts';
import { problemText } from '../../i18n/after/format.ts';
import { StringsController } from '../../i18n/strings-controller.ts';
import { SessionController } from '../../session/session-controller.ts';
import type { SessionStore } from '../../session/session-store.ts';
import { accountListStyles } from '../../ui/after/account-list.ts';
import { alert, alertStyles } from '../../ui/after/alert.ts';
import { stepStyles } from '../../ui/after/steps.styles.ts';
import { cardStyles } from '../../ui/card.styles.ts';
import { setStates } from '../../ui/states.ts';
import { RequestController } from '../request.ts';
import { choosingView } from '../after/endings.ts';

/**
 * Lets a visitor with several accounts on one email choose between them. It shows nothing until the visitor
 * has proved that the email is theirs. The forms have such a list of their own; with this element on the
 * page it appears here instead.
 *
 * @tag portal-account-picker
 * @summary Choose between several accounts on one email.
 *
 * @slot heading - In place of the heading.
 *
 * @csspart card - The surface around everything.
 * @csspart header - Heading and lead.
 * @csspart heading - The heading.
 * @csspart lead - The sentence below the heading.
 * @csspart alert - What went wrong.
 * @csspart retry - The button in the alert.
 * @csspart actions - The list and the way out.
 * @csspart accounts - The list.
 * @csspart account - One account.
 * @csspart cancel - Leaves the choice.
 *
 * @cssprop [--portal-accent=#3b5bdb] - The brand colour: the whole palette comes from it.
 *
 * @cssState busy - A request is under way.
 * @cssState choosing - There is something to choose.
 *
 * @fires {CustomEvent<{ account: { id: string, name: string, email: string } }>} portal-signed-in - The visitor chose and is logged in.
 * @fires {CustomEvent<{ code: string }>} portal-failed - A request failed; the code is the problem's.
 */
export class PortalAccountPicker extends LitElement {
  static override styles = [cardStyles, stepStyles, alertStyles, accountListStyles];

  #session = new SessionController(this);
  #texts = new StringsController(this);
  #request = new RequestController(this);
  #internals = this.attachInternals();

  /** The level of the heading in the page's outline, 1 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  constructor() {
    super();
    this.#texts.complete(en);
  }

  /** @internal Does the choice of this session appear here? */
  serves(store: SessionStore): boolean {
    return this.#session.store === store;
  }

  /** Typed by hand: its parts know this class, so that its type cannot be inferred from them. */
  protected override render(): TemplateResult {
    const { state, store } = this.#session;
    // Complete since the constructor.
    const strings = this.#texts.all!;
    const { isPending, problem } = this.#request;
    const isOpen = store && state.status === 'choosing';
    const view =
      isOpen &&
      choosingView(
        state.choice,
        strings,
        isPending,
        (handle) => void this.#choose(store, handle),
        () => store.cancelChoice(),
      );
    setStates(this.#internals, [isPending && 'busy', !!isOpen && 'choosing']);
    return html`<div class="card" part="card" lang=${strings.locale} ?hidden=${!view}>
      <div class="header" part="header">
        <slot name="heading">
          <div role="heading" part="heading" aria-level=${this.headingLevel}>
            ${view ? view.heading : nothing}
          </div>
        </slot>
        <p part="lead">${view ? view.lead : nothing}</p>
      </div>
      ${problem ? alert(problemText(problem, strings)) : nothing}
      <div class="actions" part="actions">${view ? view.below : nothing}</div>
    </div>`;
  }

  async #choose(store: SessionStore, handle: string) {
    const outcome = await this.#request.run(
      (signal) => store.chooseAccount({ handle }, signal),
      () => void this.#choose(store, handle),
    );
    const { state } = this.#session;
    if (outcome && state.status === 'signed-in')
      this.dispatchEvent(
        new CustomEvent('portal-signed-in', {
          detail: { account: state.account },
          bubbles: true,
          composed: true,
        }),
      );
    else this.renderRoot.querySelector<HTMLElement>('.alert')?.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-account-picker': PortalAccountPicker;
  }
}
