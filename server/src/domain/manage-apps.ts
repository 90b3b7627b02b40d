/** What the business and its own systems do with its child apps: the command line and the admin API call these. */
import type { FieldError } from '../../../src/contract/problems.ts';
import { limits } from '../../../src/contract/limits.ts';
import { isAppId, makeClientSecret, urlFaults } from './app.ts';
import type { Business } from './business.ts';
import { nameProblem, tidyName } from './full-name.ts';
import type { AppClient, AppRecord, Dependencies, Stores } from './ports.ts';
import { fail, type Result, succeed } from './result.ts';

type Needs = Pick<Dependencies, 'storage' | 'clock'>;

/** What is left out stays as it is, or as it is for a new app. */
export interface AppChange {
  name?: string | undefined;
  url?: string | undefined;
  icon?: string | null | undefined;
  access?: AppRecord['access'] | undefined;
  isEnabled?: boolean | undefined;
  badge?: number | undefined;
  position?: number | undefined;
  /** Null: a plain link from now on. Of an app that has a client, what is left out stays, too. */
  signOn?: { [K in Exclude<keyof AppClient, 'sealedSecret'>]?: AppClient[K] | undefined } | null | undefined;
  isSecretNew?: boolean | undefined;
}

/** What is wrong, by its place in the admin API's request, and as the end of a sentence for the operator. */
export interface AppFault extends FieldError {
  value: string;
  fault: string;
}

/** `secret`: of the client, where a new one was made; it is shown this once. */
export type PutApp = { app: AppRecord; secret: string | undefined } | { faults: AppFault[] };

export async function putApp(
  deps: Needs & Pick<Dependencies, 'random' | 'secrets'>,
  { id: businessId }: Business,
  id: string,
  change: AppChange,
): Promise<PutApp> {
  return deps.storage.transaction((stores) => putHeld(deps, stores, businessId, id, change));
}

/** What is left out stays as it is: so nobody else changes the app, or makes it, between the look and the writing. */
async function putHeld(
  deps: Pick<Dependencies, 'random' | 'secrets' | 'clock'>,
  { apps, businesses, logOuts }: Pick<Stores, 'apps' | 'businesses' | 'logOuts'>,
  businessId: string,
  id: string,
  change: AppChange,
): Promise<PutApp> {
  await businesses.hold(businessId);
  const known = await apps.hold(businessId, id);
  const { name = known?.name ?? '', url = known?.url ?? '' } = change;
  const made = await clientFrom(deps, known?.client ?? null, change);
  if ('faults' in made) return made;
  const app: AppRecord = {
    businessId,
    id,
    name: tidyName(name),
    url,
    icon: change.icon === undefined ? (known?.icon ?? null) : change.icon,
    isEnabled: change.isEnabled ?? known?.isEnabled ?? true,
    access: change.access ?? known?.access ?? 'everyone',
    badge: change.badge ?? known?.badge ?? 0,
    position: change.position ?? known?.position ?? 0,
    client: made.client,
  };
  const faults = faultsOf(app);
  if (faults.length > 0) return { faults };
  await apps.put(app);
  // Some of those who are logged in there may not use it any more, or nobody may.
  if (known) await logOuts.queueUnwelcome(businessId, id, deps.clock.now());
  return { app, secret: made.secret };
}

/** A secret for a new client, and where a new one is asked for. */
async function clientFrom(
  deps: Pick<Dependencies, 'random' | 'secrets'>,
  known: AppClient | null,
  { signOn, isSecretNew }: AppChange,
): Promise<{ client: AppClient | null; secret?: string } | { faults: AppFault[] }> {
  if (signOn === null || (signOn === undefined && !known)) return { client: null };
  const kept = known?.sealedSecret;
  const {
    redirectUris = known?.redirectUris ?? [],
    initiateLoginUri = known?.initiateLoginUri ?? '',
    postLogoutRedirectUris = known?.postLogoutRedirectUris ?? [],
    backchannelLogoutUrl = known?.backchannelLogoutUrl ?? null,
  } = signOn ?? {};
  if (redirectUris.length === 0 || initiateLoginUri === '') {
    const pointer = redirectUris.length === 0 ? '/signOn/redirectUris' : '/signOn/initiateLoginUri';
    return { faults: [{ pointer, code: 'required', value: '', fault: 'is needed for single sign-on.' }] };
  }
  const made = kept === undefined || isSecretNew ? await makeClientSecret(deps) : { sealedSecret: kept };
  return {
    client: {
      redirectUris,
      initiateLoginUri,
      postLogoutRedirectUris,
      backchannelLogoutUrl,
      sealedSecret: made.sealedSecret,
    },
    ...('secret' in made && { secret: made.secret }),
  };
}

function faultsOf(app: AppRecord): AppFault[] {
  const faults: AppFault[] = urlFaults(app).map(({ url, fault, pointer }) => ({
    pointer,
    code: url === '' ? 'required' : 'invalid',
    value: url,
    fault,
  }));
  if (!isAppId(app.id)) {
    const fault = 'cannot name an app: use 1 to 40 of a-z, 0-9 and "-".';
    faults.unshift({ pointer: '/id', code: 'invalid', value: app.id, fault });
  }
  const code = nameProblem(app.name);
  if (code) {
    const fault = `must have 1 to ${limits.name} characters that can be read.`;
    faults.unshift({ pointer: '/name', code, value: app.name, fault });
  }
  return faults;
}

export async function enableApp(
  { storage, clock }: Needs,
  { id: businessId }: Business,
  id: string,
  isEnabled: boolean,
): Promise<Result<undefined>> {
  return storage.transaction(async ({ apps, logOuts }) => {
    if (!(await apps.change(businessId, id, { isEnabled }))) return fail('app-not-found');
    await logOuts.queueUnwelcome(businessId, id, clock.now());
    return succeed(undefined);
  });
}

/** Whoever was logged in there by the portal is so no more. */
export async function removeApp(
  { storage: { apps } }: Pick<Needs, 'storage'>,
  { id: businessId }: Business,
  id: string,
): Promise<Result<undefined>> {
  return (await apps.remove(businessId, id)) ? succeed(undefined) : fail('app-not-found');
}

/** Counts only for an app with access `listed`. `false`: it was not allowed before. */
export async function permitApp(
  { storage, clock }: Needs,
  { id: businessId }: Business,
  id: string,
  accountId: string,
  verb: 'allow' | 'deny',
): Promise<Result<boolean>> {
  return storage.transaction(async ({ apps, logOuts }) => {
    if (!(await apps.byId(businessId, id))) return fail('app-not-found');
    const isDone = await apps[verb](businessId, id, accountId);
    if (verb === 'deny') await logOuts.queueUnwelcome(businessId, id, clock.now());
    return !isDone && verb === 'allow' ? fail('account-not-found') : succeed(isDone);
  });
}

/** How many new things wait there: for one account, or for all that have no number of their own. Null takes it back. */
export async function badgeApp(
  { storage: { apps } }: Pick<Needs, 'storage'>,
  { id: businessId }: Business,
  id: string,
  { badge, account }: { badge: number | null; account?: string | undefined },
): Promise<Result<undefined>> {
  if (account === undefined) {
    return (await apps.change(businessId, id, { badge: badge ?? 0 }))
      ? succeed(undefined)
      : fail('app-not-found');
  }
  if (await apps.setBadge(businessId, id, account, badge)) return succeed(undefined);
  return fail((await apps.byId(businessId, id)) ? 'account-not-found' : 'app-not-found');
}
