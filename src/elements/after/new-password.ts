/**
 * A new password for who has logged in by "Forgot your password?". An offer: they are logged in either way. The
 * code that they came by is the fresh proof that it takes (SECURITY T14); should they be slow, another is asked for.
 */
import { html, type ReactiveController } from 'lit';
import { fill } from '../../i18n/after/format.ts';
import { withMember } from '../../i18n/member/en.ts';
import type { Account, Result } from '../../session/types.ts';
import type { CredentialElement } from '../credential-element.ts';
import { StepUp } from '../step-up.ts';
import { linkButton, type View } from '../view.ts';
import { newPasswordField } from './new-password-field.ts';
import { offers } from './endings.ts';

class NewPassword implements ReactiveController {
  #host: CredentialElement;
  /** Whose password. */
  #account: string | undefined;
  #stepUp: StepUp;

  constructor(host: CredentialElement) {
    this.#host = host;
    this.#stepUp = new StepUp(host, () => {
      host.requestUpdate();
      void host.updateComplete.then(() => host.form.submit());
    });
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
    const code = this.#stepUp.codeView();
    if (code) return code;
    const strings = this.#strings;
    return {
      step: 'new-password',
      heading: strings.newPassword,
      lead: fill(strings.newPasswordLead, { name }),
      form: html`${host.emailField(true)} ${newPasswordField(host, strings.newPasswordLabel, strings)}
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
        // The proof has grown old while they thought of a password. What they typed waits.
        if (outcome === 'unproved') return this.#stepUp.sendCode();
        this.#end();
        this.#host.tell(this.#strings.passwordSaved);
      },
    );
  };

  #end() {
    offers.delete(this.#host);
    this.#host.removeController(this);
    this.#stepUp.close();
    this.#host.form.drop('new-password');
  }
}

export const offerNewPassword = (host: CredentialElement): void => void new NewPassword(host);
