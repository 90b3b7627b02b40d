/**
 * The whole backend as one function from Request to Response: on Node behind a socket, in tests
 * without one, and in a browser tab behind the mocks. No globals; what differs is injected.
 */
import { Hono } from 'hono';
import { numbers } from './domain/numbers.ts';
import type { Dependencies } from './domain/ports.ts';
import { fail } from './domain/result.ts';
import { type Bindings, businessRoutes } from './http/business-routes.ts';
import { allowOrigin, hardenHeaders } from './http/cors.ts';
import { devMailbox } from './http/dev-mailbox.ts';
import { launchPage } from './http/launch-page.ts';
import { linkPage } from './http/link-page.ts';
import { operationsRoutes } from './http/operations-routes.ts';
import { problemResponse } from './http/problem.ts';
import type { SingleSignOn } from './http/single-sign-on.ts';
import { type WidgetFiles, widgetRoutes } from './http/widget-routes.ts';
import { describeError, type Log } from './log.ts';

export interface AppDependencies extends Dependencies {
  /** Shows every mail that was sent to whoever asks: never in production. */
  devMailbox: boolean;
  log: Log;
  /** The built elements, which the server's own log-in page is made of; left out, there is none. */
  widget?: WidgetFiles;
  /** Left out, child apps cannot be logged in to. */
  singleSignOn?: SingleSignOn;
}

/** `address`: the client as limits see it (domain/caller.ts); left out, no limit by address applies. */
export type App = (request: Request, address?: string | null) => Promise<Response>;

export function createApp(deps: AppDependencies): App {
  const app = new Hono<{ Bindings: Bindings }>();
  app.use('*', async (context, next) => {
    const startedAt = deps.clock.now();
    await next();
    hardenHeaders(context.res.headers);
    const { method, routePath: route } = context.req;
    const milliseconds = deps.clock.now() - startedAt;
    deps.log({ level: 'info', event: 'request', method, route, status: context.res.status, milliseconds });
  });
  app.route('/', operationsRoutes(deps));
  if (deps.devMailbox) app.route('/', devMailbox(deps.storage.mailbox, deps.publicUrl));
  app.route('/', linkPage(deps));
  if (deps.widget) app.route('/', widgetRoutes(deps.widget));
  if (deps.singleSignOn) app.route('/', launchPage(deps, deps.singleSignOn, deps.widget !== undefined));
  app.route('/', businessRoutes(deps));
  app.notFound(() => problemResponse(fail('not-found'), deps.publicUrl));
  app.onError((error, context) => {
    const unavailable = deps.storage.whyUnavailable(error);
    if (unavailable) {
      deps.log({
        level: 'error',
        event: 'storage-unavailable',
        reason: unavailable,
        ...describeError(error),
      });
      const failure = fail('unavailable', { retryAfter: numbers.busyRetryAfter });
      const response = problemResponse(failure, deps.publicUrl);
      // Whoever was refused got here only if nobody could look up who is allowed, and this tells them nothing.
      allowOrigin(response.headers, context.req.header('Origin') ?? null);
      return response;
    }
    // Where it happened goes to the operator's log; the wire says only that it was ours.
    deps.log({ level: 'error', event: 'internal', ...describeError(error) });
    return problemResponse(fail('internal'), deps.publicUrl);
  });
  return async (request, address = null) => app.fetch(request, { address });
}
