import type { Business } from './business.ts';
import { numbers } from './numbers.ts';
import { accountsOpenedBy } from './password.ts';
import type { AccountRecord, Dependencies } from './ports.ts';
import { fail, type Result, succeed } from './result.ts';

/** The accounts of the mailbox that a typed password opens: at least one, or the refusal. */
export async function checkPassword(
  deps: Dependencies,
  business: Business,
  email: string,
  password: string,
): Promise<Result<AccountRecord[]>> {
  const accounts = await deps.storage.accounts.byEmail(business.id, email);
  const opened = await accountsOpenedBy(deps, { businessId: business.id, email, accounts }, password);
  if (opened === 'busy') return fail('unavailable', { retryAfter: numbers.busyRetryAfter });
  return opened.length > 0 ? succeed(opened) : fail('credentials-invalid');
}
