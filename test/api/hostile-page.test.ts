/** What scripts of the host page do to shared objects must not change what is sent. */
import { expect } from '@open-wc/testing';
import { createKey } from '../../src/api/proof.ts';
import type { PortalClient } from '../../src/api/portal-client.ts';
import { flowStarted } from '../support/answers.ts';
import { pollute } from '../support/pollution.ts';

const url = 'https://scripted.example/acme';

/** The request as the browser would send it, and a reply at once. */
let sent: Request | undefined;
const record: typeof fetch = async (input, init) => {
  sent = new Request(input, init);
  return new Response(JSON.stringify(flowStarted), { headers: { 'Content-Type': 'application/json' } });
};

/** All of a request that the page or the wire can tell, but for what is new in each. */
async function told(request: Request) {
  const headers = Object.fromEntries(request.headers);
  const [header, payload] = (headers['dpop'] ?? '')
    .split('.', 2)
    .map((part) => part && JSON.parse(atob(part.replaceAll('-', '+').replaceAll('_', '/'))));
  if (payload) for (const name of ['jti', 'iat']) payload[name] = typeof payload[name];
  if (headers['dpop']) headers['dpop'] = 'a proof';
  if (headers['idempotency-key']) headers['idempotency-key'] = 'a key';
  const { method, mode, credentials, cache, redirect, referrer, referrerPolicy, integrity, keepalive } =
    request;
  const init = { method, mode, credentials, cache, redirect, referrer, referrerPolicy, integrity, keepalive };
  return { url: request.url, ...init, headers, header, payload, body: await request.text() };
}

describe('T23: a page with polluted prototypes', () => {
  const { fetch } = globalThis;
  let client: PortalClient;

  before(async () => {
    globalThis.fetch = record;
    const module = await import('../../src/api/portal-client.ts');
    client = new module.PortalClient(url);
  });
  after(() => void (globalThis.fetch = fetch));

  it('changes an ordinary request', () => {
    const clean = pollute();
    const request = new Request(url, { signal: null });
    clean();
    expect(request.headers.has('X-Evil')).to.equal(true);
  });

  const calls: Record<string, (key: CryptoKeyPair) => Promise<unknown>> = {
    'one with a proof': (key) =>
      client.call('requestSignInCode', { email: 'ada@example.com', returnTo: 'https://a.example/' }, { key }),
    'one with a token': (key) => client.call('readMe', undefined, { key, token: 'access-1' }),
    'one of public facts': () => client.call('readPortal', undefined),
    'one that has options of its own': (key) =>
      client.call('revokeSession', undefined, {
        key,
        token: 'access-1',
        target: 'session-2',
        keepalive: true,
        headers: { 'Portal-Account': 'account-1' },
      }),
  };
  for (const [which, call] of Object.entries(calls)) {
    it(`does not change a byte of ours: ${which}`, async () => {
      const key = await createKey();
      await call(key);
      const expected = await told(sent!);
      sent = undefined;
      const clean = pollute();
      await call(key).finally(clean);
      expect(await told(sent!)).to.deep.equal(expected);
    });
  }

  it('does not give a key to a request that has none', async () => {
    sent = undefined;
    const clean = pollute();
    await client.call('readPortal', undefined).finally(clean);
    expect([...sent!.headers.keys()]).to.deep.equal([]);
  });

  it('that replaces fetch later is not asked', async () => {
    let isAsked = false;
    globalThis.fetch = (...args) => {
      isAsked = true;
      return fetch(...args);
    };
    sent = undefined;
    await client.call('requestSignInCode', { email: 'ada@example.com' }, { key: await createKey() });
    expect(sent).to.be.instanceOf(Request);
    expect(isAsked).to.equal(false);
  });
});
