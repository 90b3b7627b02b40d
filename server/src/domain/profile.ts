/** The profile of an account: read, saved field by field, and whether it is complete. */
import { type FieldValue, isMissing } from '../../../src/contract/profile-fields.ts';
import type { Profile, ProfileSaved } from '../../../src/contract/profile-operations.ts';
import { allOrNothing } from './all-or-nothing.ts';
import type { Authenticated } from './authenticate.ts';
import type { Business } from './business.ts';
import type { Caller } from './caller.ts';
import { checkValues } from './check-profile.ts';
import type { AccountRecord, Dependencies, Stores } from './ports.ts';
import { type ProfileFieldSettings, ruleOf, shownField } from './profile-fields.ts';
import { queueEvent } from './queue-event.ts';
import { fail, type Result, succeed } from './result.ts';

type Values = Record<string, FieldValue>;

export async function readProfile(
  { storage, phones }: Dependencies,
  { business, locale }: Caller,
  { account }: Authenticated,
): Promise<Result<Profile>> {
  const { languages, profileFields } = business.settings;
  const values = await storage.profiles.of(account);
  const asked = Object.fromEntries(
    profileFields.flatMap(({ name, type }) => {
      const value = values[name];
      if (value === undefined) return [];
      return [[name, type === 'phone' ? phones.written(String(value)) : value]];
    }),
  );
  const own = { name: account.name, ...(account.locale !== null && { locale: account.locale }) };
  return succeed({
    email: account.email,
    hasPassword: account.passwordVerifier !== null,
    languages: languages.length > 0 ? [...languages] : [locale],
    fields: profileFields.map((field) => shownField(field, locale, business)),
    values: { ...asked, ...own },
    ...completion(business, values),
  });
}

/** All of what was sent or nothing of it. Every field is a statement of its own: two tabs lose nothing of each other's. */
export async function saveProfile(
  deps: Dependencies,
  { business }: Caller,
  { account }: Authenticated,
  { values: sent }: { values: Record<string, unknown> },
): Promise<Result<ProfileSaved>> {
  const { values: kept, errors } = checkValues(deps, (name) => ruleOf(business, name), sent, '/values');
  if (errors.length > 0) return fail('invalid-input', { errors });
  const shown = Object.fromEntries(
    kept.map(([name, value]) => {
      const isPhone = ruleOf(business, name)?.type === 'phone' && typeof value === 'string';
      return [name, isPhone ? deps.phones.written(value) : value];
    }),
  );
  return allOrNothing(deps, async (stores) => {
    // Two tabs that each save what is missing in the other: the second to come here sees that nothing is.
    await stores.accounts.hold(account);
    const before = completion(business, await stores.profiles.of(account));
    for (const [name, value] of kept) {
      if (!(await keep(stores, account, name, value, deps.clock.now()))) return fail('token-invalid');
    }
    const after = completion(business, await stores.profiles.of(account));
    if (before.missing.length > 0 && after.missing.length === 0) {
      await queueEvent(deps, stores, 'profile.completed', account);
    }
    return succeed({ values: shown, ...after });
  });
}

/** With the account, in the transaction that makes it. What the business has ceased to ask meanwhile is not kept. */
export async function keepAnswers(
  deps: Dependencies,
  stores: Stores,
  business: Business,
  account: AccountRecord,
  answers: Values,
): Promise<void> {
  const good = checkValues(deps, (name) => ruleOf(business, name), answers, '/values').values;
  for (const [name, value] of good) await keep(stores, account, name, value, deps.clock.now());
  const { missing, progress } = completion(business, await stores.profiles.of(account));
  if (progress.total > 0 && missing.length === 0)
    await queueEvent(deps, stores, 'profile.completed', account);
}

/** False when the account has gone meanwhile. */
async function keep(
  { accounts, profiles }: Stores,
  account: AccountRecord,
  name: string,
  value: FieldValue | null,
  now: number,
): Promise<boolean> {
  if (name === 'name') return accounts.describe(account, { name: String(value) });
  if (name === 'locale') return accounts.describe(account, { locale: value as string | null });
  return profiles.put(account, name, value, now);
}

/** The name is always there: nobody comes to be without one. */
function completion(
  { settings }: Business,
  values: Values,
): { missing: string[]; progress: { done: number; total: number } } {
  const missing = missingOf(settings.profileFields, values).map(({ name }) => name);
  const total = settings.profileFields.filter(({ required }) => required).length;
  return { missing, progress: { done: total - missing.length, total } };
}

const missingOf = (
  fields: readonly ProfileFieldSettings[],
  values: Values,
  app?: string,
): ProfileFieldSettings[] => fields.filter((field) => isMissing(field, values[field.name], app));

/** What is asked for and not there; of one app, or of any. Where nothing is asked for, nothing is looked up. */
export async function missingFields(
  { storage }: Pick<Dependencies, 'storage'>,
  { settings }: Business,
  account: Pick<AccountRecord, 'id' | 'businessId'>,
  app?: string,
): Promise<ProfileFieldSettings[]> {
  if (!settings.profileFields.some(({ required }) => required)) return [];
  return missingOf(settings.profileFields, await storage.profiles.of(account), app);
}
