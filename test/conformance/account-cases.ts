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
    check(before[what] !== after[what], `${what} must be new`);
  check(before.session.id !== after.session.id, 'the session must be new');
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
        me.accounts.map(({ id, name, email, current }) => ({ id, name, email, current })),
        [
          { id: first, name: 'First', email, current: true },
          { id: second, name: 'Second', email, current: false },
        ],
        'accounts',
      );
      for (const { createdAt, lastSignInAt } of me.accounts)
        check(createdAt <= (lastSignInAt ?? ''), 'A date for telling accounts of one name apart');
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

/** The code of a flow that belongs to the account which is logged in. */
async function stepUpByCode(target: Target, visitor: Visitor, grant: SessionGrant, email: string) {
  const started = await visitor.succeed('requestStepUpCode', undefined, tokenOf(grant));
  return { flow: started.flow, code: await target.codeFor(email, started.tag) };
}

const steppingUpByCode: Case[] = [
  {
    title: 'T19: step-up with an emailed code proves every account of the mailbox; all identifiers are new',
    async run(target) {
      const { email, visitor, grant, first, second, third } = await family(target);
      const started = await visitor.succeed('requestStepUpCode', undefined, tokenOf(grant));
      checkEqual(started.expiresIn, 600, 'life of a step-up code');
      const typed = { flow: started.flow, code: await target.codeFor(email, started.tag) };
      const next = await visitor.succeed('verifyStepUpCode', typed, tokenOf(grant));
      checkEqual(idOf(next), first, 'account');
      checkAllNew(grant, next);
      await checkOver(visitor, grant);
      const me = await visitor.succeed('readMe', undefined, tokenOf(next));
      checkEqual(
        me.accounts.map(({ id }) => id),
        [first, second, third],
        'accounts of the mailbox',
      );
      await visitor.refused('verifyStepUpCode', 'flow-invalid', typed, tokenOf(next));
    },
  },
  {
    title: 'T8: a code is good for what it was mailed for, and for nothing else',
    async run(target) {
      const { email, visitor, grant } = await family(target);
      const stepUp = await stepUpByCode(target, visitor, grant, email);
      await visitor.refused('verifySignInCode', 'flow-invalid', stepUp);
      await visitor.refused('verifySignUp', 'flow-invalid', stepUp);
      await visitor.refused('verifyEmailChange', 'flow-invalid', stepUp, tokenOf(grant));
      const asked = await visitor.succeed('requestSignInCode', { email });
      const signIn = { flow: asked.flow, code: await target.codeFor(email, asked.tag) };
      await visitor.refused('verifyStepUpCode', 'flow-invalid', signIn, tokenOf(grant));
      await visitor.refused('verifyEmailChange', 'flow-invalid', signIn, tokenOf(grant));
      await visitor.succeed('verifyStepUpCode', stepUp, tokenOf(grant));
    },
  },
  {
    title: 'T27: a step-up code is of no use to another account, with the same key or another',
    async run(target) {
      const { email, visitor, grant, second } = await family(target);
      const typed = await stepUpByCode(target, visitor, grant, email);
      const switched = await visitor.succeed('switchAccount', { account: second }, tokenOf(grant));
      await visitor.refused('verifyStepUpCode', 'flow-invalid', typed, tokenOf(switched));
      const other = await Visitor.arrive(target);
      const others = await other.signIn(email, password, 'First');
      await other.refused('verifyStepUpCode', 'flow-invalid', typed, tokenOf(others));
    },
  },
];

const changingThePassword: Case[] = [
  {
    title:
      'Change of password: the new one works, the old one does not; other devices are out, this one stays',
    async run(target) {
      const email = newEmail();
      const elsewhere = await Visitor.arrive(target);
      const old = await elsewhere.signUp(email, password);
      const visitor = await Visitor.arrive(target);
      const grant = await visitor.signIn(email, password);
      await visitor.succeed('changePassword', { password: otherPassword }, tokenOf(grant));
      await checkOver(elsewhere, old);
      await visitor.succeed('readMe', undefined, tokenOf(grant));
      await elsewhere.refused('signInWithPassword', 'credentials-invalid', { email, password });
      await elsewhere.signIn(email, otherPassword);
    },
  },
  {
    title: 'Change of password: the rule is that of a sign-up',
    async run(target) {
      const visitor = await Visitor.arrive(target);
      const email = newEmail();
      const grant = await visitor.signUp(email, password);
      for (const [weak, code] of [
        ['short', 'password-too-short'],
        ['x'.repeat(129), 'password-too-long'],
        ['password', 'password-common'],
        [email, 'password-common'],
      ] as const) {
        const typed = { password: weak };
        const problem = await visitor.refused('changePassword', 'invalid-input', typed, tokenOf(grant));
        checkEqual(problem.errors, [{ pointer: '/password', code }], 'errors');
      }
      await visitor.signIn(email, password);
    },
  },
];

/** A change of email up to its code. */
async function moveTo(target: Target, visitor: Visitor, grant: SessionGrant, email: string) {
  const started = await visitor.succeed('requestEmailChange', { email, password }, tokenOf(grant));
  return { flow: started.flow, code: await target.codeFor(email, started.tag) };
}

const changingTheEmail: Case[] = [
  {
    title: 'Change of email: the code goes to the new mailbox; then that logs in, with the same password',
    async run(target) {
      const email = newEmail();
      const elsewhere = await Visitor.arrive(target);
      const old = await elsewhere.signUp(email, password);
      const visitor = await Visitor.arrive(target);
      const grant = await visitor.signIn(email, password);
      const next = newEmail();
      const typed = await moveTo(target, visitor, grant, next);
      const moved = await visitor.succeed('verifyEmailChange', typed, tokenOf(grant));
      checkEqual(moved.session.account, { ...grant.session.account, email: next }, 'account');
      checkAllNew(grant, moved);
      await checkOver(visitor, grant);
      await checkOver(elsewhere, old);
      await visitor.refused('signInWithPassword', 'credentials-invalid', { email, password });
      checkEqual(idOf(await visitor.signIn(next, password)), idOf(grant), 'account');
    },
  },
  {
    title: 'Change of email asks for the password of an account that has one, and for the right one',
    async run(target) {
      const visitor = await Visitor.arrive(target);
      const grant = await visitor.signUp(newEmail(), password);
      const email = newEmail();
      const problem = await visitor.refused('requestEmailChange', 'invalid-input', { email }, tokenOf(grant));
      checkEqual(problem.errors, [{ pointer: '/password', code: 'required' }], 'errors');
      const typed = { email, password: otherPassword };
      await visitor.refused('requestEmailChange', 'credentials-invalid', typed, tokenOf(grant));
    },
  },
  {
    title: 'Change of email to what is none (T15), or to the one it has already → invalid-input',
    async run(target) {
      const visitor = await Visitor.arrive(target);
      const own = newEmail();
      const grant = await visitor.signUp(own, password);
      for (const [email, code] of [
        ['a@b.test,evil@c.test', 'email-invalid'],
        ['victim＠evil.example', 'email-invalid'],
        [own, 'invalid'],
        [own.toUpperCase(), 'invalid'],
      ] as const) {
        const typed = { email, password };
        const problem = await visitor.refused('requestEmailChange', 'invalid-input', typed, tokenOf(grant));
        checkEqual(problem.errors, [{ pointer: '/email', code }], 'errors');
      }
    },
  },
  {
    title:
      'One account an email: asking to move to a mailbox that has one looks the same (T3), and never succeeds',
    async run(target) {
      const backend = target.singleAccountBackend;
      const taken = newEmail();
      await (await Visitor.arrive(target, backend)).signUp(taken, password);
      const visitor = await Visitor.arrive(target, backend);
      const grant = await visitor.signUp(newEmail(), password);
      const ask = (email: string) =>
        visitor.succeed('requestEmailChange', { email, password }, tokenOf(grant));
      const [known, unknown] = [await ask(taken), await ask(newEmail())];
      checkEqual(
        { ...known, flow: '', tag: '' },
        { ...unknown, flow: '', tag: '' },
        'answers for a known and an unknown email',
      );
      checkEqual(known.flow.length, unknown.flow.length, 'length of the flow');
      const typed = { flow: known.flow, code: '123456' };
      const problem = await visitor.refused('verifyEmailChange', 'code-invalid', typed, tokenOf(grant));
      checkEqual(problem.attemptsLeft, 4, 'attemptsLeft');
    },
  },
  {
    title:
      'One account an email: who comes second to a mailbox keeps the old one, the session and everything',
    async run(target) {
      const backend = target.singleAccountBackend;
      const visitor = await Visitor.arrive(target, backend);
      const grant = await visitor.signUp(newEmail(), password);
      const wanted = newEmail();
      const typed = await moveTo(target, visitor, grant, wanted);
      await (await Visitor.arrive(target, backend)).signUp(wanted, password);
      await visitor.refused('verifyEmailChange', 'account-limit', typed, tokenOf(grant));
      const me = await visitor.succeed('readMe', undefined, tokenOf(grant));
      checkEqual(me.account, grant.session.account, 'account');
    },
  },
  {
    title: 'After a change of email, what the old mailbox had proved no longer opens the account',
    async run(target) {
      const { email, visitor, grant, first, second } = await family(target);
      const sibling = await Visitor.arrive(target);
      const siblings = await sibling.signIn(email, password, 'Second');
      const waiting = await Visitor.arrive(target);
      const asked = await waiting.succeed('requestSignInCode', { email });
      const code = await target.codeFor(email, asked.tag);
      const outcome = await waiting.succeed('signInWithPassword', { email, password });
      check(outcome.outcome === 'choose-account', 'Two accounts ask for a choice');

      const typed = await moveTo(target, visitor, grant, newEmail());
      const moved = await visitor.succeed('verifyEmailChange', typed, tokenOf(grant));

      const mine = await visitor.succeed('readMe', undefined, tokenOf(moved));
      checkEqual(
        mine.accounts.map(({ id }) => id),
        [first],
        'accounts of the moved session',
      );
      await visitor.refused('switchAccount', 'step-up-required', { account: second }, tokenOf(moved));

      const theirs = await sibling.succeed('readMe', undefined, tokenOf(siblings));
      checkEqual(
        theirs.accounts.map(({ id }) => id),
        [second],
        'accounts of the sibling’s session',
      );
      await sibling.refused('switchAccount', 'step-up-required', { account: first }, tokenOf(siblings));

      const { ticket, accounts } = outcome.selection;
      const handle = accounts.find(({ name }) => name === 'First')?.handle ?? '';
      await waiting.refused('chooseAccount', 'selection-invalid', { ticket, handle });

      const opened = await waiting.succeed('verifySignInCode', { flow: asked.flow, code });
      check(opened.outcome === 'choose-account', 'Two accounts are left on the mailbox');
      checkEqual(
        opened.selection.accounts.map(({ name }) => name),
        ['Second', 'Third'],
        'accounts of the old mailbox',
      );
    },
  },
];

const deleting: Case[] = [
  {
    title: 'T28: deleting the account ends it on every device, and its email and password open nothing',
    async run(target) {
      const email = newEmail();
      const first = await Visitor.arrive(target);
      const grants = [{ visitor: first, grant: await first.signUp(email, password) }];
      for (let device = 2; device <= 3; device += 1) {
        const visitor = await Visitor.arrive(target);
        grants.push({ visitor, grant: await visitor.signIn(email, password) });
      }
      await first.succeed('deleteAccount', undefined, tokenOf(grants[0]!.grant));
      for (const { visitor, grant } of grants) await checkOver(visitor, grant);
      await first.refused('signInWithPassword', 'credentials-invalid', { email, password });
      const again = await first.signUp(email, password);
      check(idOf(again) !== idOf(grants[0]!.grant), 'A new account has a new identifier');
    },
  },
  {
    title: 'Deleting one of two accounts on an email leaves the other as it was',
    async run(target) {
      const { email, visitor, grant, second } = await family(target);
      const sibling = await Visitor.arrive(target);
      const siblings = await sibling.signIn(email, password, 'Second');
      await visitor.succeed('deleteAccount', undefined, tokenOf(grant));
      const me = await sibling.succeed('readMe', undefined, tokenOf(siblings));
      checkEqual(
        me.accounts.map(({ id }) => id),
        [second],
        'accounts',
      );
      checkEqual(idOf(await visitor.signIn(email, password)), second, 'account that the password opens');
    },
  },
];

export const accountCases: Case[] = [
  ...switching,
  ...steppingUp,
  ...steppingUpByCode,
  ...changingThePassword,
  ...changingTheEmail,
  ...deleting,
];
