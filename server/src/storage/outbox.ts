import type { Kysely, NotNull } from 'kysely';
import type { OutboxStore } from '../domain/ports.ts';
import type { Database } from './schema.ts';

export function createOutboxStore(db: Kysely<Database>): OutboxStore {
  return {
    async insert({ id, businessId, sealedMail, createdAt, expiresAt }) {
      await db
        .insertInto('outbox')
        .values({
          id,
          business_id: businessId,
          sealed_mail: sealedMail,
          created_at: createdAt,
          expires_at: expiresAt,
          due_at: createdAt,
          attempts: 0,
          done_at: null,
          last_error: null,
        })
        .execute();
    },

    async lease(now, leaseMs, most) {
      const rows = await db
        // Skipping what another worker just locked, so that workers share the queue instead of waiting in line.
        .with('due', (qb) =>
          qb
            .selectFrom('outbox')
            .select('id')
            .where('done_at', 'is', null)
            .where('due_at', '<=', now)
            .orderBy('due_at')
            .orderBy('id')
            .limit(most)
            .forUpdate()
            .skipLocked(),
        )
        .updateTable('outbox')
        .set((eb) => ({ due_at: now + leaseMs, attempts: eb('attempts', '+', 1) }))
        .where('id', 'in', (eb) => eb.selectFrom('due').select('due.id'))
        .returningAll()
        .$narrowType<{ sealed_mail: NotNull }>()
        .execute();
      return rows
        .map((row) => ({
          id: row.id,
          businessId: row.business_id,
          sealedMail: row.sealed_mail,
          createdAt: row.created_at,
          expiresAt: row.expires_at,
          attempt: row.attempts,
        }))
        .toSorted((a, b) => a.createdAt - b.createdAt);
    },

    async markSent(id, now) {
      await db
        .updateTable('outbox')
        .set({ sealed_mail: null, done_at: now, last_error: null })
        .where('id', '=', id)
        .where('done_at', 'is', null)
        .execute();
    },

    async postpone({ id, attempt }, at, error) {
      await db
        .updateTable('outbox')
        .set({ due_at: at, last_error: error })
        .where('id', '=', id)
        .where('attempts', '=', attempt)
        .where('done_at', 'is', null)
        .execute();
    },

    async giveUp(id, now, error) {
      await db
        .updateTable('outbox')
        .set({ sealed_mail: null, done_at: now, last_error: error })
        .where('id', '=', id)
        .where('done_at', 'is', null)
        .execute();
    },
  };
}
