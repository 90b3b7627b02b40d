import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const window = 5 * 60_000;
const nobody = { grant_type: 'refresh_token', refresh_token: 'none' } as const;

/** What needs a clock; malformed proofs are cases of the conformance suite. */
describe('T13: the age of a proof (RFC 9449 section 4.3, item 11)', () => {
  let portal: TestPortal;
  let target: Target;
  let visitor: Visitor;
  beforeEach(async () => {
    portal = await startTestPortal();
    target = await conformanceTarget(portal);
    visitor = await Visitor.arrive(target);
    await visitor.learnNonce();
  });
  afterEach(() => portal.close());

  const send = async (DPoP: string) => {
    const answer = await visitor.once('refreshSession', nobody, { headers: { DPoP } });
    return answer.ok ? 'success' : answer.problem.code;
  };

  it('is that of its nonce: good in the next window of five minutes, refused after it', async () => {
    const proofs = [await visitor.proof('refreshSession'), await visitor.proof('refreshSession')] as const;
    portal.advance(window);
    expect(await send(proofs[0])).toBe('session-ended');
    portal.advance(window);
    expect(await send(proofs[1])).toBe('use-dpop-nonce');
  });

  it('and a proof that was used once is refused as long as its nonce is good', async () => {
    const proof = await visitor.proof('refreshSession');
    expect(await send(proof)).toBe('session-ended');
    portal.advance(2 * window - 1);
    await portal.deps.storage.purge(portal.deps.clock.now(), 1_000);
    expect(await send(proof)).toBe('proof-replayed');
  });
});
