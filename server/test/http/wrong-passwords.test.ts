import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { numbers } from '../../src/domain/numbers.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const email = 'ada@example.com';
const password = 'correct horse battery';
const right = { email, password };
const wrong = { email, password: 'not the right one' };
const second = 1_000;
const day = 24 * 60 * 60 * second;

describe('wrong passwords', () => {
  let portal: TestPortal;
  let target: Target;
  let owner: Visitor;
  beforeEach(async () => {
    portal = await startTestPortal();
    target = await conformanceTarget(portal);
    owner = await Visitor.arrive(target);
    await owner.signUp(email, password);
  });
  afterEach(() => portal.close());

  /** Somebody whose key the portal has not seen, at an address. */
  const stranger = (address: string | null = null) =>
    Visitor.arrive({ ...target, fetch: (request) => portal.fetch(request, address) });

  async function fail(times: number): Promise<void> {
    for (let time = 0; time < times; time += 1) {
      await (await stranger()).refused('signInWithPassword', 'credentials-invalid', wrong);
    }
  }

  /** As long as it takes until no more are counted. */
  async function failUntilPaused(who: () => Promise<Visitor>): Promise<void> {
    for (let failures = 0; failures < numbers.wrongPasswordsInAll.limit; failures += 1) {
      await (await who()).refused('signInWithPassword', 'credentials-invalid', wrong);
      portal.advance(numbers.wrongPasswords.waits.at(-1) ?? 0);
    }
  }

  it('five are free, then each costs a wait that doubles to an hour; the right one waits as well', async () => {
    await fail(5);
    const waits: (number | undefined)[] = [];
    for (let failure = 5; failure < 14; failure += 1) {
      const problem = await (await stranger()).refused('signInWithPassword', 'rate-limited', right);
      waits.push(problem.retryAfter);
      portal.advance((problem.retryAfter ?? 0) * second);
      await fail(1);
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600]);
  });

  it('nothing is hashed for who has to wait', async () => {
    await fail(5);
    const before = portal.hashes.count;
    await (await stranger()).refused('signInWithPassword', 'rate-limited', right);
    expect(portal.hashes.count).toBe(before);
  });

  it('T3: a right password takes back its own attempt, and leaves the count of strangers as it was', async () => {
    await fail(4);
    await (await stranger()).succeed('signInWithPassword', right);
    await fail(1);
    await (await stranger()).refused('signInWithPassword', 'rate-limited', right);
  });

  it('… which is forgotten a day after it began', async () => {
    await fail(4);
    portal.advance(day - second);
    await fail(1);
    await (await stranger()).refused('signInWithPassword', 'rate-limited', right);
    portal.advance(30 * second);
    await fail(4);
    await (await stranger()).succeed('signInWithPassword', right);
  });

  it('T16: a device that has logged in before has a count of its own, in both directions', async () => {
    await fail(5);
    await owner.succeed('signInWithPassword', right);
    // The owner's success does not help the strangers …
    await (await stranger()).refused('signInWithPassword', 'rate-limited', right);
    // … and the owner's own failures count.
    for (let time = 0; time < 5; time += 1) {
      await owner.refused('signInWithPassword', 'credentials-invalid', wrong);
    }
    await owner.refused('signInWithPassword', 'rate-limited', right);
  });

  it('T16: a device is forgotten after 90 days without a log-in', async () => {
    portal.advance(90 * day - second);
    await fail(5);
    await owner.succeed('signInWithPassword', right);
    portal.advance(90 * day);
    await fail(5);
    await owner.refused('signInWithPassword', 'rate-limited', right);
  });

  it('T16: after a hundred in 30 days a stranger needs a code; that device knows the password then', async () => {
    await failUntilPaused(stranger);
    const late = await stranger();
    await late.refused('signInWithPassword', 'password-paused', right);
    await owner.succeed('signInWithPassword', right);
    await late.refused('signInWithPassword', 'password-paused', right);

    const { flow } = await late.succeed('requestSignInCode', { email });
    await late.succeed('verifySignInCode', { flow, code: await portal.codeFor(email) });
    await late.succeed('signInWithPassword', right);
    // Were the others' pause over, they would know that somebody was there who could end it (T3).
    await (await stranger()).refused('signInWithPassword', 'password-paused', right);
    portal.advance(30 * day);
    await (await stranger()).succeed('signInWithPassword', right);
  });

  it('a known device, too, is stopped at a hundred, until a code proves the mailbox there', async () => {
    await failUntilPaused(async () => owner);
    await owner.refused('signInWithPassword', 'password-paused', right);
    const { flow } = await owner.succeed('requestSignInCode', { email });
    await owner.succeed('verifySignInCode', { flow, code: await portal.codeFor(email) });
    await owner.succeed('signInWithPassword', right);
  });

  it('a busy hasher counts for nothing', async () => {
    await fail(4);
    const { derive } = portal.deps.hasher;
    portal.deps.hasher.derive = async () => 'busy';
    for (let time = 0; time < 10; time += 1) {
      await (await stranger('192.0.2.1')).refused('signInWithPassword', 'unavailable', right);
    }
    portal.deps.hasher.derive = derive;
    await (await stranger()).succeed('signInWithPassword', right);
  });

  it('businesses count for themselves', async () => {
    await fail(5);
    const elsewhere = await Visitor.arrive(target, target.singleAccountBackend);
    await elsewhere.refused('signInWithPassword', 'credentials-invalid', right);
  });

  it('from one address 30 fail in 15 minutes, whatever the mailbox; known devices there still log in', async () => {
    const spray = async (times: number) => {
      for (let time = 0; time < times; time += 1) {
        const unknown = { ...wrong, email: `nobody-${time}@example.com` };
        await (await stranger('192.0.2.1')).refused('signInWithPassword', 'credentials-invalid', unknown);
      }
    };
    await spray(29);
    // A success is no failure: it leaves the last one to spend.
    await (await stranger('192.0.2.1')).succeed('signInWithPassword', right);
    await spray(1);
    const refused = await stranger('192.0.2.1');
    const problem = await refused.refused('signInWithPassword', 'rate-limited', right);
    expect(problem.retryAfter).toBe(900);
    await (await stranger('192.0.2.2')).succeed('signInWithPassword', right);
    const known = new Visitor(
      { ...target, fetch: (request) => portal.fetch(request, '192.0.2.1') },
      target.backend,
      owner.keys,
    );
    await known.succeed('signInWithPassword', right);
    portal.advance(900 * second);
    await refused.succeed('signInWithPassword', right);
  });

  it('the tables of the limits name neither mailboxes nor addresses (T30)', async () => {
    await (await stranger('192.0.2.77')).refused('signInWithPassword', 'credentials-invalid', wrong);
    const dump = JSON.stringify(await portal.limitRows());
    expect(dump).toContain('password');
    expect(dump).not.toContain('ada');
    expect(dump).not.toContain('192.0.2');
  });
});
