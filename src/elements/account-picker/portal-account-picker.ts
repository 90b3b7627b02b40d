/** Which account: the choice that the session holds, in a place of the page's own, and moving between accounts later. */
import { css, html, type PropertyValues, type TemplateResult } from 'lit';
import type { SessionStore } from '../../session/session-store.ts';
import type { AfterForm } from '../after/after-form.ts';
import { CredentialElement } from '../credential-element.ts';
import type { View } from '../view.ts';
import { Switching, switchingStyles } from './switching.ts';

/**
 * Lets a visitor with several accounts on one email choose between them, and switch later. It shows nothing until
 * the visitor has proved that the email is theirs, and nothing to who has a single account. The forms have a list
 * of their own for the choice; with this element on the page it appears here instead. Switching asks for nothing
 * for some hours after the log-in; then, and always on a page that another website shows in a frame, it asks for
 * the password or an emailed code. The document hears of a switch by `portal-account-changed`, once.
 *
 * @tag portal-account-picker
 * @summary Choose between several accounts on one email, and switch between them.
 *
 * @attr {string} preview - For designers: shows a screen without a backend, `confirm` for example. See docs/theming-preview.md.
 *
 * @slot logo - Above the heading, where nothing stands otherwise: whose page it is, the form beside it says.
 * @slot heading - In place of the heading.
 * @slot before-form - Between lead and form, in every step.
 * @slot after-form - Between the form and the other ways on, in every step.
 * @slot legal - Fine print.
 * @slot footer - At the very end.
 *
 * @csspart card - The surface around everything.
 * @csspart header - Heading and lead.
 * @csspart heading - The heading.
 * @csspart lead - The sentence below the heading.
 * @csspart tag - The two characters that connect a code with its email.
 * @csspart alert - What went wrong as a whole.
 * @csspart retry - The button in the alert.
 * @csspart actions - The list, and the other ways on.
 * @csspart accounts - The list.
 * @csspart account - One account.
 * @csspart current - Of these, the one in use.
 * @csspart cancel - Leaves the choice.
 * @csspart code-instead - From the password to the emailed code.
 * @csspart resend - Sends another code.
 * @csspart back - Back to the list, or from the code to the password.
 *
 * @cssprop [--portal-accent=#3b5bdb] - The brand colour: the whole palette comes from it.
 * @cssprop [--portal-font-size=medium] - The size that every other size depends on.
 * @cssprop [--portal-font=inherit] - The font family; the page's by default.
 * @cssprop [--portal-max-width=25em] - The card's largest width.
 *
 * @cssState busy - A request is under way.
 * @cssState step-choosing - Asks which account to log in to.
 * @cssState step-accounts - Lists the accounts to switch to.
 * @cssState step-confirm - Asks for the password, or offers a code, before it switches.
 * @cssState step-enter-code - Asks for the code.
 * @cssState step-none - There is nothing to choose: the card is not shown.
 *
 * @fires {CustomEvent<{ account: { id: string, name: string, email: string } }>} portal-signed-in - The visitor chose and is logged in. Not after a switch.
 * @fires {CustomEvent<{ code: string }>} portal-failed - A request failed; the code is the problem's.
 * @fires {CustomEvent<{ step: string }>} portal-step-changed - Another step is shown; named as the state is, without `step-`. Holds nothing that was typed.
 * @fires {CustomEvent<object>} portal-ready - The element is connected to its backend.
 */
export class PortalAccountPicker extends CredentialElement {
  static override styles = [
    ...CredentialElement.styles,
    // Whose page it is, the form beside it says.
    css`
      :host {
        --_brand: none;
      }
    `,
    switchingStyles,
  ];

  #after: AfterForm | undefined;
  #switching = new Switching(this);
  #view: View = { step: 'none', heading: '' };

  /** @internal Does the choice of this session appear here? */
  serves(store: SessionStore): boolean {
    return this.session.store === store;
  }

  /** @internal Switches to this account, which was chosen elsewhere, and asks for the proof that it needs. */
  ask(id: string): void {
    this.#switching.ask(id);
  }

  /** Typed by hand: its parts know this class, so that its type cannot be inferred from them. */
  protected override render(): TemplateResult<1> {
    return html`<div ?hidden=${this.#view.step === 'none'}>${super.render()}</div>`;
  }

  protected override use(after: AfterForm): void {
    this.#after = after;
    super.use(after);
  }

  protected override view(): View {
    return (this.#view = this.step());
  }

  protected override step(): View {
    const { state, store } = this.session;
    const all = this.texts.all;
    let view: View | undefined;
    if (this.#after && all && store && state.status === 'choosing')
      view = this.#after.choiceHere(this, store, state.choice, all);
    if (all && state.status === 'signed-in') view = this.#switching.view(state.account);
    return view ?? { step: 'none', heading: '' };
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed as PropertyValues<this>);
    const { state, store } = this.session;
    if (store && this.#after && state.status === 'signed-in') this.#switching.load(store, state.account.id);
    if (state.status !== 'signed-out') return;
    this.#switching.forget();
    if (this.request.problem) this.request.clear();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-account-picker': PortalAccountPicker;
  }
}
