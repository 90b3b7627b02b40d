/** Logging in: the steps and the ways between them. Everything that signing up does as well is in CredentialElement. */
import { html } from 'lit';
import type { SignInResult } from '../../session/types.ts';
import type { AfterForm } from '../after/after-form.ts';
import type { CodeStep } from '../after/code-step.ts';
import { CredentialElement } from '../credential-element.ts';
import { linkButton, type View } from '../view.ts';
import { askCode } from './ask-code.ts';
import { takeLink } from './take-link.ts';

/**
 * Logs a visitor in, by password or by a code that is sent to their email. Who forgot the password uses the
 * code, and may then choose a new password. Where the business offers links, the email holds one, too: it leads
 * back to a page with this element, which takes the link's token out of the address and logs in with it. Ends
 * logged in, after a choice when the email has several accounts.
 *
 * @tag portal-login
 * @summary Log in by password or emailed code.
 *
 * @attr {string} preview - For designers: shows a screen without a backend, `code:expired` for example. See docs/theming-preview.md.
 *
 * @slot logo - In place of the business's logo and name.
 * @slot heading - In place of the heading.
 * @slot before-form - Between lead and form, in every step.
 * @slot after-form - Between the form and the other ways on, in every step.
 * @slot signed-in - Shown once somebody is logged in.
 * @slot legal - Fine print.
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
 * @csspart forgot - "Forgot your password?"
 * @csspart code-instead - To the emailed code.
 * @csspart password-instead - Back to the password.
 * @csspart sign-up - To the sign-up form.
 * @csspart resend - Sends another code.
 * @csspart back - Back from the code to the email.
 * @csspart not-now - Keeps the password as it is.
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
 * @cssState step-password - Asks for email and password.
 * @cssState step-request-code - Asks where to send a code.
 * @cssState step-enter-code - Asks for the code.
 * @cssState step-choosing - Asks which account.
 * @cssState step-new-password - Is logged in by "Forgot your password?": offers to choose a new one.
 * @cssState step-signed-in - Somebody is logged in.
 * @cssState step-blocked - Cannot work on this page; the card says why.
 *
 * @fires {CustomEvent<{ account: { id: string, name: string, email: string } }>} portal-signed-in - The visitor logged in here.
 * @fires {CustomEvent<{ code: string }>} portal-failed - A request failed; the code is the problem's.
 * @fires {CustomEvent<{ to: string, email: string }>} portal-navigate - The visitor wants to sign up; cancel it to go there yourself.
 * @fires {CustomEvent<{ step: string }>} portal-step-changed - Another step is shown; named as the state is, without `step-`. Holds nothing that was typed.
 * @fires {CustomEvent<object>} portal-ready - The form is connected to its backend.
 */
export class PortalLogin extends CredentialElement {
  #link = takeLink();

  #wantsCode = false;

  #hasForgotten = false;

  #code: CodeStep | undefined;

  protected override use(after: AfterForm): void {
    super.use(after);
    const token = this.#link;
    if (token) void after.redeemLink().then((redeem) => redeem(this, token));
  }

  /** @internal */
  override onProof(outcome: SignInResult): void {
    // Whoever comes next starts anew.
    this.#wantsCode = this.#hasForgotten = false;
    super.onProof(outcome);
  }

  protected override step(): View {
    if (this.#code) return this.#code.view();
    return this.#methods.has('password') && !this.#wantsCode ? this.#password() : this.#requestCode();
  }

  get #methods(): Set<string> {
    // Both, until the business's facts say otherwise: the form does not wait for them.
    return new Set(this.session.portal?.methods ?? ['password', 'code']);
  }

  /** Why a visitor who was logged in finds the form again. */
  get #hasEnded(): string | false | undefined {
    const { state } = this.session;
    return state.status === 'signed-out' && !!state.reason && this.texts.all?.problems['session-ended'];
  }

  #password(): View {
    const strings = this.texts.form;
    return {
      step: 'password',
      heading: strings.logIn,
      lead: this.#hasEnded || strings.logInLead,
      form: html`${this.emailField()}
      ${this.field({
        name: 'password',
        label: strings.password,
        type: 'password',
        autocomplete: 'current-password',
        reveal: strings.showPassword,
      })}
      ${this.action(strings.logIn)}`,
      onSubmit: this.#onPassword,
      below: html`${
        this.#methods.has('code')
          ? html`<button class="wide" type="button" part="code-instead" @click=${() => this.#wantCode(false)}>
                ${strings.codeInstead}
              </button>
              ${linkButton(strings.forgot, () => this.#wantCode(true), 'forgot')}`
          : ''
      }
      ${this.#signUpLink()}`,
    };
  }

  #requestCode(): View {
    const strings = this.texts.form;
    return {
      step: 'request-code',
      heading: strings.logIn,
      lead: strings.sendCodeLead,
      form: html`${this.emailField()} ${this.action(strings.sendCode)}`,
      onSubmit: this.#onRequestCode,
      below: html`${
        this.#methods.has('password')
          ? linkButton(
              strings.passwordInstead,
              () => this.leave(() => (this.#wantsCode = false)),
              'password-instead',
            )
          : ''
      }
      ${this.#signUpLink()}`,
    };
  }

  #signUpLink() {
    const strings = this.texts.form;
    return html`<p ?hidden=${this.session.portal?.signUp.open === false}>
      ${strings.toSignUp} ${linkButton(strings.createAccount, () => this.goTo('signup'), 'sign-up')}
    </p>`;
  }

  #onPassword = () => {
    const body = { email: this.form.value('email'), password: this.form.value('password') };
    void this.run(
      (store, signal) => store.signInWithPassword(body, signal),
      (outcome) => this.onProof(outcome),
    );
  };

  /** With an email at hand one click is enough. */
  #wantCode(hasForgotten: boolean) {
    this.#hasForgotten = hasForgotten;
    this.leave(() => (this.#wantsCode = true));
    if (this.email) this.#onRequestCode();
  }

  #onRequestCode = () => {
    const email = this.form.value('email') || this.email;
    this.email = email;
    void this.run(
      (store, signal) => askCode(store, email, signal),
      (flow, { CodeStep, offerPassword }) => {
        this.#code = new CodeStep(
          this,
          flow,
          (store, proof, signal) => store.verifySignInCode(proof, signal),
          () => (this.#code = undefined),
          this.#hasForgotten && offerPassword(),
        );
      },
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-login': PortalLogin;
  }
}
