import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { createRandom } from '../crypto/random.ts';
import { createSecrets } from '../crypto/secrets.ts';
import { issuerOf } from '../domain/app.ts';
import type { AppReason } from '../../../src/contract/app-admin-operations.ts';
import type { Business } from '../domain/business.ts';
import {
  badgeApp as setBadge,
  enableApp as setEnabled,
  type AppChange,
  type AppFault,
  permitApp,
  putApp as put,
  removeApp as remove,
} from '../domain/manage-apps.ts';
import { type Failure } from '../domain/result.ts';
import { whyApp as why } from '../domain/why-app.ts';
import { limits } from '../../../src/contract/limits.ts';
import { findMasterKey } from '../open-storage.ts';
import { many, one, parsed } from './arguments.ts';
import { businessNamed } from './business.ts';
import type { CommandContext } from './command.ts';
import { oneOf, whole } from './settings.ts';
import { UsageError } from './usage-error.ts';

const clock = { now: () => Date.now() };

const putOptions = {
  name: one,
  url: one,
  icon: one,
  access: one,
  badge: one,
  position: one,
  'redirect-uri': many,
  'initiate-login-uri': one,
  'post-logout-redirect-uri': many,
  'backchannel-logout-url': one,
  'new-secret': { type: 'boolean' },
} as const satisfies ParseArgsOptionsConfig;

type PutValues = ReturnType<typeof parseArgs<{ options: typeof putOptions }>>['values'];

export async function putApp(args: string[], context: CommandContext): Promise<void> {
  const { storage, print, config } = context;
  const { values, positionals } = parsed(() =>
    parseArgs({ args, options: putOptions, allowPositionals: true }),
  );
  const { business, id } = await named(positionals, context);
  const secrets = await createSecrets(await findMasterKey(config));
  const made = await put(
    { storage, clock, random: createRandom(), secrets },
    business,
    id,
    changeFrom(values),
  );
  if ('faults' in made) throw new UsageError(sentence(made.faults));
  const { app, secret } = made;
  print(`${app.name}: ${app.url} (${app.access === 'everyone' ? 'for everyone' : 'for listed accounts'})`);
  if (!app.client) return;
  print(`  issuer: ${issuerOf(config, business)}`);
  print(`  client ID: ${app.id}`);
  if (secret !== undefined) print(`  client secret: ${secret}  Keep it now: it is not shown again.`);
}

function changeFrom(values: PutValues): AppChange {
  const { name, url, icon, access, badge, position, 'backchannel-logout-url': backchannel } = values;
  const signOn = {
    ...(values['redirect-uri'] && { redirectUris: values['redirect-uri'] }),
    ...(values['initiate-login-uri'] !== undefined && { initiateLoginUri: values['initiate-login-uri'] }),
    ...(values['post-logout-redirect-uri'] && { postLogoutRedirectUris: values['post-logout-redirect-uri'] }),
    ...(backchannel !== undefined && { backchannelLogoutUrl: backchannel === 'none' ? null : backchannel }),
  };
  return {
    name,
    url,
    icon: icon === 'none' ? null : icon,
    access: access === undefined ? undefined : oneOf('--access', access, ['everyone', 'listed']),
    badge: badge === undefined ? undefined : whole('--badge', badge, 0, limits.badge),
    position: position === undefined ? undefined : whole('--position', position, 0, 1_000_000),
    signOn: Object.keys(signOn).length > 0 ? signOn : undefined,
    isSecretNew: values['new-secret'],
  };
}

/** What is wrong first, as the operator reads it. */
function sentence([fault]: AppFault[]): string {
  if (!fault) return '';
  if (fault.pointer.startsWith('/signOn') && fault.code === 'required' && fault.value === '') {
    return 'single sign-on needs both a --redirect-uri and an --initiate-login-uri.';
  }
  if (fault.pointer === '/name') return `--name ${fault.fault}`;
  const what = fault.pointer === '/id' ? '' : 'the address ';
  return `${what}"${fault.value}"${fault.fault.startsWith(':') ? '' : ' '}${fault.fault}`;
}

export async function listApps(args: string[], { storage, print }: CommandContext): Promise<void> {
  const { values, positionals } = parsed(() =>
    parseArgs({ args, options: { json: { type: 'boolean' } }, allowPositionals: true }),
  );
  if (positionals.length !== 1) throw new UsageError('give one SLUG.');
  const business = await businessNamed(positionals[0], storage);
  const apps = await Promise.all(
    (await storage.apps.all(business.id)).map(
      async ({ id, name, url, access, isEnabled, badge, client }) => ({
        id,
        name,
        url,
        access,
        enabled: isEnabled,
        badge,
        signOn: client !== null,
        allowed: await storage.apps.allowed(business.id, id),
      }),
    ),
  );
  if (values.json) {
    print(JSON.stringify(apps));
    return;
  }
  if (apps.length === 0)
    print(`No app yet. Create one with: portal app put ${business.slug} APP --name TEXT --url URL`);
  for (const { id, name, url, access, enabled, signOn, allowed } of apps) {
    const whom = access === 'everyone' ? 'everyone' : `${allowed.length} listed`;
    const state = enabled ? '' : ', disabled';
    print(`${id}  ${name}  ${url}  ${signOn ? 'single sign-on' : 'plain link'}, ${whom}${state}`);
  }
}

export const allowApp = (args: string[], context: CommandContext) => permit(args, context, 'allow');
export const denyApp = (args: string[], context: CommandContext) => permit(args, context, 'deny');

async function permit(args: string[], context: CommandContext, verb: 'allow' | 'deny'): Promise<void> {
  const { positionals } = parsed(() => parseArgs({ args, options: {}, allowPositionals: true }));
  const [, , ...accounts] = positionals;
  const { business, id } = await named(positionals.slice(0, 2), context);
  if (accounts.length === 0) throw new UsageError('give a SLUG, an APP and accounts.');
  for (const account of accounts) {
    const result = await permitApp({ ...context, clock }, business, id, account, verb);
    if (!result.ok && result.code !== 'account-not-found') throw complaint(result, business, id);
    const nothing = verb === 'allow' ? 'there is no such account' : 'it was not allowed';
    const isDone = result.ok && result.value;
    context.print(`${account}: ${isDone ? (verb === 'allow' ? 'allowed' : 'denied') : nothing}`);
  }
}

export const enableApp = (args: string[], context: CommandContext) => offer(args, context, true);
export const disableApp = (args: string[], context: CommandContext) => offer(args, context, false);

async function offer(args: string[], context: CommandContext, isEnabled: boolean): Promise<void> {
  const { positionals } = parsed(() => parseArgs({ args, options: {}, allowPositionals: true }));
  const { business, id } = await named(positionals, context);
  const result = await setEnabled({ ...context, clock }, business, id, isEnabled);
  if (!result.ok) throw complaint(result, business, id);
  context.print(`${id}: ${isEnabled ? 'offered to whoever may use it' : 'offered to nobody'}`);
}

export async function badgeApp(args: string[], context: CommandContext): Promise<void> {
  const { positionals } = parsed(() => parseArgs({ args, options: {}, allowPositionals: true }));
  const [, , number, account, ...surplus] = positionals;
  const { business, id } = await named(positionals.slice(0, 2), context);
  if (number === undefined || surplus.length > 0) throw new UsageError('give a SLUG, an APP and a number.');
  const badge = number === 'none' ? null : whole('the badge', number, 0, limits.badge);
  const result = await setBadge(context, business, id, { badge, account });
  if (!result.ok) throw complaint(result, business, id);
  context.print(`${id}: ${badge ?? 'no'} new for ${account ?? 'everyone'}`);
}

const reasons: Record<AppReason, string> = {
  'app-disabled': 'the app is disabled: portal app enable',
  'no-such-account': 'the business has no such account',
  'not-listed': 'the app is for listed accounts, and this is none of them: portal app allow',
  'profile-incomplete': 'the profile lacks something that the app needs; the app is shown, and asks for it',
};

export async function whyApp(args: string[], context: CommandContext): Promise<void> {
  const { positionals } = parsed(() => parseArgs({ args, options: {}, allowPositionals: true }));
  const [, , account, ...surplus] = positionals;
  const { business, id } = await named(positionals.slice(0, 2), context);
  if (account === undefined || surplus.length > 0)
    throw new UsageError('give a SLUG, an APP and an ACCOUNT.');
  const result = await why(context, business, id, account);
  if (!result.ok) throw complaint(result, business, id);
  if (result.value.reasons.length === 0) context.print(`${account}: nothing keeps it from ${id}`);
  for (const reason of result.value.reasons) context.print(`${account}: ${reasons[reason]}`);
}

export async function removeApp(args: string[], context: CommandContext): Promise<void> {
  const { positionals } = parsed(() => parseArgs({ args, options: {}, allowPositionals: true }));
  const { business, id } = await named(positionals, context);
  const result = await remove(context, business, id);
  if (!result.ok) throw complaint(result, business, id);
  context.print(`Removed ${id}: whoever was logged in there by the portal is so no more.`);
}

const complaint = ({ code }: Failure, { slug }: Business, id: string): UsageError =>
  new UsageError(code === 'app-not-found' ? `"${slug}" has no app "${id}".` : 'there is no such account.');

async function named(
  [slug, id, ...surplus]: string[],
  { storage }: CommandContext,
): Promise<{ business: Business; id: string }> {
  if (slug === undefined || id === undefined || surplus.length > 0) {
    throw new UsageError('give a SLUG and the name of an APP, for example: acme courses');
  }
  return { business: await businessNamed(slug, storage), id };
}
