/**
 * Deletes what is over. Each kind is a statement of its own and takes at most `most` rows by an index,
 * so a purge never holds up the requests beside it; rows that another process is purging are skipped.
 */
import type { DeleteResult, Kysely, SelectQueryBuilder, UpdateResult } from 'kysely';
import { numbers } from '../domain/numbers.ts';
import type { Database } from './schema.ts';

/** How long what is over may still be asked for: ended sessions by support, mails by the operator. */
const keptAfterwards = 7 * 24 * 60 * 60 * 1_000;

/** True when a kind had `most` rows: there may be more. */
export async function purge(db: Kysely<Database>, now: number, most: number): Promise<boolean> {
  let isMore = false;
  const run = async (query: { execute(): Promise<(DeleteResult | UpdateResult)[]> }) => {
    const [result] = await query.execute();
    const rows = result && ('numDeletedRows' in result ? result.numDeletedRows : result.numUpdatedRows);
    isMore ||= rows !== undefined && rows >= most;
  };
  const kept = now - keptAfterwards;
  const batch = <DB, TB extends keyof DB, O>(query: SelectQueryBuilder<DB, TB, O>) =>
    query.limit(most).forUpdate().skipLocked();

  // SECURITY section 2: the sealed predecessor serves tabs that raced, and nobody after that.
  await run(
    db
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
      .where('id', 'in', (eb) => eb.selectFrom('stale').select('stale.id')),
  );

  await run(
    db
      .with('past', (qb) =>
        qb
          .selectFrom('flows')
          .select('id')
          .where('expires_at', '<=', now - numbers.flowKept)
          .orderBy('expires_at')
          .$call(batch),
      )
      .deleteFrom('flows')
      .where('id', 'in', (eb) => eb.selectFrom('past').select('past.id')),
  );

  await run(
    db
      .with('past', (qb) =>
        qb
          .selectFrom('selections')
          .select('ticket_digest')
          .where('expires_at', '<=', now)
          .orderBy('expires_at')
          .$call(batch),
      )
      .deleteFrom('selections')
      .where('ticket_digest', 'in', (eb) => eb.selectFrom('past').select('past.ticket_digest')),
  );

  await run(
    db
      .with('past', (qb) =>
        qb
          .selectFrom('account_links')
          .select('digest')
          .where('expires_at', '<=', now)
          .orderBy('expires_at')
          .$call(batch),
      )
      .deleteFrom('account_links')
      .where('digest', 'in', (eb) => eb.selectFrom('past').select('past.digest')),
  );

  await run(
    db
      .with('past', (qb) =>
        qb
          .selectFrom('access_tokens')
          .select('digest')
          .where('expires_at', '<=', now)
          .orderBy('expires_at')
          .$call(batch),
      )
      .deleteFrom('access_tokens')
      .where('digest', 'in', (eb) => eb.selectFrom('past').select('past.digest')),
  );

  await run(
    db
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
      ),
  );

  await run(
    db
      .with('past', (qb) =>
        qb
          .selectFrom('first_answers')
          .select('scope')
          .where('expires_at', '<=', now)
          .orderBy('expires_at')
          .$call(batch),
      )
      .deleteFrom('first_answers')
      .where('scope', 'in', (eb) => eb.selectFrom('past').select('past.scope')),
  );

  await run(
    db
      .with('past', (qb) =>
        qb
          .selectFrom('counters')
          .select(['business_id', 'scope', 'subject'])
          .where('resets_at', '<=', now)
          .orderBy('resets_at')
          .$call(batch),
      )
      .deleteFrom('counters')
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('business_id', 'scope', 'subject'),
          'in',
          selectFrom('past')
            .select(['past.business_id', 'past.scope', 'past.subject'])
            .$asTuple('business_id', 'scope', 'subject'),
        ),
      ),
  );

  await run(
    db
      .with('past', (qb) =>
        qb
          .selectFrom('strikes')
          .select(['business_id', 'scope', 'subject'])
          .where('last_at', '<=', now - numbers.strikesKept)
          .orderBy('last_at')
          .$call(batch),
      )
      .deleteFrom('strikes')
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('business_id', 'scope', 'subject'),
          'in',
          selectFrom('past')
            .select(['past.business_id', 'past.scope', 'past.subject'])
            .$asTuple('business_id', 'scope', 'subject'),
        ),
      ),
  );

  await run(
    db
      .with('past', (qb) =>
        qb
          .selectFrom('devices')
          .select(['business_id', 'mailbox', 'key_thumbprint'])
          .where('last_used_at', '<=', now - numbers.deviceKept)
          .orderBy('last_used_at')
          .$call(batch),
      )
      .deleteFrom('devices')
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('business_id', 'mailbox', 'key_thumbprint'),
          'in',
          selectFrom('past')
            .select(['past.business_id', 'past.mailbox', 'past.key_thumbprint'])
            .$asTuple('business_id', 'mailbox', 'key_thumbprint'),
        ),
      ),
  );

  await run(
    db
      .with('past', (qb) =>
        qb.selectFrom('sessions').select('id').where('over_at', '<=', kept).orderBy('over_at').$call(batch),
      )
      .deleteFrom('sessions')
      .where('id', 'in', (eb) => eb.selectFrom('past').select('past.id')),
  );

  await run(
    db
      .with('past', (qb) =>
        qb
          .selectFrom('outbox')
          .select('id')
          .where('expires_at', '<=', kept)
          .orderBy('expires_at')
          .$call(batch),
      )
      .deleteFrom('outbox')
      .where('id', 'in', (eb) => eb.selectFrom('past').select('past.id')),
  );

  await run(
    db
      .with('past', (qb) =>
        qb.selectFrom('mailbox').select('id').where('sent_at', '<=', kept).orderBy('sent_at').$call(batch),
      )
      .deleteFrom('mailbox')
      .where('id', 'in', (eb) => eb.selectFrom('past').select('past.id')),
  );

  return isMore;
}
