/** The accounts that one proof was good for, as a list of buttons. */
import { html, css, type TemplateResult } from 'lit';
import { day, fill } from '../../i18n/after/format.ts';
import type { Strings } from '../../i18n/strings.ts';

export interface ListedAccount {
  handle: string;
  name: string;
  createdAt: string;
  lastSignInAt?: string | undefined;
}

export const accountListStyles = css`
  ul {
    display: grid;
    justify-self: stretch;
    gap: calc(var(--_space) * 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .account {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: calc(var(--_space) * 3);
    inline-size: 100%;
    padding: calc(var(--_space) * 3);
    text-align: start;
    font-weight: 400;
  }

  /* One was chosen, and is on its way. */
  .account[aria-disabled='true'] {
    opacity: 0.6;
    cursor: default;
  }

  .account small {
    display: block;
    color: var(--_muted);
    font-size: 0.875em;
    text-wrap: balance;
  }

  .initial {
    display: grid;
    place-items: center;
    inline-size: 2.5em;
    block-size: 2.5em;
    border-radius: 50%;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }
`;

/** What is read of an account. */
export const accountLine = (name: string, note: string): TemplateResult =>
  html`<span class="initial" aria-hidden="true">${[...name][0]}</span>
    <span>
      <strong><bdi>${name}</bdi></strong>
      <small>${note}</small>
    </span>`;

/** Dates tell accounts of the same name apart. */
const dates = ({ createdAt, lastSignInAt }: ListedAccount, strings: Strings): string =>
  fill(strings.createdOn, { date: day(createdAt, strings) }) +
  (lastSignInAt ? ` · ${fill(strings.lastUsed, { date: day(lastSignInAt, strings) })}` : '');

export const accountList = (
  accounts: readonly ListedAccount[],
  strings: Strings,
  isBusy: boolean,
  choose: (handle: string) => void,
): TemplateResult => html`
  <ul part="accounts">
    ${accounts.map(
      (account) =>
        html`<li>
          <button
            class="account"
            part="account"
            type="button"
            aria-disabled=${isBusy}
            @click=${() => choose(account.handle)}
          >
            ${accountLine(account.name, dates(account, strings))}
          </button>
        </li>`,
    )}
  </ul>
`;
