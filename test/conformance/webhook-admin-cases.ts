/** Webhooks in the admin API; that they are sent, and how, the server's own tests say. */
import { webhookEvents } from '../../src/contract/webhook-admin.ts';
import { check, checkEqual } from './check.ts';
import { hubMember, keyCase, type KeyTarget } from './hub-member.ts';
import type { Case } from './target.ts';
import { Visitor } from './visitor.ts';

const url = 'https://hooks.example/portal';
let made = 0;

async function scene(target: KeyTarget) {
  const visitor = await Visitor.arrive(target);
  const id = `hook-${Date.now().toString(36)}-${(made += 1)}`;
  const hook = { parameters: { id } };
  const put = (more: object = {}) => visitor.succeed('putWebhook', { url, ...more }, hook);
  const listed = async () => {
    const { webhooks } = await visitor.succeed('listWebhooks');
    return webhooks.find((one) => one.id === id);
  };
  const remove = () => visitor.succeed('removeWebhook', undefined, hook);
  return { visitor, id, hook, put, listed, remove };
}

export const webhookAdminCases: Case[] = [
  keyCase(
    'putWebhook: its secret is told once, and again only where a new one is asked for',
    async (target) => {
      const { visitor, hook, put, listed, remove } = await scene(target);
      const first = await put();
      check(
        /^whsec_[A-Za-z0-9+/]{43}=$/.test(first.secret ?? ''),
        '256 bits as Standard Webhooks writes them',
      );
      checkEqual(first.webhook.events, [...webhookEvents], 'events');
      checkEqual(await listed(), first.webhook, 'listed, without the secret');
      const second = await put({ events: ['profile.completed'] });
      check(second.secret === undefined, 'The secret is not shown again');
      checkEqual(
        (await put({ url: `${url}/2` })).webhook.events,
        ['profile.completed'],
        'what was left out stays',
      );
      const renewed = await put({ newSecret: true });
      check(renewed.secret !== undefined && renewed.secret !== first.secret, 'A new secret is another');
      check(renewed.webhook.previousSecretUntil !== undefined, 'The one before it is good for a while');
      await remove();
      checkEqual(await listed(), undefined, 'it is gone');
      for (const name of ['removeWebhook', 'testWebhook'] as const) {
        await visitor.refused(name, 'webhook-not-found', undefined, hook);
      }
      await visitor.refused('resendDelivery', 'delivery-not-found', undefined, hook);
    },
  ),

  keyCase('putWebhook: an address that the server must not call → invalid-input', async (target) => {
    const { visitor, hook } = await scene(target);
    for (const bad of [
      'http://hooks.example/',
      'https://user:word@hooks.example/',
      'https://hooks.example/#part',
      'ftp://hooks.example/',
      'javascript:alert(1)',
      'hooks.example',
    ]) {
      const problem = await visitor.refused('putWebhook', 'invalid-input', { url: bad }, hook);
      checkEqual(problem.errors, [{ pointer: '/url', code: 'invalid' }], bad);
    }
    const named = { parameters: { id: 'No_Name' } };
    const problem = await visitor.refused('putWebhook', 'invalid-input', { url }, named);
    checkEqual(problem.errors, [{ pointer: '/id', code: 'invalid' }], 'errors');
  }),

  keyCase(
    'testWebhook, listDeliveries: what is on its way, of each webhook that wants it',
    async (target) => {
      const { visitor, id, hook, put, remove } = await scene(target);
      await put({ events: ['account.created'] });
      const { delivery } = await visitor.succeed('testWebhook', undefined, hook);
      await hubMember(target);
      const { items } = await visitor.succeed('listDeliveries', undefined, { query: { limit: '100' } });
      const mine = items.filter(({ webhook }) => webhook === id);
      const told = new Set(mine.map(({ type }) => type));
      checkEqual([...told].toSorted(), ['account.created', 'test'], 'types');
      check(
        mine.some((one) => one.id === delivery),
        'The test is among them',
      );
      await remove();
      const after = await visitor.succeed('listDeliveries', undefined, { query: { limit: '100' } });
      check(!after.items.some(({ webhook }) => webhook === id), 'What is on its way goes with the webhook');
    },
  ),
];
