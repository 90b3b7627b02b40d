import { queueNotice } from './account-notice.ts';
import { allOrNothing } from './all-or-nothing.ts';
import type { Authenticated } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { numbers } from './numbers.ts';
import { newCredential, passwordProblem } from './password.ts';
import type { Dependencies } from './ports.ts';
import { accountsOf, goodAfter, isFresh } from './proof.ts';
import { fail, inputFailure, type Result, succeed } from './result.ts';
import { withdrawAccess } from './withdraw-access.ts';

/** Replaces the password, or sets the first one. Whoever is logged in elsewhere must know the new one. */
export async function changePassword(
  deps: Dependencies,
  caller: Caller,
  { session, account }: Authenticated,
  { password }: { password: string },
): Promise<Result<undefined>> {
  if (!isFresh(session.proof, deps.clock.now())) return fail('step-up-required');
  const { business } = caller;
  const { email, name } = account;
  const code = passwordProblem(password, { business, email, name, blocklist: deps.blocklist });
  const wrong = inputFailure({ password: code });
  if (wrong) return wrong;

  const mailbox = await deps.storage.accounts.byEmail(business.id, email);
  // The siblings' salt, not its own: where a mailbox holds two, this is when they become one.
  const accounts = mailbox.filter(({ id }) => id !== account.id);
  const credential = await newCredential(
    deps,
    { businessId: business.id, email, accounts },
    account.id,
    password,
  );
  if (credential === 'busy') return fail('unavailable', { retryAfter: numbers.busyRetryAfter });

  const changed = await allOrNothing(deps, async (stores) => {
    const now = deps.clock.now();
    // Also a change of email that waits for its code: it would bring the old password back.
    await withdrawAccess(stores, account.id, now, session);
    // Whoever chose the password knows it: here, nothing is asked again.
    const accountIds = (await accountsOf(stores, session)).map(({ id }) => id);
    const proof = { ...session.proof, accountIds, provedAt: goodAfter(now) };
    const isDone =
      (await stores.sessions.setProof(session.id, proof, now)) &&
      (await stores.accounts.setPassword(account, credential, goodAfter(now)));
    if (!isDone) return fail('token-invalid');
    await queueNotice(deps, stores, caller, account, 'password-changed');
    return succeed(undefined);
  });
  if (changed.ok) deps.notifyOutbox();
  return changed;
}
