import type { Me } from '../../../src/contract/operations.ts';
import { datesOf } from './account-dates.ts';
import type { Authenticated } from './authenticate.ts';
import type { AccountRecord, Dependencies } from './ports.ts';
import { accountsOf } from './proof.ts';
import { type Result, succeed } from './result.ts';

export async function readMe(
  { storage }: Dependencies,
  { session, account }: Authenticated,
): Promise<Result<Me>> {
  const accounts = await accountsOf(storage, session);
  return succeed({
    account: shown(account),
    accounts: accounts.map((one) => ({ ...shown(one), ...datesOf(one), current: one.id === account.id })),
  });
}

const shown = ({ id, name, email }: AccountRecord) => ({ id, name, email });
