/**
 * The session by a client that knows nothing of us: oauth4webapi, a certified OAuth library, with its own proofs
 * (RFC 9449) and its own handling of nonces, over a real socket.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as oauth from 'oauth4webapi';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { readConfig } from '../../src/config.ts';
import { defaultSettings } from '../../src/domain/business.ts';
import { openStorage } from '../../src/open-storage.ts';
import { type RunningServer, serve } from '../../src/serve.ts';
import { codeInMail } from '../support/dev-mailbox.ts';
import { freePort } from '../support/free-port.ts';

const client: oauth.Client = { client_id: 'portal' };

describe('a client of another maker', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-client-'));
  let server: RunningServer;
  let issuer: oauth.AuthorizationServer;
  let target: Target;
  let keys: oauth.CryptoKeyPair;
  let visitor: Visitor;

  beforeAll(async () => {
    const port = await freePort();
    const publicUrl = `http://localhost:${port}`;
    const config = readConfig({
      NODE_ENV: 'development',
      PORTAL_PORT: String(port),
      PORTAL_PUBLIC_URL: publicUrl,
      PORTAL_DATABASE_FILE: join(folder, 'portal.sqlite'),
    });
    if (!config.ok) throw new Error(config.errors.join('\n'));
    const storage = await openStorage(config.config, () => {});
    await storage.businesses.put({
      id: 'acme',
      slug: 'acme',
      settings: { ...defaultSettings, name: 'Acme' },
    });
    await storage.close();
    server = await serve(config.config, () => {});
    const backend = `${publicUrl}/acme`;
    issuer = { issuer: backend, token_endpoint: `${backend}/session/refresh` };
    target = {
      backend,
      singleAccountBackend: backend,
      fetch: (request) => fetch(request),
      codeFor: (email, tag) => codeInMail(publicUrl, email, tag),
    };
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  /** How one logs in is ours alone; its proofs come from the `dpop` library. */
  beforeEach(async () => {
    keys = await oauth.generateKeyPair('ES256');
    visitor = new Visitor(target, target.backend, keys);
  });

  /** RFC 6749 sends forms and names the client; our body is the same parameters as JSON, without a client. */
  const asJson: typeof fetch = (input, init) => {
    const { grant_type, refresh_token } = Object.fromEntries(new URLSearchParams(String(init?.body)));
    const headers = { ...(init?.headers as Record<string, string>), 'content-type': 'application/json' };
    return fetch(input, { ...init, headers, body: JSON.stringify({ grant_type, refresh_token }) });
  };

  async function refresh(token: string, DPoP: oauth.DPoPHandle): Promise<oauth.TokenEndpointResponse> {
    const options = { DPoP, [oauth.allowInsecureRequests]: true, [oauth.customFetch]: asJson };
    const response = await oauth.refreshTokenGrantRequest(issuer, client, oauth.None(), token, options);
    return oauth.processRefreshTokenResponse(issuer, client, response);
  }

  const readMe = (token: string, DPoP: oauth.DPoPHandle, path = '/me') =>
    oauth.protectedResourceRequest(token, 'GET', new URL(target.backend + path), undefined, undefined, {
      DPoP,
      [oauth.allowInsecureRequests]: true,
    });

  /** One retry with the nonce that the server asked for, as RFC 9449 sections 8 and 9 want it. */
  async function withNonce<T>(ask: () => Promise<T>): Promise<T> {
    const first = await ask().catch((error: unknown) => error);
    expect(oauth.isDPoPNonceError(first)).toBe(true);
    return ask();
  }

  it('T13: refreshes (its form re-encoded as JSON) and reads what is protected, each after one nonce', async () => {
    const { refresh_token } = await visitor.signUp('ada@example.com', 'correct horse battery');
    const handle = oauth.DPoP(client, keys);
    const tokens = await withNonce(() => refresh(refresh_token, handle));
    expect(tokens).toMatchObject({ token_type: 'dpop', expires_in: 300 });
    expect(tokens.refresh_token).not.toBe(refresh_token);

    const without = oauth.DPoP(client, keys);
    const me = await withNonce(() => readMe(tokens.access_token, without));
    expect(await me.json()).toMatchObject({ account: { email: 'ada@example.com' } });
    // The same handle has kept the nonce.
    expect((await readMe(tokens.access_token, handle)).status).toBe(200);
  });

  it('T13: is refused as the RFC says when its key is not that of the token', async () => {
    const { access_token, refresh_token } = await visitor.signUp('eve@example.com', 'correct horse battery');
    const thief = oauth.DPoP(client, await oauth.generateKeyPair('ES256'));
    const refused = await withNonce(() => readMe(access_token, thief).catch((error: unknown) => error));
    expect(refused).toBeInstanceOf(oauth.WWWAuthenticateChallengeError);
    const [challenge] = (refused as oauth.WWWAuthenticateChallengeError).cause;
    expect(challenge).toMatchObject({
      scheme: 'dpop',
      parameters: { error: 'invalid_token', algs: 'ES256' },
    });
    // … and the session has ended for its owner too.
    await visitor.refused('refreshSession', 'session-ended', { grant_type: 'refresh_token', refresh_token });
  });
});
