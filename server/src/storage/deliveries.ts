import type { Kysely } from 'kysely';
import type { DeliveryStore, KnownDelivery } from '../domain/webhook-ports.ts';
import { paged } from './paged.ts';
import { queueOver } from './queue.ts';
import type { Database, DeliveryTable } from './schema.ts';

export function createDeliveryStore(db: Kysely<Database>): DeliveryStore {
  const { lease, postpone, end } = queueOver(db, 'webhook_deliveries', 'body');
  return {
    async insert(delivery) {
      await db
        .insertInto('webhook_deliveries')
        .values({
          id: delivery.id,
          business_id: delivery.businessId,
          webhook_id: delivery.webhookId,
          account_id: delivery.accountId,
          type: delivery.type,
          body: delivery.body,
          created_at: delivery.createdAt,
          expires_at: delivery.expiresAt,
          due_at: delivery.createdAt,
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
        webhookId: row.webhook_id,
        accountId: row.account_id,
        type: row.type,
        // Erased only when it was delivered, and then it is not leased.
        body: row.body ?? '',
        createdAt: row.created_at,
        expiresAt: row.expires_at,
        attempt: row.attempts,
      }));
    },

    markSent: (id, now) => end(id, now, null, true),
    postpone,
    giveUp: (id, now, reason) => end(id, now, reason, false),

    async resend(businessId, id, now) {
      const row = await db
        .updateTable('webhook_deliveries')
        .set({ done_at: null, due_at: now, attempts: 0 })
        .where('business_id', '=', businessId)
        .where('id', '=', id)
        .where('done_at', 'is not', null)
        .where('last_error', 'is not', null)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async page(businessId, page, state) {
      let query = db.selectFrom('webhook_deliveries').selectAll().where('business_id', '=', businessId);
      if (state) query = query.where('done_at', state === 'pending' ? 'is' : 'is not', null);
      if (state === 'failed' || state === 'delivered')
        query = query.where('last_error', state === 'failed' ? 'is not' : 'is', null);
      const rows = await paged(query, { order: 'created_at', id: 'id' }, page).execute();
      return rows.map(toKnown);
    },

    async byId(businessId, id) {
      const row = await db
        .selectFrom('webhook_deliveries')
        .selectAll()
        .where('business_id', '=', businessId)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toKnown(row);
    },
  };
}

const toKnown = (row: DeliveryTable): KnownDelivery => ({
  id: row.id,
  webhookId: row.webhook_id,
  type: row.type,
  createdAt: row.created_at,
  attempts: row.attempts,
  reason: row.last_error,
  dueAt: row.due_at,
  state: row.done_at === null ? 'pending' : row.last_error === null ? 'delivered' : 'failed',
});
