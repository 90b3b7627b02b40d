import type { SessionGrant } from '../../../src/contract/operations.ts';
import type { Authenticated } from './authenticate.ts';
import type { Caller } from './caller.ts';
import type { Dependencies } from './ports.ts';
import { proveByPassword } from './prove-by-password.ts';
import type { Result } from './result.ts';
import { replaceSession } from './session.ts';

/** A fresh proof for the account that is logged in already, before it changes something that matters. */
export async function stepUpWithPassword(
  deps: Dependencies,
  caller: Caller,
  { session, account }: Authenticated,
  { password }: { password: string },
): Promise<Result<SessionGrant>> {
  const proof = await proveByPassword(deps, caller, account, password);
  if (!proof.ok) return proof;
  return deps.storage.transaction((stores) =>
    replaceSession(deps, stores, caller, session, account, proof.value),
  );
}
