/** A fresh proof for the account that is logged in already, before it changes something that matters (SECURITY T14). */
import type { FlowStarted, SessionGrant } from '../../../src/contract/operations.ts';
import { allOrNothing } from './all-or-nothing.ts';
import type { Authenticated } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { consumeFlow, matchCode, openFlow } from './flow.ts';
import type { Dependencies } from './ports.ts';
import { proveByPassword } from './prove-by-password.ts';
import { fail, type Result, succeed } from './result.ts';
import { takeSend } from './sends.ts';
import { replaceSession } from './session.ts';

export async function stepUpWithPassword(
  deps: Dependencies,
  caller: Caller,
  { session, account }: Authenticated,
  { password }: { password: string },
): Promise<Result<SessionGrant>> {
  const proof = await proveByPassword(deps, caller, account, password);
  if (!proof.ok) return proof;
  return allOrNothing(deps, (stores) => replaceSession(deps, stores, caller, session, account, proof.value));
}

/** The code goes to the account's own mailbox, whatever the request says. */
export async function requestStepUpCode(
  deps: Dependencies,
  caller: Caller,
  { account }: Authenticated,
): Promise<Result<FlowStarted>> {
  const send = await takeSend(deps, caller, account.email);
  if (!send.ok) return send;
  const start = { kind: 'step-up', accountId: account.id, pending: null } as const;
  return succeed(await openFlow(deps, caller, send.value, start, true));
}

/** Proves the mailbox, and so every account of it. */
export async function verifyStepUpCode(
  deps: Dependencies,
  caller: Caller,
  { session, account }: Authenticated,
  typed: { flow: string; code: string },
): Promise<Result<SessionGrant>> {
  const wanted = { id: typed.flow, kind: 'step-up', accountId: account.id } as const;
  const matched = await matchCode(deps, caller, wanted, typed.code);
  if (!matched.ok) return matched;
  const flow = matched.value;

  return allOrNothing(deps, async (stores) => {
    if (!(await consumeFlow(deps, stores, caller, flow, session))) return fail('flow-invalid');
    const provedAt = deps.clock.now();
    const accounts = await stores.accounts.byEmail(caller.business.id, flow.email);
    const accountIds = accounts.map(({ id }) => id);
    const proof = { method: 'code', accountIds, provedAt } as const;
    // As it is now: the proof may have been the first of this mailbox.
    const asProved = accounts.find(({ id }) => id === account.id);
    return asProved ? replaceSession(deps, stores, caller, session, asProved, proof) : fail('token-invalid');
  });
}
