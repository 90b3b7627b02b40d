/** Why an account does not come into an app: for the business, never for the account itself. */
import type { AppReason } from '../../../src/contract/app-admin-operations.ts';
import type { Business } from './business.ts';
import type { AccountRecord, AppRecord, Dependencies } from './ports.ts';
import { missingFields } from './profile.ts';
import { fail, type Result, succeed } from './result.ts';

type Needs = Pick<Dependencies, 'storage'>;

/** One rule each, in the order in which they are told. Together they say what app-access.ts decides by. */
const rules: readonly ((
  deps: Needs,
  business: Business,
  app: AppRecord,
  account: AccountRecord | undefined,
) => Promise<AppReason | undefined>)[] = [
  async (_, __, { isEnabled }) => (isEnabled ? undefined : 'app-disabled'),
  async (_, __, ___, account) => (account ? undefined : 'no-such-account'),
  async ({ storage }, _, { businessId, id, access }, account) =>
    !account || access === 'everyone' || (await storage.apps.isAllowed(businessId, id, account.id))
      ? undefined
      : 'not-listed',
  async (deps, business, { id }, account) =>
    account && (await missingFields(deps, business, account, id)).length > 0
      ? 'profile-incomplete'
      : undefined,
];

/** Empty: it is among the account's apps, and opens. */
export async function whyApp(
  deps: Needs,
  business: Business,
  appId: string,
  accountId: string,
): Promise<Result<{ reasons: AppReason[] }>> {
  const app = await deps.storage.apps.byId(business.id, appId);
  if (!app) return fail('app-not-found');
  const account = await deps.storage.accounts.byId(business.id, accountId);
  const reasons = await Promise.all(rules.map((rule) => rule(deps, business, app, account)));
  return succeed({ reasons: reasons.filter((reason) => reason !== undefined) });
}
