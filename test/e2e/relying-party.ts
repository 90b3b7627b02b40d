/** A child app on an origin of its own: the smallest relying party that openid-client makes possible. It knows the portal by its issuer only. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as client from 'openid-client';

export interface RelyingParty {
  origin: string;
  /** What the operator tells the portal, and the secret that comes of it. */
  connect(issuer: string, clientId: string, secret: string): Promise<void>;
  /** Everything that browsers have sent: addresses and Referer headers. */
  seen: string[];
  stop(): Promise<void>;
}

interface LogIn {
  verifier: string;
  state: string;
  nonce: string;
}

export async function startRelyingParty(): Promise<RelyingParty> {
  let config: client.Configuration | undefined;
  let origin = '';
  const seen: string[] = [];
  const cookie = 'app';
  const begun = new Map<string, LogIn>();
  const signedIn = new Map<string, string>();

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin);
    seen.push(url.href, request.headers.referer ?? '');
    const visit = new RegExp(`${cookie}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1] ?? '';
    if (url.pathname === '/login') return begin(response);
    if (url.pathname === '/callback') return finish(visit, url, response);
    const name = signedIn.get(visit);
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><title>Courses</title><h1>${name ? `Welcome, ${name}` : 'Please log in'}</h1>`,
    );
  }

  async function begin(response: ServerResponse): Promise<void> {
    if (!config) throw new Error('the app knows no issuer yet');
    const logIn = {
      verifier: client.randomPKCECodeVerifier(),
      state: client.randomState(),
      nonce: client.randomNonce(),
    };
    const visit = client.randomState();
    begun.set(visit, logIn);
    const location = client.buildAuthorizationUrl(config, {
      redirect_uri: `${origin}/callback`,
      scope: 'openid profile email',
      code_challenge: await client.calculatePKCECodeChallenge(logIn.verifier),
      code_challenge_method: 'S256',
      state: logIn.state,
      nonce: logIn.nonce,
    });
    response.setHeader('Set-Cookie', `${cookie}=${visit}; Path=/; HttpOnly; SameSite=Lax`);
    response.writeHead(302, { Location: location.href }).end();
  }

  async function finish(visit: string, url: URL, response: ServerResponse): Promise<void> {
    const logIn = begun.get(visit);
    if (!config || !logIn) throw new Error('nobody has begun to log in here');
    const tokens = await client.authorizationCodeGrant(config, url, {
      pkceCodeVerifier: logIn.verifier,
      expectedState: logIn.state,
      expectedNonce: logIn.nonce,
      idTokenExpected: true,
    });
    const { name } = await client.fetchUserInfo(config, tokens.access_token, tokens.claims()?.sub ?? '');
    signedIn.set(visit, String(name));
    response.writeHead(302, { Location: '/' }).end();
  }

  return {
    origin,
    seen,
    async connect(issuer, clientId, secret) {
      config = await client.discovery(
        new URL(issuer),
        clientId,
        undefined,
        client.ClientSecretBasic(secret),
        {
          execute: [client.allowInsecureRequests],
        },
      );
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
