/** What scripts of the host page do to shared objects must not change what is sent. */
import { expect } from '@open-wc/testing';
import { createKey } from '../../src/api/proof.ts';
import type { PortalClient } from '../../src/api/portal-client.ts';
import { flowStarted } from '../support/answers.ts';

const url = 'https://scripted.example/acme';
const pollution = {
  method: 'PUT',
  headers: { 'X-Evil': '1' },
  body: 'evil',
  credentials: 'include',
  integrity: 'sha256-evil',
  key: 'evil',
  token: 'evil',
  signal: 'evil',
  keepalive: true,
  toJSON: () => 'evil',
};

function pollute(): () => void {
  Object.assign(Object.prototype, pollution);
  Object.assign(Array.prototype, { toJSON: () => 'evil' });
  return () => {
    for (const name of Object.keys(pollution)) Reflect.deleteProperty(Object.prototype, name);
    Reflect.deleteProperty(Array.prototype, 'toJSON');
  };
}

/** The request as the browser would send it, and a reply at once. */
let sent: Request | undefined;
const record: typeof fetch = async (input, init) => {
  sent = new Request(input, init);
  return new Response(JSON.stringify(flowStarted), { headers: { 'Content-Type': 'application/json' } });
};

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

  it('does not change ours', async () => {
    const key = await createKey();
    const clean = pollute();
    await client.call('requestSignInCode', { email: 'ada@example.com' }, { key }).finally(clean);
    expect(sent).to.include({
      method: 'POST',
      credentials: 'omit',
      mode: 'cors',
      integrity: '',
      keepalive: false,
    });
    expect([...sent!.headers.keys()].sort()).to.deep.equal(['content-type', 'dpop', 'idempotency-key']);
    expect(await sent!.text()).to.equal('{"email":"ada@example.com"}');
    const [header, payload] = sent!.headers
      .get('DPoP')!
      .split('.')
      .map((part) => atob(part.replaceAll('-', '+').replaceAll('_', '/')));
    expect(JSON.parse(header!)).to.have.all.keys('typ', 'alg', 'jwk');
    expect(JSON.parse(payload!)).to.have.all.keys('jti', 'htm', 'htu', 'iat');
  });

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
