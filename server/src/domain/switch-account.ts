import type { SessionGrant } from '../../../src/contract/operations.ts';
import { allOrNothing } from './all-or-nothing.ts';
import type { Authenticated } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { numbers } from './numbers.ts';
import type { Dependencies } from './ports.ts';
import { accountsOf, isProvedWithin } from './proof.ts';
import { proveByPassword } from './prove-by-password.ts';
import { fail, type Result, succeed } from './result.ts';
import { replaceSession } from './session.ts';

/**
 * Goes on as another account of this session's proof; with its password when the proof is old. Any
 * other account, a sibling on the same mailbox included, is refused as one that never was (SECURITY T27).
 */
export async function switchAccount(
  deps: Dependencies,
  caller: Caller,
  { session }: Authenticated,
  { account: id, password }: { account: string; password?: string | undefined },
): Promise<Result<SessionGrant>> {
  const account = (await accountsOf(deps.storage, session)).find((one) => one.id === id);
  if (!account) return fail('step-up-required');
  const isRecent = isProvedWithin(numbers.switchFresh, session.proof, deps.clock.now());
  if (password === undefined && !isRecent) return fail('step-up-required');
  const proof =
    password === undefined ? succeed(session.proof) : await proveByPassword(deps, caller, account, password);
  if (!proof.ok) return proof;
  return allOrNothing(deps, (stores) => replaceSession(deps, stores, caller, session, account, proof.value));
}
