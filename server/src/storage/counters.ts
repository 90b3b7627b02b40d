import { type Kysely, sql } from 'kysely';
import type { CounterStore, LimitKey } from '../domain/ports.ts';
import { belongsTo, keyColumns, toKeyRow } from './limit-keys.ts';
import type { Database } from './schema.ts';

export function createCounterStore(db: Kysely<Database>): CounterStore {
  const find = (key: LimitKey, now: number) =>
    db
      .selectFrom('counters')
      .select(['count', 'resets_at'])
      .where(belongsTo(key))
      .where('resets_at', '>', now)
      .executeTakeFirst();

  return {
    async take(key, limit, windowMs, now) {
      const row = await db
        .insertInto('counters')
        .values({ ...toKeyRow(key), count: 1, resets_at: now + windowMs })
        .onConflict((conflict) =>
          conflict
            .columns(keyColumns)
            .doUpdateSet((eb) => ({
              count: eb
                .case()
                .when(isOver(now))
                .then(eb.ref('excluded.count'))
                .else(eb('counters.count', '+', 1))
                .end(),
              resets_at: eb
                .case()
                .when(isOver(now))
                .then(eb.ref('excluded.resets_at'))
                .else(eb.ref('counters.resets_at'))
                .end(),
            }))
            .where((eb) => eb.or([isOver(now), eb('counters.count', '<', limit)])),
        )
        .returning(['count', 'resets_at'])
        .executeTakeFirst();
      if (row) return { isTaken: true, count: row.count, resetsAt: row.resets_at };
      const full = await find(key, now);
      return { isTaken: false, count: full?.count ?? limit, resetsAt: full?.resets_at ?? now };
    },

    async peek(key, now) {
      return (await find(key, now))?.count ?? 0;
    },

    async giveBack(key, { resetsAt }) {
      await db
        .updateTable('counters')
        .set((eb) => ({ count: eb('count', '-', 1) }))
        .where(belongsTo(key))
        .where('resets_at', '=', resetsAt)
        .where('count', '>', 0)
        .execute();
    },

    async clear(key) {
      await db.deleteFrom('counters').where(belongsTo(key)).execute();
    },
  };
}

/**
 * Also a window in which everything was given back: did it go on, whoever comes next could tell from its end that
 * somebody had been here and was right (SECURITY T3).
 */
const isOver = (now: number) => sql<boolean>`(counters.resets_at <= ${now} or counters.count = 0)`;
