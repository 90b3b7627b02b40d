/** Webhooks in the admin API: each handler names the use case that the command line calls, too. */
import type { Webhook, webhookAdminEndpoints } from '../../../../src/contract/webhook-admin.ts';
import {
  listDeliveries,
  putWebhook,
  removeWebhook,
  resendDelivery,
  testWebhook,
} from '../../domain/manage-webhooks.ts';
import { instantOf } from '../../domain/page.ts';
import { fail, succeed } from '../../domain/result.ts';
import type { WebhookRecord } from '../../domain/webhook-ports.ts';
import type { Handlers } from '../handler.ts';

export const webhookAdminRoutes: Handlers<keyof typeof webhookAdminEndpoints> = {
  async listWebhooks({ deps, caller }) {
    const webhooks = await deps.storage.webhooks.all(caller.business.id);
    return succeed({ webhooks: webhooks.map((one) => shown(one, deps.clock.now())) });
  },
  async putWebhook({ deps, caller, parameter, body: { newSecret: isSecretNew, ...change } }) {
    const put = await putWebhook(deps, caller.business, parameter('id'), { ...change, isSecretNew });
    if ('faults' in put) {
      return fail('invalid-input', { errors: put.faults.map(({ pointer, code }) => ({ pointer, code })) });
    }
    const { webhook, secret } = put;
    return succeed({ webhook: shown(webhook, deps.clock.now()), ...(secret !== undefined && { secret }) });
  },
  removeWebhook: ({ deps, caller, parameter }) => removeWebhook(deps, caller.business, parameter('id')),
  testWebhook: ({ deps, caller, parameter }) => testWebhook(deps, caller.business, parameter('id')),
  listDeliveries: ({ deps, caller, query }) => listDeliveries(deps, caller.business, query),
  resendDelivery: ({ deps, caller, parameter }) => resendDelivery(deps, caller.business, parameter('id')),
};

/** All but its secrets. */
const shown = ({ id, url, events, createdAt, previousUntil }: WebhookRecord, now: number): Webhook => ({
  ...{ id, url, events },
  createdAt: instantOf(createdAt),
  ...(previousUntil !== null && now < previousUntil && { previousSecretUntil: instantOf(previousUntil) }),
});
