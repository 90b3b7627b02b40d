/** What somebody who is logged in does with the accounts: moving between them, and proving again. */
import type { SessionGrant } from '../../src/contract/operations.ts';
import { check, checkEqual } from './check.ts';
import type { Case, Target } from './target.ts';
import { Visitor } from './visitor.ts';

const password = 'correct horse battery';
const otherPassword = 'another long sentence';
let people = 0;
const newEmail = () => `member-of-${Date.now()}-${(people += 1)}@example.com`;

const tokenOf = ({ access_token: accessToken }: SessionGrant) => ({ accessToken });
const idOf = ({ session }: SessionGrant) => session.account.id;

/** Two accounts that one password opens, a third with its own, and a browser logged in to the first. */
async function family(target: Target) {
  const email = newEmail();
  const first = await (await Visitor.arrive(target)).signUp(email, password, 'First');
  const second = await (await Visitor.arrive(target)).signUp(email, password, 'Second');
  const third = await (await Visitor.arrive(target)).signUp(email, otherPassword, 'Third');
  const visitor = await Visitor.arrive(target);
  const grant = await visitor.signIn(email, password, 'First');
  return { email, visitor, grant, first: idOf(first), second: idOf(second), third: idOf(third) };
}

/** Nothing that identifies a session or opens it is the same before and after. */
function checkAllNew(before: SessionGrant, after: SessionGrant): void {
  for (const what of ['access_token', 'refresh_token'] as const)
    check(before[what] !== after[what], `T19: ${what} must be new`);
  check(before.session.id !== after.session.id, 'T19: the session must be new');
  checkEqual(after.session.generation, 0, 'generation of a new session');
}

async function checkOver(visitor: Visitor, grant: SessionGrant): Promise<void> {
  await visitor.refused('readMe', 'token-invalid', undefined, tokenOf(grant));
  await visitor.refused('refreshSession', 'session-ended', {
    grant_type: 'refresh_token',
    refresh_token: grant.refresh_token,
  });
}

const switching: Case[] = [
  {
    title: 'The accounts of a session are those that its proof was good for, oldest first',
    async run(target) {
      const { email, visitor, grant, first, second } = await family(target);
      const me = await visitor.succeed('readMe', undefined, tokenOf(grant));
      checkEqual(
        me.accounts,
        [
          { id: first, name: 'First', email, current: true },
          { id: second, name: 'Second', email, current: false },
        ],
        'accounts',
      );
    },
  },
  {
    title:
      'T19: switching to an account of the proof asks nothing; every identifier is new, the old ones are dead',
    async run(target) {
      const { visitor, grant, first, second } = await family(target);
      const next = await visitor.succeed('switchAccount', { account: second }, tokenOf(grant));
      checkEqual(idOf(next), second, 'account');
      checkAllNew(grant, next);
      await checkOver(visitor, grant);
      const me = await visitor.succeed('readMe', undefined, tokenOf(next));
      checkEqual(
        me.accounts.map(({ id, current }) => [id, current]),
        [
          [first, false],
          [second, true],
        ],
        'accounts after the switch',
      );
      const back = await visitor.succeed('switchAccount', { account: first }, tokenOf(next));
      checkEqual(idOf(back), first, 'account after switching back');
    },
  },
  {
    title:
      'T27: a sibling outside the proof, another mailbox’s account and an unknown one are refused with the same bytes',
    async run(target) {
      const { visitor, grant, third } = await family(target);
      const stranger = await (await Visitor.arrive(target)).signUp(newEmail(), password, 'A stranger');
      const elsewhere = await (
        await Visitor.arrive(target, target.singleAccountBackend)
      ).signUp(newEmail(), password, 'Of another business');
      const problems = [];
      for (const account of [third, idOf(stranger), idOf(elsewhere), 'unknown']) {
        for (const typed of [{}, { password }, { password: otherPassword }])
          problems.push(
            await visitor.refused('switchAccount', 'step-up-required', { account, ...typed }, tokenOf(grant)),
          );
      }
      checkEqual(
        [...new Set(problems.map((problem) => JSON.stringify(problem)))].length,
        1,
        'different answers',
      );
      await visitor.succeed('readMe', undefined, tokenOf(grant));
    },
  },
  {
    title: 'Switching with a password: the wrong one changes nothing, the right one is a new proof',
    async run(target) {
      const { visitor, grant, second } = await family(target);
      const typed = { account: second, password: 'not this one' };
      await visitor.refused('switchAccount', 'credentials-invalid', typed, tokenOf(grant));
      await visitor.refused(
        'switchAccount',
        'credentials-invalid',
        { ...typed, password: otherPassword },
        tokenOf(grant),
      );
      const next = await visitor.succeed('switchAccount', { account: second, password }, tokenOf(grant));
      checkEqual(idOf(next), second, 'account');
    },
  },
  {
    title: 'T27: a tab that names the account it showed is refused after another tab switched',
    async run(target) {
      const { visitor, grant, first, second } = await family(target);
      const headers = { 'Portal-Account': first };
      await visitor.succeed('readMe', undefined, { ...tokenOf(grant), headers });
      const next = await visitor.succeed('switchAccount', { account: second }, tokenOf(grant));
      await visitor.refused('readMe', 'account-changed', undefined, { ...tokenOf(next), headers });
      await visitor.refused('revokeAllSessions', 'account-changed', undefined, { ...tokenOf(next), headers });
      await visitor.succeed('readMe', undefined, tokenOf(next));
    },
  },
  {
    title: '20 switches in parallel with one token → one new session, the rest token-invalid',
    async run(target) {
      const { visitor, grant, second } = await family(target);
      await visitor.learnNonce();
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => visitor.once('switchAccount', { account: second }, tokenOf(grant))),
      );
      const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem.code]));
      checkEqual(refusals, Array(19).fill('token-invalid'), 'refusals');
    },
  },
];

const steppingUp: Case[] = [
  {
    title: 'T19: step-up with the password gives a session with new identifiers, and the old ones are dead',
    async run(target) {
      const { visitor, grant, first, second } = await family(target);
      const next = await visitor.succeed('stepUpWithPassword', { password }, tokenOf(grant));
      checkEqual(idOf(next), first, 'account');
      checkAllNew(grant, next);
      await checkOver(visitor, grant);
      const me = await visitor.succeed('readMe', undefined, tokenOf(next));
      checkEqual(
        me.accounts.map(({ id }) => id),
        [first, second],
        'accounts that the password opens',
      );
    },
  },
  {
    title: 'Step-up with a wrong password, or with a sibling’s, is refused and leaves the session as it was',
    async run(target) {
      const { visitor, grant } = await family(target);
      for (const wrong of ['not this one', otherPassword])
        await visitor.refused(
          'stepUpWithPassword',
          'credentials-invalid',
          { password: wrong },
          tokenOf(grant),
        );
      await visitor.succeed('readMe', undefined, tokenOf(grant));
    },
  },
  {
    title: 'A token opens nothing with another key, whatever it asks for (T13)',
    async run(target) {
      const { grant, second } = await family(target);
      const thief = await Visitor.arrive(target);
      await thief.refused('switchAccount', 'token-invalid', { account: second }, tokenOf(grant));
    },
  },
];

export const accountCases: Case[] = [...switching, ...steppingUp];
