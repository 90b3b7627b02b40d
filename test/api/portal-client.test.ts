import { expect } from '@open-wc/testing';
import { createKey } from '../../src/api/proof.ts';
import { PortalClient } from '../../src/api/portal-client.ts';
import type { Problem, Result } from '../../src/api/result.ts';
import { flowStarted, portal } from '../support/answers.ts';
import { answer, held, problem, raw, refused, useScriptedBackend } from '../support/scripted-backend.ts';

const backend = useScriptedBackend();
const email = { email: 'ada@example.com' };
const password = { ...email, password: 'correct horse' };

const readPortal = (timeout?: number) => new PortalClient(backend.url, timeout).call('readPortal', undefined);

/** The problem of a call that must not succeed. */
async function problemOf(call: Promise<Result<unknown>>): Promise<Problem> {
  const result = await call;
  if (result.ok) throw new Error('The call succeeded');
  return result.problem;
}

describe('a request', () => {
  it('is JSON, without cookies, redirects, cache or referrer', async () => {
    backend.on('requestSignInCode', answer('requestSignInCode', flowStarted));
    const result = await new PortalClient(backend.url).call('requestSignInCode', email, {
      key: await createKey(),
    });
    expect(result).to.deep.equal({ ok: true, value: flowStarted });
    const [{ request, body }] = backend.received as [(typeof backend.received)[0]];
    expect(request.headers.get('Content-Type')).to.equal('application/json');
    expect(JSON.parse(body)).to.deep.equal(email);
    expect(request.credentials).to.equal('omit');
    expect(request.redirect).to.equal('error');
    expect(request.cache).to.equal('no-store');
    expect(request.referrerPolicy).to.equal('no-referrer');
  });

  it('for the public facts may be answered from the cache', async () => {
    backend.on('readPortal', answer('readPortal', portal));
    await readPortal();
    expect(backend.received[0]!.request.cache).to.equal('default');
  });

  it('is not sent for a caller who gave up before', async () => {
    const key = await createKey();
    const client = new PortalClient(backend.url);
    const { code } = await problemOf(
      client.call('requestSignInCode', email, { key, signal: AbortSignal.abort() }),
    );
    expect(code).to.equal('aborted');
    expect(backend.received).to.have.length(0);
  });

  it('ends when its caller gives up', async () => {
    const waiting = held(answer('readPortal', portal));
    backend.on('readPortal', waiting.reply);
    const leaving = new AbortController();
    const call = new PortalClient(backend.url).call('readPortal', undefined, { signal: leaving.signal });
    await waiting.arrived;
    leaving.abort();
    expect((await problemOf(call)).code).to.equal('aborted');
    expect(backend.received, 'no retry').to.have.length(1);
    waiting.release();
  });

  it('ends when no answer comes in time', async () => {
    const waiting = held(answer('readPortal', portal));
    backend.on('readPortal', waiting.reply);
    expect((await problemOf(readPortal(200))).code).to.equal('timeout');
    expect(backend.received, 'no retry').to.have.length(1);
    waiting.release();
  });

  it('ends when the answer starts but does not end in time', async () => {
    let end!: () => void;
    const endless = new ReadableStream({
      start(stream) {
        stream.enqueue(new TextEncoder().encode('{'));
        end = () => stream.close();
      },
      cancel: () => void (end = () => {}),
    });
    backend.on('readPortal', raw(endless));
    expect((await problemOf(readPortal(300))).code).to.equal('timeout');
    // WebKit does not let go of a worker that still has something to send.
    end();
  });
});

describe('a retry', () => {
  const client = () => new PortalClient(backend.url);

  for (const status of [408, 425, 502, 503, 504]) {
    it(`follows a ${status}`, async () => {
      backend.on('readPortal', raw('', status), answer('readPortal', portal));
      expect(await readPortal()).to.deep.equal({ ok: true, value: portal });
    });
  }

  it('follows a broken connection, twice at most', async () => {
    backend.on('readPortal', refused);
    expect((await problemOf(readPortal())).code).to.equal('network');
    expect(backend.received).to.have.length(3);
  });

  for (const code of ['internal', 'origin-not-allowed', 'session-ended'] as const) {
    it(`does not follow ${code}`, async () => {
      backend.on('readPortal', problem(code));
      expect((await problemOf(readPortal())).code).to.equal(code);
      expect(backend.received).to.have.length(1);
    });
  }

  it('waits as long as the backend asks', async () => {
    backend.on(
      'readPortal',
      problem('rate-limited', {}, { 'Retry-After': '1' }),
      answer('readPortal', portal),
    );
    const started = performance.now();
    expect((await readPortal()).ok).to.equal(true);
    expect(performance.now() - started).to.be.greaterThan(995);
  });

  it('is left to the visitor when the backend asks for more than 5 seconds', async () => {
    backend.on('readPortal', problem('rate-limited', {}, { 'Retry-After': '6' }));
    expect(await problemOf(readPortal())).to.include({ code: 'rate-limited', retryAfter: 6 });
    expect(backend.received).to.have.length(1);
  });

  it('does not follow a 429 that names no time', async () => {
    backend.on('readPortal', problem('rate-limited'));
    await readPortal();
    expect(backend.received).to.have.length(1);
  });

  it('never spends a second attempt at a password or a code, or a second mail', async () => {
    const key = await createKey();
    const code = { flow: 'flow-1', code: '123456' };
    for (const reply of [refused, problem('unavailable'), problem('rate-limited', { retryAfter: 1 })]) {
      for (const name of [
        'signInWithPassword',
        'verifySignInCode',
        'verifySignUp',
        'chooseAccount',
        'startSignUp',
        'requestSignInCode',
        'resendCode',
      ] as const) {
        backend.on(name, reply);
      }
      backend.received = [];
      await client().call('signInWithPassword', password, { key });
      await client().call('verifySignInCode', code, { key });
      await client().call('verifySignUp', code, { key });
      await client().call('chooseAccount', { ticket: 't', handle: 'h' }, { key });
      await client().call('startSignUp', { ...password, name: 'Ada' }, { key });
      await client().call('requestSignInCode', email, { key });
      await client().call('resendCode', { flow: 'flow-1' }, { key });
      expect(new Set(backend.received.map(({ name }) => name)).size).to.equal(7);
      expect(backend.received).to.have.length(7);
    }
  });

  it('ends its waiting when the caller gives up', async () => {
    const leaving = new AbortController();
    backend.on('readPortal', () => {
      setTimeout(() => leaving.abort(), 100);
      return problem('unavailable', {}, { 'Retry-After': '5' })(backend.received[0]!);
    });
    const started = performance.now();
    const call = client().call('readPortal', undefined, { signal: leaving.signal });
    expect((await problemOf(call)).code).to.equal('aborted');
    expect(performance.now() - started).to.be.lessThan(4000);
    expect(backend.received).to.have.length(1);
  });
});

describe('Retry-After', () => {
  const retryAfter = async (header: string | undefined, more = {}, date?: string) => {
    const headers = { ...(header && { 'Retry-After': header }), ...(date && { Date: date }) };
    backend.on('signInWithPassword', problem('rate-limited', more, headers));
    const call = new PortalClient(backend.url).call('signInWithPassword', password, {
      key: await createKey(),
    });
    return (await problemOf(call)).retryAfter;
  };

  it('counts in seconds', async () => expect(await retryAfter('42')).to.equal(42));
  it('is at most a minute', async () => expect(await retryAfter('1000000000')).to.equal(60));
  it('may be a date', async () => {
    expect(await retryAfter(new Date(Date.now() + 30_000).toUTCString())).to.be.within(28, 30);
  });
  it('counts a date from the Date of the same answer, so that a wrong clock does not matter', async () => {
    const date = 'Wed, 21 Oct 2015 07:28:00 GMT';
    expect(await retryAfter('Wed, 21 Oct 2015 07:28:40 GMT', {}, date)).to.equal(40);
  });
  for (const junk of ['soon', '-5', '1.5', 'in 7 GMT', '0x10', 'Wed, 21 Oct 2015 07:28:00 GMT']) {
    it(`is 5 seconds for ${junk}`, async () => expect(await retryAfter(junk)).to.equal(5));
  }
  it('comes from the problem when there is no header', async () => {
    expect(await retryAfter(undefined, { retryAfter: 17 })).to.equal(17);
  });
  it('is absent when nobody named a time', async () =>
    expect(await retryAfter(undefined)).to.equal(undefined));
});
