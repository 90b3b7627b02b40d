/** Changes of one account that are asked for side by side: by two servers on one database where it allows that. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SessionGrant } from '../../../src/contract/operations.ts';
import type { ProblemDetails } from '../../../src/contract/problems.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { describeStorage } from '../support/databases.ts';
import { inParallel } from '../support/records.ts';
import { startTwoServers, type TwoServers } from '../support/two-servers.ts';

const password = 'correct horse battery';
const newPassword = 'another long sentence';
let people = 0;
const newEmail = () => `race-${(people += 1)}@example.com`;
const tokenOf = ({ access_token: accessToken }: SessionGrant) => ({ accessToken });
type Ended = { ok: true } | { ok: false; problem: ProblemDetails };
const refusals = (answers: Ended[]) => answers.flatMap((answer) => (answer.ok ? [] : [answer.problem.code]));

describeStorage('account races', (current) => {
  let servers: TwoServers;
  let target: Target;

  beforeAll(async () => {
    servers = await startTwoServers(current());
    ({ target } = servers);
  });
  afterAll(() => servers.close());

  async function member(backend = target.backend) {
    const email = newEmail();
    const visitor = await Visitor.arrive(target, backend);
    const grant = await visitor.signUp(email, password);
    await visitor.learnNonce();
    return { email, visitor, grant };
  }

  const openSessions = async ({ session }: SessionGrant) =>
    current().storage.sessions.open(session.account.id, servers.first.deps.clock.now());

  /** So many mails no mailbox gets in a day: these tests are about what comes of them. */
  const forgetMails = () => current().db.deleteFrom('counters').execute();

  async function codeToMove(visitor: Visitor, grant: SessionGrant, email: string) {
    await forgetMails();
    const started = await visitor.succeed('requestEmailChange', { email, password }, tokenOf(grant));
    return { flow: started.flow, code: await target.codeFor(email, started.tag) };
  }

  it('20 switches with one token → one new session, the rest token-invalid', async () => {
    const { email, visitor } = await member();
    await (await Visitor.arrive(target)).signUp(email, password, 'Second');
    const grant = await visitor.signIn(email, password, 'Second');
    const account = (await visitor.succeed('readMe', undefined, tokenOf(grant))).accounts[0]?.id ?? '';
    const answers = await inParallel(20, () => visitor.once('switchAccount', { account }, tokenOf(grant)));
    expect(refusals(answers)).toEqual(Array(19).fill('token-invalid'));
    expect(await openSessions(grant)).toHaveLength(1);
  });

  it('T28: no session slips through a log-out everywhere, however often it was exchanged meanwhile', async () => {
    for (let round = 0; round < 40; round += 1) {
      const { email, visitor, grant } = await member();
      // Of another device, which exchanges its session for a new one while the owner ends them all.
      const thief = await Visitor.arrive(target);
      const stolen = await thief.signIn(email, password);
      const account = grant.session.account.id;
      await Promise.all([
        thief.once('switchAccount', { account }, tokenOf(stolen)),
        visitor.once('revokeAllSessions', undefined, tokenOf(grant)),
        thief.once('switchAccount', { account }, tokenOf(stolen)),
      ]);
      // What was opened afterwards was opened with a token that was good then.
      expect(await openSessions(grant)).toHaveLength(0);
    }
  });

  it('20 step-ups with one token → one new session; what waits for the password’s throttle is told so', async () => {
    const { visitor, grant } = await member();
    const answers = await inParallel(20, () =>
      visitor.once('stepUpWithPassword', { password }, tokenOf(grant)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(refusals(answers).filter((code) => !['token-invalid', 'rate-limited'].includes(code))).toEqual([]);
    expect(await openSessions(grant)).toHaveLength(1);
  });

  it('T5: 20 right step-up codes → at most five are compared, one new session', async () => {
    const { email, visitor, grant } = await member();
    const { flow, tag } = await visitor.succeed('requestStepUpCode', undefined, tokenOf(grant));
    const code = await target.codeFor(email, tag);
    const answers = await inParallel(20, () =>
      visitor.once('verifyStepUpCode', { flow, code }, tokenOf(grant)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const others = new Set(refusals(answers));
    expect(
      [...others].filter(
        (problem) => !['token-invalid', 'flow-invalid', 'attempts-exhausted'].includes(problem),
      ),
    ).toEqual([]);
    expect(await openSessions(grant)).toHaveLength(1);
  });

  it('20 changes of email with one code → one, and one session', async () => {
    const { visitor, grant } = await member();
    const typed = await codeToMove(visitor, grant, newEmail());
    const answers = await inParallel(20, () => visitor.once('verifyEmailChange', typed, tokenOf(grant)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await openSessions(grant)).toHaveLength(1);
  });

  it('two changes of email of one account to two mailboxes → one of them', async () => {
    const { visitor, grant } = await member();
    const typed = [
      await codeToMove(visitor, grant, newEmail()),
      await codeToMove(visitor, grant, newEmail()),
    ];
    const answers = await Promise.all(
      typed.map((one) => visitor.once('verifyEmailChange', one, tokenOf(grant))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await openSessions(grant)).toHaveLength(1);
  });

  it.each([
    ['off', 'single', 1],
    ['on', 'many', 5],
  ])(
    'duplicates %s: 12 accounts and a sign-up go for one mailbox at once → %s keeps its limit of %i',
    async (_, slug, limit) => {
      const backend = slug === 'many' ? target.backend : target.singleAccountBackend;
      const wanted = newEmail();
      const movers = [];
      for (let mover = 0; mover < 12; mover += 1) {
        const { visitor, grant } = await member(backend);
        movers.push({ visitor, grant, typed: await codeToMove(visitor, grant, wanted) });
      }
      const newcomer = await Visitor.arrive(target, backend);
      await forgetMails();
      const { flow, tag } = await newcomer.succeed('startSignUp', { name: 'New', email: wanted, password });
      const code = await target.codeFor(wanted, tag);
      const [signUp, ...moves] = await Promise.all([
        newcomer.once('verifySignUp', { flow, code }, {}),
        ...movers.map(({ visitor, grant, typed }) =>
          visitor.once('verifyEmailChange', typed, tokenOf(grant)),
        ),
      ]);
      const moved = moves.filter(({ ok }) => ok).length;
      const isNew = signUp.ok && signUp.value.outcome === 'signed-in';
      expect(moved + Number(isNew)).toBe(limit);
      expect(new Set(refusals(moves))).toEqual(new Set(['account-limit']));
      const { storage } = current();
      const business = await storage.businesses.bySlug(slug);
      expect(await storage.accounts.byEmail(business?.id ?? '', wanted)).toHaveLength(limit);
      // Who did not get in is where they were, logged in as before.
      for (const [index, { visitor, grant }] of movers.entries()) {
        if (moves[index]?.ok) continue;
        const me = await visitor.succeed('readMe', undefined, tokenOf(grant));
        expect(me.account).toEqual(grant.session.account);
      }
    },
  );

  it('two devices that change the password at once → one password, and only who set it stays', async () => {
    const { email, visitor, grant } = await member();
    const other = await Visitor.arrive(target);
    const others = await other.signIn(email, password);
    const answers = await Promise.all([
      visitor.once('changePassword', { password: newPassword }, tokenOf(grant)),
      other.once('changePassword', { password: `${newPassword} too` }, tokenOf(others)),
    ]);
    expect(refusals(answers)).toEqual(['token-invalid']);
    const [session, ...more] = await openSessions(grant);
    expect(more).toEqual([]);
    expect(session?.id).toBe(answers[0]?.ok ? grant.session.id : others.session.id);
    await visitor.signIn(email, answers[0]?.ok ? newPassword : `${newPassword} too`);
  });

  it('deleting while everything else is asked for → no session, no 500', async () => {
    const { email, visitor, grant } = await member();
    const { flow, tag } = await visitor.succeed('requestStepUpCode', undefined, tokenOf(grant));
    const code = await target.codeFor(email, tag);
    const moving = await codeToMove(visitor, grant, newEmail());
    const refresh = { grant_type: 'refresh_token', refresh_token: grant.refresh_token } as const;
    const answers: Ended[] = await Promise.all([
      visitor.once('deleteAccount', undefined, tokenOf(grant)),
      visitor.once('stepUpWithPassword', { password }, tokenOf(grant)),
      visitor.once('verifyStepUpCode', { flow, code }, tokenOf(grant)),
      visitor.once('verifyEmailChange', moving, tokenOf(grant)),
      visitor.once('changePassword', { password: newPassword }, tokenOf(grant)),
      visitor.once('signInWithPassword', { email, password }, {}),
      visitor.once('refreshSession', refresh, {}),
      visitor.once('requestStepUpCode', undefined, tokenOf(grant)),
    ]);
    expect(refusals(answers)).not.toContain('internal');
    const { storage } = current();
    const business = await storage.businesses.bySlug('many');
    const account = await storage.accounts.byId(business?.id ?? '', grant.session.account.id);
    if (answers[0]?.ok) {
      expect(account).toBeUndefined();
      expect(await openSessions(grant)).toEqual([]);
    } else expect(refusals(answers.slice(0, 1))).toEqual(['token-invalid']);
  });

  it('T13: a stolen token used 20 times at once → the session ends once, one mail to its owner', async () => {
    for (const stolen of ['access', 'refresh'] as const) {
      const { email, grant } = await member();
      const thief = await Visitor.arrive(target);
      await thief.learnNonce();
      const refresh = { grant_type: 'refresh_token', refresh_token: grant.refresh_token } as const;
      await inParallel(20, async (): Promise<Ended> =>
        stolen === 'access'
          ? thief.once('readMe', undefined, tokenOf(grant))
          : thief.once('refreshSession', refresh, {}),
      );
      expect(await openSessions(grant)).toEqual([]);
      const mails = await servers.first.mailsTo(email);
      expect(mails.filter(({ template }) => template === 'session-stolen')).toHaveLength(1);
    }
  });
});
