/**
 * Everything below a business's backend URL. The routes are the contract's table; each request goes
 * through the same steps: business, origin, proof, token, body, first answer, use case, answer.
 */
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { allEndpoints } from '../../../src/contract/all-endpoints.ts';
import {
  accountHeader,
  challengeHeader,
  type Endpoint,
  type EndpointName,
} from '../../../src/contract/endpoints.ts';
import { BulkBody } from '../../../src/contract/hub-admin.ts';
import type { Operation } from '../../../src/contract/operation.ts';
import { operations } from '../../../src/contract/operations.ts';
import { checkApiKey } from '../domain/api-key.ts';
import { authenticate, type Authenticated } from '../domain/authenticate.ts';
import { localeOf } from '../domain/account-locale.ts';
import type { Business } from '../domain/business.ts';
import type { Caller } from '../domain/caller.ts';
import type { Dependencies } from '../domain/ports.ts';
import { type Failure, fail, type Result, succeed } from '../domain/result.ts';
import { readBody, readQuery } from './body.ts';
import { businessAt } from './business-at.ts';
import { allowOrigin, isOriginAllowed, preflightResponse } from './cors.ts';
import { describeDevice } from './device.ts';
import type { Handlers } from './handler.ts';
import { answerOnce, readIdempotencyKey, recall } from './idempotency.ts';
import { pickLanguage } from './locale.ts';
import { createNonces, type Nonces } from './nonce.ts';
import { problemResponse } from './problem.ts';
import { checkProof } from './proof.ts';
import { createRefusedOrigins, type OriginLogEntry } from './refused-origins.ts';
import { accountRoutes } from './routes/account.ts';
import { adminRoutes } from './routes/admin.ts';
import { hubAdminRoutes } from './routes/hub-admin.ts';
import { hubRoutes } from './routes/hub.ts';
import { portalRoutes } from './routes/portal.ts';
import { profileRoutes } from './routes/profile.ts';
import { sessionRoutes } from './routes/session.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { signUpRoutes } from './routes/sign-up.ts';
import { successResponse } from './success.ts';

/** What `createApp` was told beside the request. */
export type Bindings = { address: string | null };

export interface HttpDependencies extends Dependencies {
  log(entry: OriginLogEntry): void;
}

type Environment = { Bindings: Bindings; Variables: { business: Business } };
type Ctx = Context<Environment>;

const handlers: Handlers<EndpointName> = {
  ...portalRoutes,
  ...signUpRoutes,
  ...signInRoutes,
  ...sessionRoutes,
  ...adminRoutes,
  ...accountRoutes,
  ...profileRoutes,
  ...hubRoutes,
  ...hubAdminRoutes,
};

export function businessRoutes(deps: HttpDependencies): Hono<Environment> {
  const app = new Hono<Environment>();
  const nonces = createNonces(deps.clock, deps.secrets);
  const refuse = (failure: Failure) => problemResponse(failure, deps.publicUrl);

  // For the business's own systems only: a browser, which could be made to ask, gets not even a preflight.
  app.use('/:business/admin/*', async ({ req }, next) =>
    req.header('Origin') === undefined ? next() : refuse(fail('origin-not-allowed')),
  );
  app.use('/:business/*', findBusiness(deps, nonces, refuse));
  for (const name of Object.keys(allEndpoints) as EndpointName[]) {
    const { method, path } = allEndpoints[name];
    app.on(method, `/:business${path.replace(/\{(\w+)\}/g, ':$1')}`, (context) => answer(name, context));
  }
  for (const path of new Set(Object.values(allEndpoints).map((endpoint) => endpoint.path))) {
    app.all(`/:business${path.replace(/\{(\w+)\}/g, ':$1')}`, () => refuse(fail('method-not-allowed')));
  }
  return app;

  async function answer(name: EndpointName, context: Ctx): Promise<Response> {
    const result = await resultOf(name, context);
    return result.ok ? successResponse(name, result.value, context.req.raw, deps.secrets) : refuse(result);
  }

  async function resultOf(name: EndpointName, context: Ctx): Promise<Result<unknown>> {
    const { req } = context;
    const asked = await readCaller(deps, nonces, context, name);
    if (!asked.ok) return asked;
    const { caller, accessToken } = asked.value;
    const key = readIdempotencyKey(name, req.header('Idempotency-Key'));
    if (!key.ok) return key;
    const who =
      accessToken === undefined
        ? succeed(undefined)
        : await readAccount(deps, caller, accessToken, req.header(accountHeader));
    // The first answer may have been a new session, which ended the one of this token.
    if (!who.ok && (key.value === undefined || who.code !== 'token-invalid')) return who;
    const body = await readRequestBody(name, req.raw);
    if (!body.ok) return who.ok ? body : who;
    const query = readRequestQuery(name, req.raw);
    if (!query.ok) return who.ok ? query : who;
    const request = { name, caller, path: req.path, accessToken, body: body.value };
    const repeatable = key.value === undefined ? undefined : { ...request, key: key.value };
    if (!who.ok) return (repeatable && (await recall(deps, repeatable))) ?? who;

    // A segment with anything else in it was never issued, and not every database takes it. Nothing is called ''.
    const parameter = (segment: string) => /^[\w.~-]+$/.exec(req.param(segment) ?? '')?.[0] ?? '';
    // The table pairs each name with its own handler and input; TypeScript cannot follow a union through both.
    const handle = handlers[name] as (input: unknown) => Promise<Result<unknown>>;
    const input = { deps, caller, body: body.value, query: query.value, parameter, who: who.value };
    const run = () => handle(input);
    return repeatable ? answerOnce(deps, repeatable, run) : run();
  }
}

/** The business of the path, its CORS answer, and a fresh nonce on every response. */
function findBusiness(
  deps: HttpDependencies,
  nonces: Nonces,
  refuse: (failure: Failure) => Response,
): MiddlewareHandler<Environment> {
  const tellRefused = createRefusedOrigins(deps.clock, deps.log);
  /** While the database is away, preflights pass: the page must come to read the 503 of the request itself. */
  const lookUp = (slug: string | undefined, isPreflight: boolean) =>
    businessAt(deps, slug).catch((error: unknown) => {
      if (isPreflight && deps.storage.whyUnavailable(error)) return undefined;
      throw error;
    });
  return async (context, next) => {
    const { req } = context;
    const origin = req.header('Origin') ?? null;
    const isPreflight = req.method === 'OPTIONS' && req.header('Access-Control-Request-Method') !== undefined;
    const business = await lookUp(req.param('business'), isPreflight);
    if (business && origin !== null && !isOriginAllowed(origin, business, deps.publicUrl)) {
      tellRefused(business, origin);
      return refuse(fail('origin-not-allowed'));
    }

    let response: Response | undefined;
    if (isPreflight) response = preflightResponse();
    else if (!business) response = refuse(fail('business-not-found'));
    if (response) {
      // Where there is no business there is nothing to protect, and its absence must be readable by the page.
      allowOrigin(response.headers, origin);
      return response;
    }
    if (!business) return undefined;
    context.set('business', business);
    await next();
    allowOrigin(context.res.headers, origin);
    context.res.headers.set('DPoP-Nonce', await nonces.current());
    return undefined;
  };
}

/** Who asks, by the proof of their key, and with which token. */
async function readCaller(
  deps: Dependencies,
  nonces: Nonces,
  context: Ctx,
  name: EndpointName,
): Promise<Result<{ caller: Caller; accessToken: string | undefined }>> {
  const { req } = context;
  const { credential, scope }: Endpoint = allEndpoints[name];
  const caller: Caller = {
    business: context.get('business'),
    keyThumbprint: '',
    locale: pickLanguage(req.header('Accept-Language') ?? null, context.get('business').settings.languages),
    device: describeDevice(req.header('User-Agent') ?? null),
    address: context.env.address,
    origin: req.header('Origin') ?? null,
    endpoint: name,
    challenge: req.header(challengeHeader) ?? null,
  };
  if (credential === 'none') return succeed({ caller, accessToken: undefined });
  if (credential === 'api-key') {
    const checked = await checkApiKey(deps, caller.business, readApiKey(req.header('Authorization')), scope);
    return checked.ok ? succeed({ caller, accessToken: undefined }) : checked;
  }
  const accessToken = credential === 'token' ? readToken(req.header('Authorization')) : undefined;
  if (credential === 'token' && accessToken === undefined) return fail('token-invalid');
  const url = `${deps.publicUrl}${req.path}`;
  const { secrets, storage } = deps;
  const proofContext = { method: req.method, url, accessToken, nonces, proofs: storage.proofs, secrets };
  const proof = await checkProof(req.header('DPoP') ?? null, proofContext);
  if (!proof.ok) return proof;
  caller.keyThumbprint = proof.value;
  return succeed({ caller, accessToken });
}

/** Whom the token speaks for; refused when the page means another account. */
async function readAccount(
  deps: Dependencies,
  caller: Caller,
  accessToken: string,
  meant: string | undefined,
): Promise<Result<Authenticated>> {
  const who = await authenticate(deps, caller, accessToken);
  if (who.ok && meant !== undefined && meant !== who.value.account.id) return fail('account-changed');
  if (who.ok) caller.locale = localeOf(who.value.account, caller);
  return who;
}

async function readRequestBody(name: EndpointName, request: Request): Promise<Result<unknown>> {
  const { request: schema, rows, bodyLimit }: Operation = operations[name];
  return schema === null ? succeed(undefined) : readBody(request, rows ? BulkBody : schema, bodyLimit);
}

function readRequestQuery(name: EndpointName, request: Request): Result<unknown> {
  const { query }: Operation = operations[name];
  return query ? readQuery(request, query) : succeed(undefined);
}

/** RFC 9449 section 7.1: the DPoP scheme only; a bearer token is refused. */
function readToken(authorization: string | undefined): string | undefined {
  return /^DPoP ([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization ?? '')?.[1];
}

/** RFC 6750 section 2.1; what is not there is as wrong as any other. */
function readApiKey(authorization: string | undefined): string {
  return /^Bearer ([A-Za-z0-9._~+/-]+=*)$/i.exec(authorization ?? '')?.[1] ?? '';
}
