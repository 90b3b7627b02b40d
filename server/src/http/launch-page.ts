/**
 * The way from the portal to a child app, as far as the browser itself goes it: a form post brings the ticket, a cookie
 * takes its place, and the app begins its log-in. Why so: docs/decisions/0012-the-way-to-a-child-app.md.
 */
import { type Context, Hono } from 'hono';
import type { Business } from '../domain/business.ts';
import type { AppRecord, Dependencies } from '../domain/ports.ts';
import { presentTicket } from '../domain/redeem-ticket.ts';
import { fail } from '../domain/result.ts';
import { mediaTypeOf, readText } from './body.ts';
import { businessAt } from './business-at.ts';
import type { Bindings } from './business-routes.ts';
import { askPage, type LaunchPage, logOutPage, noticePage } from './launch-page-view.ts';
import { launchWords } from './launch-words/index.ts';
import type { LaunchWords } from './launch-words/words.ts';
import { pickLanguage } from './locale.ts';
import { logInPage, logInPageHeaders } from './log-in-page-view.ts';
import { pageHeaders, type PagePolicy } from './page-frame.ts';
import { problemResponse } from './problem.ts';
import type { SignOnAnswer, SingleSignOn } from './single-sign-on.ts';

type Ctx = Context<{ Bindings: Bindings }>;
type Status = 200 | 400 | 404 | 429;

/** `hasWidget`: without the elements' files nobody can log in here, and is told where they can. */
export function launchPage(
  deps: Dependencies,
  singleSignOn: SingleSignOn,
  hasWidget: boolean,
): Hono<{ Bindings: Bindings }> {
  const app = new Hono<{ Bindings: Bindings }>();
  const businessOf = ({ req }: Ctx) => businessAt(deps, req.param('business'));

  app.post('/:business/launch', (context) => present(context, false));
  app.post('/:business/launch/confirm', (context) => present(context, true));
  // Somebody reads the address again that stands above one of these pages.
  app.get('/:business/launch/:confirm?', async (context) => dead(context, await businessOf(context)));
  for (const path of ['/:business/.well-known/openid-configuration', '/:business/oidc/*']) {
    app.all(path, async (context, next) => {
      const business = await businessOf(context);
      if (!business) return next();
      const isPost = context.req.method === 'POST';
      const body = isPost ? await readText(context.req.raw) : undefined;
      if (isPost && body === undefined) return problemResponse(fail('body-too-large'), deps.publicUrl);
      return signOnResponse(context, business, await singleSignOn.answer(business, context.req.raw, body));
    });
  }
  return app;

  function dead(context: Ctx, business: Business | undefined): Response | Promise<Response> {
    const page = pageOf(context, business);
    const { words } = page;
    return page.show(
      400,
      noticePage(page, words.dead, [words.deadBecause, words.deadAdvice], siteOf(business)),
    );
  }

  async function present(context: Ctx, isConfirmed: boolean): Promise<Response> {
    const business = await businessOf(context);
    const page = pageOf(context, business);
    const ticket = isTopLevel(context.req.raw) ? await readTicket(context.req.raw) : undefined;
    if (!business || ticket === undefined) return dead(context, business);
    const origin = context.req.header('Origin') ?? null;
    const { address } = context.env;
    const result = await presentTicket(deps, { business, ticket, origin, address, isConfirmed });
    if (!result.ok) {
      context.header('Retry-After', String(result.retryAfter));
      return page.show(
        429,
        noticePage(page, page.words.tooMany, [page.words.tooManyAdvice], siteOf(business)),
      );
    }
    const redemption = result.value;
    if (redemption.kind === 'dead') return dead(context, business);
    if (redemption.kind === 'ask') {
      // Our own button, again from elsewhere than our own page: nothing to ask a second time for.
      if (isConfirmed) return dead(context, business);
      const action = `${deps.publicUrl}/${business.slug}/launch/confirm`;
      const asked = askPage(page, { app: redemption.app.name, account: redemption.account, ticket, action });
      return page.show(200, asked, { hasScript: true, formAction: placesOf(redemption.app) });
    }
    context.header('Set-Cookie', singleSignOn.remember(business, redemption.app.id, redemption.cookie));
    context.header('Set-Cookie', singleSignOn.forget(business), { append: true });
    return context.redirect(redemption.url, 303);
  }

  function signOnResponse(
    context: Ctx,
    business: Business,
    answer: SignOnAnswer,
  ): Response | Promise<Response> {
    if (answer.kind === 'response') return answer.response;
    const page = pageOf(context, business);
    const { words } = page;
    switch (answer.kind) {
      case 'log-in':
        if (hasWidget) return showLogIn(context, business, answer);
        return page.show(400, logInFirst(page, business, answer.app.name));
      case 'log-in-first':
        return page.show(400, logInFirst(page, business, ''));
      case 'refused':
        return page.show(400, noticePage(page, words.refused, [words.refusedAdvice]));
      case 'log-out':
        return page.show(200, logOutPage(page, answer), {
          formAction: ["'self'", ...(answer.next === undefined ? [] : [new URL(answer.next).origin])],
        });
      case 'logged-out':
        return page.show(200, noticePage(page, words.loggedOut, [words.loggedOutLead], siteOf(business)));
    }
  }

  function showLogIn(
    context: Ctx,
    business: Business,
    { app, isFresh, isRefused }: Extract<SignOnAnswer, { kind: 'log-in' }>,
  ): Response | Promise<Response> {
    const { words, nonce } = pageOf(context, business);
    const page = { business, words, nonce, publicUrl: deps.publicUrl, app, isFresh };
    const headers = logInPageHeaders(page, placesOf(app));
    return context.html(logInPage(page), isRefused ? 400 : 200, headers);
  }

  function pageOf(context: Ctx, business: Business | undefined) {
    const settings = business?.settings;
    const language = pickLanguage(
      context.req.header('Accept-Language') ?? null,
      settings?.languages ?? ['en'],
    );
    const words: LaunchWords = launchWords(language);
    const page = { settings, words, nonce: crypto.randomUUID(), referrer: 'same-origin' } as const;
    return {
      ...page,
      show(status: Status, html: ReturnType<typeof noticePage>, policy: PagePolicy = {}) {
        return context.html(html, business ? status : 404, pageHeaders(page, policy));
      },
    };
  }
}

function logInFirst(page: LaunchPage, business: Business, app: string) {
  const { name } = business.settings;
  const title = page.words.logInFirst(app, name);
  return noticePage(page, title, [page.words.logInFirstAdvice(name)], siteOf(business));
}

/** A page of the business on which its customers log in. */
const siteOf = (business: Business | undefined): string | undefined =>
  business?.settings.returnUrls[0] ?? business?.settings.origins[0];

/** Chromium holds every redirect that follows a form against the page's policy, so the app's own places are in it. */
const placesOf = ({ url, client }: AppRecord): string[] => [
  "'self'",
  ...new Set(
    [url, ...(client ? [client.initiateLoginUri, ...client.redirectUris] : [])].map(
      (one) => new URL(one).origin,
    ),
  ),
];

/** Not in a frame and not by a script; browsers that do not say so are believed. */
function isTopLevel({ headers }: Request): boolean {
  return ['document', null].includes(headers.get('Sec-Fetch-Dest'));
}

/** One ticket in a form, and nothing beside it. */
async function readTicket(request: Request): Promise<string | undefined> {
  if (mediaTypeOf(request) !== 'application/x-www-form-urlencoded') return undefined;
  const fields = [...new URLSearchParams((await readText(request)) ?? '')];
  const [name, ticket] = fields.length === 1 ? (fields[0] ?? []) : [];
  return name === 'ticket' && ticket !== undefined && /^[\w-]{43}$/.test(ticket) ? ticket : undefined;
}
