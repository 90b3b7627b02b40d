import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { createRandom } from '../crypto/random.ts';
import { createSecrets } from '../crypto/secrets.ts';
import { isAppId, issuerOf, makeClientSecret, urlFaults } from '../domain/app.ts';
import type { Business } from '../domain/business.ts';
import type { AppClient, AppRecord } from '../domain/ports.ts';
import { findMasterKey } from '../open-storage.ts';
import { many, one, parsed } from './arguments.ts';
import { businessNamed } from './business.ts';
import type { CommandContext } from './command.ts';
import { nonEmpty, oneOf } from './settings.ts';
import { UsageError } from './usage-error.ts';

const putOptions = {
  name: one,
  url: one,
  access: one,
  'redirect-uri': many,
  'initiate-login-uri': one,
  'post-logout-redirect-uri': many,
  'new-secret': { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

type PutValues = ReturnType<typeof parseArgs<{ options: typeof putOptions }>>['values'];

export async function putApp(args: string[], context: CommandContext): Promise<void> {
  const { storage, print } = context;
  const { values, positionals } = parsed(() =>
    parseArgs({ args, options: putOptions, allowPositionals: true }),
  );
  const { business, id } = await named(positionals, context);
  if (!isAppId(id)) throw new UsageError(`"${id}" cannot name an app: use 1 to 40 of a-z, 0-9 and "-".`);
  const known = await storage.apps.byId(business.id, id);
  const { secret, sealedSecret } = await secretFor(values, known, context);
  const app: AppRecord = {
    businessId: business.id,
    id,
    name: nonEmpty('--name', values.name ?? known?.name ?? ''),
    url: values.url ?? known?.url ?? '',
    access: oneOf('--access', values.access ?? known?.access ?? 'everyone', ['everyone', 'listed']),
    client: clientFrom(values, known?.client ?? null, sealedSecret),
  };
  for (const { url, fault } of urlFaults(app)) {
    throw new UsageError(`the address "${url}"${fault.startsWith(':') ? '' : ' '}${fault}`);
  }
  await storage.apps.put(app);
  print(`${app.name}: ${app.url} (${app.access === 'everyone' ? 'for everyone' : 'for listed accounts'})`);
  if (!app.client) return;
  print(`  issuer: ${issuerOf(context.config, business)}`);
  print(`  client ID: ${app.id}`);
  if (secret !== undefined) print(`  client secret: ${secret}  Keep it now: it is not shown again.`);
}

/** A new one for a new client, and where one is asked for. */
async function secretFor(
  values: PutValues,
  known: AppRecord | undefined,
  { config }: CommandContext,
): Promise<{ secret?: string; sealedSecret: string }> {
  if (known?.client && !values['new-secret']) return { sealedSecret: known.client.sealedSecret };
  const secrets = await createSecrets(await findMasterKey(config));
  return makeClientSecret({ random: createRandom(), secrets });
}

function clientFrom(values: PutValues, known: AppClient | null, sealedSecret: string): AppClient | null {
  const redirectUris = values['redirect-uri'] ?? known?.redirectUris;
  const initiateLoginUri = values['initiate-login-uri'] ?? known?.initiateLoginUri;
  const postLogoutRedirectUris = values['post-logout-redirect-uri'] ?? known?.postLogoutRedirectUris ?? [];
  if (redirectUris && initiateLoginUri !== undefined) {
    return { redirectUris, postLogoutRedirectUris, initiateLoginUri, sealedSecret };
  }
  if (redirectUris || initiateLoginUri !== undefined || postLogoutRedirectUris.length > 0) {
    throw new UsageError('single sign-on needs both a --redirect-uri and an --initiate-login-uri.');
  }
  return null;
}

export async function listApps(args: string[], { storage, print }: CommandContext): Promise<void> {
  const { values, positionals } = parsed(() =>
    parseArgs({ args, options: { json: { type: 'boolean' } }, allowPositionals: true }),
  );
  if (positionals.length !== 1) throw new UsageError('give one SLUG.');
  const business = await businessNamed(positionals[0], storage);
  const apps = await Promise.all(
    (await storage.apps.all(business.id)).map(async ({ id, name, url, access, client }) => ({
      id,
      name,
      url,
      access,
      signOn: client !== null,
      allowed: await storage.apps.allowed(business.id, id),
    })),
  );
  if (values.json) {
    print(JSON.stringify(apps));
    return;
  }
  if (apps.length === 0)
    print(`No app yet. Create one with: portal app put ${business.slug} APP --name TEXT --url URL`);
  for (const { id, name, url, access, signOn, allowed } of apps) {
    const whom = access === 'everyone' ? 'everyone' : `${allowed.length} listed`;
    print(`${id}  ${name}  ${url}  ${signOn ? 'single sign-on' : 'plain link'}, ${whom}`);
  }
}

export const allowApp = (args: string[], context: CommandContext) => permit(args, context, 'allow');
export const denyApp = (args: string[], context: CommandContext) => permit(args, context, 'deny');

async function permit(args: string[], context: CommandContext, verb: 'allow' | 'deny'): Promise<void> {
  const { positionals } = parsed(() => parseArgs({ args, options: {}, allowPositionals: true }));
  const [slug, id, ...accounts] = positionals;
  const { business } = await named(positionals.slice(0, 2), context);
  if (id === undefined || accounts.length === 0) throw new UsageError('give a SLUG, an APP and accounts.');
  const { apps } = context.storage;
  if (!(await apps.byId(business.id, id))) throw new UsageError(`"${slug}" has no app "${id}".`);
  for (const account of accounts) {
    const isDone = await apps[verb](business.id, id, account);
    const nothing = verb === 'allow' ? 'there is no such account' : 'it was not allowed';
    context.print(`${account}: ${isDone ? (verb === 'allow' ? 'allowed' : 'denied') : nothing}`);
  }
}

export async function removeApp(args: string[], context: CommandContext): Promise<void> {
  const { positionals } = parsed(() => parseArgs({ args, options: {}, allowPositionals: true }));
  const { business, id } = await named(positionals, context);
  if (!(await context.storage.apps.remove(business.id, id))) {
    throw new UsageError(`"${business.slug}" has no app "${id}".`);
  }
  context.print(`Removed ${id}: whoever was logged in there by the portal is so no more.`);
}

async function named(
  [slug, id, ...surplus]: string[],
  { storage }: CommandContext,
): Promise<{ business: Business; id: string }> {
  if (slug === undefined || id === undefined || surplus.length > 0) {
    throw new UsageError('give a SLUG and the name of an APP, for example: acme courses');
  }
  return { business: await businessNamed(slug, storage), id };
}
