import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const password = 'correct horse battery';
const pairs = 200;

/** An answer with what may differ by chance taken out: identifiers, tags, nonces and the clock. */
async function fingerprint(response: Response) {
  const body = (await response.text())
    .replace(/"flow":"[^"]+"/, '"flow":"…"')
    .replace(/"tag":"[^"]+"/, '"tag":"…"');
  const headers = [...response.headers].map(([key, value]) =>
    key === 'dpop-nonce' ? [key, value.length] : [key, value],
  );
  return JSON.stringify({ status: response.status, headers, body });
}

describe('known and unknown emails cannot be told apart from outside (T3, T4)', () => {
  let portal: TestPortal;
  let target: Target;
  beforeAll(async () => {
    portal = await startTestPortal();
    target = await conformanceTarget(portal);
    for (let i = 0; i < 10; i += 1) {
      const visitor = await Visitor.arrive(target, target.singleAccountBackend);
      await visitor.signUp(`known-${i}@example.com`, password);
    }
  });
  afterAll(() => portal.close());

  it.each(['startSignUp', 'requestSignInCode', 'signInWithPassword'] as const)(
    `%s: ${pairs} pairs give the same bytes, the same number of hashes and of mails`,
    async (name) => {
      const visitor = await Visitor.arrive(target, target.singleAccountBackend);
      await visitor.learnNonce();
      const ask = async (email: string) => {
        const body = {
          email,
          ...(name === 'requestSignInCode' ? {} : { password: 'not the right one' }),
          ...(name === 'startSignUp' ? { name: 'Ada Lovelace' } : {}),
        };
        const before = { hashes: portal.hashes.count, mails: (await portal.mailsTo(email)).length };
        const rawBody = JSON.stringify(body);
        const response = await portal.fetch(await visitor.request(name, undefined, { rawBody }));
        return {
          answer: await fingerprint(response),
          hashes: portal.hashes.count - before.hashes,
          mails: (await portal.mailsTo(email)).length - before.mails,
        };
      };
      for (let pair = 0; pair < pairs; pair += 1) {
        const known = await ask(`known-${pair % 10}@example.com`);
        const unknown = await ask(`stranger-${name}-${pair}@example.com`.toLowerCase());
        expect(known).toEqual(unknown);
        expect(known.hashes).toBe(name === 'requestSignInCode' ? 0 : 1);
        expect(known.mails).toBe(name === 'signInWithPassword' ? 0 : 1);
      }
    },
  );

  it('the mail tells the owner what the page does not', async () => {
    const visitor = await Visitor.arrive(target, target.singleAccountBackend);
    await visitor.succeed('startSignUp', { name: 'Eve', email: 'known-0@example.com', password });
    expect((await portal.mailsTo('known-0@example.com')).at(-1)?.template).toBe('already-registered');
    await visitor.succeed('requestSignInCode', { email: 'nobody@example.com' });
    const mail = (await portal.mailsTo('nobody@example.com')).at(-1);
    expect(mail?.template).toBe('no-account');
    expect(mail?.data).not.toHaveProperty('code');
  });

  it('no code opens the flow of an unknown email, however lucky the guess', async () => {
    const visitor = await Visitor.arrive(target);
    const { flow } = await visitor.succeed('requestSignInCode', { email: 'unknown@example.com' });
    const stored = await portal.deps.storage.flows.find({
      id: flow,
      businessId: (await portal.deps.storage.businesses.bySlug('many'))?.id ?? '',
      keyThumbprint: await thumbprintOf(visitor),
    });
    for (let guess = 0; guess < 1_000; guess += 1) {
      const mac = await portal.deps.secrets.mac('code', flow, String(guess).padStart(6, '0'));
      expect(mac).not.toBe(stored?.codeMac);
    }
    await visitor.refused('verifySignInCode', 'code-invalid', { flow, code: '000000' });
  });
});

async function thumbprintOf(visitor: Visitor): Promise<string> {
  const { calculateThumbprint } = await import('dpop');
  return calculateThumbprint(visitor.keys.publicKey);
}
