/**
 * A new password for who has logged in by "Forgot your password?". An offer: they are logged in either way. The
 * code that they came by is the fresh proof that it takes (SECURITY T14); should they be slow, another is asked for.
 */
import { html, type ReactiveController } from 'lit';
import { fill } from '../../i18n/after/format.ts';
import { withMember } from '../../i18n/member/en.ts';
import type { Account, Result } from '../../session/types.ts';
import type { CredentialElement } from '../credential-element.ts';
import { linkButton, type View } from '../view.ts';
import type { CodeStep } from './code-step.ts';
import { offers } from './endings.ts';

class NewPassword implements ReactiveController {
  #host: CredentialElement;
  /** Whose password. */
  #account: string | undefined;
  #code: CodeStep | undefined;

  constructor(host: CredentialElement) {
    this.#host = host;
    offers.set(host, (account) => this.#view(account));
    host.addController(this);
    host.requestUpdate();
  }

  /** Whoever logs in next may not have forgotten anything. */
  hostUpdated(): void {
    if (this.#host.session.state.status === 'signed-out') this.#end();
  }

  get #strings() {
    // This file came after those sentences.
    return withMember(this.#host.texts.all!);
  }

  #view({ id, name, email }: Account): View | undefined {
    const host = this.#host;
    this.#account ??= id;
    // Another tab has switched: the proof was not for this one.
    if (this.#account !== id) return undefined;
    host.email = email;
    if (this.#code) return this.#code.view();
    const strings = this.#strings;
    const min = host.session.portal?.password.minLength;
    return {
      step: 'new-password',
      heading: strings.newPassword,
      lead: fill(strings.newPasswordLead, { name }),
      form: html`${host.emailField(true)}
      ${host.field({
        name: 'password',
        label: strings.newPasswordLabel,
        type: 'password',
        autocomplete: 'new-password',
        reveal: strings.showPassword,
        hint: min ? fill(strings.passwordHint, { min }) : '\u00a0',
      })}
      ${host.action(strings.savePassword)}`,
      onSubmit: this.#save,
      below: linkButton(strings.notNow, () => host.leave(() => this.#end()), 'not-now'),
    };
  }

  #save = () => {
    const password = this.#host.form.value('password');
    void this.#host.run(
      async (store, signal): Promise<Result<'saved' | 'unproved'>> => {
        const result = await (await store.member()).changePassword({ password }, signal);
        if (result.ok) return { ok: true, value: 'saved' };
        return result.problem.code === 'step-up-required' ? { ok: true, value: 'unproved' } : result;
      },
      (outcome) => {
        if (outcome === 'unproved') return this.#prove();
        this.#end();
        this.#host.tell(this.#strings.passwordSaved);
      },
    );
  };

  /** The proof has grown old while they thought of a password. What they typed waits. */
  #prove = () => {
    const host = this.#host;
    void host.run(
      async (store, signal) => (await store.member()).requestStepUpCode(signal),
      (flow, { CodeStep }) => {
        this.#code = new CodeStep(
          host,
          flow,
          async (store, proof, signal) => (await store.member()).verifyStepUpCode(proof, signal),
          () => (this.#code = undefined),
          () => {
            host.requestUpdate();
            void host.updateComplete.then(() => host.form.submit());
          },
          this.#strings.back,
        );
      },
      this.#prove,
    );
  };

  #end() {
    offers.delete(this.#host);
    this.#host.removeController(this);
    this.#code?.close();
    this.#host.form.drop('new-password');
  }
}

export const offerNewPassword = (host: CredentialElement): void => void new NewPassword(host);
