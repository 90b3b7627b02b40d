import type { Outcome } from '../../../src/contract/operations.ts';
import type { Caller } from './caller.ts';
import { consumeFlow, matchCode } from './flow.ts';
import type { Dependencies } from './ports.ts';
import { fail, type Result } from './result.ts';
import { settle } from './settle.ts';

/** Log-in by emailed code, second half: opens every account of the mailbox. */
export async function verifySignInCode(
  deps: Dependencies,
  caller: Caller,
  typed: { flow: string; code: string; remember?: boolean | undefined },
): Promise<Result<Outcome>> {
  const { business } = caller;
  const matched = await matchCode(deps, caller, { id: typed.flow, kind: 'sign-in' }, typed.code);
  if (!matched.ok) return matched;
  const flow = matched.value;

  return deps.storage.transaction(async (stores) => {
    if (!(await consumeFlow(deps, stores, caller, flow))) return fail('flow-invalid');
    const provedAt = deps.clock.now();
    const accounts = await stores.accounts.byEmail(business.id, flow.email);
    // Deleted since the code was mailed: there is nothing left to open.
    if (accounts.length === 0) return fail('flow-invalid');
    const proved = { accounts, method: 'code', provedAt, remember: typed.remember ?? true } as const;
    return (await settle(deps, stores, caller, proved)) ?? fail('flow-invalid');
  });
}
