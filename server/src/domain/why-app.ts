/** Why an account does not come into an app: for the business, never for the account itself. */
import type { AppReason } from '../../../src/contract/app-admin-operations.ts';
import type { Business } from './business.ts';
import type { AccountRecord, AppRecord, Dependencies } from './ports.ts';
import { fail, type Result, succeed } from './result.ts';

type Needs = Pick<Dependencies, 'storage'>;

/** One rule each, in the order in which they are told. Together they say what `AppStore.usable` says in one query. */
const rules: readonly ((
  deps: Needs,
  app: AppRecord,
  account: AccountRecord | undefined,
) => Promise<AppReason | undefined>)[] = [
  async (_, { isEnabled }) => (isEnabled ? undefined : 'app-disabled'),
  async (_, __, account) => (account ? undefined : 'no-such-account'),
  async ({ storage }, { businessId, id, access }, account) =>
    !account || access === 'everyone' || (await storage.apps.isAllowed(businessId, id, account.id))
      ? undefined
      : 'not-listed',
];

/** Empty: it is among the account's apps, and opens. */
export async function whyApp(
  deps: Needs,
  { id: businessId }: Business,
  appId: string,
  accountId: string,
): Promise<Result<{ reasons: AppReason[] }>> {
  const app = await deps.storage.apps.byId(businessId, appId);
  if (!app) return fail('app-not-found');
  const account = await deps.storage.accounts.byId(businessId, accountId);
  const reasons = await Promise.all(rules.map((rule) => rule(deps, app, account)));
  return succeed({ reasons: reasons.filter((reason) => reason !== undefined) });
}
