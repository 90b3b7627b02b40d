import { afterAll, beforeAll, expect, it } from 'vitest';
import { newKey, under } from '../../../test/conformance/idempotency-cases.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { type Answer, Visitor } from '../../../test/conformance/visitor.ts';
import { describeStorage } from '../support/databases.ts';
import type { TestPortal } from '../support/test-portal.ts';
import { startTwoServers, type TwoServers } from '../support/two-servers.ts';

const password = 'correct horse battery';
const minute = 60_000;

describeStorage('requests that come twice', (current) => {
  let servers: TwoServers;
  let portals: TestPortal[];
  let first: TestPortal;
  let target: Target;

  beforeAll(async () => {
    servers = await startTwoServers(current());
    ({ portals, first, target } = servers);
  });
  afterAll(() => servers.close());

  const hashes = () => portals.reduce((sum, portal) => sum + portal.hashes.count, 0);
  const advance = (milliseconds: number) => portals.forEach((portal) => portal.advance(milliseconds));
  const rows = () => current().db.selectFrom('first_answers').selectAll().execute();
  async function arriveWithNonce() {
    const visitor = await Visitor.arrive(target);
    await visitor.learnNonce();
    return visitor;
  }
  const fifty = <T>(make: () => Promise<T>) => Promise.all(Array.from({ length: 50 }, make));

  it('50 log-ins in parallel under one key run once; each is told the same, or that it is running', async () => {
    const email = 'fifty@example.com';
    await (await Visitor.arrive(target)).signUp(email, password);
    const visitor = await arriveWithNonce();
    const key = under(newKey());
    const before = hashes();
    const answers = await fifty(() => visitor.once('signInWithPassword', { email, password }, key));
    expect(hashes() - before).toBe(1);
    const told = new Set(answers.map(tellOf));
    told.delete('idempotency-running');
    expect(told.size).toBe(1);
    const last = await visitor.succeed('signInWithPassword', { email, password }, key);
    expect(told).toEqual(new Set([JSON.stringify(last)]));
  });

  it('50 wrong codes in parallel under one key cost one attempt', async () => {
    const visitor = await Visitor.arrive(target);
    const email = 'one-attempt@example.com';
    const { flow } = await visitor.succeed('requestSignInCode', { email });
    const key = under(newKey());
    await fifty(() => visitor.once('verifySignInCode', { flow, code: 'wrong' }, key));
    const problem = await visitor.refused('verifySignInCode', 'code-invalid', { flow, code: 'wrong again' });
    expect(problem.attemptsLeft).toBe(3);
  });

  it('50 requests for a code in parallel under one key send one mail', async () => {
    const email = 'one-mail@example.com';
    const visitor = await arriveWithNonce();
    const key = under(newKey());
    await fifty(() => visitor.once('requestSignInCode', { email }, key));
    expect(await first.mailsTo(email)).toHaveLength(1);
  });

  it('tells who comes in between how long to wait', async () => {
    const visitor = await arriveWithNonce();
    const key = under(newKey());
    const body = { email: 'between@example.com' };
    const hanging = hang(portals);
    const slow = visitor.once('signInWithPassword', { ...body, password }, key);
    await hanging.reached;
    const problem = await visitor.refused(
      'signInWithPassword',
      'idempotency-running',
      { ...body, password },
      key,
    );
    expect(problem.retryAfter).toBe(1);
    hanging.release();
    await slow;
  });

  it('a first run that crashed is released after 30 seconds, not before', async () => {
    const visitor = await arriveWithNonce();
    const key = under(newKey());
    const body = { email: 'crash@example.com', password };
    const hanging = hang(portals);
    const crashed = visitor.once('signInWithPassword', body, key);
    await hanging.reached;
    advance(29_999);
    await visitor.refused('signInWithPassword', 'idempotency-running', body, key);
    advance(1);
    await visitor.refused('signInWithPassword', 'credentials-invalid', body, key);
    hanging.release();
    await crashed;
  });

  it('what throws, or finds the server busy, is not kept', async () => {
    const visitor = await arriveWithNonce();
    const key = under(newKey());
    const body = { email: 'busy@example.com', password };
    const restore = portals.map(({ deps }) => {
      const { derive } = deps.hasher;
      deps.hasher.derive = async () => 'busy';
      return () => void (deps.hasher.derive = derive);
    });
    await visitor.refused('signInWithPassword', 'unavailable', body, key);
    for (const { deps } of portals) deps.hasher.derive = () => Promise.reject(new Error('a bug'));
    await visitor.refused('signInWithPassword', 'internal', body, key);
    for (const mend of restore) mend();
    await visitor.refused('signInWithPassword', 'credentials-invalid', body, key);
  });

  it('a refusal is kept for ten minutes, in which it costs nothing again', async () => {
    const visitor = await Visitor.arrive(target);
    const key = under(newKey());
    const body = { email: 'refused@example.com', password };
    await visitor.refused('signInWithPassword', 'credentials-invalid', body, key);
    await (await Visitor.arrive(target)).signUp(body.email, password);
    advance(10 * minute - 1);
    const before = hashes();
    await visitor.refused('signInWithPassword', 'credentials-invalid', body, key);
    expect(hashes()).toBe(before);
    advance(1);
    await visitor.succeed('signInWithPassword', body, key);
  });

  it('an answer is kept for a day, that of a code for ten minutes', async () => {
    const visitor = await Visitor.arrive(target);
    const key = under(newKey());
    const body = { email: 'a-day@example.com' };
    const started = await visitor.succeed('requestSignInCode', body, key);
    const code = { flow: started.flow, code: 'wrong' };
    await visitor.refused('verifySignInCode', 'code-invalid', code, key);
    advance(10 * minute - 1);
    await visitor.refused('verifySignInCode', 'code-invalid', code, key);
    advance(1);
    await visitor.refused('verifySignInCode', 'code-expired', code, key);
    advance(24 * 60 * minute - 10 * minute - 1);
    expect(await visitor.succeed('requestSignInCode', body, key)).toEqual(started);
    advance(1);
    expect((await visitor.succeed('requestSignInCode', body, key)).flow).not.toBe(started.flow);
  });

  it('T30: neither the key nor what was answered is stored in clear', async () => {
    const email = 'sealed@example.com';
    const grant = await (await Visitor.arrive(target)).signUp(email, password);
    const visitor = await Visitor.arrive(target);
    const key = newKey();
    const outcome = await visitor.succeed('signInWithPassword', { email, password }, under(key));
    if (outcome.outcome !== 'signed-in') throw new Error(outcome.outcome);
    const stored = JSON.stringify(await rows());
    const secrets = [
      key,
      password,
      outcome.grant.access_token,
      outcome.grant.refresh_token,
      email,
      grant.session.account.id,
    ];
    for (const secret of secrets) expect(stored).not.toContain(secret);
    expect(await rows()).not.toEqual([]);
  });

  it('without the header, every request is one of its own', async () => {
    const visitor = await Visitor.arrive(target);
    const before = (await rows()).length;
    const body = { email: 'each@example.com' };
    const flows = [
      await visitor.succeed('requestSignInCode', body),
      await visitor.succeed('requestSignInCode', body),
    ];
    expect(new Set(flows.map(({ flow }) => flow)).size).toBe(2);
    expect(await rows()).toHaveLength(before);
  });

  it('a refresh needs no key: its token is one, and what rotates it is its own rule', async () => {
    const visitor = await Visitor.arrive(target);
    const { refresh_token } = await visitor.signUp('refresh@example.com', password);
    const before = (await rows()).length;
    await visitor.succeed('refreshSession', { grant_type: 'refresh_token', refresh_token }, under(newKey()));
    expect(await rows()).toHaveLength(before);
  });
});

const tellOf = (answer: Answer<'signInWithPassword'>) =>
  answer.ok ? JSON.stringify(answer.value) : answer.problem.code;

/** Stops the next hash, whichever server computes it, until it is released; the one after goes on. */
function hang(portals: TestPortal[]) {
  let release!: () => void;
  let reach!: () => void;
  const released = new Promise<void>((resolve) => (release = resolve));
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const mends = portals.map(({ deps: { hasher } }) => {
    const { derive } = hasher;
    hasher.derive = async (...typed) => {
      for (const mend of mends) mend();
      reach();
      await released;
      return derive.apply(hasher, typed);
    };
    return () => void (hasher.derive = derive);
  });
  return { reached, release };
}
