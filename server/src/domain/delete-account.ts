import { allOrNothing } from './all-or-nothing.ts';
import type { Authenticated } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { eraseAccount } from './erase-account.ts';
import type { Dependencies } from './ports.ts';
import { isFresh } from './proof.ts';
import { fail, type Result, succeed } from './result.ts';

/** The visitor's own account. */
export async function deleteAccount(
  deps: Dependencies,
  caller: Caller,
  { session, account }: Authenticated,
): Promise<Result<undefined>> {
  if (!isFresh(session.proof, deps.clock.now())) return fail('step-up-required');
  const deleted = await allOrNothing(deps, async (stores) =>
    (await eraseAccount(deps, stores, caller, account)) ? succeed(undefined) : fail('token-invalid'),
  );
  if (deleted.ok) deps.notifyOutbox();
  return deleted;
}
