import type { FieldValue } from '../../../src/contract/profile-fields.ts';
import type { TidyRow } from './account-rows.ts';
import type { AccountRecord, ImportedKind, Stores } from './ports.ts';

/** What the database holds of the rows of one batch, kept up to date while the batch goes on. */
export interface KnownRows {
  named(externalId: string): AccountRecord | undefined;
  at(email: string): readonly AccountRecord[];
  /** The apps of the business. */
  apps: ReadonlySet<string>;
  allowed(accountId: string): ReadonlySet<string>;
  keep(account: AccountRecord): void;
  replace(before: AccountRecord, account: AccountRecord): void;
  allow(accountId: string, apps: ReadonlySet<string>): void;
  /** What the account has answered, by the field. */
  answers(accountId: string): Record<string, FieldValue>;
  /** How many imported hashes of each kind the fullest of these mailboxes has. */
  kinds(): ImportedKind[];
}

/** A handful of queries a batch, however many rows it has. */
export async function lookUpRows(
  { accounts, apps, profiles }: Pick<Stores, 'accounts' | 'apps' | 'profiles'>,
  businessId: string,
  rows: readonly TidyRow[],
): Promise<KnownRows> {
  const ids = new Set(rows.flatMap(({ externalId }) => externalId ?? []));
  const named = new Map<string, AccountRecord>();
  for (const account of await accounts.byExternalIds(businessId, [...ids])) {
    named.set(account.externalId ?? '', account);
  }
  const emails = new Set([...rows, ...named.values()].map(({ email }) => email));
  const mailboxes = new Map<string, AccountRecord[]>();
  for (const account of await accounts.byEmails(businessId, [...emails])) keepAt(account);

  const permissions = new Map<string, Set<string>>();
  const isAppsNamed = rows.some((row) => row.apps !== undefined);
  const accountIds = [...mailboxes.values()].flat().map(({ id }) => id);
  const isAnswered = rows.some((row) => row.profile !== undefined);
  const answers = await profiles.ofAll(businessId, isAnswered ? accountIds : []);
  if (isAppsNamed) {
    for (const { accountId, appId } of await apps.permissionsOf(businessId, accountIds)) {
      permissions.set(accountId, (permissions.get(accountId) ?? new Set()).add(appId));
    }
  }

  function keepAt(account: AccountRecord): void {
    mailboxes.set(account.email, [...(mailboxes.get(account.email) ?? []), account]);
    if (account.externalId !== null) named.set(account.externalId, account);
  }

  return {
    named: (externalId) => named.get(externalId),
    at: (email) => mailboxes.get(email) ?? [],
    apps: new Set(isAppsNamed ? (await apps.all(businessId)).map(({ id }) => id) : []),
    allowed: (accountId) => permissions.get(accountId) ?? new Set(),
    answers(accountId) {
      const known = answers.get(accountId) ?? {};
      answers.set(accountId, known);
      return known;
    },
    keep: keepAt,
    replace(before, account) {
      const others = mailboxes.get(before.email)?.filter(({ id }) => id !== before.id) ?? [];
      mailboxes.set(before.email, others);
      keepAt(account);
    },
    allow: (accountId, allowed) => permissions.set(accountId, new Set(allowed)),
    kinds() {
      const most = new Map<string, number>();
      for (const mailbox of mailboxes.values()) {
        const here = new Map<string, number>();
        for (const { importedHash } of mailbox) {
          if (importedHash) here.set(importedHash.kind, (here.get(importedHash.kind) ?? 0) + 1);
        }
        for (const [kind, count] of here) most.set(kind, Math.max(count, most.get(kind) ?? 0));
      }
      return [...most]
        .map(([kind, count]) => ({ kind, most: count }))
        .toSorted((a, b) => (a.kind < b.kind ? -1 : 1));
    },
  };
}
