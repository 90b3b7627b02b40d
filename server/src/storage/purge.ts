/**
 * Deletes what is over. Each kind is a statement of its own and takes at most `most` rows by an index,
 * so a purge never holds up the requests beside it; rows that another process is purging are skipped.
 */
import { type Kysely, sql } from 'kysely';
import { numbers } from '../domain/numbers.ts';
import { keyColumns } from './limit-keys.ts';
import type { Database } from './schema.ts';

/** How long what is over may still be asked for: ended sessions by support, mails by the operator. */
const keptAfterwards = 7 * 24 * 60 * 60 * 1_000;

const kindKept = 60 * 60 * 1_000;

/** Rows of a table, by its key, go when what stands in `column` is at or before `until`. */
type Kind = {
  [T in keyof Database]: {
    table: T;
    key: readonly (keyof Database[T] & string)[];
    column: keyof Database[T] & string;
    until: number;
  };
}[keyof Database];

const kindsAt = (now: number): Kind[] => [
  { table: 'flows', key: ['id'], column: 'expires_at', until: now - numbers.flowKept },
  { table: 'selections', key: ['ticket_digest'], column: 'expires_at', until: now },
  { table: 'account_links', key: ['digest'], column: 'expires_at', until: now },
  { table: 'hand_offs', key: ['id'], column: 'expires_at', until: now },
  { table: 'artifacts', key: ['business_id', 'model', 'digest'], column: 'expires_at', until: now },
  { table: 'log_outs', key: ['business_id', 'app_id', 'sid'], column: 'expires_at', until: now },
  { table: 'access_tokens', key: ['digest'], column: 'expires_at', until: now },
  { table: 'proofs', key: ['key_thumbprint', 'jti'], column: 'expires_at', until: now },
  { table: 'first_answers', key: ['scope'], column: 'expires_at', until: now },
  { table: 'counters', key: keyColumns, column: 'resets_at', until: now },
  { table: 'strikes', key: keyColumns, column: 'last_at', until: now - numbers.wrongPasswords.window },
  {
    table: 'known_devices',
    key: ['business_id', 'mailbox', 'key_thumbprint', 'account_id'],
    column: 'last_used_at',
    until: now - numbers.deviceKept,
  },
  { table: 'sessions', key: ['id'], column: 'over_at', until: now - keptAfterwards },
  { table: 'outbox', key: ['id'], column: 'expires_at', until: now - keptAfterwards },
  { table: 'webhook_deliveries', key: ['id'], column: 'expires_at', until: now },
  { table: 'mailbox', key: ['id'], column: 'sent_at', until: now - keptAfterwards },
];

/** True when a kind had `most` rows: there may be more. */
export async function purge(db: Kysely<Database>, now: number, most: number): Promise<boolean> {
  await forgetKinds(db, now, most);
  const counts = [await forgetPredecessors(db, now, most)];
  for (const kind of kindsAt(now)) counts.push(await deleteKind(db, kind, most));
  return counts.some((rows) => rows >= most);
}

/** SECURITY section 2: the sealed predecessor serves tabs that raced, and nobody after that. */
async function forgetPredecessors(db: Kysely<Database>, now: number, most: number): Promise<bigint> {
  const { numUpdatedRows } = await db
    .with('stale', (qb) =>
      qb
        .selectFrom('sessions')
        .select('id')
        .where('sealed_previous', 'is not', null)
        .where('rotated_at', '<', now - numbers.refreshGrace)
        .orderBy('rotated_at')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('sessions')
    .set({ sealed_previous: null })
    .where('id', 'in', (eb) => eb.selectFrom('stale').select('stale.id'))
    .executeTakeFirst();
  return numUpdatedRows;
}

/**
 * Kinds of imported hashes that no account has any more: log-ins need not pay for them. Each is looked at once an hour; an
 * import that is just adding accounts of the kind renews its row, and then it is not the one that was looked at.
 */
async function forgetKinds(db: Kysely<Database>, now: number, most: number): Promise<void> {
  const due = await db
    .selectFrom('imported_kinds')
    .selectAll()
    .where('noted_at', '<', now - kindKept)
    .orderBy('noted_at')
    .limit(most)
    .execute();
  for (const { business_id, kind, noted_at } of due) {
    const inUse = await db
      .selectFrom('accounts')
      .select('id')
      .where('business_id', '=', business_id)
      .where('imported_kind', '=', kind)
      .limit(1)
      .executeTakeFirst();
    const asLookedAt = { business_id, kind, noted_at };
    await (
      inUse
        ? db
            .updateTable('imported_kinds')
            .set({ noted_at: now })
            .where((eb) => eb.and(asLookedAt))
        : db.deleteFrom('imported_kinds').where((eb) => eb.and(asLookedAt))
    ).execute();
  }
}

async function deleteKind(
  db: Kysely<Database>,
  { table, key, column, until }: Kind,
  most: number,
): Promise<bigint> {
  // Each kind was checked where it is listed; a query that serves them all knows of names only.
  const anyTable = db as unknown as Kysely<Record<string, Record<string, unknown>>>;
  const { numDeletedRows } = await anyTable
    .with('past', (qb) =>
      qb
        .selectFrom(table)
        .select([...key])
        .where(column, '<=', until)
        .orderBy(column)
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .deleteFrom(table)
    .where(({ eb, selectFrom }) =>
      eb(
        sql`(${sql.join(key.map((name) => sql.ref(name)))})`,
        'in',
        selectFrom('past').select(key.map((name) => `past.${name}` as const)),
      ),
    )
    .executeTakeFirst();
  return numDeletedRows;
}
