/** Proof of work, asked for by a backend that is under attack. */
import { expect } from '@open-wc/testing';
import { solve } from '../../src/api/after/challenge.ts';
import { createKey } from '../../src/api/proof.ts';
import { PortalClient } from '../../src/api/portal-client.ts';
import { flowStarted } from '../support/answers.ts';
import { answer, raw, useScriptedBackend } from '../support/scripted-backend.ts';

const backend = useScriptedBackend();
const email = { email: 'ada@example.com' };

const demand = (token: string, bits: number) =>
  raw(JSON.stringify({ code: 'challenge-required', challenge: { token, bits } }), 428, {
    'Content-Type': 'application/problem+json',
  });

/** By another way of counting than the solver's. */
async function zeroBits(text: string): Promise<number> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return [...hash]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('')
    .indexOf('1');
}

describe('a challenge', () => {
  for (const bits of [0, 1, 9, 14]) {
    it(`of ${bits} bits is met`, async () => {
      const solution = await solve({ token: 'a-token', bits });
      expect(solution).to.match(/^a-token\.\d+$/);
      expect(await zeroBits(solution!)).to.be.at.least(bits);
    });
  }

  it('lets the page have its turn meanwhile', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    await solve({ token: 'turns', bits: 14 });
    clearInterval(timer);
    expect(turns).to.be.greaterThan(3);
  });

  it('is given up with the request', async () => {
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), 50);
    expect(await solve({ token: 'never', bits: 22 }, leaving.signal)).to.equal(undefined);
  });

  for (const junk of [
    undefined,
    {},
    { token: 7, bits: 3 },
    { token: 'a', bits: '3' },
    { token: 'a', bits: 60 },
    { token: 'a', bits: -1 },
    { token: 'a', bits: NaN },
  ]) {
    it(`is not begun when it is ${JSON.stringify(junk)}`, async () =>
      expect(await solve(junk)).to.equal(undefined));
  }

  it('is solved by the client, which repeats the request as the same act', async () => {
    backend.on('requestSignInCode', demand('once', 8), answer('requestSignInCode', flowStarted));
    const result = await new PortalClient(backend.url).call('requestSignInCode', email, {
      key: await createKey(),
    });
    expect(result).to.deep.equal({ ok: true, value: flowStarted });
    const [first, second] = backend.received.map(({ request }) => request.headers);
    expect(first!.get('Portal-Challenge')).to.equal(null);
    const solution = second!.get('Portal-Challenge')!;
    expect(solution).to.match(/^once\./);
    expect(await zeroBits(solution)).to.be.at.least(8);
    expect(second!.get('Idempotency-Key')).to.equal(first!.get('Idempotency-Key'));
  });

  it('that is asked for again and again is answered twice', async () => {
    backend.on('requestSignInCode', demand('endless', 4));
    const result = await new PortalClient(backend.url).call('requestSignInCode', email, {
      key: await createKey(),
    });
    expect(!result.ok && result.problem.code).to.equal('challenge-required');
    expect(backend.received).to.have.length(3);
  });
});
