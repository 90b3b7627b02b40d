/** Takes due events out of their queue, signs each attempt anew and posts it: at least once, by one process at a time. */
import { secretsOf } from '../domain/manage-webhooks.ts';
import { numbers } from '../domain/numbers.ts';
import type { Clock, Secrets, Stores } from '../domain/ports.ts';
import type { LeasedDelivery } from '../domain/webhook-ports.ts';
import { createQueueWorker, type QueueWorker } from '../queue/worker.ts';
import { signaturesOf } from './sign.ts';

/** Well above the time that an attempt may take: what still hangs must not be taken by another worker. */
const LEASE_MS = 60_000;
/** Sent side by side, so that one slow receiver does not use up the leases of the others. */
const BATCH = 20;

export interface WebhookPost {
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** Undefined when the receiver took it (2xx); else why not, in a word. Never rejects. */
export type PostWebhook = (post: WebhookPost) => Promise<string | undefined>;

/** A type, not an interface: only a type fits into a log's wider entries. */
export type WebhookLogEntry = {
  level: 'info' | 'warn' | 'error';
  event: 'webhook-sent' | 'webhook-postponed' | 'webhook-failed' | 'webhook-worker-failed';
  /** The delivery's identifier; never an address or what was told (SECURITY T31). */
  delivery?: string;
  attempt?: number;
  reason?: string;
};

export interface WebhookWorkerParts {
  storage: Pick<Stores, 'webhooks' | 'deliveries'>;
  secrets: Secrets;
  clock: Clock;
  post: PostWebhook;
  log(entry: WebhookLogEntry): void;
}

export function createWebhookWorker({ storage, secrets, clock, post, log }: WebhookWorkerParts): QueueWorker {
  const { webhooks, deliveries } = storage;
  return createQueueWorker({
    lease: () => deliveries.lease(clock.now(), LEASE_MS, BATCH),
    handle,
    onFailure: (reason) => log({ level: 'error', event: 'webhook-worker-failed', reason }),
  });

  async function handle(leased: LeasedDelivery): Promise<boolean> {
    const { id, attempt } = leased;
    const reason = await attemptToPost(leased);
    if (reason === undefined) {
      await deliveries.markSent(id, clock.now());
      log({ level: 'info', event: 'webhook-sent', delivery: id, attempt });
      return true;
    }
    const wait = numbers.webhookWaits[attempt - 1];
    // 410: the receiver says itself that it is gone for good.
    if (wait === undefined || reason === 'status-410') {
      log({ level: 'warn', event: 'webhook-failed', delivery: id, attempt, reason });
      await deliveries.giveUp(id, clock.now(), reason);
    } else {
      log({ level: 'info', event: 'webhook-postponed', delivery: id, attempt, reason });
      await deliveries.postpone(leased, clock.now() + wait, reason);
    }
    return false;
  }

  async function attemptToPost({
    id,
    businessId,
    webhookId,
    body,
  }: LeasedDelivery): Promise<string | undefined> {
    const webhook = await webhooks.byId(businessId, webhookId);
    if (!webhook) return 'webhook-removed';
    const good = await secretsOf(secrets, webhook, clock.now());
    if (good.length === 0) return 'secret-unreadable';
    const timestamp = Math.floor(clock.now() / 1_000);
    return post({
      url: webhook.url,
      body,
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'Portal-Elements',
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': await signaturesOf(good, { id, timestamp, body }),
      },
    });
  }
}
