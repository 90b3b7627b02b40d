import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import {
  conformanceTarget,
  returnTo,
  startTestPortal,
  type TestPortal,
  withLinks,
} from '../support/test-portal.ts';

const minute = 60_000;
const email = 'ada@example.com';
const password = 'correct horse battery';
const person = { name: 'Ada Lovelace', email, password };

describe('flows over time', () => {
  let portal: TestPortal;
  let target: Target;
  let visitor: Visitor;
  beforeEach(async () => {
    portal = await startTestPortal();
    target = await conformanceTarget(portal);
    visitor = await Visitor.arrive(target);
  });
  afterEach(() => portal.close());

  it('a sign-up code lives 15 minutes', async () => {
    const { flow } = await visitor.succeed('startSignUp', person);
    const code = await portal.codeFor(email);
    portal.advance(15 * minute);
    await visitor.refused('verifySignUp', 'code-expired', { flow, code });
    await (
      await Visitor.arrive(target)
    ).refused('signInWithPassword', 'credentials-invalid', { email, password });
  });

  it('… and is good until the last moment', async () => {
    const { flow } = await visitor.succeed('startSignUp', person);
    portal.advance(15 * minute - 1);
    await visitor.succeed('verifySignUp', { flow, code: await portal.codeFor(email) });
  });

  it('no two requests for one mailbox show the same two characters', async () => {
    const letters = vi.spyOn(portal.deps.random, 'letters');
    for (const drawn of ['AA', 'AA', 'AA', 'BB']) letters.mockReturnValueOnce(drawn);
    const { tag } = await visitor.succeed('startSignUp', person);
    const other = await (await Visitor.arrive(target)).succeed('startSignUp', person);
    expect([tag, other.tag]).toEqual(['AA', 'BB']);
    // Should chance insist, there is a mail all the same.
    letters.mockReturnValue('BB');
    const third = await (await Visitor.arrive(target)).succeed('requestSignInCode', { email });
    expect(third.tag).toBe('BB');
  });

  it('a log-in code lives 10 minutes', async () => {
    await visitor.signUp(email, password);
    const { flow } = await visitor.succeed('requestSignInCode', { email });
    const code = await portal.codeFor(email);
    portal.advance(10 * minute);
    await visitor.refused('verifySignInCode', 'code-expired', { flow, code });
  });

  it('resend after the cool-down: a new code, the old one is dead, the attempts are kept', async () => {
    const { flow } = await visitor.succeed('startSignUp', person);
    const old = await portal.codeFor(email);
    await visitor.refused('verifySignUp', 'code-invalid', { flow, code: 'wrong' });
    portal.advance(minute);
    await visitor.succeed('resendCode', { flow });
    const fresh = await portal.codeFor(email);
    expect(fresh).not.toBe(old);
    expect((await visitor.refused('verifySignUp', 'code-invalid', { flow, code: old })).attemptsLeft).toBe(3);
    await visitor.succeed('verifySignUp', { flow, code: fresh });
  });

  it('resend revives a flow whose code has expired, with the full life', async () => {
    const { flow } = await visitor.succeed('startSignUp', person);
    portal.advance(20 * minute);
    await visitor.succeed('resendCode', { flow });
    portal.advance(14 * minute);
    await visitor.succeed('verifySignUp', { flow, code: await portal.codeFor(email) });
  });

  it('a purge leaves a flow that may still ask for a new code, and deletes it later', async () => {
    const { flow } = await visitor.succeed('startSignUp', person);
    const purge = () => portal.deps.storage.purge(portal.deps.clock.now(), 100);
    portal.advance(29 * minute);
    await purge();
    await visitor.refused('verifySignUp', 'code-expired', { flow, code: await portal.codeFor(email) });
    await visitor.succeed('resendCode', { flow });
    portal.advance(30 * minute);
    await purge();
    await visitor.refused('resendCode', 'flow-invalid', { flow });
  });

  it('at most five codes are sent for a flow', async () => {
    const { flow } = await visitor.succeed('startSignUp', person);
    for (let sent = 1; sent < 5; sent += 1) {
      portal.advance(minute);
      await visitor.succeed('resendCode', { flow });
    }
    portal.advance(minute);
    await visitor.refused('resendCode', 'resend-exhausted', { flow });
    expect(await portal.mailsTo(email)).toHaveLength(5);
  });

  it('a flow that ended sends no more codes', async () => {
    const { flow } = await visitor.succeed('startSignUp', person);
    await visitor.succeed('verifySignUp', { flow, code: await portal.codeFor(email) });
    portal.advance(minute);
    await visitor.refused('resendCode', 'flow-invalid', { flow });
    expect(await portal.mailsTo(email)).toHaveLength(1);
  });

  it('a code that was asked for twice at once goes out once', async () => {
    // By a known device: a stranger would be asked for work before that.
    await visitor.signUp(email, password);
    portal.advance(60 * minute);
    const { flow } = await visitor.succeed('requestSignInCode', { email });
    portal.advance(minute);
    await visitor.learnNonce();
    const answers = await Promise.all([1, 2].map(() => visitor.once('resendCode', { flow }, {})));
    const told = answers.map((answer) => (answer.ok ? 'sent' : answer.problem.code)).toSorted();
    expect(told).toEqual(['resend-too-soon', 'sent']);
    expect(await portal.mailsTo(email)).toHaveLength(3);
  });

  it('a new code comes in the same kind of mail, whoever has an account', async () => {
    const templates = async (address: string) =>
      (await portal.mailsTo(address)).map(({ template }) => template);
    const { flow } = await visitor.succeed('startSignUp', person);
    portal.advance(minute);
    await visitor.succeed('resendCode', { flow });
    const [first, again] = await templates(email);
    expect(again).toBe(first);
    expect(first).not.toBe('already-registered');
  });

  it('the outbox hears of every mail as it is written', async () => {
    let heard = 0;
    portal.deps.notifyOutbox = () => (heard += 1);
    const { flow } = await visitor.succeed('startSignUp', person);
    expect(heard).toBe(1);
    portal.advance(minute);
    await visitor.succeed('resendCode', { flow });
    expect(heard).toBe(2);
  });

  it('T5: ten guesses at once for one flow → five compared, and the rest are told why', async () => {
    const { flow } = await visitor.succeed('startSignUp', person);
    const code = await portal.codeFor(email);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    await visitor.learnNonce();
    const guess = () => visitor.once('verifySignUp', { flow, code: wrong }, {});
    const answers = await Promise.all(Array.from({ length: 10 }, guess));
    const told = answers.map((answer) => (answer.ok ? 'in' : answer.problem.code)).toSorted();
    expect(told).toEqual([
      ...Array<string>(5).fill('attempts-exhausted'),
      ...Array<string>(5).fill('code-invalid'),
    ]);
    portal.advance(20 * minute);
    await visitor.refused('verifySignUp', 'attempts-exhausted', { flow, code });
  });

  it('a business with a smaller number of accounts for a mailbox opens no more, whoever proves it', async () => {
    await portal.putBusiness('pair', { allowDuplicateAccounts: true, accountsPerEmail: 2 });
    const backend = target.backend.replace('many', 'pair');
    for (const name of ['One', 'Two'])
      await (await Visitor.arrive(target, backend)).signUp(email, password, name);
    const third = await Visitor.arrive(target, backend);
    const { flow } = await third.succeed('startSignUp', person);
    await third.refused('verifySignUp', 'account-limit', { flow, code: await portal.codeFor(email) });
    const business = await portal.deps.storage.businesses.bySlug('pair');
    expect(await portal.deps.storage.accounts.byEmail(business?.id ?? '', email)).toHaveLength(2);
  });

  it('a sign-up is a proof like another: the session names it, and it is fresh for ten minutes', async () => {
    const { access_token: accessToken } = await visitor.signUp(email, password);
    const { sessions } = await visitor.succeed('listSessions', undefined, { accessToken });
    expect(sessions.map(({ method }) => method)).toEqual(['sign-up']);
    await visitor.succeed('deleteAccount', undefined, { accessToken });
  });

  it('a selection lives five minutes', async () => {
    await visitor.signUp(email, password, 'One');
    await visitor.signUp(email, password, 'Two');
    const outcome = await visitor.succeed('signInWithPassword', { email, password });
    if (outcome.outcome !== 'choose-account') throw new Error(outcome.outcome);
    const { ticket, accounts } = outcome.selection;
    portal.advance(5 * minute);
    await visitor.refused('chooseAccount', 'selection-invalid', {
      ticket,
      handle: accounts[0]?.handle ?? '',
    });
  });

  it("T1: an attacker's waiting sign-up dies when the owner proves the mailbox", async () => {
    const single = target.singleAccountBackend;
    const attacker = await Visitor.arrive(target, single);
    const owner = await Visitor.arrive(target, single);
    const planted = await attacker.succeed('startSignUp', { ...person, password: 'the attacker knows this' });
    const attackersCode = await portal.codeFor(email);
    await owner.signUp(email, password);
    await attacker.refused('verifySignUp', 'flow-invalid', { flow: planted.flow, code: attackersCode });
    const fresh = await Visitor.arrive(target, single);
    await fresh.refused('signInWithPassword', 'credentials-invalid', {
      email,
      password: 'the attacker knows this',
    });
    const business = await portal.deps.storage.businesses.bySlug('single');
    expect(await portal.deps.storage.accounts.byEmail(business?.id ?? '', email)).toHaveLength(1);
  });

  it('a business can ask for a log-in after sign-up', async () => {
    await portal.putBusiness('strict', { signInAfterSignUp: false });
    const other = await Visitor.arrive(target, target.backend.replace('many', 'strict'));
    const { flow } = await other.succeed('startSignUp', person);
    const outcome = await other.succeed('verifySignUp', { flow, code: await portal.codeFor(email) });
    expect(outcome).toEqual({ outcome: 'verified' });
    expect((await other.succeed('signInWithPassword', { email, password })).outcome).toBe('signed-in');
  });

  it('closed sign-up and switched-off methods are refused', async () => {
    await portal.putBusiness('closed', { signUpOpen: false, methods: ['code'] });
    const other = await Visitor.arrive(target, target.backend.replace('many', 'closed'));
    await other.refused('startSignUp', 'sign-up-closed', person);
    await other.refused('signInWithPassword', 'method-disabled', { email, password });
  });

  it('where sign-up is closed, log-in sends its codes as ever', async () => {
    await visitor.signUp(email, password);
    await portal.putBusiness('many', { signUpOpen: false });
    const { flow } = await visitor.succeed('requestSignInCode', { email });
    portal.advance(minute);
    await visitor.succeed('resendCode', { flow });
  });

  it('a sign-up that was closed since it began takes no code, right or wrong, and sends none', async () => {
    const { flow } = await visitor.succeed('startSignUp', person);
    const code = await portal.codeFor(email);
    await portal.putBusiness('many', { signUpOpen: false });
    for (const typed of [code, '000000']) {
      await visitor.refused('verifySignUp', 'sign-up-closed', { flow, code: typed });
    }
    portal.advance(minute);
    await visitor.refused('resendCode', 'sign-up-closed', { flow });
    expect(await portal.mailsTo(email)).toHaveLength(1);
    await portal.putBusiness('many', {});
    await visitor.succeed('verifySignUp', { flow, code });
  });

  it('who forgot the password gets in by code where only passwords are offered, and sets a new one', async () => {
    await portal.putBusiness('careful', { methods: ['password'] });
    const backend = target.backend.replace('many', 'careful');
    await (await Visitor.arrive(target, backend)).signUp(email, password);
    const other = await Visitor.arrive(target, backend);
    const { flow } = await other.succeed('requestSignInCode', { email });
    portal.advance(minute);
    await other.succeed('resendCode', { flow });
    const outcome = await other.succeed('verifySignInCode', { flow, code: await portal.codeFor(email) });
    if (outcome.outcome !== 'signed-in') throw new Error(outcome.outcome);
    const accessToken = outcome.grant.access_token;
    await other.succeed('changePassword', { password: 'a new long sentence' }, { accessToken });
    await other.refused('signInWithPassword', 'credentials-invalid', { email, password });
    await other.signIn(email, 'a new long sentence');
    await other.succeed('requestStepUpCode', undefined, { accessToken });
  });

  it('who signs up with a known email where only passwords are offered is told so by mail, with a code', async () => {
    await portal.putBusiness('careful', { methods: ['password'] });
    const backend = target.backend.replace('many', 'careful');
    await (await Visitor.arrive(target, backend)).signUp(email, password);
    const other = await Visitor.arrive(target, backend);
    const { flow } = await other.succeed('startSignUp', person);
    expect((await portal.mailsTo(email)).at(-1)?.template).toBe('already-registered');
    const outcome = await other.succeed('verifySignUp', { flow, code: await portal.codeFor(email) });
    expect(outcome).toMatchObject({ selection: { reason: 'already-registered' } });
  });

  it.each([[['link']], [['password', 'link']]] as const)(
    'where %j is offered a link can be asked for; the form says so by offering codes, which come in the same mail',
    async (methods) => {
      await portal.putBusiness('many', { ...withLinks, methods: [...methods] });
      expect((await visitor.succeed('readPortal')).methods).toEqual([...methods, 'code']);
      await (await Visitor.arrive(target)).signUp(email, password);
      await visitor.succeed('requestSignInCode', { email, returnTo });
      const token = new URL(await portal.linkFor(email)).searchParams.get('token')!;
      expect((await visitor.succeed('verifySignInLink', { token })).outcome).toBe('signed-in');
    },
  );

  it('a busy hasher is a 503 with the waiting time, and nothing is stored', async () => {
    portal.deps.hasher.derive = async () => 'busy';
    const problem = await visitor.refused('startSignUp', 'unavailable', person);
    expect(problem.retryAfter).toBe(2);
    await visitor.refused('signInWithPassword', 'unavailable', { email, password });
    expect(await portal.mailsTo(email)).toHaveLength(0);
  });

  it('T27: businesses do not share accounts, flows or sessions', async () => {
    const grant = await visitor.signUp(email, password);
    const elsewhere = new Visitor(target, target.singleAccountBackend, visitor.keys);
    await elsewhere.refused('signInWithPassword', 'credentials-invalid', { email, password });
    await elsewhere.refused('readMe', 'token-invalid', undefined, { accessToken: grant.access_token });
    const refresh = { grant_type: 'refresh_token', refresh_token: grant.refresh_token } as const;
    await elsewhere.refused('refreshSession', 'session-ended', refresh);
    await visitor.succeed('refreshSession', refresh);
  });
});
