/** Sign-up, second half: the code proves the mailbox, and the account comes to exist. */
import type { Outcome } from '../../../src/contract/operations.ts';
import type { Caller } from './caller.ts';
import { consumeFlow, matchCode } from './flow.ts';
import type { AccountRecord, Dependencies, FlowRecord, PendingSignUp } from './ports.ts';
import { keepAnswers } from './profile.ts';
import { queueEvent } from './queue-event.ts';
import { fail, type Result, succeed } from './result.ts';
import { offerSelection } from './selection.ts';
import { openSession } from './session.ts';

export async function verifySignUp(
  deps: Dependencies,
  caller: Caller,
  typed: { flow: string; code: string; remember?: boolean | undefined },
): Promise<Result<Outcome>> {
  const { business } = caller;
  const { allowDuplicateAccounts, accountsPerEmail, signInAfterSignUp, signUpOpen } = business.settings;
  // Closed since the code was mailed.
  if (!signUpOpen) return fail('sign-up-closed');
  const matched = await matchCode(deps, caller, { id: typed.flow, kind: 'sign-up' }, typed.code);
  if (!matched.ok) return matched;
  const flow = matched.value;
  const pending = flow.pending && 'accountId' in flow.pending ? flow.pending : undefined;
  if (!pending) return fail('flow-invalid');
  const account = accountOf(flow, pending, deps.clock.now());
  const remember = typed.remember ?? true;

  const outcome = await deps.storage.transaction(async (stores): Promise<Result<Outcome>> => {
    if (!(await consumeFlow(deps, stores, caller, flow))) return fail('flow-invalid');
    const now = deps.clock.now();
    // The uniqueness is decided here, by the insert itself: the mail was written from an older look.
    const inserted = await stores.accounts.insert(account, allowDuplicateAccounts ? accountsPerEmail : 1);
    if (inserted === 'full' && allowDuplicateAccounts) return fail('account-limit');
    const proof = { method: 'sign-up', provedAt: now } as const;
    if (inserted === 'full') {
      // The mailbox is proved, so its owner may be told of the account; the typed password is dropped.
      const accounts = await stores.accounts.byEmail(business.id, account.email);
      const selection = await offerSelection(deps, stores, caller, {
        accounts,
        proof: { ...proof, method: 'code' },
        remember,
        reason: 'already-registered',
      });
      return succeed({ outcome: 'choose-account', selection });
    }
    await queueEvent(deps, stores, 'account.created', account);
    await queueEvent(deps, stores, 'email.verified', account);
    await keepAnswers(deps, stores, business, account, pending.values ?? {});
    if (!signInAfterSignUp) return succeed({ outcome: 'verified' });
    const grant = await openSession(
      deps,
      stores,
      caller,
      account,
      { ...proof, accountIds: [account.id] },
      remember,
    );
    return grant ? succeed({ outcome: 'signed-in', grant }) : fail('flow-invalid');
  });

  // After the commit, not inside: two transactions that delete each other's flows would deadlock.
  if (outcome.ok && !allowDuplicateAccounts) {
    await deps.storage.flows.deletePending(business.id, flow.email, flow.id);
  }
  return outcome;
}

function accountOf(flow: FlowRecord, pending: PendingSignUp, now: number): AccountRecord {
  const { accountId, name, passwordSalt, passwordVerifier } = pending;
  return {
    id: accountId,
    businessId: flow.businessId,
    email: flow.email,
    createdAt: now,
    lastSignInAt: null,
    proofsGoodFrom: 0,
    locale: null,
    externalId: null,
    importedHash: null,
    isMailboxProved: true,
    name,
    passwordSalt,
    passwordVerifier,
  };
}
