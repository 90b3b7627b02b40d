/**
 * An example child app: the bakery's school, on an origin of its own. It is an ordinary relying party of OpenID Connect
 * that knows the portal by three words only: its issuer, a client ID and a secret. `openid-client` speaks the protocol.
 * Whoever connects an app of their own needs these five addresses, and nothing else of the portal:
 *
 *   GET  /                what the app is for; who is not logged in finds the way to the log-in
 *   GET  /log-in          begins a log-in. The portal's switcher comes here, too (initiate_login_uri: OpenID Connect Core, section 4)
 *   GET  /callback        where the log-in ends (redirect_uri)
 *   POST /log-out         ends the app's own session, then the one at the portal (RP-Initiated Logout 1.0)
 *   POST /back-channel    the portal's server says that somebody has logged out there (Back-Channel Logout 1.0)
 *
 * What is kept is in memory: this is an example, and starts anew with the demo.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import * as client from 'openid-client';
import { LogOutTokens } from './log-out-tokens.ts';
import { page } from './page.ts';
import { Sessions } from './sessions.ts';

export interface CoursesAppSettings {
  /** Where browsers find it, without a slash at its end. */
  origin: string;
  issuer: string;
  clientId: string;
  clientSecret: string;
}

/** A log-in that a browser has begun and not ended. */
interface Begun {
  verifier: string;
  state: string;
  nonce: string;
}

const sessionCookie = 'bread-school';
const begunCookie = 'bread-school-log-in';
const begunSeconds = 60 * 60;

export function createCoursesApp({ origin, issuer, clientId, clientSecret }: CoursesAppSettings): Server {
  const sessions = new Sessions();
  const begun = new Map<string, Begun>();
  const logOutTokens = new LogOutTokens(issuer, clientId);
  let discovered: Promise<client.Configuration> | undefined;

  const routes: Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>> = {
    'GET /': home,
    'GET /log-in': begin,
    'GET /callback': finish,
    'POST /log-out': logOut,
    'POST /back-channel': hear,
  };

  return createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', origin);
    const route = routes[`${request.method} ${pathname}`];
    if (!route) return void response.writeHead(404).end('There is no such page.');
    route(request, response).catch(() => {
      // Neither the code nor what the portal said of it: both are nobody's business.
      if (!response.headersSent) show(response, 400, { kind: 'failed' });
    });
  });

  async function home(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const session = sessions.find(cookieOf(request, sessionCookie));
    show(response, 200, session ? { kind: 'in', name: session.name } : { kind: 'out' });
  }

  /** The portal is asked for its addresses and keys when the first visitor comes: it may start after this app. */
  function configuration(): Promise<client.Configuration> {
    discovered ??= client
      .discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), {
        // The demo runs on this machine, without TLS.
        ...(issuer.startsWith('http://localhost:') && { execute: [client.allowInsecureRequests] }),
      })
      .catch((error: unknown) => {
        discovered = undefined;
        throw error;
      });
    return discovered;
  }

  async function begin(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = new URL(request.url ?? '/', origin).searchParams.get('iss');
    // Somebody else's provider must not be made of ours (mix-up, RFC 9700 section 4.4).
    if (asked !== null && asked !== issuer) throw new Error('another issuer');
    const logIn = {
      verifier: client.randomPKCECodeVerifier(),
      state: client.randomState(),
      nonce: client.randomNonce(),
    };
    const location = client.buildAuthorizationUrl(await configuration(), {
      redirect_uri: `${origin}/callback`,
      scope: 'openid profile email',
      code_challenge: await client.calculatePKCECodeChallenge(logIn.verifier),
      code_challenge_method: 'S256',
      state: logIn.state,
      nonce: logIn.nonce,
    });
    const id = client.randomState();
    begun.set(id, logIn);
    setTimeout(() => begun.delete(id), begunSeconds * 1_000).unref();
    response.setHeader('Set-Cookie', cookie(begunCookie, id, begunSeconds));
    redirect(response, location.href);
  }

  async function finish(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = cookieOf(request, begunCookie) ?? '';
    const logIn = begun.get(id);
    if (!logIn) throw new Error('no log-in has begun in this browser');
    begun.delete(id);
    const config = await configuration();
    const tokens = await client.authorizationCodeGrant(config, new URL(request.url ?? '/', origin), {
      pkceCodeVerifier: logIn.verifier,
      expectedState: logIn.state,
      expectedNonce: logIn.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    const { name = '' } = await client.fetchUserInfo(config, tokens.access_token, claims?.sub ?? '');
    sessions.end({ id: cookieOf(request, sessionCookie) ?? '' });
    // A new one: what was in the browser before may be somebody else's choice (session fixation).
    const session = sessions.open({
      name,
      subject: claims?.sub ?? '',
      sid: typeof claims?.['sid'] === 'string' ? claims['sid'] : undefined,
      idToken: tokens.id_token ?? '',
    });
    response.setHeader('Set-Cookie', [cookie(sessionCookie, session), cookie(begunCookie, '', 0)]);
    // Not the address that came in with the log-in: this app has one page, so nobody can choose another.
    redirect(response, `${origin}/`);
  }

  async function logOut(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = cookieOf(request, sessionCookie) ?? '';
    const session = sessions.find(id);
    sessions.end({ id });
    response.setHeader('Set-Cookie', cookie(sessionCookie, '', 0));
    if (!session) return redirect(response, `${origin}/`);
    const next = client.buildEndSessionUrl(await configuration(), {
      id_token_hint: session.idToken,
      post_logout_redirect_uri: `${origin}/`,
    });
    redirect(response, next.href);
  }

  async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Cache-Control', 'no-store');
    const { jwks_uri: jwks = '' } = (await configuration()).serverMetadata();
    const told = await logOutTokens.read(await bodyOf(request), jwks);
    if (told) sessions.end(told);
    response.writeHead(told ? 200 : 400).end();
  }

  /** `Secure` and `__Host-` belong to it wherever there is TLS. Lax: a form of another site does not bring it along. */
  function cookie(name: string, value: string, seconds?: number): string {
    const age = seconds === undefined ? '' : `; Max-Age=${seconds}`;
    return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${origin.startsWith('https:') ? '; Secure' : ''}${age}`;
  }

  function show(response: ServerResponse, status: number, what: Parameters<typeof page>[0]): void {
    const nonce = client.randomNonce();
    response.writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      // The log-out leads on to the portal and back.
      'Content-Security-Policy': `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'self' ${new URL(issuer).origin}; frame-ancestors 'none'`,
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(page(what, nonce));
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(303, {
    Location: location,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
  });
  response.end();
}

const cookieOf = ({ headers }: IncomingMessage, name: string): string | undefined =>
  headers.cookie
    ?.split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

const mostBytes = 16_384;

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) {
    body += String(chunk);
    if (body.length > mostBytes) throw new Error('too long');
  }
  return body;
}
