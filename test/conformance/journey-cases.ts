/** The portal's main job as the contract promises it, and the ways in which it can go wrong. */
import { check, checkEqual } from './check.ts';
import type { Case, Target } from './target.ts';
import { Visitor } from './visitor.ts';

const password = 'correct horse battery';
let people = 0;
/** A mailbox that no other case has used, also against a backend that keeps its accounts. */
export const newEmail = () => `visitor-${Date.now()}-${(people += 1)}@example.com`;

/** Six digits, but not these. */
const wrongCode = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

async function startSignUp(target: Target, email: string, backend = target.backend) {
  const visitor = await Visitor.arrive(target, backend);
  const started = await visitor.succeed('startSignUp', { name: 'Ada Lovelace', email, password });
  return { visitor, started, code: await target.codeFor(email, started.tag) };
}

const signingUp: Case[] = [
  {
    title: 'Sign-up: code by mail, then signed in, then the password works',
    async run(target) {
      const email = newEmail();
      const { visitor, started, code } = await startSignUp(target, email);
      checkEqual([started.codeLength, started.expiresIn, code.length], [6, 900, 6], 'code length and life');
      await (
        await Visitor.arrive(target)
      ).refused('signInWithPassword', 'credentials-invalid', { email, password });
      const outcome = await visitor.succeed('verifySignUp', { flow: started.flow, code });
      check(outcome.outcome === 'signed-in', 'The visitor is signed in after the code');
      checkEqual(outcome.grant.session.account.email, email, 'email');
      const other = await Visitor.arrive(target);
      const again = await other.succeed('signInWithPassword', { email, password });
      check(again.outcome === 'signed-in', 'The password works after verification');
    },
  },
  {
    title: 'A code is good once',
    async run(target) {
      const { visitor, started, code } = await startSignUp(target, newEmail());
      await visitor.succeed('verifySignUp', { flow: started.flow, code });
      await visitor.refused('verifySignUp', 'flow-invalid', { flow: started.flow, code });
    },
  },
  {
    title: 'A code is accepted with the spaces and hyphens that people copy along',
    async run(target) {
      const { visitor, started, code } = await startSignUp(target, newEmail());
      await visitor.succeed('verifySignUp', {
        flow: started.flow,
        code: ` ${code.slice(0, 3)}-${code.slice(3)} `,
      });
    },
  },
  {
    title: 'Wrong codes: four are told how many attempts are left, after the fifth the right one fails too',
    async run(target) {
      const { visitor, started, code } = await startSignUp(target, newEmail());
      for (const left of [4, 3, 2, 1, 0]) {
        const problem = await visitor.refused('verifySignUp', 'code-invalid', {
          flow: started.flow,
          code: wrongCode(code),
        });
        checkEqual(problem.attemptsLeft, left, 'attemptsLeft');
      }
      await visitor.refused('verifySignUp', 'attempts-exhausted', { flow: started.flow, code });
      await visitor.refused('resendCode', 'attempts-exhausted', { flow: started.flow });
    },
  },
  {
    title: 'T2: A code works only in its own flow, and only for the key that asked',
    async run(target) {
      const email = newEmail();
      const a = await startSignUp(target, email);
      const b = await startSignUp(target, email);
      const crossed = await b.visitor.refused('verifySignUp', 'code-invalid', {
        flow: b.started.flow,
        code: a.code,
      });
      checkEqual(crossed.attemptsLeft, 4, "the other flow's attempts");
      await b.visitor.refused('verifySignUp', 'flow-invalid', { flow: a.started.flow, code: a.code });
      await a.visitor.succeed('verifySignUp', { flow: a.started.flow, code: a.code });
    },
  },
  {
    title: 'A sign-up code is no log-in code, and the other way round',
    async run(target) {
      const { visitor, started, code } = await startSignUp(target, newEmail());
      await visitor.refused('verifySignInCode', 'flow-invalid', { flow: started.flow, code });
    },
  },
  {
    title: 'Resend waits for its cool-down and says how long',
    async run(target) {
      const { visitor, started } = await startSignUp(target, newEmail());
      const problem = await visitor.refused('resendCode', 'resend-too-soon', { flow: started.flow });
      check(
        problem.retryAfter !== undefined && problem.retryAfter > 50 && problem.retryAfter <= 60,
        'about 60 s',
      );
    },
  },
  ...(
    [
      ['short', 'password-too-short'],
      ['x'.repeat(129), 'password-too-long'],
      ['password', 'password-common'],
    ] as const
  ).map(([weak, code]): Case => ({
    title: `A new password that is ${code} is refused`,
    async run(target) {
      const visitor = await Visitor.arrive(target);
      const problem = await visitor.refused('startSignUp', 'invalid-input', {
        name: 'Ada',
        email: newEmail(),
        password: weak,
      });
      checkEqual(problem.errors, [{ pointer: '/password', code }], 'errors');
    },
  })),
];

/** Each of these is, to some parser, another mailbox than it looks like. */
const notAddresses = [
  'plain',
  'a@b',
  '@example.com',
  'a@@example.com',
  'victim＠evil.example',
  '\u212a@example.com',
  'a@b.test,evil@c.test',
  'a@b.test\r\nBcc: evil@c.test',
  'u@good.com(x)evil.com',
  '"a b"@example.com',
  'a@[127.0.0.1]',
  'a@127.0.0.1',
  'a@example.com.',
  'a@exa mple.com',
  'a@example.com/path',
  'a@-example.com',
  '.a@example.com',
  'a..b@example.com',
  `${'a'.repeat(65)}@example.com`,
];

const emails: Case[] = [
  ...notAddresses.map((email): Case => ({
    title: `T15: ${JSON.stringify(email.slice(0, 40))} is no email address`,
    async run(target) {
      const visitor = await Visitor.arrive(target);
      for (const name of ['requestSignInCode', 'signInWithPassword', 'startSignUp'] as const) {
        const body = {
          email,
          ...(name === 'requestSignInCode' ? {} : { password }),
          ...(name === 'startSignUp' ? { name: 'Ada' } : {}),
        };
        const problem = await visitor.refused(name, 'invalid-input', undefined, {
          rawBody: JSON.stringify(body),
        });
        checkEqual(problem.errors, [{ pointer: '/email', code: 'email-invalid' }], 'errors');
      }
    },
  })),
  {
    title: 'T15: Spellings of one mailbox are one mailbox',
    async run(target) {
      const local = `Mixed.Case-${Date.now()}`;
      const visitor = await Visitor.arrive(target);
      await visitor.signUp(`${local.toLowerCase()}@example.com`, password);
      for (const email of [`${local}@EXAMPLE.com`, ` ${local}@\u24d4xample\u3002com `]) {
        const outcome = await (
          await Visitor.arrive(target)
        ).succeed('signInWithPassword', { email, password });
        checkEqual(outcome.outcome, 'signed-in', email);
      }
    },
  },
];

const signingIn: Case[] = [
  {
    title: 'Log-in by code, for who has a password and forgot it',
    async run(target) {
      const email = newEmail();
      await (await Visitor.arrive(target)).signUp(email, password);
      const visitor = await Visitor.arrive(target);
      const started = await visitor.succeed('requestSignInCode', { email });
      checkEqual(started.expiresIn, 600, 'life of a log-in code');
      const outcome = await visitor.succeed('verifySignInCode', {
        flow: started.flow,
        code: await target.codeFor(email, started.tag),
      });
      checkEqual(outcome.outcome, 'signed-in', 'outcome');
    },
  },
  {
    title: 'Five wrong passwords are free, then there is a wait; a code is not held up by it',
    async run(target) {
      const email = newEmail();
      await (await Visitor.arrive(target)).signUp(email, password);
      const visitor = await Visitor.arrive(target);
      const wrong = { email, password: 'not this one' };
      for (let tries = 0; tries < 5; tries += 1) {
        await visitor.refused('signInWithPassword', 'credentials-invalid', wrong);
      }
      const { retryAfter } = await visitor.refused('signInWithPassword', 'rate-limited', { email, password });
      check(retryAfter !== undefined && retryAfter > 0 && retryAfter <= 30, 'at most 30 s');
      const { flow, tag } = await visitor.succeed('requestSignInCode', { email });
      await visitor.succeed('verifySignInCode', { flow, code: await target.codeFor(email, tag) });
    },
  },
  {
    title: 'The third mail to a mailbox within an hour costs strangers a proof of work',
    async run(target) {
      const email = newEmail();
      for (let sends = 0; sends < 2; sends += 1) {
        await (await Visitor.arrive(target)).succeed('requestSignInCode', { email });
      }
      const visitor = await Visitor.arrive(target);
      const { challenge } = await visitor.refused('requestSignInCode', 'challenge-required', { email });
      check(challenge && challenge.bits > 0, 'the problem brings the challenge');
      const { codeFormat } = await visitor.succeed('requestSignInCode', { email });
      checkEqual(codeFormat, 'digits', 'format of the code');
    },
  },
  {
    title: 'T3: Wrong password and unknown email end alike',
    async run(target) {
      const email = newEmail();
      await (await Visitor.arrive(target)).signUp(email, password);
      const visitor = await Visitor.arrive(target);
      const known = await visitor.refused('signInWithPassword', 'credentials-invalid', {
        email,
        password: 'not this one',
      });
      const unknown = await visitor.refused('signInWithPassword', 'credentials-invalid', {
        email: newEmail(),
        password,
      });
      checkEqual(known, unknown, 'the whole problem');
    },
  },
  {
    title: 'Two accounts on one email: listed after proof, chosen once, by the key that proved',
    async run(target) {
      const email = newEmail();
      await (await Visitor.arrive(target)).signUp(email, password, 'Ada at home');
      await (await Visitor.arrive(target)).signUp(email, password, 'Ada at work');
      const visitor = await Visitor.arrive(target);
      const outcome = await visitor.succeed('signInWithPassword', { email, password });
      check(outcome.outcome === 'choose-account', 'Several accounts ask for a choice');
      const { ticket, accounts } = outcome.selection;
      checkEqual(
        accounts.map(({ name }) => name),
        ['Ada at home', 'Ada at work'],
        'names, oldest first',
      );
      const handle = accounts[1]?.handle ?? '';
      const thief = await Visitor.arrive(target);
      await thief.refused('chooseAccount', 'selection-invalid', { ticket, handle });
      await visitor.refused('chooseAccount', 'selection-invalid', { ticket, handle: 'another' });
      const grant = await visitor.succeed('chooseAccount', { ticket, handle });
      checkEqual(grant.session.account.name, 'Ada at work', 'chosen account');
      await visitor.refused('chooseAccount', 'selection-invalid', { ticket, handle });
    },
  },
  {
    title: 'Only the accounts that the password opens are listed',
    async run(target) {
      const email = newEmail();
      await (await Visitor.arrive(target)).signUp(email, password, 'First');
      await (await Visitor.arrive(target)).signUp(email, 'another long sentence', 'Second');
      const outcome = await (await Visitor.arrive(target)).succeed('signInWithPassword', { email, password });
      check(outcome.outcome === 'signed-in', 'One match needs no choice');
      checkEqual(outcome.grant.session.account.name, 'First', 'account');
    },
  },
  {
    title: 'One account an email: a second sign-up looks the same, and its code leads to the first account',
    async run(target) {
      const email = newEmail();
      const backend = target.singleAccountBackend;
      await (await Visitor.arrive(target, backend)).signUp(email, password, 'The First');
      const { visitor, started, code } = await startSignUp(target, email, backend);
      const outcome = await visitor.succeed('verifySignUp', { flow: started.flow, code });
      check(outcome.outcome === 'choose-account', 'The proved mailbox is told of its account');
      checkEqual(outcome.selection.reason, 'already-registered', 'reason');
      checkEqual(
        outcome.selection.accounts.map(({ name }) => name),
        ['The First'],
        'accounts',
      );
    },
  },
];

const sessions: Case[] = [
  {
    title: 'A session: who am I, devices, log out one, log out everywhere',
    async run(target) {
      const email = newEmail();
      const here = await Visitor.arrive(target);
      const grant = await here.signUp(email, password);
      const there = await Visitor.arrive(target);
      const outcome = await there.succeed('signInWithPassword', { email, password });
      check(outcome.outcome === 'signed-in', 'signed in on a second device');
      const mine = { accessToken: grant.access_token };
      const theirs = { accessToken: outcome.grant.access_token };
      checkEqual((await here.succeed('readMe', undefined, mine)).account, grant.session.account, 'account');
      const { sessions: devices } = await here.succeed('listSessions', undefined, mine);
      checkEqual(
        devices.map(({ id, current }) => [id, current]).sort(),
        [
          [grant.session.id, true],
          [outcome.grant.session.id, false],
        ].sort(),
        'devices',
      );
      await here.succeed('revokeSession', undefined, {
        ...mine,
        parameters: { id: outcome.grant.session.id },
      });
      await there.refused('readMe', 'token-invalid', undefined, theirs);
      await here.refused('revokeSession', 'session-not-found', undefined, {
        ...mine,
        parameters: { id: outcome.grant.session.id },
      });
      await here.succeed('revokeAllSessions', undefined, mine);
      await here.refused('readMe', 'token-invalid', undefined, mine);
      await here.refused('refreshSession', 'session-ended', {
        grant_type: 'refresh_token',
        refresh_token: grant.refresh_token,
      });
    },
  },
  {
    title: 'Refresh: a lost reply gets the same successor; an old token ends the session',
    async run(target) {
      const visitor = await Visitor.arrive(target);
      const first = await visitor.signUp(newEmail(), password);
      const refresh = (refresh_token: string) =>
        visitor.succeed('refreshSession', { grant_type: 'refresh_token', refresh_token });
      const second = await refresh(first.refresh_token);
      checkEqual(second.session.generation, 1, 'generation');
      checkEqual(
        (await refresh(first.refresh_token)).refresh_token,
        second.refresh_token,
        'successor after a lost reply',
      );
      const third = await refresh(second.refresh_token);
      checkEqual(
        (await refresh(first.refresh_token)).refresh_token,
        third.refresh_token,
        'current token within the grace',
      );
      const fourth = await refresh(third.refresh_token);
      await visitor.refused('refreshSession', 'session-ended', {
        grant_type: 'refresh_token',
        refresh_token: first.refresh_token,
      });
      await visitor.refused('refreshSession', 'session-ended', {
        grant_type: 'refresh_token',
        refresh_token: fourth.refresh_token,
      });
      await visitor.refused('readMe', 'token-invalid', undefined, { accessToken: fourth.access_token });
    },
  },
  {
    title: 'T12: 20 refreshes in parallel with one key → one successor',
    async run(target) {
      const visitor = await Visitor.arrive(target);
      const { refresh_token } = await visitor.signUp(newEmail(), password);
      await visitor.learnNonce();
      const grants = await Promise.all(
        Array.from({ length: 20 }, () =>
          visitor.succeed('refreshSession', { grant_type: 'refresh_token', refresh_token }),
        ),
      );
      checkEqual(new Set(grants.map((grant) => grant.refresh_token)).size, 1, 'successors');
      checkEqual([...new Set(grants.map((grant) => grant.session.generation))], [1], 'generation');
    },
  },
  {
    title: 'T13: Tokens are worthless with another key, and using them so ends the session',
    async run(target) {
      for (const stolen of ['access', 'refresh'] as const) {
        const visitor = await Visitor.arrive(target);
        const grant = await visitor.signUp(newEmail(), password);
        const thief = await Visitor.arrive(target);
        if (stolen === 'access')
          await thief.refused('readMe', 'token-invalid', undefined, { accessToken: grant.access_token });
        else
          await thief.refused('refreshSession', 'session-ended', {
            grant_type: 'refresh_token',
            refresh_token: grant.refresh_token,
          });
        await visitor.refused('readMe', 'token-invalid', undefined, { accessToken: grant.access_token });
      }
    },
  },
  {
    title: 'T13: A token needs its own proof: none, a bearer scheme, a proof of another token are refused',
    async run(target) {
      const visitor = await Visitor.arrive(target);
      const { access_token: accessToken } = await visitor.signUp(newEmail(), password);
      await visitor.refused('readMe', 'token-invalid', undefined, {});
      await visitor.refused('readMe', 'token-invalid', undefined, {
        accessToken,
        headers: { Authorization: `Bearer ${accessToken}` },
      });
      await visitor.refused('readMe', 'proof-invalid', undefined, {
        accessToken,
        headers: { DPoP: await visitor.proof('readMe', { accessToken: 'other' }) },
      });
      await visitor.refused('readMe', 'token-invalid', undefined, { accessToken: 'invented' });
      await visitor.succeed('readMe', undefined, { accessToken });
    },
  },
  {
    title: 'Log-out ends the session; an unknown token is no error',
    async run(target) {
      const visitor = await Visitor.arrive(target);
      const grant = await visitor.signUp(newEmail(), password);
      await visitor.succeed('endSession', { refresh_token: 'unknown' });
      await visitor.succeed('endSession', { refresh_token: grant.refresh_token });
      await visitor.refused('readMe', 'token-invalid', undefined, { accessToken: grant.access_token });
      await visitor.refused('refreshSession', 'session-ended', {
        grant_type: 'refresh_token',
        refresh_token: grant.refresh_token,
      });
    },
  },
];

const facts: Case[] = [
  {
    title: 'GET /portal: the public facts, with an entity tag',
    async run(target) {
      const visitor = await Visitor.arrive(target);
      const answer = await visitor.call('readPortal');
      check(answer.ok, 'the facts are public');
      const tag = answer.headers.get('ETag');
      check(tag, 'GET /portal has an ETag');
      const again = await target.fetch(
        await visitor.request('readPortal', undefined, { headers: { 'If-None-Match': tag } }),
      );
      // Where a browser's cache stands between, it answers 200 itself.
      check(again.status === 304 || again.status === 200, `If-None-Match: ${again.status}`);
    },
  },
];

export const journeyCases: Case[] = [...facts, ...signingUp, ...emails, ...signingIn, ...sessions];
