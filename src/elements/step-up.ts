/**
 * A fresh proof from who is logged in: the password, or a code to the mailbox. The backend asks for it where the last
 * one is too old (SECURITY T14). What was typed before waits.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { withMember } from '../i18n/member/en.ts';
import type { Strings } from '../i18n/strings.ts';
import type { Result } from '../session/types.ts';
import type { CodeStep } from './after/code-step.ts';
import type { CredentialElement } from './credential-element.ts';
import type { Member } from './member-data.ts';
import { linkButton, type View } from './view.ts';

/** What the proof is for, where that is one request with it. `password`: undefined once a code was right. */
type ActWithProof = (member: Member, signal: AbortSignal, password?: string) => Promise<Result<'signed-in'>>;

interface Asked extends Pick<View, 'step' | 'heading'> {
  lead: string;
  /** The button that sends the password. */
  action: string;
  /** There is one that may be asked for. Else, and also, it is a code: that is always a way in (docs/decisions/0010). */
  hasPassword: boolean;
  onBack: () => void;
}

/** Until the business's facts say otherwise. */
export const offersPassword = ({ session }: CredentialElement): boolean =>
  session.portal?.methods.includes('password') ?? true;

/** Of the account, as it is now. */
export const currentPasswordField = (host: CredentialElement, strings: Strings): TemplateResult =>
  host.field({
    name: 'password',
    label: strings.password,
    type: 'password',
    autocomplete: 'current-password',
    reveal: strings.showPassword,
  });

export class StepUp {
  #host: CredentialElement;
  #onProved: () => void;
  #act: ActWithProof | undefined;
  #code: CodeStep | undefined;

  constructor(host: CredentialElement, onProved: () => void, act?: ActWithProof) {
    this.#host = host;
    this.#onProved = onProved;
    this.#act = act;
  }

  /** Once a code is on its way. */
  codeView(): View | undefined {
    return this.#code?.view();
  }

  /** Which proof is it to be? */
  view({ step, heading, lead, action, hasPassword, onBack }: Asked): View {
    const host = this.#host;
    const strings = this.#strings;
    return (
      this.codeView() ?? {
        step,
        heading,
        lead,
        form: html`${host.emailField(true)} ${hasPassword ? currentPasswordField(host, strings) : nothing}
        ${host.action(hasPassword ? action : strings.sendCode)}`,
        onSubmit: hasPassword ? this.#sendPassword : this.sendCode,
        below: html`${
          hasPassword
            ? html`<button class="wide" type="button" part="code-instead" @click=${this.sendCode}>
                ${strings.codeInstead}
              </button>`
            : nothing
        }
        ${linkButton(strings.back, () => host.leave(onBack), 'back')}`,
      }
    );
  }

  sendCode = (): void => {
    let isProved = false;
    void this.#host.run(
      async (store, signal) => (await store.member()).requestStepUpCode(signal),
      (flow, { CodeStep }) => {
        this.#code = new CodeStep(
          this.#host,
          flow,
          async (store, proof, signal) => {
            const member = await store.member();
            // A code is good once: when only what it was for failed, a retry is that alone.
            const proved = isProved || (await member.verifyStepUpCode(proof, signal));
            if (proved !== true && (!proved.ok || !this.#act)) return proved;
            isProved = true;
            return this.#act!(member, signal);
          },
          () => (this.#code = undefined),
          this.#onProved,
          this.#strings.back,
        );
      },
      this.sendCode,
    );
  };

  close(): void {
    this.#code?.close();
  }

  #sendPassword = () => {
    const password = this.#host.form.value('password');
    void this.#host.run(async (store, signal) => {
      const member = await store.member();
      return this.#act?.(member, signal, password) ?? member.stepUpWithPassword({ password }, signal);
    }, this.#onProved);
  };

  get #strings() {
    // Nobody gets here before those sentences.
    return withMember(this.#host.texts.all!);
  }
}
