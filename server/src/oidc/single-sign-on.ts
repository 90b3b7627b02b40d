/** The OpenID provider of each business: one Provider each, made when it is first asked, behind one function. */
import type { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider';
import type { Business } from '../domain/business.ts';
import { leaveApps, takeLaunchCookie } from '../domain/sign-on.ts';
import type { SignOnAnswer, SingleSignOn } from '../http/single-sign-on.ts';
import { answerByNode } from './bridge.ts';
import { launchCookie, noLaunchCookie, readLaunchCookie } from './launch-cookie.ts';
import {
  createProvider,
  type LoginResult,
  mount,
  type Pages,
  type ProviderNeeds,
  sessionCookie,
} from './provider.ts';
import { findSigningKey } from './signing-key.ts';
import { tellApps, type TellAppsNeeds } from './tell-apps.ts';

interface Needs extends ProviderNeeds {
  /** By which rule a request was refused: never with what came in it. */
  log: TellAppsNeeds['log'] &
    ((entry: { level: 'info'; event: 'sign-on-refused'; business: string; reason: string }) => void);
}

export interface NodeSingleSignOn extends SingleSignOn {
  /** Tells apps of those who have logged out since: all that is due. */
  tellApps(): Promise<void>;
}

type Made = Awaited<ReturnType<typeof createProvider>>;

/** Providers hold settings and code, nothing that matters: who comes after so many others makes theirs anew. */
const mostProviders = 200;

/** What became of a request, where that is not the provider's own answer. */
type Outcome = Exclude<SignOnAnswer, { kind: 'response' }> | { kind: 'failed'; error: unknown };

export function createSingleSignOn(deps: Needs): NodeSingleSignOn {
  const outcomes = new WeakMap<IncomingMessage, Outcome>();
  const providers = new Map<string, Promise<Made>>();
  const { publicUrl } = deps;

  const pages: Pages = {
    refused: (ctx) => tell(ctx, { kind: 'refused' }),
    loggedOut: (ctx) => tell(ctx, { kind: 'logged-out' }),
    logOut(ctx) {
      const { oidc } = ctx;
      const { secret = '' } = (oidc.session?.state ?? {}) as { secret?: string };
      const next = oidc.params?.['post_logout_redirect_uri'];
      tell(ctx, {
        kind: 'log-out',
        action: oidc.urlFor('end_session_confirm'),
        proof: secret,
        next: typeof next === 'string' ? next : undefined,
      });
    },
  };

  return {
    async answer(business, request, body) {
      const { provider } = await providerOf(business);
      let asked: IncomingMessage | undefined;
      const response = await answerByNode(
        (req, res) => {
          asked = req;
          void handle(provider, business, req, res);
        },
        request,
        publicUrl,
        body,
      );
      const outcome = asked && outcomes.get(asked);
      if (outcome?.kind === 'failed') throw outcome.error;
      return outcome ?? { kind: 'response', response };
    },
    forget: ({ slug }) => `${sessionCookie}=; Path=/${slug}${mount}; Max-Age=0; HttpOnly; SameSite=Lax`,
    remember: (business, appId, cookie) => launchCookie(publicUrl, business, appId, cookie),
    tellApps: () => tellApps(deps, async (business, logOut) => (await providerOf(business)).send(logOut)),
  };

  function providerOf(business: Business): Promise<Made> {
    const known = providers.get(business.id);
    providers.delete(business.id);
    const made = known ?? makeProvider(business);
    // What is asked for again goes to the end: the first is the one that nobody has asked for longest.
    providers.set(business.id, made);
    made.catch(() => providers.delete(business.id));
    if (providers.size > mostProviders) providers.delete([...providers.keys()][0] ?? '');
    return made;
  }

  async function makeProvider(business: Business): Promise<Made> {
    const made = await createProvider(deps, business, await findSigningKey(deps), pages, {
      app: (appId, accountId, sid) =>
        deps.storage.logOuts.queue({ businessId: business.id, appId, sid }, accountId, deps.clock.now()),
      all: (handOffs) => leaveApps(deps, business, handOffs),
    });
    const { provider } = made;
    const refused = (_: KoaContextWithOIDC, error: Error) =>
      deps.log({ level: 'info', event: 'sign-on-refused', business: business.slug, reason: error.message });
    provider.on('authorization.error', refused);
    provider.on('grant.error', refused);
    provider.on('userinfo.error', refused);
    provider.on('server_error', (ctx, error) => outcomes.set(ctx.req, { kind: 'failed', error }));
    // Koa's own, for what nobody caught; a listener also keeps it from printing the stack.
    (provider as EventEmitter).on('error', (error: unknown, ctx?: KoaContextWithOIDC) => {
      if (ctx) outcomes.set(ctx.req, { kind: 'failed', error });
    });
    return made;
  }

  function tell(ctx: KoaContextWithOIDC, outcome: Outcome): void {
    if (!outcomes.has(ctx.req)) outcomes.set(ctx.req, outcome);
    ctx.body = '';
  }

  async function handle(
    provider: Provider,
    business: Business,
    req: IncomingMessage & { originalUrl?: string },
    res: ServerResponse,
  ): Promise<void> {
    try {
      // The provider's routes begin below the business; the whole path tells it where it is mounted.
      req.originalUrl = req.url ?? '/';
      req.url = req.originalUrl.slice(`/${business.slug}`.length);
      if (req.url.startsWith(`${mount}/ask/`)) await logIn(provider, business, req, res);
      else await provider.callback()(req, res);
    } catch (error) {
      outcomes.set(req, { kind: 'failed', error });
      res.end();
    }
  }

  /** The provider asks who is there: only a launch cookie answers that. */
  async function logIn(
    provider: Provider,
    business: Business,
    req: IncomingMessage,
    res: ServerResponse,
  ): Promise<void> {
    const interaction = await provider.interactionDetails(req, res).catch((error: unknown) => {
      if (error instanceof errors.SessionNotFound) return undefined;
      throw error;
    });
    const appId = String(interaction?.params['client_id'] ?? '');
    if (interaction?.prompt.name === 'consent') {
      await provider.interactionFinished(req, res, { consent: {} });
      return;
    }
    const cookie = interaction && readLaunchCookie(publicUrl, business, appId, req.headers.cookie ?? '');
    const signOn = cookie === undefined ? undefined : await takeLaunchCookie(deps, business, appId, cookie);
    if (!signOn) {
      const app = interaction && (await deps.storage.apps.byId(business.id, appId));
      outcomes.set(req, { kind: 'log-in-first', app: app?.name });
      res.end();
      return;
    }
    const { account, since, handOffId } = signOn;
    const known: LoginResult = { handOff: handOffId };
    const result = {
      login: { accountId: account.id, remember: false, ts: Math.floor(since / 1_000) },
      ...known,
    };
    res.setHeader('Set-Cookie', noLaunchCookie(publicUrl, business, appId));
    await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
  }
}
