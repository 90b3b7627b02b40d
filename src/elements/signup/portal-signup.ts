/** Signing up: the steps and the ways between them. Everything that logging in does as well is in CredentialElement. */
import { html, nothing, type PropertyValues } from 'lit';
import { eventually } from '../../internal/eventually.ts';
import type { SignInResult } from '../../session/types.ts';
import { afterForm } from '../after/after-form.ts';
import type { CodeStep } from '../after/code-step.ts';
import { CredentialElement } from '../credential-element.ts';
import { linkButton, type View } from '../view.ts';

/** What few ask. */
const loadAsked = eventually(
  () => import('./asked.ts'),
  ({ AskedFields }) => AskedFields,
);

/**
 * Creates an account: full name, email, password and what the business asks besides, then the code that was sent to the email. Ends logged
 * in, or at the log-in form if the business wants it so.
 *
 * @tag portal-signup
 * @summary Create an account and prove the email.
 *
 * @attr {string} preview - For designers: shows a screen without a backend, `details:password-common` for example. See docs/theming-preview.md.
 *
 * @slot logo - In place of the business's logo and name.
 * @slot heading - In place of the heading.
 * @slot before-form - Between lead and form, in every step.
 * @slot after-form - Between the form and the other ways on, in every step.
 * @slot signed-in - Shown once somebody is logged in.
 * @slot legal - Fine print; by default the business's terms and privacy policy.
 * @slot footer - At the very end.
 *
 * @csspart card - The surface around everything.
 * @csspart brand - The line with the business's logo and name.
 * @csspart logo - The business's logo.
 * @csspart header - Heading and lead.
 * @csspart heading - The heading of the step.
 * @csspart lead - The sentence below the heading.
 * @csspart tag - The two characters that connect a code with its email.
 * @csspart alert - What went wrong as a whole.
 * @csspart retry - The button in the alert.
 * @csspart actions - The other ways on, below the form.
 * @csspart log-in - To the log-in form.
 * @csspart resend - Sends another code.
 * @csspart back - Back from the code to the form.
 * @csspart legal - The default fine print.
 * @csspart accounts - The list of accounts to choose from.
 * @csspart account - One account.
 * @csspart cancel - Leaves the choice of accounts.
 * @csspart log-out - The log-out button.
 *
 * @cssprop [--portal-accent=#3b5bdb] - The brand colour: the whole palette comes from it.
 * @cssprop [--portal-font-size=medium] - The size that every other size depends on.
 * @cssprop [--portal-font=inherit] - The font family; the page's by default.
 * @cssprop [--portal-max-width=25em] - The card's largest width.
 *
 * @cssState busy - A request is under way.
 * @cssState step-details - Asks for name, email, password and what the business wants to know.
 * @cssState step-enter-code - Asks for the code.
 * @cssState step-choosing - The email has accounts already: asks which.
 * @cssState step-verified - The account exists; the visitor is to log in.
 * @cssState step-signed-in - Somebody is logged in.
 * @cssState step-blocked - Cannot work on this page; the card says why.
 *
 * @fires {CustomEvent<object>} portal-signed-up - An account came to exist.
 * @fires {CustomEvent<{ account: { id: string, name: string, email: string } }>} portal-signed-in - The visitor is logged in now.
 * @fires {CustomEvent<{ code: string }>} portal-failed - A request failed; the code is the problem's.
 * @fires {CustomEvent<{ to: string, email: string }>} portal-navigate - The visitor wants to log in; cancel it to go there yourself.
 * @fires {CustomEvent<{ step: string }>} portal-step-changed - Another step is shown; named as the state is, without `step-`. Holds nothing that was typed.
 * @fires {CustomEvent<object>} portal-ready - The form is connected to its backend.
 */
export class PortalSignup extends CredentialElement {
  // From the start, as everything after the form is here: who is logged in already is seen first.
  static override styles = [...CredentialElement.styles, ...afterForm.styles];

  #isVerified = false;

  #code: CodeStep | undefined;

  #Asked: Awaited<ReturnType<typeof loadAsked>> | undefined;

  constructor() {
    super();
    this.use(afterForm);
  }

  protected override view(): View {
    // Who comes next, after a log-out, starts anew.
    if (this.session.state.status === 'signed-in') this.#isVerified = false;
    return super.view();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.session.portal?.signUp.fields && !this.#Asked)
      void loadAsked().then((Asked) => {
        this.#Asked = Asked;
        this.requestUpdate();
      });
    super.willUpdate(changed);
  }

  protected override step(): View {
    if (this.#isVerified) return this.#verified();
    return this.#code?.view() ?? this.#details();
  }

  /** @internal */
  override onProof(outcome: SignInResult): void {
    // Choosing means that the email had accounts before: none was created.
    if (outcome === 'signed-in' && this.session.state.status === 'signed-in') this.#onCreated();
    if (outcome === 'verified') {
      this.#isVerified = true;
      this.#onCreated();
    }
    super.onProof(outcome);
  }

  protected override renderLegal() {
    const { terms, privacy } = this.session.portal?.legal ?? {};
    const strings = this.#strings;
    const link = (href: string | undefined, text: string) =>
      href ? html`<a href=${href} target="_blank" rel="noopener">${text}</a>` : nothing;
    return html`<p class="legal" part="legal">
      ${link(terms, strings.terms)} ${link(privacy, strings.privacy)}
    </p>`;
  }

  get #asked() {
    return this.#Asked && new this.#Asked(this.session.portal, this.#strings.locale);
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector(':scope > form[slot=form]');
  }

  get #strings() {
    // Complete since the constructor.
    return this.texts.all!;
  }

  protected override faults() {
    const own = super.faults().filter(({ pointer }) => !pointer.startsWith('/values'));
    return this.form.has('name') ? [...own, ...(this.#asked?.faults(this.#form) ?? [])] : own;
  }

  #details(): View {
    const strings = this.#strings;
    return {
      step: 'details',
      heading: strings.createAccount,
      lead: strings.signUpLead,
      form: html`${this.field({ name: 'name', label: strings.name, autocomplete: 'name' })}
      ${this.emailField()} ${afterForm.newPasswordField(this, strings.password, strings)}
      ${this.#asked?.view(this.idPrefix, strings, this.request.problem)} ${this.action(strings.createAccount)}`,
      onSubmit: this.#onDetails,
      below: html`<p>${strings.toLogIn} ${linkButton(strings.logIn, () => this.goTo('login'), 'log-in')}</p>`,
    };
  }

  #verified(): View {
    const strings = this.#strings;
    return {
      step: 'verified',
      heading: strings.verified,
      lead: strings.verifiedLead,
      below: html`<button class="wide" type="button" part="log-in" @click=${() => this.goTo('login')}>
        ${strings.logIn}
      </button>`,
    };
  }

  #onCreated() {
    this.form.forget();
    this.emit('portal-signed-up', {});
  }

  #onDetails = () => {
    const { form } = this;
    const values = this.#asked?.values(this.#form);
    const body = {
      name: form.value('name'),
      email: form.value('email'),
      password: form.value('password'),
      ...(values && { values }),
    };
    this.email = body.email;
    void this.run(
      (store, signal) => store.signUp(body, signal),
      (flow) => {
        this.#code = new afterForm.CodeStep(
          this,
          flow,
          (store, proof, signal) => store.verifySignUp(proof, signal),
          () => (this.#code = undefined),
        );
      },
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-signup': PortalSignup;
  }
}
