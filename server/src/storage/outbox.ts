import type { Kysely } from 'kysely';
import type { OutboxStore } from '../domain/ports.ts';
import { queueOver } from './queue.ts';
import type { Database } from './schema.ts';

export function createOutboxStore(db: Kysely<Database>): OutboxStore {
  const { lease, postpone, end } = queueOver(db, 'outbox', 'sealed_mail');
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
      const rows = await lease(now, leaseMs, most);
      return rows.map((row) => ({
        id: row.id,
        businessId: row.business_id,
        // Erased only when it is done, and then it is not leased.
        sealedMail: row.sealed_mail ?? '',
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        attempt: row.attempts,
      }));
    },

    markSent: (id, now) => end(id, now, null, true),
    postpone,
    giveUp: (id, now, error) => end(id, now, error, true),
  };
}
