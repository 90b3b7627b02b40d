import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { solveChallenge } from '../../../test/conformance/challenge.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { numbers } from '../../src/domain/numbers.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const email = 'ada@example.com';
const password = 'correct horse battery';
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('mails with codes', () => {
  let portal: TestPortal;
  let target: Target;
  beforeEach(async () => {
    portal = await startTestPortal();
    target = await conformanceTarget(portal);
  });
  afterEach(() => portal.close());

  const stranger = (address: string | null = null) =>
    Visitor.arrive({ ...target, fetch: (request) => portal.fetch(request, address) });
  const mails = async (to = email) => (await portal.mailsTo(to)).length;

  /** Somebody who has logged in to the mailbox before, in another hour of another day. */
  async function arriveKnown(address: string | null = null): Promise<Visitor> {
    const known = await stranger(address);
    await known.signUp(email, password);
    portal.advance(day);
    return known;
  }

  it('T18: of 100 sends to one mailbox within an hour five are mailed; a known device still gets two', async () => {
    const known = await arriveKnown();
    const before = await mails();
    const refusals = new Set<string>();
    for (let sends = 0; sends < 100; sends += 1) {
      const visitor = await stranger(`192.0.2.${sends}`);
      // Three ways to have a mail sent, one count.
      const answer =
        sends % 2 === 0
          ? await visitor.persist('requestSignInCode', { email })
          : await visitor.persist('startSignUp', { name: 'Eve', email, password });
      if (!answer.ok) refusals.add(answer.problem.code);
    }
    expect(await mails()).toBe(before + 5);
    expect(refusals).toEqual(new Set(['rate-limited']));

    const { flow } = await known.succeed('requestSignInCode', { email });
    portal.advance(minute);
    await known.succeed('resendCode', { flow });
    await known.refused('requestSignInCode', 'rate-limited', { email });
    expect(await mails()).toBe(before + 7);
    await known.succeed('verifySignInCode', { flow, code: await portal.codeFor(email) });
  });

  it('T18: ten a day for unknown devices, and the answer says how long to wait', async () => {
    for (let sends = 0; sends < 10; sends += 1) {
      await (await stranger()).succeed('requestSignInCode', { email });
      portal.advance(hour);
    }
    const { retryAfter } = await (await stranger()).refused('requestSignInCode', 'rate-limited', { email });
    expect(retryAfter).toBe((14 * hour) / 1_000);
    portal.advance(14 * hour);
    await (await stranger()).succeed('requestSignInCode', { email });
  });

  it('T18: from the third in an hour an unknown device has to work; a known one does not', async () => {
    const known = await arriveKnown();
    for (let sends = 0; sends < 2; sends += 1) {
      expect((await (await stranger()).call('requestSignInCode', { email })).ok).toBe(true);
    }
    const visitor = await stranger();
    const { challenge } = await visitor.refused('requestSignInCode', 'challenge-required', { email });
    expect(challenge?.bits).toBe(numbers.challengeBits);
    for (let sends = 0; sends < 5; sends += 1) {
      expect((await known.call('requestSignInCode', { email })).ok).toBe(true);
    }
  });

  it('T18: who never works gets four of a day’s ten mails, and counts in nothing else', async () => {
    for (let hours = 0; hours < 20; hours += 1) {
      for (let asks = 0; asks < 5; asks += 1) {
        await (await stranger('192.0.2.1')).call('requestSignInCode', { email });
      }
      portal.advance(hour);
    }
    expect(await mails()).toBe(4);
    await (await stranger('192.0.2.1')).succeed('requestSignInCode', { email });
  });

  it('T18: what is not worked for takes nothing from anybody, not even for a moment', async () => {
    for (let sends = 0; sends < 2; sends += 1) {
      await (await stranger('192.0.2.1')).succeed('requestSignInCode', { email });
    }
    const { counters } = portal.deps.storage;
    const take = vi.spyOn(counters, 'take');
    await (await stranger('192.0.2.1')).refused('requestSignInCode', 'challenge-required', { email });
    expect(take).not.toHaveBeenCalled();
  });

  it('T18: a solution is good once, for its key, its endpoint and five minutes; what is not solved is none', async () => {
    for (let sends = 0; sends < 2; sends += 1) {
      await (await stranger()).succeed('requestSignInCode', { email });
    }
    const body = { email };
    const visitor = await stranger();
    const demand = async () =>
      (await visitor.refused('requestSignInCode', 'challenge-required', body)).challenge!;
    const by = (solution: string) => ({ headers: { 'Portal-Challenge': solution } });
    const refused = async (who: Visitor, solution: string) => {
      const answer = await who.call('requestSignInCode', body, by(solution));
      expect(answer.ok ? 'ok' : answer.problem.code).toBe('challenge-required');
    };

    const { token } = await demand();
    const solution = solveChallenge({ token, bits: numbers.challengeBits });
    const unsolved = solveChallenge({ token, bits: 1 });
    if (unsolved !== solution) await refused(visitor, unsolved);
    await refused(visitor, `x${solution}`);
    await refused(visitor, '');
    await refused(visitor, '.'.repeat(3_000));
    await refused(await stranger(), solution);
    const elsewhere = { name: 'Eve', email, password };
    const other = await visitor.call('startSignUp', elsewhere, by(solution));
    expect(other.ok ? 'ok' : other.problem.code).toBe('challenge-required');
    expect(await mails()).toBe(2);

    await visitor.succeed('requestSignInCode', body, by(solution));
    await refused(visitor, solution);

    const late = solveChallenge(await demand());
    portal.advance(numbers.challengeLife);
    await refused(visitor, late);
  });

  it('T18: a refused send leaves the flow and the counts as they were', async () => {
    const visitor = await stranger();
    const { flow } = await visitor.succeed('requestSignInCode', { email });
    await (await stranger()).succeed('requestSignInCode', { email });
    const before = JSON.stringify(await portal.limitRows());
    portal.advance(minute);
    await visitor.refused('resendCode', 'challenge-required', { flow });
    expect(JSON.stringify(await portal.limitRows())).toBe(before);
    // Of the flow's five sends none is gone.
    await visitor.succeed('resendCode', { flow });
  });

  it('T18: from one address twenty an hour, to whomever; known devices there still get theirs', async () => {
    const known = await arriveKnown('192.0.2.1');
    for (let sends = 0; sends < 20; sends += 1) {
      await (await stranger('192.0.2.1')).succeed('requestSignInCode', { email: `n${sends}@example.com` });
    }
    const late = { email: 'late@example.com' };
    const { retryAfter } = await (
      await stranger('192.0.2.1')
    ).refused('requestSignInCode', 'rate-limited', late);
    expect(retryAfter).toBe(hour / 1_000);
    await (await stranger('192.0.2.2')).succeed('requestSignInCode', late);
    await known.succeed('requestSignInCode', { email });
  });

  it('a busy hasher costs no mail', async () => {
    const { derive } = portal.deps.hasher;
    portal.deps.hasher.derive = async () => 'busy';
    for (let tries = 0; tries < 5; tries += 1) {
      await (await stranger()).refused('startSignUp', 'unavailable', { name: 'Ada', email, password });
    }
    portal.deps.hasher.derive = derive;
    const answer = await (await stranger()).call('startSignUp', { name: 'Ada', email, password });
    expect(answer.ok).toBe(true);
  });
});
