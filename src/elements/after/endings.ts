/** The steps in which logging in and signing up both end, and the one in which neither can begin. */
import { html } from 'lit';
import { fill, problemText } from '../../i18n/after/format.ts';
import type { Strings } from '../../i18n/strings.ts';
import { query } from '../../internal/page.ts';
import type { SessionStore } from '../../session/session-store.ts';
import type { Account, Choice, Problem, SessionState } from '../../session/types.ts';
import { accountList } from '../../ui/after/account-list.ts';
import { alert } from '../../ui/after/alert.ts';
import type { CredentialElement } from '../credential-element.ts';
import type { PortalAccountPicker } from '../account-picker/portal-account-picker.ts';
import { linkButton, type View } from '../view.ts';

/** The choice that the session holds, made here. */
export function choiceHere(
  host: CredentialElement,
  store: SessionStore,
  { reason, email, accounts }: Choice,
  strings: Strings,
): View {
  const choose = (handle: string): void =>
    void host.run(
      (_, signal) => store.chooseAccount({ handle }, signal),
      () => host.tellSignedIn(),
      () => choose(handle),
    );
  const cancel = () => host.leave(() => store.cancelChoice());
  return {
    step: 'choosing',
    heading: strings.choose,
    lead: fill(reason === 'already-registered' ? strings.alreadyRegistered : strings.severalAccounts, {
      email,
    }),
    below: html`${accountList(accounts, strings, host.request.isPending, choose)}
    ${linkButton(strings.otherEmail, cancel, 'cancel')}`,
  };
}

/** What an element offers somebody who has just logged in there, before it says so. */
export const offers = new WeakMap<CredentialElement, (account: Account) => View | undefined>();

/** `state`: of a session that is past the forms. */
export function endedView(
  host: CredentialElement,
  store: SessionStore,
  state: Extract<SessionState, { status: 'choosing' | 'signed-in' }>,
  strings: Strings,
): View {
  if (state.status === 'signed-in') {
    const offer = offers.get(host)?.(state.account);
    if (offer) return offer;
    const { name, email } = state.account;
    const logOut = () => host.leave(() => void store.signOut());
    return {
      step: 'signed-in',
      heading: strings.signedIn,
      lead: html`<strong><bdi>${name}</bdi></strong
        ><bdi>${email}</bdi>`,
      below: html`<button class="wide" type="button" part="log-out" @click=${logOut}>
        ${strings.logOut}
      </button>`,
    };
  }
  // The page may have a place of its own for this session's choice.
  if (query<PortalAccountPicker>('portal-account-picker').some((picker) => picker.serves?.(store)))
    return { step: 'choosing', heading: strings.choose, lead: strings.chooseElsewhere };
  return choiceHere(host, store, state.choice, strings);
}

/** Said in the form's place, before anybody types into it. */
export const blockedView = (code: Problem['code'], strings: Strings): View => ({
  step: 'blocked',
  heading: strings.logIn,
  below: alert(problemText({ code }, strings)),
});
