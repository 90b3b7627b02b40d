import { type Expression, type ExpressionBuilder, type Kysely, sql, type SqlBool } from 'kysely';
import { numbers } from '../domain/numbers.ts';
import type { LogOutKey, LogOutStore } from '../domain/ports.ts';
import { isOpenTo } from './apps.ts';
import { atomically } from './atomically.ts';
import type { Database } from './schema.ts';

export function createLogOutStore(db: Kysely<Database>): LogOutStore {
  return {
    async note({ businessId, appId, sid }, handOffs) {
      if (handOffs.length === 0) return;
      await db
        .insertInto('sign_ons')
        .columns(['business_id', 'app_id', 'sid', 'session_id'])
        .expression((eb) =>
          eb
            .selectFrom('hand_offs')
            .innerJoin('sessions', 'sessions.id', 'hand_offs.session_id')
            .select([
              'hand_offs.business_id',
              sql<string>`cast(${appId} as text)`.as('app_id'),
              sql<string>`cast(${sid} as text)`.as('sid'),
              'sessions.id as session_id',
            ])
            .where('hand_offs.id', 'in', handOffs)
            .where('hand_offs.business_id', '=', businessId)
            .where('sessions.ended_at', 'is', null)
            // Whoever is ending the session comes first, and then there is nothing to note; or sees what is noted here.
            .forShare('sessions'),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    queue({ businessId, appId, sid }, accountId, now) {
      return atomically(db, async (transaction) => {
        await transaction
          .insertInto('log_outs')
          .values({
            business_id: businessId,
            app_id: appId,
            sid,
            account_id: accountId,
            due_at: now,
            expires_at: now + numbers.logOutLife,
            attempts: 0,
          })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
        await transaction
          .deleteFrom('sign_ons')
          .where((eb) => eb.and(keyOf({ businessId, appId, sid })))
          .execute();
      });
    },

    queueAll: (sessionId, now) =>
      atomically(db, (transaction) => queueLogOuts(transaction, [sessionId], now)),

    queueUnwelcome(businessId, appId, now) {
      return atomically(db, async (transaction) => {
        await queueWhere(transaction, now, (eb) =>
          eb.and([
            eb('sign_ons.business_id', '=', businessId),
            eb('sign_ons.app_id', '=', appId),
            eb.not(
              eb.exists(
                eb
                  .selectFrom('apps')
                  .select('apps.id')
                  .where('apps.business_id', '=', businessId)
                  .where('apps.id', '=', appId)
                  .where(isOpenTo(eb.ref('sessions.account_id'))),
              ),
            ),
          ]),
        );
        await transaction
          .deleteFrom('sign_ons')
          .where('business_id', '=', businessId)
          .where('app_id', '=', appId)
          .where('sid', 'in', (eb) =>
            eb
              .selectFrom('log_outs')
              .select('log_outs.sid')
              .where('log_outs.business_id', '=', businessId)
              .where('log_outs.app_id', '=', appId),
          )
          .execute();
      });
    },

    async lease(now, leaseMs, most) {
      const rows = await db
        .with('due', (qb) =>
          qb
            .selectFrom('log_outs')
            .select(['business_id', 'app_id', 'sid'])
            .where('due_at', '<=', now)
            .orderBy('due_at')
            .limit(most)
            .forUpdate()
            .skipLocked(),
        )
        .updateTable('log_outs')
        .set((eb) => ({ due_at: now + leaseMs, attempts: eb('attempts', '+', 1) }))
        .where(({ eb, selectFrom, refTuple }) =>
          eb(
            refTuple('business_id', 'app_id', 'sid'),
            'in',
            selectFrom('due')
              .select(['due.business_id', 'due.app_id', 'due.sid'])
              .$asTuple('business_id', 'app_id', 'sid'),
          ),
        )
        .returningAll()
        .execute();
      return rows.map((row) => ({
        businessId: row.business_id,
        appId: row.app_id,
        sid: row.sid,
        accountId: row.account_id,
        expiresAt: row.expires_at,
        attempt: row.attempts,
      }));
    },

    async postpone({ attempt, ...key }, at) {
      await db
        .updateTable('log_outs')
        .set({ due_at: at })
        .where((eb) => eb.and(keyOf(key)))
        .where('attempts', '=', attempt)
        .execute();
    },

    async remove(key) {
      await db
        .deleteFrom('log_outs')
        .where((eb) => eb.and(keyOf(key)))
        .execute();
    },
  };
}

/**
 * Part of the transaction in which sessions end: who was logged in to an app by one of them is to be logged out there. A
 * transaction that is rolled back tells nobody; one that was acknowledged tells every app, whatever happens to the process.
 */
export async function queueLogOuts(
  transaction: Kysely<Database>,
  sessionIds: readonly string[],
  now: number,
): Promise<void> {
  if (sessionIds.length === 0) return;
  await queueWhere(transaction, now, (eb) => eb('sign_ons.session_id', 'in', sessionIds));
  await transaction.deleteFrom('sign_ons').where('session_id', 'in', sessionIds).execute();
}

async function queueWhere(
  transaction: Kysely<Database>,
  now: number,
  which: (eb: ExpressionBuilder<Database, 'sign_ons' | 'sessions'>) => Expression<SqlBool>,
): Promise<void> {
  await transaction
    .insertInto('log_outs')
    .columns(['business_id', 'app_id', 'sid', 'account_id', 'due_at', 'expires_at', 'attempts'])
    .expression((eb) =>
      eb
        .selectFrom('sign_ons')
        .innerJoin('sessions', 'sessions.id', 'sign_ons.session_id')
        .select([
          'sign_ons.business_id',
          'sign_ons.app_id',
          'sign_ons.sid',
          'sessions.account_id',
          sql<number>`cast(${now} as bigint)`.as('due_at'),
          sql<number>`cast(${now + numbers.logOutLife} as bigint)`.as('expires_at'),
          sql<number>`0`.as('attempts'),
        ])
        .where(which),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

const keyOf = ({ businessId, appId, sid }: LogOutKey) => ({ business_id: businessId, app_id: appId, sid });
