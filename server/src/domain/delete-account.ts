import { queueNotice } from './account-notice.ts';
import { allOrNothing } from './all-or-nothing.ts';
import type { Authenticated } from './authenticate.ts';
import type { Caller } from './caller.ts';
import type { Dependencies } from './ports.ts';
import { isFresh } from './proof.ts';
import { fail, type Result, succeed } from './result.ts';
import { withdrawAccess } from './withdraw-access.ts';

/** The account and everything that hangs on it. Other accounts of its mailbox stay as they are. */
export async function deleteAccount(
  deps: Dependencies,
  caller: Caller,
  { session, account }: Authenticated,
): Promise<Result<undefined>> {
  const now = deps.clock.now();
  if (!isFresh(session.proof, now)) return fail('step-up-required');
  const deleted = await allOrNothing(deps, async (stores) => {
    await withdrawAccess(stores, account.id, now);
    if (!(await stores.accounts.delete(account.businessId, account.id))) return fail('token-invalid');
    await queueNotice(deps, stores, caller, account, 'account-deleted');
    return succeed(undefined);
  });
  if (deleted.ok) deps.notifyOutbox();
  return deleted;
}
