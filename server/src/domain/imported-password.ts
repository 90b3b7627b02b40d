/**
 * Passwords as other systems hashed them. While a business has accounts with such a hash, every log-in there costs as
 * many checks of each kind as its fullest mailbox has, whoever is asked for: what a mailbox lacks is made up for with
 * hashes that nothing opens (SECURITY T4, docs/decisions).
 */
import type { AccountRecord, Dependencies, HashFault, ImportedHash } from './ports.ts';

const purpose = 'imported-hash';

/** What is stored of a hash, for this account alone: put into another row it opens nothing. */
export async function sealImportedHash(
  { importedHasher, secrets }: Pick<Dependencies, 'importedHasher' | 'secrets'>,
  accountId: string,
  hash: string,
): Promise<ImportedHash | HashFault> {
  const read = importedHasher.read(hash);
  if ('fault' in read) return read;
  return { kind: read.kind, sealed: await secrets.seal(purpose, JSON.stringify([accountId, hash])) };
}

/** Undefined for one that was sealed under another server key, or for another account. */
export async function openImportedHash(
  { secrets }: Pick<Dependencies, 'secrets'>,
  { id, importedHash }: AccountRecord,
): Promise<string | undefined> {
  const opened = importedHash && (await secrets.open(purpose, importedHash.sealed));
  if (opened === null || opened === undefined) return undefined;
  const [accountId, hash] = JSON.parse(opened) as [string, string];
  return accountId === id ? hash : undefined;
}

/** The accounts of a mailbox whose imported hash the password opens. */
export async function accountsOpenedByImport(
  deps: Dependencies,
  { businessId, accounts }: { businessId: string; accounts: AccountRecord[] },
  password: string,
): Promise<AccountRecord[] | 'busy'> {
  const kinds = await deps.storage.importedKinds.of(businessId);
  const due = new Map(kinds.map(({ kind, most }) => [kind, most]));
  const opened: AccountRecord[] = [];
  for (const account of accounts) {
    if (!account.importedHash) continue;
    const { kind } = account.importedHash;
    due.set(kind, (due.get(kind) ?? 0) - 1);
    const hash = await openImportedHash(deps, account);
    const isRight = await deps.importedHasher.verify(hash ?? kind, password);
    if (isRight === 'busy') return 'busy';
    if (isRight) opened.push(account);
  }
  for (const [kind, lacking] of due) {
    for (let checks = 0; checks < lacking; checks += 1) {
      if ((await deps.importedHasher.verify(kind, password)) === 'busy') return 'busy';
    }
  }
  return opened;
}
