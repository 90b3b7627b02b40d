import type { WebhookEvent } from '../../../src/contract/webhook-admin.ts';
import { numbers } from './numbers.ts';
import type { AccountRecord, Dependencies, Stores } from './ports.ts';
import type { WebhookRecord } from './webhook-ports.ts';

type Parts = Pick<Dependencies, 'clock' | 'random'>;

/** In the caller's transaction: what is acknowledged is told, what is rolled back is not. */
export async function queueEvent(
  deps: Parts,
  stores: Pick<Stores, 'webhooks' | 'deliveries'>,
  type: WebhookEvent,
  { businessId, id, externalId, email }: Pick<AccountRecord, 'businessId' | 'id' | 'externalId' | 'email'>,
): Promise<void> {
  const data = { account: id, ...(externalId !== null && { externalId }), email };
  for (const webhook of await stores.webhooks.all(businessId)) {
    if (webhook.events.includes(type)) await queueDelivery(deps, stores, webhook, type, data, id);
  }
}

/** Returns what the delivery is called from here on, however often it is tried. */
export async function queueDelivery(
  { clock, random }: Parts,
  { deliveries }: Pick<Stores, 'deliveries'>,
  { businessId, id: webhookId }: Pick<WebhookRecord, 'businessId' | 'id'>,
  type: string,
  data: object,
  accountId: string | null,
): Promise<string> {
  const now = clock.now();
  const id = `msg_${random.id()}`;
  await deliveries.insert({
    ...{ id, businessId, webhookId, accountId, type },
    body: JSON.stringify({ type, timestamp: new Date(now).toISOString(), data }),
    createdAt: now,
    expiresAt: now + numbers.deliveryKept,
  });
  return id;
}
