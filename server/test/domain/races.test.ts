import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProblemDetails } from '../../../src/contract/problems.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { type Answer, Visitor } from '../../../test/conformance/visitor.ts';
import { describeStorage } from '../support/databases.ts';
import { startTwoServers, type TwoServers } from '../support/two-servers.ts';

const password = 'correct horse battery';
const times = <T>(count: number, make: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => make(index)));
const codes = (answers: Answer<'verifySignUp'>[]) =>
  answers.map((answer): ProblemDetails['code'] | string =>
    answer.ok ? answer.value.outcome : answer.problem.code,
  );
const count = (all: string[], wanted: string) => all.filter((one) => one === wanted).length;

/** Every one-time value and counter, asked for by two servers at once: two on one database where it allows that. */
describeStorage('races', (current) => {
  let servers: TwoServers;
  let target: Target;
  /** How many typed codes were compared with the mailed one. */
  let compared = 0;

  beforeAll(async () => {
    servers = await startTwoServers(current());
    ({ target } = servers);
    for (const { deps } of servers.portals) {
      const mac = deps.secrets.mac.bind(deps.secrets);
      deps.secrets.mac = (purpose, ...parts) => {
        if (purpose === 'code') compared += 1;
        return mac(purpose, ...parts);
      };
    }
  });
  afterAll(() => servers.close());

  async function pendingSignUp(email: string, backend = target.backend) {
    const visitor = await Visitor.arrive(target, backend);
    const started = await visitor.succeed('startSignUp', { name: `Owner of ${email}`, email, password });
    const { flow, tag } = started;
    return { visitor, flow, code: await target.codeFor(email, tag) };
  }

  it('T5: 200 wrong codes in parallel → 5 compared, and the right one fails afterwards', async () => {
    const { visitor, flow, code } = await pendingSignUp('guess@example.com');
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    await visitor.learnNonce();
    const before = compared;
    const answers = codes(await times(200, () => visitor.once('verifySignUp', { flow, code: wrong }, {})));
    expect(compared - before).toBe(5);
    expect(count(answers, 'code-invalid')).toBe(5);
    expect(count(answers, 'attempts-exhausted')).toBe(195);
    await visitor.refused('verifySignUp', 'attempts-exhausted', { flow, code });
  });

  it('T5: 50 right codes in parallel → one session', async () => {
    const { visitor, flow, code } = await pendingSignUp('twice@example.com');
    await visitor.learnNonce();
    const answers = await times(50, () => visitor.once('verifySignUp', { flow, code }, {}));
    expect(count(codes(answers), 'signed-in')).toBe(1);
    const won = answers.find((answer) => answer.ok);
    if (!won?.ok || won.value.outcome !== 'signed-in') throw new Error('nobody won');
    const { access_token: accessToken } = won.value.grant;
    const { sessions } = await visitor.succeed('listSessions', undefined, { accessToken });
    expect(sessions).toHaveLength(1);
  });

  it('T5: 50 right log-in codes in parallel → one session', async () => {
    const owner = await Visitor.arrive(target);
    const grant = await owner.signUp('login@example.com', password);
    const visitor = await Visitor.arrive(target);
    const { flow, tag } = await visitor.succeed('requestSignInCode', { email: 'login@example.com' });
    const code = await target.codeFor('login@example.com', tag);
    await times(50, () => visitor.once('verifySignInCode', { flow, code }, {}));
    const { sessions } = await owner.succeed('listSessions', undefined, { accessToken: grant.access_token });
    expect(sessions.filter(({ method }) => method === 'code')).toHaveLength(1);
  });

  it('T12: 20 refreshes in parallel with one key → one successor, generation 1', async () => {
    const visitor = await Visitor.arrive(target);
    const { refresh_token } = await visitor.signUp('tabs@example.com', password);
    await visitor.learnNonce();
    const grants = await times(20, () =>
      visitor.succeed('refreshSession', { grant_type: 'refresh_token', refresh_token }),
    );
    expect(new Set(grants.map((grant) => grant.refresh_token)).size).toBe(1);
    expect(grants.map(({ session }) => session.generation)).toEqual(Array(20).fill(1));
    await visitor.succeed('readMe', undefined, { accessToken: grants[19]?.access_token ?? '' });
  });

  it('20 choices in parallel with one ticket → one session', async () => {
    const visitor = await Visitor.arrive(target);
    await visitor.signUp('choose@example.com', password);
    await visitor.signUp('choose@example.com', password);
    const outcome = await visitor.succeed('signInWithPassword', { email: 'choose@example.com', password });
    if (outcome.outcome !== 'choose-account') throw new Error(outcome.outcome);
    const { ticket, accounts } = outcome.selection;
    const answers = await times(20, (index) =>
      visitor.once('chooseAccount', { ticket, handle: accounts[index % 2]?.handle ?? '' }, {}),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  async function verifyAllAtOnce(email: string, backend: string) {
    const pending = [];
    for (let i = 0; i < 100; i += 1) {
      // More than a mailbox gets in a week: this is about the accounts, not about the mails.
      await current().db.deleteFrom('counters').execute();
      pending.push(await pendingSignUp(email, backend));
    }
    return Promise.all(
      pending.map(async ({ visitor, flow, code }) => {
        for (;;) {
          const answer = await visitor.once('verifySignUp', { flow, code }, {});
          // Twenty codes of a mailbox are compared at a time: the others come again.
          if (answer.ok || answer.problem.code !== 'attempts-exhausted') return answer;
        }
      }),
    );
  }

  it(
    'duplicates off: 100 verifications in parallel for one email → one account',
    { timeout: 120_000 },
    async () => {
      const email = 'single@example.com';
      const answers = codes(await verifyAllAtOnce(email, target.singleAccountBackend));
      expect(count(answers, 'signed-in')).toBe(1);
      expect(new Set(answers)).toEqual(
        new Set(answers.filter((code) => ['signed-in', 'choose-account', 'flow-invalid'].includes(code))),
      );
      const { storage } = current();
      const business = await storage.businesses.bySlug('single');
      expect(await storage.accounts.byEmail(business?.id ?? '', email)).toHaveLength(1);
    },
  );

  it(
    'duplicates on: 100 verifications → five distinct accounts, listed after proof only',
    { timeout: 120_000 },
    async () => {
      const email = 'many@example.com';
      const answers = codes(await verifyAllAtOnce(email, target.backend));
      expect(count(answers, 'signed-in')).toBe(5);
      expect(count(answers, 'account-limit')).toBe(95);
      const visitor = await Visitor.arrive(target);
      const before = [
        await visitor.call('signInWithPassword', { email, password: 'a wrong password' }),
        await visitor.call('requestSignInCode', { email }),
      ];
      expect(JSON.stringify(before)).not.toContain('Owner of');
      const outcome = await visitor.succeed('signInWithPassword', { email, password });
      if (outcome.outcome !== 'choose-account') throw new Error(outcome.outcome);
      expect(new Set(outcome.selection.accounts.map(({ handle }) => handle)).size).toBe(5);
    },
  );

  it('T13: one proof used 20 times in parallel → one request gets in', async () => {
    const visitor = await Visitor.arrive(target);
    await visitor.learnNonce();
    const DPoP = await visitor.proof('endSession');
    const answers = await times(20, () =>
      visitor.once('endSession', { refresh_token: 'none' }, { headers: { DPoP } }),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });
});
