/** What the example child app believes: only log-outs that its own provider has signed, for it, just now, and once. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCoursesApp } from '../../demo/courses-app/courses-app.ts';

const event = 'http://schemas.openid.net/event/backchannel-logout';

describe('the example child app', () => {
  let provider: Server;
  let app: Server;
  let issuer: string;
  let origin: string;
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;
  beforeAll(async () => {
    keys = await generateKeyPair('RS256');
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
    provider = createServer((request, response) => {
      const metadata = { issuer, jwks_uri: `${issuer}/jwks`, authorization_endpoint: `${issuer}/authorize` };
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(request.url?.endsWith('/jwks') ? { keys: [jwk] } : metadata));
    });
    issuer = `http://localhost:${await listening(provider)}`;
    const settings = { issuer, clientId: 'school', clientSecret: 'secret', origin: 'http://localhost:1' };
    app = createCoursesApp(settings);
    origin = `http://localhost:${await listening(app)}`;
  });
  afterAll(() => {
    for (const server of [provider, app]) server.close();
  });

  const claims = (more: object = {}) => ({
    iss: issuer,
    aud: 'school',
    sub: 'account',
    sid: 'sid',
    jti: crypto.randomUUID(),
    events: { [event]: {} },
    iat: Math.floor(Date.now() / 1_000),
    exp: Math.floor(Date.now() / 1_000) + 120,
    ...more,
  });
  const signed = (payload: object, { typ = 'logout+jwt', key = keys.privateKey } = {}) =>
    new SignJWT({ ...payload }).setProtectedHeader({ alg: 'RS256', kid: 'one', typ }).sign(key);
  const told = async (token: string) =>
    (
      await fetch(`${origin}/back-channel`, {
        method: 'POST',
        body: new URLSearchParams({ logout_token: token }),
      })
    ).status;

  it('T26: takes a log-out token once', async () => {
    const token = await signed(claims());
    expect([await told(token), await told(token), await told(await signed(claims()))]).toEqual([
      200, 400, 200,
    ]);
  });

  it.each<[string, object]>([
    ['for another app', { aud: 'forum' }],
    ['of another provider', { iss: 'https://evil.example' }],
    ['that is old', { iat: Math.floor(Date.now() / 1_000) - 600 }],
    ['that has expired', { exp: Math.floor(Date.now() / 1_000) - 1 }],
    ['that says nothing of a log-out', { events: {} }],
    ['that is an ID token', { nonce: 'nonce' }],
    ['that cannot be told from a copy', { jti: undefined }],
  ])('T26: refuses a token %s', async (_, more) => {
    expect(await told(await signed(claims(more)))).toBe(400);
  });

  it('T26: refuses what another key has signed, nobody has, or is no log-out token', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'logout+jwt' })).toString('base64url');
    const payload = Buffer.from(JSON.stringify(claims())).toString('base64url');
    expect(await told(await signed(claims(), { key: privateKey }))).toBe(400);
    expect(await told(await signed(claims(), { typ: 'JWT' }))).toBe(400);
    expect(await told(`${none}.${payload}.`)).toBe(400);
    expect(await told('')).toBe(400);
  });

  it('T26: begins no log-in at a provider that a link names, and ends none that it has not begun', async () => {
    const get = (path: string) => fetch(`${origin}${path}`, { redirect: 'manual' });
    const elsewhere = await get('/log-in?iss=https%3A%2F%2Fevil.example');
    expect([elsewhere.status, elsewhere.headers.get('Location')]).toEqual([400, null]);
    const own = await get(
      `/log-in?iss=${encodeURIComponent(issuer)}&target_link_uri=https%3A%2F%2Fevil.example`,
    );
    expect(own.headers.get('Location')).toMatch(`${issuer}/authorize?`);
    expect(own.headers.get('Location')).not.toContain('evil');
    expect((await get('/callback?code=planted&state=planted')).status).toBe(400);
    expect(own.headers.getSetCookie()).toEqual([
      expect.stringMatching(/; HttpOnly; SameSite=Lax; Max-Age=3600$/),
    ]);
  });
});

async function listening(server: Server): Promise<number> {
  await once(server.listen(0, 'localhost'), 'listening');
  return (server.address() as AddressInfo).port;
}
