import type { Outcome } from '../../../src/contract/operations.ts';
import type { Caller } from './caller.ts';
import { canonicalEmail } from './email.ts';
import { numbers } from './numbers.ts';
import { accountsOpenedBy } from './password.ts';
import type { Dependencies } from './ports.ts';
import { fail, inputFailure, type Result } from './result.ts';
import { settle } from './settle.ts';

/** Unknown email and wrong password end alike, after the same work (SECURITY T3, T4). */
export async function signInWithPassword(
  deps: Dependencies,
  caller: Caller,
  typed: { email: string; password: string; remember?: boolean | undefined },
): Promise<Result<Outcome>> {
  const { business } = caller;
  if (!business.settings.methods.includes('password')) return fail('method-disabled');
  const email = canonicalEmail(typed.email);
  if (email === undefined) return inputFailure({ email: 'email-invalid' }) ?? fail('invalid-input');

  const accounts = await deps.storage.accounts.byEmail(business.id, email);
  const opened = await accountsOpenedBy(deps, { businessId: business.id, email, accounts }, typed.password);
  if (opened === 'busy') return fail('unavailable', { retryAfter: numbers.busyRetryAfter });
  if (opened.length === 0) return fail('credentials-invalid');

  return deps.storage.transaction((stores) =>
    settle(deps, stores, caller, { accounts: opened, method: 'password', remember: typed.remember ?? true }),
  );
}
