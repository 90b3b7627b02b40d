/** A child app that nobody here wrote: an ordinary relying party on openid-client, and the browser between it and us. */
import * as client from 'openid-client';
import { makeClientSecret } from '../../src/domain/app.ts';
import type { Business } from '../../src/domain/business.ts';
import type { AppRecord, Dependencies } from '../../src/domain/ports.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';

export const site = 'https://shop.example';
const appOrigin = 'https://courses.example';
export const initiateLoginUri = `${appOrigin}/login`;
export const redirectUri = `${appOrigin}/callback`;
export const backchannelLogoutUrl = `${appOrigin}/back-channel`;

/** Resolves to the client's secret. */
export async function putApp(
  deps: Pick<Dependencies, 'storage' | 'random' | 'secrets'>,
  business: Business,
  id: string,
  more: Partial<AppRecord> = {},
): Promise<string> {
  const { secret, sealedSecret } = await makeClientSecret(deps);
  await deps.storage.apps.put({
    businessId: business.id,
    id,
    name: 'Courses',
    url: `${appOrigin}/home`,
    access: 'everyone',
    icon: null,
    isEnabled: true,
    badge: 0,
    position: 0,
    client: {
      redirectUris: [redirectUri],
      postLogoutRedirectUris: [`${appOrigin}/bye`],
      initiateLoginUri,
      backchannelLogoutUrl,
      sealedSecret,
    },
    ...more,
  });
  return secret;
}

export type Send = (request: Request) => Promise<Response>;

/** Keeps cookies as browsers do, by name and path, and follows redirects as long as they stay at the portal. */
export class Browser {
  readonly jar = new Map<string, { value: string; path: string }>();
  readonly #send: Send;
  /** Every address that it was sent to: what ends up in histories and logs. */
  readonly visited: string[] = [];

  constructor(send: Send) {
    this.#send = send;
  }

  async request(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    const { pathname } = new URL(url);
    const cookies = [...this.jar].filter(([, { path }]) => pathname.startsWith(path));
    if (cookies.length > 0)
      headers.set('Cookie', cookies.map(([key, { value }]) => `${key}=${value}`).join('; '));
    this.visited.push(url);
    const response = await this.#send(new Request(url, { ...init, headers, redirect: 'manual' }));
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    return response;
  }

  /** A form post of the whole page. */
  post(url: string, fields: Record<string, string>, origin: string | null): Promise<Response> {
    const headers = new Headers({
      'Content-Type': 'application/x-www-form-urlencoded',
      'Sec-Fetch-Dest': 'document',
    });
    if (origin !== null) headers.set('Origin', origin);
    return this.request(url, { method: 'POST', headers, body: new URLSearchParams(fields).toString() });
  }

  /** From the switcher to the app's own log-in, with every cookie that belongs to it. */
  async launch(
    { url, ticket }: { url: string; ticket: string },
    origin: string | null = site,
  ): Promise<Response> {
    return this.post(url, { ticket }, origin);
  }

  /** Goes where it is sent until that is not the portal's any more, or a page. */
  async go(url: string, init?: RequestInit): Promise<{ response: Response; url: string }> {
    let at = url;
    let response = await this.request(at, { ...init, headers: { Accept: 'text/html', ...init?.headers } });
    for (let hops = 0; response.headers.has('Location') && hops < 10; hops += 1) {
      const next = new URL(response.headers.get('Location') ?? '', at);
      if (next.origin !== new URL(url).origin) return { response, url: next.href };
      at = next.href;
      response = await this.request(at, { headers: { Accept: 'text/html' } });
    }
    return { response, url: at };
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    const attribute = (wanted: string) =>
      attributes.find((one) => one.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1);
    const isOver = attribute('max-age') === '0' || Date.parse(attribute('expires') ?? '') < Date.now();
    if (isOver) this.jar.delete(name);
    else this.jar.set(name, { value, path: attribute('path') ?? '/' });
  }
}

/** The app's own server: it asks the portal by itself, and never through the browser. */
export class ChildApp {
  readonly config: client.Configuration;
  #verifier = '';
  #state = '';
  #nonce = '';

  static async discover(issuer: string, id: string, secret: string, send: Send): Promise<ChildApp> {
    const config = await client.discovery(new URL(issuer), id, undefined, client.ClientSecretBasic(secret), {
      [client.customFetch]: (url, init) => send(new Request(url, init as RequestInit)),
      algorithm: 'oidc',
      ...(issuer.startsWith('http:') && { execute: [client.allowInsecureRequests] }),
    });
    return new ChildApp(config);
  }

  constructor(config: client.Configuration) {
    this.config = config;
  }

  /** Where it sends a browser that is to log in. */
  async begin(more: Record<string, string> = {}): Promise<string> {
    this.#verifier = client.randomPKCECodeVerifier();
    this.#state = client.randomState();
    this.#nonce = client.randomNonce();
    return client.buildAuthorizationUrl(this.config, {
      redirect_uri: redirectUri,
      scope: 'openid profile email',
      code_challenge: await client.calculatePKCECodeChallenge(this.#verifier),
      code_challenge_method: 'S256',
      state: this.#state,
      nonce: this.#nonce,
      ...more,
    }).href;
  }

  /** What came back with the browser becomes tokens, every check done. */
  finish(callback: string) {
    return client.authorizationCodeGrant(this.config, new URL(callback), {
      pkceCodeVerifier: this.#verifier,
      expectedState: this.#state,
      expectedNonce: this.#nonce,
      idTokenExpected: true,
    });
  }

  userInfo(accessToken: string, subject: string) {
    return client.fetchUserInfo(this.config, accessToken, subject);
  }
}

let people = 0;

/** Somebody who is logged in at the portal, and launches apps there. */
export async function customer(target: Target, name = 'Ada Lovelace') {
  const visitor = await Visitor.arrive(target);
  const email = `customer-${(people += 1)}@example.com`;
  const grant = await visitor.signUp(email, 'correct horse battery', name);
  const launch = (app: string, origin: string | undefined = site) =>
    visitor.succeed('launchApp', undefined, {
      accessToken: grant.access_token,
      parameters: { id: app },
      headers: { Origin: origin },
    });
  return { visitor, email, grant, account: grant.session.account, launch };
}

/** The whole way: launched, logged in, and what the app got. */
export async function arrive(
  app: ChildApp,
  browser: Browser,
  launched: { url: string; ticket: string },
  more: Record<string, string> = {},
) {
  await browser.launch(launched);
  const { url } = await browser.go(await app.begin(more));
  return app.finish(url);
}
