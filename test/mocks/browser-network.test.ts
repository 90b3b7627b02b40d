import { expect } from '@open-wc/testing';
import { behindBrowser } from '../../mocks/browser-network.ts';

const page = 'https://shop.example';
const url = 'https://portal.example/acme/me';
const allowed = { 'Access-Control-Allow-Origin': page };

/** A backend with one preflight answer and one other, and what it was asked. */
function backend(preflight: HeadersInit, answer: HeadersInit, status = 204) {
  const seen: Request[] = [];
  const fetch = behindBrowser(page, async (request) => {
    seen.push(request);
    return request.method === 'OPTIONS'
      ? new Response(null, { status, headers: preflight })
      : new Response('{}', { headers: answer });
  });
  return { fetch, methods: () => seen.map((request) => request.method), seen };
}

const isRefused = (response: Response) => response.type === 'error';

describe('behindBrowser', () => {
  it('sends a simple request without asking, with the origin of the page', async () => {
    const { fetch, methods, seen } = backend({}, allowed);
    expect((await fetch(new Request(url))).status).to.equal(200);
    expect(methods()).to.deep.equal(['GET']);
    expect(seen[0]?.headers.get('Origin')).to.equal(page);
  });

  it('asks first for a JSON body and for the header of a proof', async () => {
    const { fetch, seen } = backend(
      { ...allowed, 'Access-Control-Allow-Headers': 'Content-Type, DPoP' },
      allowed,
    );
    const headers = { 'Content-Type': 'application/json', DPoP: 'x' };
    const response = await fetch(new Request(url, { method: 'POST', headers, body: '{"a":1}' }));
    expect(response.status).to.equal(200);
    expect(seen.map(({ method }) => method)).to.deep.equal(['OPTIONS', 'POST']);
    expect(seen[0]?.headers.get('Origin')).to.equal(page);
    expect(seen[0]?.headers.get('Access-Control-Request-Headers')).to.equal('content-type,dpop');
    expect(seen[0]?.headers.get('Access-Control-Request-Method')).to.equal('POST');
    expect(await seen[1]?.text()).to.equal('{"a":1}');
  });

  it('never sends the request when the preflight leaves a header out', async () => {
    const { fetch, methods } = backend(
      { ...allowed, 'Access-Control-Allow-Headers': 'Content-Type' },
      allowed,
    );
    expect(isRefused(await fetch(new Request(url, { headers: { DPoP: 'x' } })))).to.equal(true);
    expect(methods()).to.deep.equal(['OPTIONS']);
  });

  it('never sends the request when the preflight leaves the method out', async () => {
    const { fetch, methods } = backend({ ...allowed, 'Access-Control-Allow-Methods': 'POST' }, allowed);
    expect(isRefused(await fetch(new Request(url, { method: 'DELETE' })))).to.equal(true);
    expect(methods()).to.deep.equal(['OPTIONS']);
  });

  it('refuses when the preflight fails or is for another origin', async () => {
    const headers = { 'Access-Control-Allow-Headers': 'dpop' };
    const failed = backend({ ...allowed, ...headers }, allowed, 403);
    const foreign = backend({ 'Access-Control-Allow-Origin': 'https://other.example', ...headers }, allowed);
    for (const { fetch } of [failed, foreign]) {
      expect(isRefused(await fetch(new Request(url, { headers: { DPoP: 'x' } })))).to.equal(true);
    }
  });

  it('hides an answer that does not allow the page', async () => {
    expect(isRefused(await backend({}, {}).fetch(new Request(url)))).to.equal(true);
  });

  it('shows only harmless and exposed headers', async () => {
    const { fetch } = backend(
      {},
      {
        ...allowed,
        'Content-Type': 'application/json',
        'Access-Control-Expose-Headers': 'DPoP-Nonce',
        'DPoP-Nonce': 'n',
        'X-Secret': 's',
      },
    );
    const { headers } = await fetch(new Request(url));
    expect([...headers.keys()]).to.deep.equal(['content-type', 'dpop-nonce']);
  });
});
