import type { LinkCreated } from '../../../src/contract/operations.ts';
import { type Business, isReturnUrl, offersLinks } from './business.ts';
import { linkUrl } from './link.ts';
import { inSeconds, numbers } from './numbers.ts';
import type { Dependencies } from './ports.ts';
import { fail, type Result, succeed } from './result.ts';

/** A link into one account, for the business to send in its own ways: a mail, an SMS, a button in its own system. */
export async function createLink(
  deps: Dependencies,
  business: Business,
  wanted: { account: string; returnTo: string },
): Promise<Result<LinkCreated>> {
  if (!offersLinks(business)) return fail('method-disabled');
  if (!isReturnUrl(business, wanted.returnTo)) return fail('return-url-not-registered');
  const account = await deps.storage.accounts.byId(business.id, wanted.account);
  if (!account) return fail('account-not-found');
  const token = deps.random.token();
  await deps.storage.accountLinks.insert({
    digest: await deps.secrets.digest(token),
    businessId: business.id,
    accountId: account.id,
    returnTo: wanted.returnTo,
    expiresAt: deps.clock.now() + numbers.accountLinkLife,
  });
  return succeed({ url: linkUrl(deps, business, token), expiresIn: inSeconds(numbers.accountLinkLife) });
}
