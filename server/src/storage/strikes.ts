import { type Kysely, sql } from 'kysely';
import type { StrikeStore } from '../domain/ports.ts';
import { belongsTo, keyColumns, toKeyRow } from './limit-keys.ts';
import type { Database } from './schema.ts';

export function createStrikeStore(db: Kysely<Database>): StrikeStore {
  return {
    async count(key, { free, waits, window }, now) {
      const row = await db
        .insertInto('strikes')
        .values({ ...toKeyRow(key), failures: 1, blocked_until: 0, began_at: now, last_at: now })
        .onConflict((conflict) =>
          conflict
            .columns(keyColumns)
            .doUpdateSet((eb) => ({
              failures: eb
                .case()
                .when(isOver(window, now))
                .then(1)
                .else(eb('strikes.failures', '+', 1))
                .end(),
              blocked_until: eb
                .case()
                .when(isOver(window, now))
                .then(0)
                .else(blockedUntil(free, waits, now))
                .end(),
              began_at: eb
                .case()
                .when(isOver(window, now))
                .then(eb.ref('excluded.began_at'))
                .else(eb.ref('strikes.began_at'))
                .end(),
              last_at: now,
            }))
            .where('strikes.blocked_until', '<=', now),
        )
        .returning(['failures', 'blocked_until'])
        .executeTakeFirst();
      if (row) return { isCounted: true, failures: row.failures, blockedUntil: row.blocked_until };
      const blocked = await db
        .selectFrom('strikes')
        .select(['failures', 'blocked_until as blockedUntil'])
        .where(belongsTo(key))
        .executeTakeFirst();
      return { isCounted: false, ...(blocked ?? { failures: 0, blockedUntil: now }) };
    },

    async undo(key, { failures }, { free }) {
      await db
        .updateTable('strikes')
        .set((eb) => ({
          failures: eb('failures', '-', 1),
          // Its own wait, also where one that was counted before it was taken back first; and any that so few do not cost.
          blocked_until: eb
            .case()
            .when('failures', '<=', Math.max(failures, free))
            .then(0)
            .else(eb.ref('blocked_until'))
            .end(),
        }))
        .where(belongsTo(key))
        .where('failures', '>', 0)
        .execute();
    },

    async clear(key) {
      await db.deleteFrom('strikes').where(belongsTo(key)).execute();
    },
  };
}

/** Also where everything was taken back, for the reason that `counters` give. */
const isOver = (window: number, now: number) =>
  sql<boolean>`(strikes.began_at <= ${now - window} or strikes.failures = 0)`;

/**
 * By the failure that is being counted: none while it is free, then one wait after the other. None is 0, not `now`:
 * of requests in parallel one that began a moment earlier would find itself waiting.
 */
function blockedUntil(free: number, waits: readonly number[], now: number) {
  const until = (wait: number) => sql`cast(${now + wait} as bigint)`;
  const [last = 0, ...earlier] = waits.toReversed();
  const cases = earlier
    .toReversed()
    .map((wait, index) => sql`when strikes.failures + 1 = ${sql.lit(free + index)} then ${until(wait)}`);
  return sql<number>`case when strikes.failures + 1 < ${sql.lit(free)} then 0 ${sql.join(cases, sql` `)} else ${until(last)} end`;
}
