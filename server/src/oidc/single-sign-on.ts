/** The OpenID provider of each business: one Provider each, made when it is first asked, behind one function. */
import type { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { errors, type KoaContextWithOIDC, type Provider } from 'oidc-provider';
import type { Business } from '../domain/business.ts';
import { redeemHere } from '../domain/redeem-ticket.ts';
import { leaveApps, type SignOn, takeLaunchCookie } from '../domain/sign-on.ts';
import type { SignOnAnswer, SingleSignOn } from '../http/single-sign-on.ts';
import type { QueueWorker } from '../queue/worker.ts';
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
import { createLogOutWorker, type TellAppsNeeds } from './tell-apps.ts';

interface Needs extends ProviderNeeds {
  /** By which rule a request was refused: never with what came in it. */
  log: TellAppsNeeds['log'] &
    ((entry: { level: 'info'; event: 'sign-on-refused'; business: string; reason: string }) => void);
}

export interface NodeSingleSignOn extends SingleSignOn {
  /** Tells apps of those who have logged out. */
  logOuts: QueueWorker;
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
          void handle(provider, business, req, res, ticketIn(body));
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
    logOuts: createLogOutWorker(deps, async (business, logOut) => (await providerOf(business)).send(logOut)),
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
    ticket: string | undefined,
  ): Promise<void> {
    try {
      // The provider's routes begin below the business; the whole path tells it where it is mounted.
      req.originalUrl = req.url ?? '/';
      req.url = req.originalUrl.slice(`/${business.slug}`.length);
      if (req.url.startsWith(`${mount}/ask/`)) await logIn(provider, business, req, res, ticket);
      else await provider.callback()(req, res);
    } catch (error) {
      outcomes.set(req, { kind: 'failed', error });
      res.end();
    }
  }

  /** The provider asks who is there: a launch cookie answers that, or a ticket from our own log-in page. */
  async function logIn(
    provider: Provider,
    business: Business,
    req: IncomingMessage,
    res: ServerResponse,
    ticket: string | undefined,
  ): Promise<void> {
    const interaction = await provider.interactionDetails(req, res).catch((error: unknown) => {
      if (error instanceof errors.SessionNotFound) return undefined;
      throw error;
    });
    const appId = String(interaction?.params['client_id'] ?? '');
    const app = interaction && (await deps.storage.apps.byId(business.id, appId));
    if (!app) {
      outcomes.set(req, { kind: 'log-in-first' });
      res.end();
      return;
    }
    if (interaction.prompt.name === 'consent') {
      await provider.interactionFinished(req, res, { consent: {} });
      return;
    }
    const isFresh = interaction.prompt.reasons.some((reason) => wantsProof.includes(reason));
    // The provider's clock is the machine's: only how long ago it asked is taken from it.
    const since = isFresh ? deps.clock.now() - Math.max(0, Date.now() - interaction.iat * 1_000) : 0;
    const signOn = await whoIs(business, app.id, req, ticket, since);
    if (!signOn) {
      // As the business is now, not when its provider was made.
      const isRefused = ticket !== undefined;
      outcomes.set(req, { kind: 'log-in', app, isFresh, isRefused });
      res.end();
      return;
    }
    const known: LoginResult = { handOff: signOn.handOffId };
    const result = {
      login: { accountId: signOn.account.id, remember: false, ts: Math.floor(signOn.since / 1_000) },
      ...known,
    };
    res.setHeader('Set-Cookie', noLaunchCookie(publicUrl, business, appId));
    await provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
  }

  async function whoIs(
    business: Business,
    appId: string,
    { headers }: IncomingMessage,
    ticket: string | undefined,
    since: number,
  ): Promise<SignOn | undefined> {
    if (ticket !== undefined) {
      const { origin = null } = headers;
      const now = await deps.storage.businesses.bySlug(business.slug);
      return now && redeemHere(deps, { business: now, ticket, origin, appId, since });
    }
    const cookie = readLaunchCookie(publicUrl, business, appId, headers.cookie ?? '');
    return cookie === undefined ? undefined : takeLaunchCookie(deps, business, appId, cookie);
  }
}

/** OpenID Connect Core, section 3.1.2.1: `prompt=login` and `max_age` want it now. */
const wantsProof = ['login_prompt', 'max_age'];

const ticketIn = (body: string | undefined): string | undefined =>
  body === undefined ? undefined : (new URLSearchParams(body).get('ticket') ?? undefined);
