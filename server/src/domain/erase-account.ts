import { queueNotice } from './account-notice.ts';
import type { Caller } from './caller.ts';
import type { AccountRecord, Dependencies, Stores } from './ports.ts';
import { withdrawAccess } from './withdraw-access.ts';

/**
 * The account and everything that hangs on it, whoever deletes it; its mailbox is told. Other accounts of the mailbox stay
 * as they are. False: somebody else was faster. In the caller's transaction.
 */
export async function eraseAccount(
  deps: Pick<Dependencies, 'clock' | 'random' | 'secrets'>,
  stores: Stores,
  by: Pick<Caller, 'business' | 'locale' | 'device'>,
  account: AccountRecord,
): Promise<boolean> {
  await withdrawAccess(stores, account.id, deps.clock.now());
  if (!(await stores.accounts.delete(account.businessId, account.id))) return false;
  await queueNotice(deps, stores, by, account, 'account-deleted');
  return true;
}
