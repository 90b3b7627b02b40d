import { expect } from '@open-wc/testing';
import { problems } from '../../src/contract/problems.ts';
import { useMockPortal } from '../support/mock-portal.ts';

const portal = useMockPortal();

const read = (signal?: AbortSignal) => fetch(`${portal().backend}/portal`, { signal: signal ?? null });
const signIn = () =>
  fetch(`${portal().backend}/sign-in/password`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', DPoP: 'none' },
    body: '{}',
  });

/** 'refused' is all that a browser tells a page about a request that failed below HTTP. */
const outcome = (request: Promise<Response>) =>
  request.then(
    (response) => response.status,
    () => 'refused',
  );

describe('fault scenarios, as the page sees them', () => {
  it('answers when there is none', async () => {
    const response = await read();
    expect(response.status).to.equal(200);
    expect((await response.json()).name).to.equal('Hearth & Crumb');
  });

  it('down: fails below HTTP', async () => {
    portal().scenario('down');
    expect(await outcome(read())).to.equal('refused');
  });

  it('cors-refused: looks like no network', async () => {
    portal().scenario('cors-refused');
    expect(await outcome(read())).to.equal('refused');
  });

  it('server-error: answers with the problem of a broken backend', async () => {
    portal().scenario('server-error');
    const response = await read();
    expect(response.status).to.equal(problems.internal.status);
    expect((await response.json()).code).to.equal('internal');
  });

  it('malformed: claims JSON and breaks off', async () => {
    portal().scenario('malformed');
    const response = await read();
    expect(response.headers.get('Content-Type')).to.equal('application/json');
    const error: unknown = await response.json().catch((reason: unknown) => reason);
    expect(error).to.have.property('name', 'SyntaxError');
  });

  it('wrong-type: is a web page', async () => {
    portal().scenario('wrong-type');
    const response = await read();
    expect(response.status).to.equal(200);
    expect(response.headers.get('Content-Type')).to.equal('text/html');
  });

  it('rate-limited: says how long to wait, in the header and in the problem', async () => {
    portal().scenario('rate-limited');
    const response = await read();
    const problem = await response.json();
    expect(response.status).to.equal(problems['rate-limited'].status);
    expect(problem.retryAfter).to.be.greaterThan(0);
    expect(response.headers.get('Retry-After')).to.equal(String(problem.retryAfter));
  });

  for (const name of ['hang', 'slow'] as const) {
    it(`${name}: keeps the request back, and lets it go on when cleared`, async () => {
      portal().scenario(name, { endpoint: 'readPortal' });
      let isAnswered = false;
      const held = read().then((response) => {
        isAnswered = true;
        return response.status;
      });
      // A later request to another endpoint overtakes the one that is held.
      await signIn();
      expect(isAnswered).to.equal(false);
      portal().scenario(undefined);
      expect(await held).to.equal(200);
    });
  }

  it('hang: lets the page give up', async () => {
    portal().scenario('hang');
    const leaving = new AbortController();
    const held = read(leaving.signal).catch((error: unknown) => error);
    leaving.abort();
    expect(await held).to.have.property('name', 'AbortError');
  });

  it('reaches only the endpoint that it names', async () => {
    portal().scenario('down', { endpoint: 'signInWithPassword' });
    expect(await outcome(signIn())).to.equal('refused');
    expect(await outcome(read())).to.equal(200);
  });

  it('ends after the number of requests that it names', async () => {
    portal().scenario('server-error', { times: 2 });
    expect(await outcome(read())).to.equal(500);
    expect(await outcome(read())).to.equal(500);
    expect(await outcome(read())).to.equal(200);
  });

  it('is over when cleared', async () => {
    portal().scenario('down');
    portal().scenario(undefined);
    expect(await outcome(read())).to.equal(200);
  });

  it('is replaced by the next one', async () => {
    portal().scenario('down');
    portal().scenario('rate-limited');
    expect(await outcome(read())).to.equal(429);
  });
});
