/** What the business sees of its accounts and does with one: the command line and the admin API call these. */
import type { KnownAccount } from '../../../src/contract/account-admin.ts';
import { allOrNothing } from './all-or-nothing.ts';
import type { Business } from './business.ts';
import { canonicalEmail } from './email.ts';
import { eraseAccount } from './erase-account.ts';
import { accountNamed } from './named-account.ts';
import { instantOf, pageOf, type Paging } from './page.ts';
import type { AccountRecord, Dependencies, Stores } from './ports.ts';
import { fail, type Result, succeed } from './result.ts';

interface AccountFilter {
  email?: string | undefined;
  externalId?: string | undefined;
}

export async function listAccounts(
  { storage }: Pick<Dependencies, 'storage'>,
  { id: businessId }: Business,
  { email, externalId, ...paging }: Paging & AccountFilter,
): Promise<Result<{ items: KnownAccount[]; next?: string }>> {
  const canonical = email === undefined ? undefined : canonicalEmail(email);
  if (email !== undefined && canonical === undefined) {
    return fail('invalid-input', { errors: [{ pointer: '/email', code: 'email-invalid' }] });
  }
  const page = await pageOf(
    paging,
    async (wanted) => {
      const found = await storage.accounts.page(businessId, wanted, { email: canonical, externalId });
      return found.map((account) => ({ place: { order: account.createdAt, id: account.id }, account }));
    },
    ({ account }) => account,
  );
  if (!page.ok) return page;
  return succeed({ ...page.value, items: await known(storage, businessId, page.value.items) });
}

/** `name`: the business's own identifier, or the portal's. */
export async function readAccount(
  { storage }: Pick<Dependencies, 'storage'>,
  { id: businessId }: Business,
  name: string,
): Promise<Result<KnownAccount>> {
  const account = await accountNamed(storage, businessId, name);
  if (!account.ok) return account;
  const [shown] = await known(storage, businessId, [account.value]);
  return shown ? succeed(shown) : fail('account-not-found');
}

/** As its owner would: everything goes, and the mailbox is told. */
export async function removeAccount(
  deps: Pick<Dependencies, 'clock' | 'random' | 'secrets' | 'storage' | 'notifyOutbox'>,
  business: Business,
  name: string,
): Promise<Result<undefined>> {
  const removed = await allOrNothing(deps, async (stores) => {
    const account = await accountNamed(stores, business.id, name);
    if (!account.ok) return account;
    const { locale } = account.value;
    const { languages } = business.settings;
    const spoken = locale !== null && languages.includes(locale) ? locale : (languages[0] ?? 'en');
    const by = { business, locale: spoken, device: null };
    return (await eraseAccount(deps, stores, by, account.value))
      ? succeed(undefined)
      : fail('account-not-found');
  });
  if (removed.ok) deps.notifyOutbox();
  return removed;
}

/** Three queries a page, however long it is. */
async function known(
  { apps, profiles }: Pick<Stores, 'apps' | 'profiles'>,
  businessId: string,
  accounts: readonly AccountRecord[],
): Promise<KnownAccount[]> {
  const ids = accounts.map(({ id }) => id);
  const answers = await profiles.ofAll(businessId, ids);
  const permissions = await apps.permissionsOf(businessId, ids);
  return accounts.map((account) => ({
    account: account.id,
    ...(account.externalId !== null && { externalId: account.externalId }),
    email: account.email,
    name: account.name,
    ...(account.locale !== null && { locale: account.locale }),
    emailVerified: account.isMailboxProved,
    passwordOrigin: account.passwordVerifier !== null ? 'own' : account.importedHash ? 'imported' : 'none',
    createdAt: instantOf(account.createdAt),
    ...(account.lastSignInAt !== null && { lastSignInAt: instantOf(account.lastSignInAt) }),
    apps: permissions.flatMap(({ accountId, appId }) => (accountId === account.id ? [appId] : [])).sort(),
    profile: answers.get(account.id) ?? {},
  }));
}
