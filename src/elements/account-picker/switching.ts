/**
 * Moving between the accounts that the session's proof is good for: the list, and what is typed where a click is
 * not enough. That is when the backend finds the proof too old (SECURITY, section 3), and always inside another
 * website's page (T25).
 */
import { css, html } from 'lit';
import { fill } from '../../i18n/after/format.ts';
import { withMember } from '../../i18n/member/en.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { Account } from '../../session/types.ts';
import { accountLine, accountList } from '../../ui/after/account-list.ts';
import { icon } from '../../ui/icons.ts';
import type { CredentialElement } from '../credential-element.ts';
import { isInForeignFrame } from '../foreign-frame.ts';
import { offersPassword, StepUp } from '../step-up.ts';
import type { View } from '../view.ts';
import { switchTo } from './switch-to.ts';

type Me = Extract<
  Awaited<ReturnType<Awaited<ReturnType<SessionStore['member']>>['me']>>,
  { ok: true }
>['value'];
type OwnAccount = Me['accounts'][number];

const check = icon('M5 12.5l4.5 4.5L19 7.5');

export const switchingStyles = css`
  .account.current {
    grid-template-columns: auto 1fr auto;
    box-sizing: border-box;
    margin-block-end: calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_tint);
  }

  .current svg {
    color: var(--_ink);
  }
`;

export class Switching {
  #host: CredentialElement;
  #accounts: readonly OwnAccount[] = [];
  /** The account that is signed in, once the backend was asked which others there are. */
  #asked: string | undefined;
  /** To be switched to, once it is proved that the visitor wants it. */
  #target: OwnAccount | undefined;
  #proof: StepUp | undefined;
  /** Asked for before the accounts were known. */
  #wanted: string | undefined;

  constructor(host: CredentialElement) {
    this.#host = host;
  }

  /** `account`: who is signed in. Undefined: there is no other, as far as is known. */
  view(account: Account): View | undefined {
    // Somebody else has logged in.
    if (this.#accounts.length && !this.#accounts.some(({ id }) => id === account.id)) this.forget();
    if (this.#accounts.length < 2 && !this.#host.request.problem) return undefined;
    // Switched to by another tab meanwhile.
    if (this.#target?.id === account.id) this.#close();
    return this.#target && this.#proof ? this.#confirm(this.#target, this.#proof) : this.#list(account);
  }

  /** Asks the backend, once for each account that comes to be signed in. Not the visitor's act: the focus stays. */
  load(store: SessionStore, id: string): void {
    const { request } = this.#host;
    if (this.#asked === id || request.isPending) return;
    this.#asked = id;
    const again = () => this.#host.leave(() => (this.#asked = undefined));
    void request
      .run(async () => (await store.member()).shared.read(), again)
      .then((me) => {
        if (me) {
          this.#accounts = me.accounts;
          if (this.#wanted !== undefined) this.ask(this.#wanted);
          this.#wanted = undefined;
        }
        // Given up because the element left the page; it may be back.
        else if (!request.problem) this.#asked = undefined;
        this.#host.requestUpdate();
      });
  }

  /** For who has chosen elsewhere, where a click was not enough. */
  ask(id: string): void {
    const target = this.#accounts.find((one) => one.id === id);
    if (target) this.#choose(target);
    else this.#wanted = id;
  }

  /** Nothing of one visitor is left for the next. */
  forget(): void {
    this.#accounts = [];
    this.#asked = undefined;
    this.#close();
  }

  /** A proof was taken and the session is another account's. */
  arrived({ name }: { name: string }): void {
    this.#close();
    this.#host.tell(fill(this.#strings.switched, { name }));
  }

  get #strings() {
    // Only called with the sentences there.
    return withMember(this.#host.texts.all!);
  }

  #list({ id, email }: Account): View {
    const strings = this.#strings;
    const current = this.#accounts.find((one) => one.id === id);
    const others = this.#accounts.filter((one) => one.id !== id);
    const choose = (handle: string) => {
      const target = others.find((one) => one.id === handle);
      if (target && !this.#host.request.isPending) this.#choose(target);
    };
    return {
      step: 'accounts',
      heading: strings.accounts,
      ...(current && {
        lead: fill(strings.severalAccounts, { email }),
        below: html`<div class="account current" part="account current" aria-current="true">
            ${accountLine(current.name, strings.inUse)}${check}
          </div>
          ${accountList(
            others.map((one) => ({ ...one, handle: one.id })),
            strings,
            this.#host.request.isPending,
            choose,
          )}`,
      }),
    };
  }

  #confirm({ name }: OwnAccount, proof: StepUp): View {
    const host = this.#host;
    const strings = this.#strings;
    const isFramed = isInForeignFrame();
    return proof.view({
      step: 'confirm',
      heading: fill(strings.switchTo, { name }),
      lead: isFramed ? strings.switchFramedLead : strings.switchLead,
      action: strings.switchAction,
      // A browser fills in a password by itself, and two clicks would do: in a frame it is a code.
      hasPassword: !isFramed && offersPassword(host),
      onBack: () => this.#close(),
    });
  }

  #choose(target: OwnAccount) {
    const ask = () => {
      this.#target = target;
      this.#host.email = target.email;
      this.#proof = new StepUp(
        this.#host,
        () => this.arrived(target),
        (member, signal, password) =>
          member.switchAccount({ account: target.id, ...(password !== undefined && { password }) }, signal),
      );
    };
    if (isInForeignFrame()) return this.#host.leave(ask);
    void this.#host.run(
      (store, signal) => switchTo(() => store.member(), target.id, signal),
      (outcome) => (outcome === 'unproved' ? ask() : this.arrived(target)),
      () => this.#choose(target),
    );
  }

  #close() {
    this.#target = undefined;
    this.#proof?.close();
    this.#proof = undefined;
    this.#host.form.forget();
  }
}
