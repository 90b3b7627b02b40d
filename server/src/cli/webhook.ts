import { parseArgs } from 'node:util';
import { webhookEvents } from '../../../src/contract/webhook-admin.ts';
import { limits } from '../../../src/contract/limits.ts';
import { createRandom } from '../crypto/random.ts';
import { createSecrets } from '../crypto/secrets.ts';
import type { Business } from '../domain/business.ts';
import {
  listDeliveries,
  putWebhook as put,
  removeWebhook as remove,
  resendDelivery,
  testWebhook as test,
} from '../domain/manage-webhooks.ts';
import { isOnThisMachine } from '../domain/web-url.ts';
import { findMasterKey } from '../open-storage.ts';
import { createWebhookPost } from '../webhooks/node-post.ts';
import { createWebhookWorker } from '../webhooks/worker.ts';
import { many, one, parsed } from './arguments.ts';
import { businessNamed } from './business.ts';
import type { CommandContext } from './command.ts';
import { oneOf } from './settings.ts';
import { UsageError } from './usage-error.ts';

const putOptions = { url: one, event: many, 'new-secret': { type: 'boolean' } } as const;
/** Longer than an attempt may take. */
const testMs = 15_000;

const depsOf = async ({ storage, config }: CommandContext) => ({
  clock: { now: () => Date.now() },
  random: createRandom(),
  secrets: await createSecrets(await findMasterKey(config)),
  storage,
  publicUrl: config.publicUrl,
  // The server that runs looks by itself.
  notifyOutbox: () => {},
});

export async function putWebhook(args: string[], context: CommandContext): Promise<void> {
  const { values, positionals } = parsed(() =>
    parseArgs({ args, options: putOptions, allowPositionals: true }),
  );
  const { business, names } = await named(positionals, 1, context);
  const [id = ''] = names;
  const known = await context.storage.webhooks.byId(business.id, id);
  const url = values.url ?? known?.url;
  if (url === undefined) throw new UsageError(`"${id}" is new: give it a --url.`);
  const events = values.event?.map((event) => oneOf('--event', event, webhookEvents));
  const deps = await depsOf(context);
  const done = await put(deps, business, id, { url, events, isSecretNew: values['new-secret'] });
  if ('faults' in done)
    throw new UsageError(done.faults.map(({ value, fault }) => `"${value}" ${fault}`).join(' '));
  context.print(`${id}: ${done.webhook.url}  [${done.webhook.events.join(' ')}]`);
  if (done.secret === undefined) return;
  context.print(done.secret);
  context.print('  Signs what is sent there. Keep it now: it is not shown again.');
  if (known) context.print('  The one before it signs, too, until tomorrow.');
}

export async function listWebhooks(args: string[], context: CommandContext): Promise<void> {
  const { business } = await named(args, 0, context);
  for (const { id, url, events } of await context.storage.webhooks.all(business.id)) {
    context.print(`${id}  ${url}  [${events.join(' ')}]`);
  }
}

export async function removeWebhook(args: string[], context: CommandContext): Promise<void> {
  const { business, names } = await named(args, 1, context);
  const [id = ''] = names;
  if (!(await remove(context, business, id)).ok) throw new UsageError(`there is no webhook "${id}".`);
  context.print(`Removed ${id}.`);
}

/** Sends it from here, unless a server that runs is faster, and says what came of it. */
export async function testWebhook(args: string[], context: CommandContext): Promise<void> {
  const { business, names } = await named(args, 1, context);
  const [id = ''] = names;
  const deps = await depsOf(context);
  const queued = await test(deps, business, id);
  if (!queued.ok) throw new UsageError(`there is no webhook "${id}".`);
  const post = createWebhookPost({ isLocalAllowed: isOnThisMachine(deps) });
  await createWebhookWorker({ ...deps, post, log: () => {} }).drain();
  const { deliveries } = context.storage;
  const look = () => deliveries.byId(business.id, queued.value.delivery);
  let found = await look();
  for (
    const until = Date.now() + testMs;
    found?.state === 'pending' && !found.reason && Date.now() < until;
  ) {
    await new Promise((resume) => setTimeout(resume, 200));
    found = await look();
  }
  if (found?.state !== 'delivered') throw new UsageError(`not taken: ${found?.reason ?? 'no answer yet'}.`);
  context.print(`${id} took ${queued.value.delivery}.`);
}

export async function listFailed(args: string[], context: CommandContext): Promise<void> {
  const { business } = await named(args, 0, context);
  const limit = String(limits.page.largest);
  let cursor: string | undefined;
  do {
    const page = await listDeliveries(context, business, { state: 'failed', cursor, limit });
    if (!page.ok) throw new Error(page.code);
    for (const { id, webhook, type, createdAt, attempts, reason } of page.value.items) {
      context.print(`${id}  ${webhook}  ${type}  ${createdAt}  ${reason ?? ''} (${attempts} attempts)`);
    }
    cursor = page.value.next;
  } while (cursor !== undefined);
}

export async function resendFailed(args: string[], context: CommandContext): Promise<void> {
  const { business, names } = await named(args, Infinity, context);
  const deps = await depsOf(context);
  for (const id of names) {
    const done = await resendDelivery(deps, business, id);
    if (!done.ok) throw new UsageError(`there is no delivery "${id}" that failed.`);
    context.print(`${id} is sent again by the server that runs.`);
  }
}

/** `count`: how many names follow the business; Infinity: one or more. */
async function named(
  args: readonly string[],
  count: number,
  { storage }: CommandContext,
): Promise<{ business: Business; names: string[] }> {
  const [slug, ...names] = args;
  const isRight = count === Infinity ? names.length > 0 : names.length === count;
  if (!isRight) {
    const what = { 0: 'one SLUG', 1: 'a SLUG and the ID of a webhook' }[count] ?? 'a SLUG and what to send';
    throw new UsageError(`give ${what}.`);
  }
  return { business: await businessNamed(slug, storage), names };
}
