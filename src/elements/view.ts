/** What one step of an element shows, and the two steps in which all of them end. */
import { html, type TemplateResult } from 'lit';
import { fill } from '../i18n/format.ts';
import type { Strings } from '../i18n/strings.ts';
import type { Account, Choice } from '../session/types.ts';
import { accountList } from '../ui/account-list.ts';

export interface View {
  /** Also the form's key, and the name in `:state(step-…)`. */
  step: string;
  heading: string;
  lead?: string | TemplateResult;
  /** Between heading and form. */
  above?: TemplateResult;
  form?: TemplateResult;
  onSubmit?: () => void;
  /** Below the form: other ways on. */
  below?: TemplateResult;
}

export const linkButton = (label: string, run: () => void, part: string): TemplateResult =>
  html`<button class="link" type="button" part=${part} @click=${run}>${label}</button>`;

export const choosingView = (
  { reason, email, accounts }: Choice,
  strings: Strings,
  isBusy: boolean,
  choose: (handle: string) => void,
  cancel: () => void,
): View => ({
  step: 'choosing',
  heading: strings.choose,
  lead: fill(reason === 'already-registered' ? strings.alreadyRegistered : strings.severalAccounts, {
    email,
  }),
  below: html`${accountList(accounts, strings, isBusy, choose)}
  ${linkButton(strings.otherEmail, cancel, 'cancel')}`,
});

export const signedInView = ({ name, email }: Account, strings: Strings, logOut: () => void): View => ({
  step: 'signed-in',
  heading: strings.signedIn,
  lead: html`<strong><bdi>${name}</bdi></strong
    ><bdi>${email}</bdi>`,
  below: html`<button class="wide" type="button" part="log-out" @click=${logOut}>${strings.logOut}</button>`,
});
