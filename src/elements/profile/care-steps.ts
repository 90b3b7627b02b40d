/**
 * Changing the password or the email and deleting the account. The backend says when the last proof is too old for that
 * (SECURITY T14): then the password is asked for, or a code, and what was typed waits.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../i18n/after/format.ts';
import { withMember } from '../../i18n/member/en.ts';
import { withProfile } from '../../i18n/profile/en.ts';
import type { MemberStrings, Strings } from '../../i18n/strings.ts';
import type { ProfileStrings } from '../../i18n/profile/strings.ts';
import type { Account, Result } from '../../session/types.ts';
import type { AfterForm } from '../after/after-form.ts';
import type { CodeStep } from '../after/code-step.ts';
import type { Member } from '../member-data.ts';
import { currentPasswordField, offersPassword, StepUp } from '../step-up.ts';
import { linkButton, type View } from '../view.ts';
import type { PortalAccountCare } from './portal-account-care.ts';

type AllStrings = Strings & MemberStrings & ProfileStrings;
type Act<V> = (member: Member, signal: AbortSignal) => Promise<Result<V>>;
type Place = 'menu' | 'password' | 'email' | 'delete';

export class CareSteps {
  #host: PortalAccountCare;
  #after: AfterForm;
  #place: Place = 'menu';
  /** What waits for a proof. */
  #again: (() => void) | undefined;
  #stepUp: StepUp;
  /** To the new email. */
  #code: CodeStep | undefined;
  #strings!: AllStrings;

  constructor(host: PortalAccountCare, after: AfterForm) {
    this.#host = host;
    this.#after = after;
    this.#stepUp = new StepUp(host, () => this.#proved());
  }

  view(account: Account, all: Strings): View {
    this.#strings = { ...withMember(all), ...withProfile(all) };
    this.#host.email = account.email;
    if (this.#code) return this.#code.view();
    if (this.#again) return this.#prove();
    const views = {
      menu: this.#menu,
      password: this.#password,
      email: this.#changeEmail,
      delete: this.#delete,
    };
    return views[this.#place](account);
  }

  #menu = ({ email }: Account): View => {
    const strings = this.#strings;
    const to = (place: Place, label: string, more = '') =>
      html`<button class="wide ${more}" type="button" part=${place} @click=${() => this.#go(place)}>
        ${label}
      </button>`;
    return {
      step: 'menu',
      heading: fill(strings.careLead, { email }),
      below: html`${offersPassword(this.#host) ? to('password', this.#passwordLabel) : nothing}
      ${to('email', strings.changeEmail)} ${to('delete', strings.deleteAccount, 'danger')}`,
    };
  };

  #password = (): View => {
    const host = this.#host;
    const strings = this.#strings;
    return {
      step: 'password',
      heading: this.#passwordLabel,
      lead: strings.changePasswordLead,
      form: html`${host.emailField(true)}
      ${this.#after.newPasswordField(host, strings.newPasswordLabel, strings)}
      ${host.action(strings.savePassword)}`,
      onSubmit: () => {
        const body = { password: host.form.value('password') };
        this.#attempt(
          (member, signal) => member.changePassword(body, signal),
          () => this.#end(strings.passwordSaved),
        );
      },
      below: this.#back(),
    };
  };

  #changeEmail = ({ email }: Account): View => {
    const host = this.#host;
    const strings = this.#strings;
    return {
      step: 'email',
      heading: strings.changeEmail,
      lead: fill(strings.changeEmailLead, { email }),
      form: html`${host.field({ name: 'newEmail', label: strings.newEmail, type: 'email', autocomplete: 'email' })}
      ${this.#hasPassword ? currentPasswordField(host, strings) : nothing} ${host.action(strings.sendCode)}`,
      onSubmit: () => {
        const body = {
          email: host.form.value('newEmail'),
          ...(this.#hasPassword && { password: host.form.value('password') }),
        };
        this.#attempt(
          async (member, signal) => atNewEmail(await member.requestEmailChange(body, signal)),
          (flow, { CodeStep }) => {
            this.#code = new CodeStep(
              host,
              flow,
              async (store, proof, signal) => (await store.member()).verifyEmailChange(proof, signal),
              () => (this.#code = undefined),
              () => this.#end(strings.emailChanged),
              strings.back,
            );
          },
        );
      },
      below: this.#back(),
    };
  };

  #delete = ({ email }: Account): View => {
    const host = this.#host;
    const strings = this.#strings;
    return {
      step: 'delete',
      heading: strings.deleteAccount,
      lead: html`<strong>${strings.deleteLead}</strong> ${strings.deleteLost}`,
      form: html`${host.field({
        name: 'confirm',
        label: fill(strings.deleteConfirm, { email }),
        type: 'text',
        autocomplete: 'off',
      })}
      ${host.action(strings.deleteAction)}`,
      onSubmit: () => {
        if (host.form.value('confirm').toLowerCase() !== email.toLowerCase())
          return host.wrong([{ pointer: '/confirm', code: 'invalid' }]);
        this.#attempt(
          (member, signal) => member.deleteAccount(signal),
          () => {},
        );
      },
      below: this.#back(),
    };
  };

  #prove(): View {
    const strings = this.#strings;
    return this.#stepUp.view({
      step: 'prove',
      heading: strings.proveAction,
      lead: strings.proveLead,
      action: strings.proveAction,
      hasPassword: this.#hasPassword,
      onBack: () => (this.#again = undefined),
    });
  }

  #proved() {
    const again = this.#again;
    this.#again = undefined;
    this.#host.form.drop('prove');
    again?.();
  }

  #attempt<V>(act: Act<V>, then: (value: V, after: AfterForm) => void) {
    void this.#host.run(
      async (store, signal): Promise<Result<{ value: V } | 'unproved'>> => {
        const result = await act(await store.member(), signal);
        if (result.ok) return { ok: true, value: { value: result.value } };
        return result.problem.code === 'step-up-required' ? { ok: true, value: 'unproved' } : result;
      },
      (outcome, after) => {
        if (outcome === 'unproved') this.#again = () => this.#attempt(act, then);
        else then(outcome.value, after);
      },
      () => this.#attempt(act, then),
    );
  }

  #go(place: Place) {
    this.#host.leave(() => (this.#place = place));
  }

  #end(news: string) {
    this.#go('menu');
    this.#host.form.forget();
    this.#host.changed();
    this.#host.tell(news);
  }

  #back(): TemplateResult {
    const back = () => {
      this.#go('menu');
      // A password that was typed is not kept for who comes back.
      this.#host.form.forget();
    };
    return linkButton(this.#strings.back, back, 'back');
  }

  get #passwordLabel(): string {
    return this.#host.hasPassword ? this.#strings.changePassword : this.#strings.setPassword;
  }

  get #hasPassword(): boolean {
    return this.#host.hasPassword && offersPassword(this.#host);
  }
}

/** The field is called otherwise here, so that no browser takes it for the name to log in with. */
const atNewEmail = <V>(result: Result<V>): Result<V> =>
  result.ok
    ? result
    : {
        ok: false,
        problem: {
          ...result.problem,
          ...(result.problem.errors && {
            errors: result.problem.errors.map((one) =>
              one.pointer === '/email' ? { ...one, pointer: '/newEmail' } : one,
            ),
          }),
        },
      };
