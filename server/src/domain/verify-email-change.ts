import type { SessionGrant } from '../../../src/contract/operations.ts';
import { queueNotice } from './account-notice.ts';
import { allOrNothing } from './all-or-nothing.ts';
import type { Authenticated } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { consumeFlow, matchCode } from './flow.ts';
import type { Dependencies, ProofRecord } from './ports.ts';
import { goodAfter, isFresh } from './proof.ts';
import { queueEvent } from './queue-event.ts';
import { fail, type Result, succeed } from './result.ts';
import { openSession } from './session.ts';
import { withdrawAccess } from './withdraw-access.ts';

/**
 * Change of email, second half: the account moves to the mailbox that the code proved. Nothing that
 * was proved by the old one opens it afterwards: no session, no selection, no flow.
 */
export async function verifyEmailChange(
  deps: Dependencies,
  caller: Caller,
  { session, account }: Authenticated,
  typed: { flow: string; code: string },
): Promise<Result<SessionGrant>> {
  if (!isFresh(session.proof, deps.clock.now())) return fail('step-up-required');
  const { business } = caller;
  const { allowDuplicateAccounts, accountsPerEmail } = business.settings;
  const wanted = { id: typed.flow, kind: 'email-change', accountId: account.id } as const;
  const matched = await matchCode(deps, caller, wanted, typed.code);
  if (!matched.ok) return matched;
  const flow = matched.value;
  const { pending } = flow;
  if (!pending) return fail('flow-invalid');

  const changed = await allOrNothing(deps, async (stores) => {
    const now = deps.clock.now();
    if (!(await consumeFlow(deps, stores, caller, flow))) return fail('flow-invalid');
    if (!(await stores.sessions.end(business.id, session.id, account.id, now))) return fail('token-invalid');
    await withdrawAccess(stores, account.id, now);
    const { passwordSalt, passwordVerifier } = pending;
    // The uniqueness is decided here, by the move itself: the mail was written from an older look.
    const moved = await stores.accounts.move(
      account,
      { email: flow.email, passwordSalt, passwordVerifier },
      allowDuplicateAccounts ? accountsPerEmail : 1,
      goodAfter(now),
    );
    if (moved === 'full') return fail('account-limit');
    if (moved === 'changed') return fail('token-invalid');
    await queueNotice(deps, stores, caller, account, 'email-changed');
    await queueEvent(deps, stores, 'email.verified', moved);
    const proof = {
      method: 'code',
      accountIds: [moved.id],
      provedAt: moved.proofsGoodFrom,
    } satisfies ProofRecord;
    const grant = await openSession(deps, stores, caller, moved, proof, session.remember);
    return grant ? succeed(grant) : fail('token-invalid');
  });
  if (!changed.ok) return changed;
  deps.notifyOutbox();
  // As after a sign-up (verify-sign-up.ts): who signed up with this mailbox before it was proved is out.
  if (!allowDuplicateAccounts) await deps.storage.flows.deletePending(business.id, flow.email, flow.id);
  return changed;
}
