/** Webhooks: where the portal tells the business's systems what its customers did (docs/webhooks.md). */
import * as v from 'valibot';
import type { ApiScope } from './api-scopes.ts';
import type { Endpoint } from './endpoints.ts';
import { pageOf, paging } from './hub-shapes.ts';
import { limits } from './limits.ts';
import type { Operation } from './operation.ts';
import { count, instant, token, url } from './shapes.ts';

/**
 * What customers do, and nothing that the business put itself. `account.created`: a sign-up; `email.verified`: its mailbox
 * was proved, at the sign-up, after an import or by a change; `profile.completed`: nothing that is required is missing any more.
 */
export const webhookEvents = ['account.created', 'email.verified', 'profile.completed'] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

const events = v.pipe(v.array(v.picklist(webhookEvents)), v.minLength(1), v.maxLength(webhookEvents.length));

/** What is left out stays as it is, or as it is for a new one: all events. */
const PutWebhookRequest = v.strictObject({
  url: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.url)),
  events: v.optional(events),
  /** Replaces the secret. The one before it signs beside it for a day. */
  newSecret: v.optional(v.boolean()),
});

const Webhook = v.strictObject({
  id: token,
  url,
  events,
  createdAt: instant,
  /** Until then the secret before this one signs, too. */
  previousSecretUntil: v.optional(instant),
});
export type Webhook = v.InferOutput<typeof Webhook>;

/** `secret`: where a new one was made. It is not shown again. */
const WebhookPut = v.strictObject({ webhook: Webhook, secret: v.optional(v.string()) });
const WebhookList = v.strictObject({ webhooks: v.array(Webhook) });
const TestQueued = v.strictObject({ delivery: token });

const deliveryStates = ['pending', 'delivered', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** One event on its way to one webhook; `id` is its `webhook-id`. */
const Delivery = v.strictObject({
  id: token,
  webhook: token,
  type: v.string(),
  state: v.picklist(deliveryStates),
  createdAt: instant,
  attempts: count,
  /** Why the last attempt failed. */
  reason: v.optional(v.string()),
  /** When it is tried next. */
  nextAt: v.optional(instant),
});
export type Delivery = v.InferOutput<typeof Delivery>;
const DeliveryList = pageOf(Delivery);

export const webhookAdminSchemas = {
  PutWebhookRequest,
  Webhook,
  WebhookPut,
  WebhookList,
  TestQueued,
  Delivery,
  DeliveryList,
};

const of = { credential: 'api-key', scope: 'webhooks' } as const;

export const webhookAdminEndpoints = {
  listWebhooks: { method: 'GET', path: '/admin/webhooks', ...of },
  putWebhook: { method: 'PUT', path: '/admin/webhooks/{id}', ...of },
  removeWebhook: { method: 'DELETE', path: '/admin/webhooks/{id}', ...of },
  testWebhook: { method: 'POST', path: '/admin/webhooks/{id}/test', ...of },
  listDeliveries: { method: 'GET', path: '/admin/webhook-deliveries', ...of },
  resendDelivery: { method: 'POST', path: '/admin/webhook-deliveries/{id}/resend', ...of },
} as const satisfies Record<string, Endpoint & { scope: ApiScope }>;

export const webhookAdminOperations = {
  listWebhooks: {
    summary: "The business's webhooks, without their secrets",
    request: null,
    response: WebhookList,
    status: 200,
    problems: [],
  },
  putWebhook: {
    summary: 'Create a webhook, or change it',
    request: PutWebhookRequest,
    response: WebhookPut,
    status: 200,
    problems: [],
  },
  removeWebhook: {
    summary: 'Remove a webhook, and what is still on its way to it',
    request: null,
    response: null,
    status: 204,
    problems: ['webhook-not-found'],
  },
  testWebhook: {
    summary: 'Send it an event of the type `test`, as if it were another one',
    request: null,
    response: TestQueued,
    status: 200,
    problems: ['webhook-not-found'],
  },
  listDeliveries: {
    summary: 'What was sent in the last 30 days or is still to be, the newest first',
    query: v.strictObject({ ...paging, state: v.optional(v.picklist(deliveryStates)) }),
    request: null,
    response: DeliveryList,
    status: 200,
    problems: [],
  },
  resendDelivery: {
    summary: 'Try one that failed from the beginning',
    request: null,
    response: null,
    status: 204,
    problems: ['delivery-not-found'],
  },
} as const satisfies Record<keyof typeof webhookAdminEndpoints, Operation>;
