/** What the business and its own systems do with its webhooks: the command line and the admin API call these. */
import {
  type Delivery,
  type DeliveryState,
  type WebhookEvent,
  webhookEvents,
} from '../../../src/contract/webhook-admin.ts';
import { isAppId } from './app.ts';
import type { Business } from './business.ts';
import type { AppFault } from './manage-apps.ts';
import { numbers } from './numbers.ts';
import { instantOf, pageOf, type Paging } from './page.ts';
import type { Dependencies, Secrets } from './ports.ts';
import { queueDelivery } from './queue-event.ts';
import { fail, type Result, succeed } from './result.ts';
import { isOnThisMachine, webhookUrlFault } from './web-url.ts';
import type { KnownDelivery, WebhookRecord } from './webhook-ports.ts';

type Needs = Pick<Dependencies, 'storage' | 'clock'>;

/** What is left out stays as it is. */
export interface WebhookChange {
  url: string;
  events?: readonly WebhookEvent[] | undefined;
  isSecretNew?: boolean | undefined;
}

/** `secret`: where a new one was made; it is shown this once. */
export type PutWebhook = { webhook: WebhookRecord; secret: string | undefined } | { faults: AppFault[] };

const secretPurpose = 'webhook-secret';

export async function putWebhook(
  deps: Needs & Pick<Dependencies, 'random' | 'secrets' | 'publicUrl'>,
  { id: businessId }: Business,
  id: string,
  { url, events, isSecretNew }: WebhookChange,
): Promise<PutWebhook> {
  const faults: AppFault[] = [];
  if (!isAppId(id)) {
    const fault = 'cannot name a webhook: use 1 to 40 of a-z, 0-9 and "-".';
    faults.push({ pointer: '/id', code: 'invalid', value: id, fault });
  }
  const fault = webhookUrlFault(url, { isLocalAllowed: isOnThisMachine(deps) });
  if (fault !== undefined) faults.push({ pointer: '/url', code: 'invalid', value: url, fault });
  if (faults.length > 0) return { faults };
  const secret = newSecret(deps.random.token());
  const sealed = await deps.secrets.seal(secretPurpose, secret);
  return deps.storage.transaction(async (stores) => {
    // Whoever changes another member of it at the same time waits, and loses nothing.
    await stores.businesses.hold(businessId);
    const now = deps.clock.now();
    const known = await stores.webhooks.byId(businessId, id);
    const isNew = !known || isSecretNew === true;
    const webhook: WebhookRecord = {
      ...(known ?? { sealedPrevious: null, previousUntil: null, createdAt: now }),
      ...{ businessId, id, url },
      events: webhookEvents.filter((event) => (events ?? known?.events ?? webhookEvents).includes(event)),
      sealedSecret: isNew ? sealed : known.sealedSecret,
      ...(known &&
        isNew && { sealedPrevious: known.sealedSecret, previousUntil: now + numbers.webhookSecretKept }),
    };
    await stores.webhooks.put(webhook);
    return { webhook, secret: isNew ? secret : undefined };
  });
}

/** As the Standard Webhooks specification wants it: base64, not base64url. */
const newSecret = (token: string): string =>
  `whsec_${token.replaceAll('-', '+').replaceAll('_', '/')}${'='.repeat(-token.length & 3)}`;

/** The secrets that sign at `now`, the newest first; none of one that was sealed under another server key. */
export async function secretsOf(
  secrets: Secrets,
  { sealedSecret, sealedPrevious, previousUntil }: WebhookRecord,
  now: number,
): Promise<string[]> {
  const sealed = [
    sealedSecret,
    ...(sealedPrevious !== null && now < (previousUntil ?? 0) ? [sealedPrevious] : []),
  ];
  const opened = await Promise.all(sealed.map((one) => secrets.open(secretPurpose, one)));
  return opened.filter((one) => one !== undefined);
}

export async function removeWebhook(
  { storage }: Pick<Needs, 'storage'>,
  { id: businessId }: Business,
  id: string,
): Promise<Result<undefined>> {
  return (await storage.webhooks.remove(businessId, id)) ? succeed(undefined) : fail('webhook-not-found');
}

/** Goes the way of every event, and so proves all of it. */
export async function testWebhook(
  deps: Needs & Pick<Dependencies, 'random' | 'notifyOutbox'>,
  { id: businessId }: Business,
  id: string,
): Promise<Result<{ delivery: string }>> {
  const webhook = await deps.storage.webhooks.byId(businessId, id);
  if (!webhook) return fail('webhook-not-found');
  const delivery = await queueDelivery(deps, deps.storage, webhook, 'test', {}, null);
  deps.notifyOutbox();
  return succeed({ delivery });
}

export const listDeliveries = (
  { storage }: Pick<Needs, 'storage'>,
  { id: businessId }: Business,
  { state, ...paging }: Paging & { state?: DeliveryState | undefined },
): Promise<Result<{ items: Delivery[]; next?: string }>> =>
  pageOf(
    paging,
    async (page) => {
      const found = await storage.deliveries.page(businessId, page, state);
      return found.map((delivery) => ({ place: { order: delivery.createdAt, id: delivery.id }, delivery }));
    },
    ({ delivery }) => shown(delivery),
  );

export async function resendDelivery(
  { storage, clock, notifyOutbox }: Needs & Pick<Dependencies, 'notifyOutbox'>,
  { id: businessId }: Business,
  id: string,
): Promise<Result<undefined>> {
  if (!(await storage.deliveries.resend(businessId, id, clock.now()))) return fail('delivery-not-found');
  notifyOutbox();
  return succeed(undefined);
}

const shown = ({
  id,
  webhookId,
  type,
  state,
  createdAt,
  attempts,
  reason,
  dueAt,
}: KnownDelivery): Delivery => ({
  ...{ id, webhook: webhookId, type, state, attempts },
  createdAt: instantOf(createdAt),
  ...(reason !== null && { reason }),
  ...(state === 'pending' && { nextAt: instantOf(dueAt) }),
});
