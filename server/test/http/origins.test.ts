import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publicUrl, startTestPortal, type TestPortal } from '../support/test-portal.ts';

describe('origins, headers and paths', () => {
  let portal: TestPortal;
  const send = (path: string, init: RequestInit = {}) => portal.fetch(new Request(publicUrl + path, init));
  beforeAll(async () => {
    portal = await startTestPortal();
    await portal.putBusiness('acme', { origins: ['https://shop.example'] });
  });
  afterAll(() => portal.close());

  it('an allowed site gets its own origin back, never a star', async () => {
    const response = await send('/acme/portal', { headers: { Origin: 'https://shop.example' } });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://shop.example');
    expect(response.headers.get('Vary')).toContain('Origin');
    expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
  });

  it.each(['https://evil.example', 'http://shop.example', 'https://shop.example.evil.example', 'null'])(
    'T20: the foreign origin %s is refused without a CORS answer',
    async (Origin) => {
      for (const method of ['GET', 'OPTIONS']) {
        const headers = { Origin, 'Access-Control-Request-Method': 'POST' };
        const response = await send('/acme/portal', { method, headers });
        expect(response.status).toBe(403);
        expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
        expect(await response.json()).toMatchObject({ code: 'origin-not-allowed' });
      }
    },
  );

  it('T20: says to the operator which site was refused, once an hour, and never more than it can hold', async () => {
    const refused = () => portal.log.filter(({ event }) => event === 'origin-refused');
    const ask = (Origin: string) => send('/acme/portal', { headers: { Origin } });
    portal.advance(61 * 60_000);
    portal.log.splice(0);
    for (let times = 0; times < 3; times += 1) await ask('https://new-shop.example');
    expect(refused()).toHaveLength(1);
    expect(refused()[0]).toMatchObject({
      level: 'warn',
      business: 'acme',
      origin: 'https://new-shop.example',
    });
    expect(refused()[0]?.['advice']).toContain('portal business put acme --origin');
    portal.advance(61 * 60_000);
    await ask('https://new-shop.example');
    expect(refused()).toHaveLength(2);
    for (let site = 0; site < 1_200; site += 1) await ask(`https://site-${site}.example`);
    expect(refused()).toHaveLength(1_001);
  });

  it('T20: the admin API answers no browser, not even one of an allowed site', async () => {
    for (const Origin of ['https://shop.example', 'https://evil.example', 'null', '']) {
      for (const method of ['POST', 'OPTIONS']) {
        const headers = { Origin, 'Access-Control-Request-Method': 'POST', Authorization: 'Bearer x' };
        const response = await send('/acme/admin/links', { method, headers });
        expect(response.status).toBe(403);
        expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
      }
    }
  });

  it('the preflight of an allowed site is answered for two hours', async () => {
    const headers = { Origin: 'https://shop.example', 'Access-Control-Request-Method': 'POST' };
    const response = await send('/acme/sign-up', { method: 'OPTIONS', headers });
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Max-Age')).toBe('7200');
    expect(response.headers.get('Access-Control-Allow-Headers')?.toLowerCase()).toContain('dpop');
  });

  it('a page may read that its backend URL is wrong', async () => {
    const response = await send('/nobody/portal', { headers: { Origin: 'https://shop.example' } });
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://shop.example');
    expect(await response.json()).toMatchObject({ code: 'business-not-found' });
  });

  it.each(['/', '/acme', '/acme/', '/acme/none', '/acme/sign-up/more', '/acme/%', '/%00/portal', '//portal'])(
    'the path %s is a documented 404',
    async (path) => {
      const response = await send(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('Content-Type')).toContain('application/problem+json');
    },
  );

  it('T25: every answer is hardened and cannot be framed, errors as well', async () => {
    const paths = ['/acme/portal', '/nobody/portal', '/none/of/this', '/openapi.json', '/health/live'];
    for (const path of [...paths, '/acme/link', '/acme/link?token=none', '/nobody/link']) {
      const { headers } = await send(path);
      expect(headers.get('X-Frame-Options')).toBe('DENY');
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    }
  });

  it('readiness follows the database', async () => {
    expect((await send('/health/ready')).status).toBe(200);
    const { ping } = portal.deps.storage;
    portal.deps.storage.ping = () => Promise.reject(new Error('gone'));
    expect((await send('/health/ready')).status).toBe(503);
    portal.deps.storage.ping = ping;
  });

  it('T31: a bug is a 500 without its cause on the wire, and its place in the log', async () => {
    const { bySlug } = portal.deps.storage.businesses;
    portal.deps.storage.businesses.bySlug = () => Promise.reject(new Error('the secret cause'));
    const response = await send('/acme/portal');
    portal.deps.storage.businesses.bySlug = bySlug;
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('secret cause');
    const entry = portal.log.find(({ event }) => event === 'internal');
    expect(entry).toMatchObject({ level: 'error', error: 'Error' });
    expect(entry?.['at']).toContain('origins.test.ts');
    // Databases repeat the values that they were given in their messages.
    expect(JSON.stringify(portal.log)).not.toContain('secret cause');
  });
});
