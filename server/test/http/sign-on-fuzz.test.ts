import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { ChildApp, putApp, site } from '../support/child-app.ts';
import { describeStorage } from '../support/databases.ts';
import { publicUrl, startTestPortal, type TestPortal } from '../support/test-portal.ts';
import { thorough } from '../support/thorough.ts';

const backend = `${publicUrl}/acme`;
const text = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    '\u0000',
    '\ud800',
    '%',
    '%00',
    '%E0%A4%A',
    '__proto__',
    'constructor',
    '{"a":',
    '[]',
    'x'.repeat(5_000),
  ),
);
/** As it travels: whole, broken, or none at all. */
const encoded = text.map((value) => {
  try {
    return encodeURIComponent(value);
  } catch {
    return '%ED%A0%80';
  }
});
const headerText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0xff }).map((byte) => String.fromCharCode(byte)),
  maxLength: 200,
});
const names = [
  'client_id',
  'redirect_uri',
  'response_type',
  'response_mode',
  'scope',
  'state',
  'nonce',
  'prompt',
  'max_age',
  'claims',
  'id_token_hint',
  'code_challenge',
  'code_challenge_method',
  'request',
  'request_uri',
  'resource',
  'ui_locales',
  'acr_values',
  'login_hint',
  'iss',
];
const paths = [
  '/launch',
  '/launch/confirm',
  '/launch/x',
  '/oidc/authorize',
  '/oidc/authorize/x',
  '/oidc/token',
  '/oidc/userinfo',
  '/oidc/jwks',
  '/oidc/log-out',
  '/oidc/log-out/confirm',
  '/oidc/log-out/success',
  '/oidc/ask/x',
  '/oidc/ask/%',
  '/oidc/',
  '/oidc/__proto__',
  '/oidc/%00',
  '/.well-known/openid-configuration',
];

describeStorage('junk for the provider', (current) => {
  let portal: TestPortal;
  let good: string;
  beforeAll(async () => {
    portal = await startTestPortal(current().db);
    const business = await portal.putBusiness('acme', { origins: [site] });
    const secret = await putApp(portal.deps, business, 'courses');
    good = await (
      await ChildApp.discover(backend, 'courses', secret, (request) => portal.fetch(request))
    ).begin();
  });

  it('T29: an Origin that no header of an answer could hold is not repeated', async () => {
    const headers = { Origin: 'https://a\u007f.example' };
    const response = await portal.fetch(
      new Request(`${backend}/.well-known/openid-configuration`, { headers }),
    );
    expect([response.status, response.headers.get('Access-Control-Allow-Origin')]).toEqual([200, '*']);
  });

  it(
    'T29: no request to the provider or with a ticket is answered with a 500',
    { timeout: 600_000 },
    async () => {
      const seen = new Set<number>();
      const shot = fc.record({
        path: fc.constantFrom(...paths),
        method: fc.constantFrom('GET', 'POST', 'HEAD', 'OPTIONS', 'PUT', 'DELETE'),
        // Half of them change one thing of what is right.
        isNearMiss: fc.boolean(),
        fields: fc.array(fc.tuple(fc.oneof(fc.constantFrom(...names), encoded), encoded), { maxLength: 4 }),
        type: fc.constantFrom(
          'application/x-www-form-urlencoded',
          'application/json',
          'text/plain; charset=utf-16',
          '',
        ),
        headers: fc.dictionary(
          fc.constantFrom('Authorization', 'Cookie', 'Accept', 'Origin', 'Sec-Fetch-Dest', 'Accept-Language'),
          fc.oneof(
            headerText,
            fc.constantFrom(
              'Basic !!!',
              'Basic Og==',
              `Basic ${btoa('courses:%')}`,
              `Basic ${btoa('%E0%A4%A:x')}`,
              'Bearer x',
              'Bearer',
              'text/html',
              'portal-sign-on=x; portal-sign-on-asked=%; portal-sign-on-resume=x',
              '__Host-portal-launch.acme.courses=x',
              '=;=;',
              'null',
            ),
          ),
          { maxKeys: 3 },
        ),
      });
      await fc.assert(
        fc.asyncProperty(shot, async ({ path, method, isNearMiss, fields, type, headers }) => {
          const url = new URL(isNearMiss ? good : backend + path);
          const changed = fields.map(([name, value]) => `${name}=${value}`).join('&');
          const isPost = method === 'POST' && !isNearMiss;
          const query = isPost ? '' : `?${[url.search.slice(1), changed].filter(Boolean).join('&')}`;
          const request = new Request(url.origin + url.pathname + query, {
            method: isNearMiss ? 'GET' : method,
            headers: { ...headers, ...(type && { 'Content-Type': type }) },
            ...(isPost && { body: changed }),
          });
          const response = await portal.fetch(request);
          const answer = await response.text();
          seen.add(response.status);
          expect(response.status, answer).toBeLessThan(500);
          expect(answer).not.toMatch(/node_modules|\.[jt]s:\d/);
        }),
        { numRuns: thorough(5_000) },
      );
      // It got somewhere: sent on, refused, and not found.
      for (const status of [303, 400, 404]) expect(seen).toContain(status);
    },
  );
});
