/** What webhooks need from storage. As in ports.ts, times are milliseconds since the epoch. */
import type { DeliveryState, WebhookEvent } from '../../../src/contract/webhook-admin.ts';
import type { PageRequest } from './hub-ports.ts';

export interface WebhookRecord {
  businessId: string;
  /** The business's own name for it. */
  id: string;
  url: string;
  events: WebhookEvent[];
  sealedSecret: string;
  /** Both or none: the secret before this one, and until when it signs, too. */
  sealedPrevious: string | null;
  previousUntil: number | null;
  createdAt: number;
}

export interface WebhookStore {
  byId(businessId: string, id: string): Promise<WebhookRecord | undefined>;
  /** All of a business, by their names. */
  all(businessId: string): Promise<WebhookRecord[]>;
  /** Inserts or replaces. */
  put(webhook: WebhookRecord): Promise<void>;
  /** What is on its way to it goes with it. */
  remove(businessId: string, id: string): Promise<boolean>;
}

/** One event on its way to one webhook. */
export interface DeliveryRecord {
  id: string;
  businessId: string;
  webhookId: string;
  /** Whom it is about; it goes with the account. Null: about nobody. */
  accountId: string | null;
  type: string;
  /** The JSON that is signed and sent, to the byte. */
  body: string;
  createdAt: number;
  /** Forgotten after this. */
  expiresAt: number;
}

export interface LeasedDelivery extends DeliveryRecord {
  /** Counts from 1. */
  attempt: number;
}

export interface KnownDelivery extends Pick<DeliveryRecord, 'id' | 'webhookId' | 'type' | 'createdAt'> {
  state: DeliveryState;
  attempts: number;
  reason: string | null;
  dueAt: number;
}

export interface DeliveryStore {
  insert(delivery: DeliveryRecord): Promise<void>;
  /** Takes up to `most` that are due for `leaseMs`; none is leased twice at a time. */
  lease(now: number, leaseMs: number, most: number): Promise<LeasedDelivery[]>;
  /** The body is erased. */
  markSent(id: string, now: number): Promise<void>;
  /** Due again at `at`. Without effect once a later attempt holds it. */
  postpone(delivery: Pick<LeasedDelivery, 'id' | 'attempt'>, at: number, reason: string): Promise<void>;
  /** Not tried again, unless somebody asks for it; the body stays. */
  giveUp(id: string, now: number, reason: string): Promise<void>;
  /** One that failed is due at once, as if it were new. False: there is none. ONE statement. */
  resend(businessId: string, id: string, now: number): Promise<boolean>;
  /** The newest first. */
  page(businessId: string, page: PageRequest, state?: DeliveryState): Promise<KnownDelivery[]>;
  byId(businessId: string, id: string): Promise<KnownDelivery | undefined>;
}
