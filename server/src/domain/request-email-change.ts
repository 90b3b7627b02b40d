import type { FlowStarted } from '../../../src/contract/operations.ts';
import type { Authenticated } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { canonicalEmail } from './email.ts';
import { openFlow } from './flow.ts';
import { numbers } from './numbers.ts';
import { newCredential } from './password.ts';
import type { AccountRecord, Dependencies, PendingEmail } from './ports.ts';
import { isFresh } from './proof.ts';
import { proveByPassword } from './prove-by-password.ts';
import { fail, inputFailure, type Result, succeed } from './result.ts';
import { takeSend } from './sends.ts';

/**
 * Change of email, first half: a code goes to the new mailbox. Whether that has an account already is
 * told there and not here (SECURITY T3). The password is asked for because its hash is bound to the
 * mailbox's salt, and only the password itself can move it.
 */
export async function requestEmailChange(
  deps: Dependencies,
  caller: Caller,
  { session, account }: Authenticated,
  typed: { email: string; password?: string | undefined },
): Promise<Result<FlowStarted>> {
  if (!isFresh(session.proof, deps.clock.now())) return fail('step-up-required');
  const { business } = caller;
  const email = canonicalEmail(typed.email);
  // Where nobody logs in by password, one that was left over stays behind.
  const hasPassword =
    (account.passwordVerifier !== null || account.importedHash !== null) &&
    business.settings.methods.includes('password');
  const wrong = inputFailure({
    email: email === undefined ? 'email-invalid' : email === account.email ? 'invalid' : undefined,
    password: hasPassword && typed.password === undefined ? 'required' : undefined,
  });
  if (wrong || email === undefined) return wrong ?? fail('invalid-input');

  const accounts = await deps.storage.accounts.byEmail(business.id, email);
  const pending =
    hasPassword && typed.password !== undefined
      ? await movedCredential(deps, caller, account, { email, accounts }, typed.password)
      : succeed({ passwordSalt: null, passwordVerifier: null });
  if (!pending.ok) return pending;
  const send = await takeSend(deps, caller, email);
  if (!send.ok) return send;
  const start = { kind: 'email-change', accountId: account.id, pending: pending.value } as const;
  return succeed(await openFlow(deps, caller, send.value, start, accounts.length > 0));
}

async function movedCredential(
  deps: Dependencies,
  caller: Caller,
  account: AccountRecord,
  mailbox: { email: string; accounts: AccountRecord[] },
  password: string,
): Promise<Result<PendingEmail>> {
  const proof = await proveByPassword(deps, caller, account, password);
  if (!proof.ok) return proof;
  const businessId = caller.business.id;
  const credential = await newCredential(deps, { businessId, ...mailbox }, account.id, password);
  if (credential === 'busy') return fail('unavailable', { retryAfter: numbers.busyRetryAfter });
  return succeed(credential);
}
