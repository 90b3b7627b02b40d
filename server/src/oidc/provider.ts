/** What the provider of a business is told: the code flow with PKCE for the business's own apps, and nothing else. */
import { type Configuration, interactionPolicy, type KoaContextWithOIDC, Provider } from 'oidc-provider';
import { issuerOf } from '../domain/app.ts';
import type { Business } from '../domain/business.ts';
import { inSeconds, numbers } from '../domain/numbers.ts';
import type { Dependencies } from '../domain/ports.ts';
import { accountForApp } from '../domain/sign-on.ts';
import { adapterOf, type Authorization, handOffsOf } from './adapter.ts';
import { reachApps } from './reach-apps.ts';
import type { SigningKey } from './signing-key.ts';
import type { SendLogOut } from './tell-apps.ts';

/** Its pages as http shows them. */
export interface Pages {
  refused(ctx: KoaContextWithOIDC): void;
  logOut(ctx: KoaContextWithOIDC): void;
  loggedOut(ctx: KoaContextWithOIDC): void;
}

/** What an app's own request to log out leads to. */
export interface Leaving {
  /** The session of this account is over at this app: `sid` is what the two call it. */
  app(appId: string, accountId: string, sid: string): Promise<void>;
  /** … and at all that it came from. */
  all(handOffs: readonly string[]): Promise<void>;
}

export const sessionCookie = 'portal-sign-on';
/** Everything of the provider but its discovery document, which has its place below the issuer. */
export const mount = '/oidc';

const policyOfForms = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; script-src";

export interface LoginResult {
  /** Which hand-off the log-in came from; with it everything ends. */
  handOff?: string;
}

export interface ProviderNeeds extends Pick<
  Dependencies,
  'storage' | 'secrets' | 'clock' | 'random' | 'publicUrl'
> {
  /** How apps are reached; left out, as reach-apps.ts does. */
  fetch?: typeof fetch;
}

export async function createProvider(
  deps: ProviderNeeds,
  business: Business,
  signingKey: SigningKey,
  pages: Pages,
  leaving: Leaving,
): Promise<{ provider: Provider; send: SendLogOut }> {
  const issuer = issuerOf(deps, business);
  const cookies = {
    httpOnly: true,
    sameSite: 'lax',
    signed: true,
    path: `/${business.slug}${mount}`,
  } as const;
  const configuration: Configuration = {
    adapter: (model: string) => adapterOf(deps, business, model),
    jwks: { keys: [signingKey] },
    cookies: {
      names: {
        session: sessionCookie,
        interaction: 'portal-sign-on-asked',
        resume: 'portal-sign-on-resume',
      },
      long: cookies,
      short: { httpOnly: true, sameSite: 'lax', signed: true },
      keys: [await deps.secrets.mac('sign-on-cookies')],
    },
    scopes: ['openid'],
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    responseTypes: ['code'],
    allowOmittingSingleRegisteredRedirectUri: false,
    clientAuthMethods: ['client_secret_basic', 'client_secret_post'],
    enabledJWA: { idTokenSigningAlgValues: ['RS256'] },
    pkce: { required: () => true },
    clientBasedCORS: () => false,
    fetch: deps.fetch ?? reachApps(deps),
    ttl: {
      AccessToken: inSeconds(numbers.accessTokenLife),
      IdToken: inSeconds(numbers.accessTokenLife),
      AuthorizationCode: inSeconds(numbers.signOnCodeLife),
      Interaction: inSeconds(numbers.signOnAskedLife),
      Session: inSeconds(numbers.signOnLife),
      Grant: inSeconds(numbers.signOnLife),
    },
    routes: {
      authorization: `${mount}/authorize`,
      token: `${mount}/token`,
      userinfo: `${mount}/userinfo`,
      jwks: `${mount}/jwks`,
      end_session: `${mount}/log-out`,
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: pages.logOut,
        postLogoutSuccessSource: pages.loggedOut,
      },
    },
    interactions: { policy: policy(), url: (_, { uid }) => `${issuer}${mount}/ask/${uid}` },
    renderError: pages.refused,
    async findAccount({ oidc }, sub) {
      // With every authorization, and again with every use of a code or token.
      const account = oidc.client && (await accountForApp(deps, business, oidc.client.clientId, sub));
      if (!account) return undefined;
      const { name, email } = account;
      return { accountId: sub, claims: () => ({ sub, name, email, email_verified: true }) };
    },
    loadExistingGrant,
  };
  const provider = new Provider(issuer, configuration);
  // The bridge alone speaks to it, and tells it the configured address as a proxy would (SECURITY T11).
  provider.proxy = true;
  provider.use(async (ctx, next) => {
    // The provider adds the digest of its own script to it, on the pages that send a form on.
    ctx.set('Content-Security-Policy', policyOfForms);
    await next();
    const { oidc } = ctx as Partial<KoaContextWithOIDC>;
    const isLeft = oidc?.route === 'end_session_confirm' && oidc.params?.['logout'] && ctx.status === 303;
    if (isLeft && oidc.session) await leaving.all(handOffsOf(oidc.session));
  });
  return { provider, send: queueInsteadOfSending(provider, leaving) };
}

/** A method of the provider's own that its types do not have. */
interface TellsApps {
  backchannelLogout(this: object, accountId: string, sid: string): Promise<void>;
}

/**
 * The provider would tell the other apps while the person waits, once each, and forget those that do not answer. It makes
 * the token and posts it as ever, but only from the queue.
 */
function queueInsteadOfSending(provider: Provider, leaving: Leaving): SendLogOut {
  const model = provider.Client.prototype as unknown as TellsApps;
  const send = model.backchannelLogout;
  model.backchannelLogout = function (this: { clientId: string }, accountId, sid) {
    return leaving.app(this.clientId, accountId, sid);
  };
  return async ({ appId, accountId, sid }) => {
    const client = await provider.Client.find(appId);
    if (!client?.backchannelLogoutUri) return 'not-wanted';
    await send.call(client, accountId, sid);
    return 'told';
  };
}

/** Log-in is asked for as ever, and also where the account is gone or may not use this app; consent to the business's own apps never is. */
function policy() {
  const { Check, base } = interactionPolicy;
  const prompts = base();
  prompts
    .get('login')
    ?.checks.add(
      new Check('no_access', 'the account may not use this app', 'login_required', ({ oidc }) =>
        oidc.session?.accountId !== undefined && !oidc.account
          ? Check.REQUEST_PROMPT
          : Check.NO_NEED_TO_PROMPT,
      ),
    );
  for (const { reason } of [...(prompts.get('consent')?.checks ?? [])]) {
    if (reason !== 'consent_prompt') prompts.get('consent')?.checks.remove(reason);
  }
  return prompts;
}

/** The app's grant, made without a question; and which hand-off the session is from, noted where it is kept with it. */
const loadExistingGrant: NonNullable<Configuration['loadExistingGrant']> = async ({ oidc }) => {
  const { client, session, account, provider } = oidc;
  if (!client || !session || !account) return undefined;
  const { handOff } = (oidc.result ?? {}) as LoginResult;
  if (handOff !== undefined) {
    session.ensureClientContainer(client.clientId);
    const noted = session.authorizationFor(client.clientId) as Authorization;
    noted.handOffs = [...(noted.handOffs ?? []), handOff];
  }
  const grantId = session.grantIdFor(client.clientId);
  const existing = grantId === undefined ? undefined : await provider.Grant.find(grantId);
  if (existing) return existing;
  const grant = new provider.Grant({ accountId: account.accountId, clientId: client.clientId });
  grant.addOIDCScope('openid profile email');
  await grant.save();
  return grant;
};
