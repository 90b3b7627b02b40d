import { canonicalEmail } from './email.ts';
import type { AccountRecord, Stores } from './ports.ts';
import { fail, type Result, succeed } from './result.ts';

/**
 * An account as the business's systems name it: by their own identifier, by the portal's, or by its email. An email that
 * has several accounts does not say which is meant.
 */
export async function accountNamed(
  { accounts }: Pick<Stores, 'accounts'>,
  businessId: string,
  given: string,
): Promise<Result<AccountRecord>> {
  if (given.includes('@')) {
    const email = canonicalEmail(given);
    const [only, ...others] = email === undefined ? [] : await accounts.byEmail(businessId, email);
    if (!only) return fail('account-not-found');
    return others.length > 0 ? fail('account-ambiguous') : succeed(only);
  }
  const [own] = await accounts.byExternalIds(businessId, [given]);
  const account = own ?? (await accounts.byId(businessId, given));
  return account ? succeed(account) : fail('account-not-found');
}
