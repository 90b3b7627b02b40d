/**
 * Puts accounts by the business's own names for them, as often as it likes: a row that says what is known already changes
 * nothing. All rows in one transaction, so that an import that is killed leaves nothing half-done.
 */
import { type AccountRow, refused, type RowOutcome, type TidyRow, tidyRow } from './account-rows.ts';
import type { Business } from './business.ts';
import { openImportedHash, sealImportedHash } from './imported-password.ts';
import type { AccountRecord, Dependencies, ImportedHash, Stores } from './ports.ts';
import { goodAfter } from './proof.ts';
import { fail, inputFailure } from './result.ts';
import { lookUpRows, type KnownRows } from './rows-look-up.ts';
import { withdrawAccess } from './withdraw-access.ts';

type Parts = Pick<Dependencies, 'clock' | 'random' | 'secrets' | 'storage' | 'importedHasher' | 'phones'>;

/** Everything that one batch works with. */
interface Batch {
  deps: Parts;
  stores: Stores;
  business: Business;
  known: KnownRows;
  /** What new accounts will have, by their rows. */
  sealed: Map<TidyRow, { id: string; importedHash: ImportedHash }>;
  isDryRun: boolean;
}

/** One outcome a row, in their order. `isDryRun`: nothing is written, and the outcomes are what they would be. */
export function putAccounts(
  deps: Parts,
  business: Business,
  rows: readonly AccountRow[],
  { isDryRun = false } = {},
): Promise<RowOutcome[]> {
  const tidied = rows.map((row) => tidyRow(deps, business, row));
  const sound = tidied.flatMap((row) => ('outcome' in row ? [] : [row]));
  return deps.storage.transaction(async (stores) => {
    // Imports side by side would each find room in a mailbox, or no account of a name, where the other puts one.
    if (!isDryRun) await stores.businesses.hold(business.id);
    const known = await lookUpRows(stores, business.id, sound);
    const batch: Batch = { deps, stores, business, known, sealed: new Map(), isDryRun };
    await sealNew(batch, sound);
    const outcomes: RowOutcome[] = [];
    for (const row of tidied) outcomes.push('outcome' in row ? row : await putOne(batch, row));
    if (!isDryRun) await noteKinds(batch);
    return outcomes;
  });
}

const roomFor = ({ settings }: Business): number =>
  settings.allowDuplicateAccounts ? settings.accountsPerEmail : 1;

async function putOne(batch: Batch, row: TidyRow): Promise<RowOutcome> {
  const { business, known } = batch;
  const { allowDuplicateAccounts } = business.settings;
  if (row.externalId === undefined && allowDuplicateAccounts) {
    // Which of a mailbox's accounts is meant could not be told.
    return refused(inputFailure({ externalId: 'required' }) ?? fail('invalid-input'));
  }
  if (row.apps?.some((app) => !known.apps.has(app))) {
    return refused(inputFailure({ apps: 'invalid' }) ?? fail('invalid-input'));
  }
  const account = found(batch, row);
  return account ? update(batch, account, row) : create(batch, row);
}

/**
 * By the business's name for it. Where a mailbox has one account only, an account without such a name is the same
 * customer, who came first: its mailbox is proved, so nobody else can have made it.
 */
function found({ business, known }: Batch, { externalId, email }: TidyRow): AccountRecord | undefined {
  const named = externalId === undefined ? undefined : known.named(externalId);
  if (named || business.settings.allowDuplicateAccounts) return named;
  const [only] = known.at(email);
  return only && (externalId === undefined || only.externalId === null) ? only : undefined;
}

/** Side by side: one after the other they would take longer than all that is written. */
async function sealNew(batch: Batch, rows: readonly TidyRow[]): Promise<void> {
  const fresh = rows.filter((row) => row.passwordHash !== undefined && !found(batch, row));
  await Promise.all(
    fresh.map(async (row) => {
      const id = batch.deps.random.id();
      batch.sealed.set(row, { id, importedHash: await seal(batch, id, row.passwordHash ?? '') });
    }),
  );
}

async function create(batch: Batch, row: TidyRow): Promise<RowOutcome> {
  const { deps, stores, business, known, isDryRun } = batch;
  const most = roomFor(business);
  if (known.at(row.email).length >= most) return refused(fail('account-limit'));
  const { id, importedHash } = batch.sealed.get(row) ?? { id: deps.random.id(), importedHash: null };
  const account: AccountRecord = {
    id,
    businessId: business.id,
    email: row.email,
    name: row.name,
    createdAt: deps.clock.now(),
    lastSignInAt: null,
    passwordSalt: null,
    passwordVerifier: null,
    proofsGoodFrom: 0,
    locale: row.locale ?? null,
    externalId: row.externalId ?? null,
    importedHash,
    isMailboxProved: row.emailVerified ?? true,
  };
  // Somebody may have signed up since the look.
  if (!isDryRun && (await stores.accounts.insert(account, most)) === 'full') {
    return refused(fail('account-limit'));
  }
  known.keep(account);
  await putApps(batch, account, row.apps);
  await putAnswers(batch, account, row.profile);
  return { outcome: 'created', account: id };
}

async function update(batch: Batch, before: AccountRecord, row: TidyRow): Promise<RowOutcome> {
  const { deps, stores, business, known, isDryRun } = batch;
  const goodFrom = goodAfter(deps.clock.now());
  const most = roomFor(business);
  const isMoved = before.email !== row.email;
  if (isMoved && known.at(row.email).length >= most) return refused(fail('account-limit'));
  const importedHash = await newHash(batch, before, row.passwordHash);

  const wanted = {
    name: row.name,
    locale: row.locale === undefined ? before.locale : row.locale,
    externalId: row.externalId ?? before.externalId,
    isMailboxProved: isMoved
      ? (row.emailVerified ?? true)
      : before.isMailboxProved || row.emailVerified === true,
  };
  const isDescribed = (['name', 'locale', 'externalId', 'isMailboxProved'] as const).some(
    (what) => wanted[what] !== before[what],
  );

  let account = before;
  if (isMoved) {
    // First: where it finds no room, nothing else of the row was done.
    const moved = isDryRun
      ? { ...account, email: row.email }
      : await stores.accounts.move(account, { ...account, email: row.email }, most, goodFrom);
    if (typeof moved === 'string') return refused(fail('account-limit'));
    account = moved;
  }
  account = { ...account, ...wanted };
  if (isDescribed && !isDryRun) await stores.accounts.describe(account, wanted);
  if (importedHash) {
    if (!isDryRun) await stores.accounts.setImportedHash(account, importedHash, goodFrom);
    account = { ...account, importedHash, proofsGoodFrom: goodFrom };
  }
  // Nothing that was proved by another mailbox or another password opens it any more.
  if ((isMoved || importedHash) && !isDryRun) await withdrawAccess(stores, account.id, deps.clock.now());
  known.replace(before, account);
  const isPermitted = await putApps(batch, account, row.apps);
  const isAnswered = await putAnswers(batch, account, row.profile);
  const isChanged = isDescribed || isMoved || importedHash !== undefined || isPermitted || isAnswered;
  return { outcome: isChanged ? 'updated' : 'unchanged', account: account.id };
}

/**
 * Until the customer was here; then the password is theirs. A file that is imported once more must not bring an old one
 * back, least of all one that the first proof of the mailbox has dropped.
 */
async function newHash(batch: Batch, account: AccountRecord, hash: string | undefined) {
  const isTheirs =
    account.passwordVerifier !== null || (!account.importedHash && account.lastSignInAt !== null);
  if (hash === undefined || isTheirs) return undefined;
  return (await openImportedHash(batch.deps, account)) === hash ? undefined : seal(batch, account.id, hash);
}

async function seal({ deps }: Batch, accountId: string, hash: string) {
  const sealed = await sealImportedHash(deps, accountId, hash);
  if ('fault' in sealed) throw new TypeError('The row was not looked at before.');
  return sealed;
}

/** True when something changed. */
async function putApps(
  { stores, business, known, isDryRun }: Batch,
  { id }: AccountRecord,
  apps: readonly string[] | undefined,
): Promise<boolean> {
  if (!apps) return false;
  const wanted = new Set(apps);
  const allowed = known.allowed(id);
  const added = [...wanted].filter((app) => !allowed.has(app));
  const gone = [...allowed].filter((app) => !wanted.has(app));
  if (!isDryRun) {
    for (const app of added) await stores.apps.allow(business.id, app, id);
    for (const app of gone) await stores.apps.deny(business.id, app, id);
  }
  known.allow(id, wanted);
  return added.length + gone.length > 0;
}

/** True when something changed. Only what did is written. */
async function putAnswers(
  { deps, stores, known, isDryRun }: Batch,
  account: AccountRecord,
  profile: TidyRow['profile'],
): Promise<boolean> {
  const before = known.answers(account.id);
  const changed = Object.entries(profile ?? {}).filter(
    ([name, value]) => JSON.stringify(before[name] ?? null) !== JSON.stringify(value),
  );
  for (const [name, value] of changed) {
    if (!isDryRun) await stores.profiles.put(account, name, value, deps.clock.now());
    if (value === null) delete before[name];
    else before[name] = value;
  }
  return changed.length > 0;
}

/** In one order: imports of two businesses never meet, but a purge may be at the same rows. */
async function noteKinds({ deps, stores, business, known }: Batch): Promise<void> {
  for (const kind of known.kinds()) await stores.importedKinds.note(business.id, kind, deps.clock.now());
}
