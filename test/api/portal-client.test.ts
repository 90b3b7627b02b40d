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
    expect(request.headers.get('Idempotency-Key'), '128 bits').to.match(/^[\w-]{22}$/);
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

  for (const [what, fault] of Object.entries({
    'a lost answer': refused,
    'a busy server': problem('unavailable'),
    'a request that is still running': problem(
      'idempotency-running',
      { retryAfter: 1 },
      { 'Retry-After': '1' },
    ),
  })) {
    it(`of ${what} carries the same Idempotency-Key and a new proof, whatever is asked for`, async () => {
      const key = await createKey();
      const code = { flow: 'flow-1', code: '123456' };
      const acts = {
        signInWithPassword: (it: PortalClient) => it.call('signInWithPassword', password, { key }),
        verifySignInCode: (it: PortalClient) => it.call('verifySignInCode', code, { key }),
        verifySignUp: (it: PortalClient) => it.call('verifySignUp', code, { key }),
        startSignUp: (it: PortalClient) => it.call('startSignUp', { ...password, name: 'Ada' }, { key }),
        resendCode: (it: PortalClient) => it.call('resendCode', { flow: 'flow-1' }, { key }),
      };
      await Promise.all(
        Object.entries(acts).map(async ([name, act]) => {
          backend.on(name as keyof typeof acts, fault, problem('flow-invalid'));
          expect((await problemOf(act(client()))).code).to.equal('flow-invalid');
          const sent = backend.received
            .filter((one) => one.name === name)
            .map(({ request }) => request.headers);
          expect(sent, name).to.have.length(2);
          expect(sent[0]!.get('Idempotency-Key')).to.match(/^[\w-]{22}$/);
          expect(sent[1]!.get('Idempotency-Key')).to.equal(sent[0]!.get('Idempotency-Key'));
          expect(sent[1]!.get('DPoP')).not.to.equal(sent[0]!.get('DPoP'));
        }),
      );
    });
  }

  it('is another act when its visitor asks for something else, or has had an answer', async () => {
    const key = await createKey();
    const it = client();
    backend.on('signInWithPassword', problem('credentials-invalid'));
    await it.call('signInWithPassword', password, { key });
    await it.call('signInWithPassword', password, { key });
    backend.on('signInWithPassword', refused);
    await it.call('signInWithPassword', password, { key });
    await it.call('signInWithPassword', { ...password, password: 'another one' }, { key });
    const ids = backend.received.map(({ request }) => request.headers.get('Idempotency-Key'));
    expect(new Set(ids).size).to.equal(4);
  });

  it('by the visitor, of what got no answer, is the same act: it may have been carried out', async () => {
    const key = await createKey();
    const it = client();
    backend.on('signInWithPassword', refused);
    await it.call('signInWithPassword', password, { key });
    backend.on('signInWithPassword', answer('signInWithPassword', { outcome: 'verified' }));
    expect((await it.call('signInWithPassword', password, { key })).ok).to.equal(true);
    await it.call('signInWithPassword', password, { key });
    const ids = backend.received.map(({ request }) => request.headers.get('Idempotency-Key'));
    expect(ids.slice(0, 4).every((id) => id === ids[0])).to.equal(true);
    expect(ids[4]).not.to.equal(ids[0]);
  });

  it('is that act also when something else was asked for, and lost, in between', async () => {
    const key = await createKey();
    const it = client();
    backend.on('signInWithPassword', refused);
    backend.on('requestSignInCode', refused);
    await it.call('signInWithPassword', password, { key });
    await it.call('requestSignInCode', { email: password.email }, { key });
    await it.call('signInWithPassword', password, { key });
    const ids = backend.received
      .filter(({ name }) => name === 'signInWithPassword')
      .map(({ request }) => request.headers.get('Idempotency-Key'));
    expect(new Set(ids).size).to.equal(1);
  });

  it('does not add to the load of a backend that is down: a tenth of the calls at most, in the long run', async () => {
    const it = client();
    backend.on('readPortal', problem('unavailable'));
    for (let calls = 0; calls < 30; calls++) await it.call('readPortal', undefined);
    // 6 at once, and 3 for 30 calls.
    expect(backend.received.length).to.be.within(36, 39);
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

describe('a backend that fails again and again', () => {
  const call = (it: PortalClient, isBackground: boolean) =>
    it.call('readPortal', undefined, { isBackground });

  it('is left alone for 30 seconds by what nobody waits for; a visitor is always served', async () => {
    const it = new PortalClient(backend.url);
    const { now } = performance;
    try {
      backend.on('readPortal', problem('unavailable'));
      await call(it, true);
      await call(it, true);
      const sent = backend.received.length;
      expect(sent, 'five failures in a row').to.be.at.least(5);
      expect((await problemOf(call(it, true))).code).to.equal('network');
      expect(backend.received).to.have.length(sent);

      performance.now = () => now.call(performance) + 30_000;
      await call(it, true);
      expect(backend.received.length, 'after 30 s').to.be.greaterThan(sent);

      backend.on('readPortal', answer('readPortal', portal));
      expect((await call(it, true)).ok, 'failed again').to.equal(false);
      expect((await call(it, false)).ok, 'a visitor’s wish').to.equal(true);
      performance.now = () => now.call(performance) + 61_000;
      expect((await call(it, true)).ok).to.equal(true);
    } finally {
      performance.now = now;
    }
  });

  it('is asked again by everything once it has answered a visitor, or the network is back', async () => {
    const it = new PortalClient(backend.url);
    const rests = async () => {
      backend.on('readPortal', problem('unavailable'));
      for (let calls = 0; calls < 5; calls++) await call(it, false);
      backend.on('readPortal', answer('readPortal', portal));
      expect((await call(it, true)).ok).to.equal(false);
    };
    await rests();
    expect((await call(it, false)).ok).to.equal(true);
    expect((await call(it, true)).ok, 'after an answer').to.equal(true);
    await rests();
    dispatchEvent(new Event('online'));
    expect((await call(it, true)).ok, 'after the network was away').to.equal(true);
  });

  it('is not one that refuses: every 4xx is an answer', async () => {
    const it = new PortalClient(backend.url);
    backend.on('readPortal', problem('origin-not-allowed'));
    for (let calls = 0; calls < 8; calls++)
      expect((await problemOf(call(it, true))).code).to.equal('origin-not-allowed');
    expect(backend.received).to.have.length(8);
  });
});

describe('Retry-After', () => {
  const retryAfter = async (header: string | undefined, more = {}, date?: string) => {
    const headers = { ...(header && { 'Retry-After': header }), ...(date && { Date: date }) };
    // Of a request that is never sent twice: nobody waits here for what the header says.
    backend.on('revokeAllSessions', problem('rate-limited', more, headers));
    const call = new PortalClient(backend.url).call('revokeAllSessions', undefined, {
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
