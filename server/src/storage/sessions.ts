import type { ExpressionBuilder, Kysely } from 'kysely';
import type { SessionStore } from '../domain/ports.ts';
import { toAccount } from './accounts.ts';
import { atomically } from './atomically.ts';
import { queueLogOuts } from './log-outs.ts';
import type { Database } from './schema.ts';
import { toSession, toSessionRow } from './session-rows.ts';

export function createSessionStore(db: Kysely<Database>): SessionStore {
  return {
    async insert(session) {
      await db.insertInto('sessions').values(toSessionRow(session)).execute();
    },

    async byId(businessId, id) {
      const row = await db
        .selectFrom('sessions')
        .selectAll()
        .where('business_id', '=', businessId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toSession(row);
    },

    async open(accountId, now) {
      const rows = await db
        .selectFrom('sessions')
        .selectAll()
        .where('account_id', '=', accountId)
        .where(isOpen(now))
        .orderBy('last_used_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(toSession);
    },

    async rotate(id, from, to) {
      const row = await db
        .updateTable('sessions')
        .set((eb) => ({
          generation: eb('generation', '+', 1),
          refresh_digest: to.refreshDigest,
          sealed_previous: eb.ref('sealed_current'),
          sealed_current: to.sealedCurrent,
          rotated_at: to.rotatedAt,
          last_used_at: to.rotatedAt,
          idle_expires_at: to.idleExpiresAt,
          over_at: eb
            .case()
            .when('expires_at', '<', to.idleExpiresAt)
            .then(eb.ref('expires_at'))
            .else(to.idleExpiresAt)
            .end(),
        }))
        .where('id', '=', id)
        .where('generation', '=', from.generation)
        .where('refresh_digest', '=', from.refreshDigest)
        .where(isOpen(to.rotatedAt))
        .returningAll()
        .executeTakeFirst();
      return row && toSession(row);
    },

    end(businessId, id, accountId, now, { isReplaced = false } = {}) {
      return atomically(db, async (transaction) => {
        const row = await transaction
          .updateTable('sessions')
          .set({ ended_at: now, over_at: now })
          .where('business_id', '=', businessId)
          .where('id', '=', id)
          .$if(accountId !== null, (qb) => qb.where('account_id', '=', accountId))
          .where(isOpen(now))
          .returning('id')
          .executeTakeFirst();
        if (!row) return false;
        await transaction.deleteFrom('access_tokens').where('session_id', '=', row.id).execute();
        if (!isReplaced) await queueLogOuts(transaction, [row.id], now);
        return true;
      });
    },

    endAll(accountId, now, except) {
      return atomically(db, async (transaction) => {
        // Opening a session writes this row as well: one that is being opened is there for the next statement to
        // see, or waits for this transaction and finds the account as it is then.
        await transaction
          .selectFrom('accounts')
          .select('id')
          .where('id', '=', accountId)
          .forNoKeyUpdate()
          .execute();
        const rows = await transaction
          .updateTable('sessions')
          .set({ ended_at: now, over_at: now })
          .where('account_id', '=', accountId)
          .$if(except !== undefined, (qb) => qb.where('id', '<>', except ?? ''))
          .where(isOpen(now))
          .returning('id')
          .execute();
        await transaction
          .deleteFrom('access_tokens')
          .where('session_id', 'in', (eb) =>
            eb
              .selectFrom('sessions')
              .select('sessions.id')
              .where('account_id', '=', accountId)
              .$if(except !== undefined, (qb) => qb.where('sessions.id', '<>', except ?? '')),
          )
          .execute();
        await queueLogOuts(
          transaction,
          rows.map(({ id }) => id),
          now,
        );
        return rows.length;
      });
    },

    async setProof(id, proof, now) {
      const row = await db
        .updateTable('sessions')
        .set({ proof: JSON.stringify(proof) })
        .where('id', '=', id)
        .where(isOpen(now))
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async insertAccessToken({ digest, sessionId, expiresAt }) {
      await db
        .insertInto('access_tokens')
        .values({ digest, session_id: sessionId, expires_at: expiresAt })
        .execute();
    },

    async byAccessToken(businessId, digest, now) {
      const row = await db
        .selectFrom('access_tokens')
        .innerJoin('sessions', 'sessions.id', 'access_tokens.session_id')
        .innerJoin('accounts', 'accounts.id', 'sessions.account_id')
        .selectAll('sessions')
        .select([
          'accounts.email',
          'accounts.name',
          'accounts.locale',
          'accounts.created_at as account_created_at',
          'accounts.last_sign_in_at',
          'accounts.password_salt',
          'accounts.password_verifier',
          'accounts.proofs_good_from',
          'accounts.external_id',
          'accounts.imported_hash',
          'accounts.imported_kind',
          'accounts.mailbox_proved',
        ])
        .where('access_tokens.digest', '=', digest)
        .where('access_tokens.expires_at', '>', now)
        .where('sessions.business_id', '=', businessId)
        .where(isOpen(now))
        .executeTakeFirst();
      if (!row) return undefined;
      const account = toAccount({ ...row, id: row.account_id, created_at: row.account_created_at });
      return { session: toSession(row), account };
    },
  };
}

/** `over_at` alone would do, were clocks never set back: what was ended must stay so. */
function isOpen(now: number) {
  return (eb: ExpressionBuilder<Database, 'sessions'>) =>
    eb.and([eb('sessions.ended_at', 'is', null), eb('sessions.over_at', '>', now)]);
}
