import type { Kysely } from 'kysely';
import type { WebhookEvent } from '../../../src/contract/webhook-admin.ts';
import type { WebhookRecord, WebhookStore } from '../domain/webhook-ports.ts';
import type { Database, WebhookTable } from './schema.ts';

export function createWebhookStore(db: Kysely<Database>): WebhookStore {
  const webhooksOf = (businessId: string) =>
    db.selectFrom('webhooks').selectAll().where('business_id', '=', businessId);
  return {
    async byId(businessId, id) {
      const row = await webhooksOf(businessId).where('id', '=', id).executeTakeFirst();
      return row && toWebhook(row);
    },

    async all(businessId) {
      return (await webhooksOf(businessId).orderBy('id').execute()).map(toWebhook);
    },

    async put(webhook) {
      const changes = {
        url: webhook.url,
        events: webhook.events.join(' '),
        sealed_secret: webhook.sealedSecret,
        sealed_previous: webhook.sealedPrevious,
        previous_until: webhook.previousUntil,
      };
      await db
        .insertInto('webhooks')
        .values({
          ...{ business_id: webhook.businessId, id: webhook.id, created_at: webhook.createdAt },
          ...changes,
        })
        .onConflict((conflict) => conflict.columns(['business_id', 'id']).doUpdateSet(changes))
        .execute();
    },

    async remove(businessId, id) {
      const row = await db
        .deleteFrom('webhooks')
        .where('business_id', '=', businessId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

const toWebhook = (row: WebhookTable): WebhookRecord => ({
  businessId: row.business_id,
  id: row.id,
  url: row.url,
  events: row.events.split(' ') as WebhookEvent[],
  sealedSecret: row.sealed_secret,
  sealedPrevious: row.sealed_previous,
  previousUntil: row.previous_until,
  createdAt: row.created_at,
});
