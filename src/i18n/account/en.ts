/** English: the account menu. */
import type { AccountStrings, StringOverrides } from '../strings.ts';

const en: AccountStrings = {
  account: 'Account: {name}',
  otherAccounts: 'Switch account',
  profile: 'Profile',
};

export const accountStrings = (all: StringOverrides | undefined): AccountStrings => ({ ...en, ...all });
