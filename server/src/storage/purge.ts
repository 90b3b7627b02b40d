/**
 * Deletes what is over. Each kind is a statement of its own and takes at most `most` rows by an index,
 * so a purge never holds up the requests beside it; rows that another process is purging are skipped.
 */
import type { Kysely, SelectQueryBuilder } from 'kysely';
import { numbers } from '../domain/numbers.ts';
import type { Database } from './schema.ts';

/** How long what is over may still be asked for: ended sessions by support, mails by the operator. */
const keptAfterwards = 7 * 24 * 60 * 60 * 1_000;

export async function purge(db: Kysely<Database>, now: number, most: number): Promise<void> {
  const kept = now - keptAfterwards;
  const batch = <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>) =>
    query.limit(most).forUpdate().skipLocked();

  // SECURITY section 2: the sealed predecessor serves tabs that raced, and nobody after that.
  await db
    .with('stale', (qb) =>
      qb
        .selectFrom('sessions')
        .select('id')
        .where('sealed_previous', 'is not', null)
        .where('rotated_at', '<', now - numbers.refreshGrace)
        .orderBy('rotated_at')
        .$call(batch),
    )
    .updateTable('sessions')
    .set({ sealed_previous: null })
    .where('id', 'in', (eb) => eb.selectFrom('stale').select('stale.id'))
    .execute();

  await db
    .with('past', (qb) =>
      qb.selectFrom('flows').select('id').where('expires_at', '<=', now).orderBy('expires_at').$call(batch),
    )
    .deleteFrom('flows')
    .where('id', 'in', (eb) => eb.selectFrom('past').select('past.id'))
    .execute();

  await db
    .with('past', (qb) =>
      qb
        .selectFrom('selections')
        .select('ticket_digest')
        .where('expires_at', '<=', now)
        .orderBy('expires_at')
        .$call(batch),
    )
    .deleteFrom('selections')
    .where('ticket_digest', 'in', (eb) => eb.selectFrom('past').select('past.ticket_digest'))
    .execute();

  await db
    .with('past', (qb) =>
      qb
        .selectFrom('access_tokens')
        .select('digest')
        .where('expires_at', '<=', now)
        .orderBy('expires_at')
        .$call(batch),
    )
    .deleteFrom('access_tokens')
    .where('digest', 'in', (eb) => eb.selectFrom('past').select('past.digest'))
    .execute();

  await db
    .with('past', (qb) =>
      qb
        .selectFrom('proofs')
        .select(['key_thumbprint', 'jti'])
        .where('expires_at', '<=', now)
        .orderBy('expires_at')
        .$call(batch),
    )
    .deleteFrom('proofs')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('key_thumbprint', 'jti'),
        'in',
        selectFrom('past').select(['past.key_thumbprint', 'past.jti']).$asTuple('key_thumbprint', 'jti'),
      ),
    )
    .execute();

  await db
    .with('past', (qb) =>
      qb.selectFrom('sessions').select('id').where('over_at', '<=', kept).orderBy('over_at').$call(batch),
    )
    .deleteFrom('sessions')
    .where('id', 'in', (eb) => eb.selectFrom('past').select('past.id'))
    .execute();

  await db
    .with('past', (qb) =>
      qb.selectFrom('outbox').select('id').where('expires_at', '<=', kept).orderBy('expires_at').$call(batch),
    )
    .deleteFrom('outbox')
    .where('id', 'in', (eb) => eb.selectFrom('past').select('past.id'))
    .execute();

  await db
    .with('past', (qb) =>
      qb.selectFrom('mailbox').select('id').where('sent_at', '<=', kept).orderBy('sent_at').$call(batch),
    )
    .deleteFrom('mailbox')
    .where('id', 'in', (eb) => eb.selectFrom('past').select('past.id'))
    .execute();
}
