/** What somebody who is logged in changes about the account, over time and in the database. */
import type { Kysely } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EndpointName } from '../../../src/contract/endpoints.ts';
import type { SessionGrant } from '../../../src/contract/operations.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { nodeSqlite } from '../../src/storage/dialects/node-sqlite.ts';
import type { Database } from '../../src/storage/schema.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const minute = 60_000;
const hour = 60 * minute;
const email = 'ada@example.com';
const password = 'correct horse battery';
const newPassword = 'another long sentence';
const firefox = { 'User-Agent': 'Mozilla/5.0 (Windows NT 10.0; rv:153.0) Gecko/20100101 Firefox/153.0' };

const tokenOf = ({ access_token: accessToken }: SessionGrant) => ({ accessToken });
const idOf = ({ session }: SessionGrant) => session.account.id;

describe('account care', () => {
  let db: Kysely<Database>;
  let portal: TestPortal;
  let target: Target;
  let visitor: Visitor;
  let grant: SessionGrant;

  beforeEach(async () => {
    db = nodeSqlite(':memory:');
    portal = await startTestPortal(db);
    target = await conformanceTarget(portal);
    visitor = await Visitor.arrive(target);
    grant = await visitor.signUp(email, password);
  });
  afterEach(() => portal.close());

  /** An access token lives five minutes only. */
  async function later(milliseconds: number): Promise<void> {
    portal.advance(milliseconds);
    const { refresh_token } = grant;
    grant = await visitor.succeed('refreshSession', { grant_type: 'refresh_token', refresh_token });
  }

  const mailsTo = async (address: string) =>
    (await portal.mailsTo(address)).map(({ template, data }) => ({ template, data }));

  const askToMove = async (to: string) => {
    const { flow, tag } = await visitor.succeed(
      'requestEmailChange',
      { email: to, password },
      tokenOf(grant),
    );
    return { flow, code: await target.codeFor(to, tag) };
  };

  const rows = async () => {
    const tables = [
      'accounts',
      'flows',
      'selections',
      'selection_choices',
      'sessions',
      'access_tokens',
      'outbox',
    ];
    return Promise.all(
      tables.map((table) =>
        db
          .selectFrom(table as 'accounts')
          .selectAll()
          .execute(),
      ),
    );
  };

  describe('a proof that is more than ten minutes old (T14)', () => {
    const needFreshProof: EndpointName[] = [
      'changePassword',
      'requestEmailChange',
      'verifyEmailChange',
      'deleteAccount',
    ];

    it.each(needFreshProof)('T14: %s → 403 step-up-required, and no row is changed', async (name) => {
      await later(9 * minute);
      const moving = await askToMove('new@example.com');
      await later(minute + 1);
      const bodies: Partial<Record<EndpointName, object>> = {
        changePassword: { password: newPassword },
        requestEmailChange: { email: 'other@example.com', password },
        verifyEmailChange: moving,
      };
      const before = await rows();
      const rawBody = bodies[name] && { rawBody: JSON.stringify(bodies[name]) };
      await visitor.refused(name, 'step-up-required', undefined, { ...tokenOf(grant), ...rawBody });
      expect(await rows()).toEqual(before);
      expect(portal.hashes.count).toBe(3);
    });

    it('T14: is fresh until the tenth minute, and again after a step-up', async () => {
      await later(10 * minute);
      await visitor.succeed('requestEmailChange', { email: 'new@example.com', password }, tokenOf(grant));
      await later(1);
      await visitor.refused('deleteAccount', 'step-up-required', undefined, tokenOf(grant));
      grant = await visitor.succeed('stepUpWithPassword', { password }, tokenOf(grant));
      await visitor.succeed('deleteAccount', undefined, tokenOf(grant));
    });

    it('T14: a step-up by code in between lets a change of email go on', async () => {
      await later(9 * minute);
      const moving = await askToMove('new@example.com');
      await later(2 * minute);
      await visitor.refused('verifyEmailChange', 'step-up-required', moving, tokenOf(grant));
      const { flow, tag } = await visitor.succeed('requestStepUpCode', undefined, tokenOf(grant));
      const code = await target.codeFor(email, tag);
      grant = await visitor.succeed('verifyStepUpCode', { flow, code }, tokenOf(grant));
      const moved = await visitor.succeed('verifyEmailChange', moving, tokenOf(grant));
      expect(moved.session.account.email).toBe('new@example.com');
    });

    it('T14: a refresh, a switch or a wrong password makes no proof fresh', async () => {
      await visitor.signUp(email, password, 'Second');
      grant = await visitor.signIn(email, password, 'Ada Lovelace');
      await later(10 * minute + 1);
      await visitor.refused(
        'stepUpWithPassword',
        'credentials-invalid',
        { password: newPassword },
        tokenOf(grant),
      );
      await visitor.refused('changePassword', 'step-up-required', { password: newPassword }, tokenOf(grant));
      const me = await visitor.succeed('readMe', undefined, tokenOf(grant));
      const other = me.accounts.find(({ current }) => !current);
      grant = await visitor.succeed('switchAccount', { account: other?.id ?? '' }, tokenOf(grant));
      await visitor.refused('deleteAccount', 'step-up-required', undefined, tokenOf(grant));
    });
  });

  describe('step-up', () => {
    it('a step-up code lives 10 minutes, and can be sent again', async () => {
      const { flow, tag } = await visitor.succeed('requestStepUpCode', undefined, tokenOf(grant));
      const code = await target.codeFor(email, tag);
      await later(10 * minute);
      await visitor.refused('verifyStepUpCode', 'code-expired', { flow, code }, tokenOf(grant));
      await visitor.succeed('resendCode', { flow });
      const fresh = await target.codeFor(email, tag);
      await visitor.succeed('verifyStepUpCode', { flow, code: fresh }, tokenOf(grant));
    });

    it('takes a password only where the business offers that for log-in', async () => {
      await portal.putBusiness('many', { methods: ['code'], allowDuplicateAccounts: true });
      await visitor.refused('stepUpWithPassword', 'method-disabled', { password }, tokenOf(grant));
    });
  });

  describe('switching', () => {
    let second: string;
    beforeEach(async () => {
      second = idOf(await visitor.signUp(email, password, 'Second'));
      grant = await visitor.signIn(email, password, 'Ada Lovelace');
    });

    it('asks nothing for twelve hours, and for the password of the target after that', async () => {
      await later(12 * hour);
      grant = await visitor.succeed('switchAccount', { account: second }, tokenOf(grant));
      const { account } = await visitor.succeed('readMe', undefined, tokenOf(grant));
      expect(account.id).toBe(second);
      await later(1);
      const first = (await visitor.succeed('readMe', undefined, tokenOf(grant))).accounts[0]?.id ?? '';
      await visitor.refused('switchAccount', 'step-up-required', { account: first }, tokenOf(grant));
      grant = await visitor.succeed('switchAccount', { account: first, password }, tokenOf(grant));
      await visitor.succeed('switchAccount', { account: second }, tokenOf(grant));
    });

    it('does not lengthen a session: only a new proof does', async () => {
      const other = await Visitor.arrive(target);
      const outcome = await other.succeed('signInWithPassword', { email, password, remember: false });
      if (outcome.outcome !== 'choose-account') throw new Error(outcome.outcome);
      const { ticket, accounts } = outcome.selection;
      const short = await other.succeed('chooseAccount', { ticket, handle: accounts[0]?.handle ?? '' });
      portal.advance(12 * hour - 1_000);
      const token = { grant_type: 'refresh_token', refresh_token: short.refresh_token } as const;
      const late = await other.succeed('refreshSession', token);
      const switched = await other.succeed('switchAccount', { account: second }, tokenOf(late));
      expect(switched.expires_in).toBe(1);
      portal.advance(1_000);
      await other.refused('refreshSession', 'session-ended', {
        grant_type: 'refresh_token',
        refresh_token: switched.refresh_token,
      });
    });

    it('an account of the proof that was deleted is offered no more', async () => {
      const sibling = await Visitor.arrive(target);
      const theirs = await sibling.signIn(email, password, 'Second');
      await sibling.succeed('deleteAccount', undefined, tokenOf(theirs));
      const { accounts } = await visitor.succeed('readMe', undefined, tokenOf(grant));
      expect(accounts.map(({ current }) => current)).toEqual([true]);
      await visitor.refused('switchAccount', 'step-up-required', { account: second }, tokenOf(grant));
    });

    it('T28: a sibling’s session loses an account whose password has changed since', async () => {
      const sibling = await Visitor.arrive(target);
      const theirs = await sibling.signIn(email, password, 'Second');
      portal.advance(1);
      await visitor.succeed('changePassword', { password: newPassword }, tokenOf(grant));
      const account = idOf(grant);
      await sibling.refused('switchAccount', 'step-up-required', { account }, tokenOf(theirs));
      await sibling.succeed('readMe', undefined, tokenOf(theirs));
      // Who changed it goes to and fro as before.
      const there = await visitor.succeed('switchAccount', { account: second }, tokenOf(grant));
      await visitor.succeed('switchAccount', { account }, tokenOf(there));
    });
  });

  describe('change of password', () => {
    it('ends a selection that waits, and a change of email that would bring the old one back', async () => {
      await visitor.signUp(email, password, 'Second');
      const waiting = await Visitor.arrive(target);
      const outcome = await waiting.succeed('signInWithPassword', { email, password });
      if (outcome.outcome !== 'choose-account') throw new Error(outcome.outcome);
      const moving = await askToMove('new@example.com');
      await visitor.succeed('changePassword', { password: newPassword }, tokenOf(grant));
      await visitor.refused('verifyEmailChange', 'flow-invalid', moving, tokenOf(grant));
      const { ticket, accounts } = outcome.selection;
      const handleOf = (name: string) => accounts.find((one) => one.name === name)?.handle ?? '';
      const choose = (name: string) => ({ ticket, handle: handleOf(name) });
      await waiting.refused('chooseAccount', 'selection-invalid', choose('Ada Lovelace'));
      await waiting.succeed('chooseAccount', choose('Second'));
    });

    it('mails the owner when it was and from where', async () => {
      await visitor.succeed(
        'changePassword',
        { password: newPassword },
        { ...tokenOf(grant), headers: firefox },
      );
      const data = { name: 'Ada Lovelace', at: portal.deps.clock.now(), device: 'Firefox, Windows' };
      expect((await mailsTo(email)).at(-1)).toEqual({ template: 'password-changed', data });
    });

    it('T18: mails three changes of an hour, and hides the first of nothing else', async () => {
      const templates = async () => (await mailsTo(email)).map(({ template }) => template);
      const change = () => visitor.succeed('changePassword', { password: newPassword }, tokenOf(grant));
      const sibling = await Visitor.arrive(target);
      const siblings = await sibling.signUp(email, password, 'Second');
      const before = (await templates()).length;
      for (let changes = 0; changes < 5; changes += 1) await change();
      expect((await templates()).slice(before)).toEqual(Array(3).fill('password-changed'));

      await sibling.succeed('changePassword', { password: newPassword }, tokenOf(siblings));
      const thief = await Visitor.arrive(target);
      await thief.refused('readMe', 'token-invalid', undefined, tokenOf(siblings));
      expect((await templates()).slice(before + 3)).toEqual(['password-changed', 'session-stolen']);

      await later(60 * minute);
      grant = await visitor.signIn(email, newPassword, 'Ada Lovelace');
      await change();
      expect((await templates()).slice(before + 5)).toEqual(['password-changed']);
    });

    it('sets a first password, with one hash', async () => {
      await db.updateTable('accounts').set({ password_salt: null, password_verifier: null }).execute();
      await visitor.refused('signInWithPassword', 'credentials-invalid', { email, password });
      const before = portal.hashes.count;
      await visitor.succeed('changePassword', { password: newPassword }, tokenOf(grant));
      expect(portal.hashes.count - before).toBe(1);
      await visitor.signIn(email, newPassword);
    });

    it('keeps one salt a mailbox, and makes two of them one', async () => {
      await visitor.signUp(email, password, 'Second');
      const salts = async () =>
        new Set(
          (await db.selectFrom('accounts').select('password_salt').execute()).map((row) => row.password_salt),
        );
      await visitor.succeed('changePassword', { password: newPassword }, tokenOf(grant));
      expect((await salts()).size).toBe(1);
      await db.updateTable('accounts').set({ password_salt: 'older' }).where('name', '=', 'Second').execute();
      await visitor.succeed('changePassword', { password }, tokenOf(grant));
      expect(await salts()).toEqual(new Set(['older']));
    });

    it('a log-in with the old password that is under way meanwhile fails', async () => {
      const other = await Visitor.arrive(target);
      await other.learnNonce();
      const { hasher } = portal.deps;
      const derive = hasher.derive.bind(hasher);
      let isFirst = true;
      hasher.derive = async (typed, salt) => {
        const derived = await derive(typed, salt);
        if (isFirst) {
          isFirst = false;
          await visitor.succeed('changePassword', { password: newPassword }, tokenOf(grant));
        }
        return derived;
      };
      await other.refused('signInWithPassword', 'credentials-invalid', { email, password });
      const { sessions } = await visitor.succeed('listSessions', undefined, tokenOf(grant));
      expect(sessions).toHaveLength(1);
    });
  });

  describe('change of email', () => {
    it('mails the old mailbox when it was and from where', async () => {
      const typed = await askToMove('new@example.com');
      await visitor.succeed('verifyEmailChange', typed, { ...tokenOf(grant), headers: firefox });
      const data = { name: 'Ada Lovelace', at: portal.deps.clock.now(), device: 'Firefox, Windows' };
      expect((await mailsTo(email)).at(-1)).toEqual({ template: 'email-changed', data });
      expect((await mailsTo('new@example.com')).map(({ template }) => template)).toEqual([
        'email-change-code',
      ]);
    });

    it('T3: tells only the mailbox that it has an account, and mails it no code', async () => {
      const single = await Visitor.arrive(target, target.singleAccountBackend);
      await (await Visitor.arrive(target, target.singleAccountBackend)).signUp('taken@example.com', password);
      const own = await single.signUp('own@example.com', password);
      const before = portal.hashes.count;
      const { tag, flow } = await single.succeed(
        'requestEmailChange',
        { email: 'taken@example.com', password },
        tokenOf(own),
      );
      const known = portal.hashes.count - before;
      await single.succeed('requestEmailChange', { email: 'free@example.com', password }, tokenOf(own));
      expect(portal.hashes.count - before).toBe(2 * known);
      expect((await mailsTo('taken@example.com')).at(-1)).toEqual({ template: 'email-taken', data: { tag } });
      portal.advance(minute);
      await single.succeed('resendCode', { flow });
      expect((await mailsTo('taken@example.com')).at(-1)).toEqual({ template: 'email-taken', data: { tag } });
    });

    it('T14: wants the password, and the right one, before anything is mailed', async () => {
      const to = 'new@example.com';
      const { errors } = await visitor.refused(
        'requestEmailChange',
        'invalid-input',
        { email: to },
        tokenOf(grant),
      );
      expect(errors).toEqual([{ pointer: '/password', code: 'required' }]);
      const wrong = { email: to, password: newPassword };
      await visitor.refused('requestEmailChange', 'credentials-invalid', wrong, tokenOf(grant));
      expect(await portal.mailsTo(to)).toEqual([]);
    });

    it('needs no password where the account has none', async () => {
      await db.updateTable('accounts').set({ password_salt: null, password_verifier: null }).execute();
      const to = 'new@example.com';
      const { flow, tag } = await visitor.succeed('requestEmailChange', { email: to }, tokenOf(grant));
      const code = await target.codeFor(to, tag);
      grant = await visitor.succeed('verifyEmailChange', { flow, code }, tokenOf(grant));
      expect(grant.session.account.email).toBe(to);
    });

    it('is told to come back where the hasher is busy, as a change of password is, and changes nothing', async () => {
      const { hasher } = portal.deps;
      const derive = hasher.derive.bind(hasher);
      let count = 0;
      const body = { email: 'new@example.com', password };
      // The password is proved by one hash, and moves by a second.
      hasher.derive = async (typed, salt) => ((count += 1) > 1 ? 'busy' : derive(typed, salt));
      expect(await visitor.refused('requestEmailChange', 'unavailable', body, tokenOf(grant))).toMatchObject({
        retryAfter: 2,
      });
      expect(
        await visitor.refused('changePassword', 'unavailable', { password: newPassword }, tokenOf(grant)),
      ).toMatchObject({ retryAfter: 2 });
      expect(await portal.mailsTo(body.email)).toEqual([]);
      hasher.derive = derive;
      await visitor.signIn(email, password);
    });

    it('leaves a sign-up waiting for the same mailbox alone where one may have several accounts', async () => {
      const other = await Visitor.arrive(target);
      const person = { name: 'Grace', email: 'new@example.com', password: newPassword };
      const { flow, tag } = await other.succeed('startSignUp', person);
      const code = await target.codeFor(person.email, tag);
      await visitor.succeed('verifyEmailChange', await askToMove(person.email), tokenOf(grant));
      expect((await other.succeed('verifySignUp', { flow, code })).outcome).toBe('signed-in');
    });

    it('wakes the outbox for its notices', async () => {
      let heard = 0;
      const typed = await askToMove('new@example.com');
      portal.deps.notifyOutbox = () => (heard += 1);
      grant = await visitor.succeed('verifyEmailChange', typed, tokenOf(grant));
      expect(heard).toBe(1);
      await visitor.succeed('changePassword', { password: newPassword }, tokenOf(grant));
      expect(heard).toBe(2);
    });

    it('needs no password where nobody logs in by one, and leaves it behind', async () => {
      await portal.putBusiness('many', { methods: ['code'], allowDuplicateAccounts: true });
      const { flow, tag } = await visitor.succeed(
        'requestEmailChange',
        { email: 'new@example.com' },
        tokenOf(grant),
      );
      const code = await target.codeFor('new@example.com', tag);
      await visitor.succeed('verifyEmailChange', { flow, code }, tokenOf(grant));
      await portal.putBusiness('many', { allowDuplicateAccounts: true });
      await visitor.refused('signInWithPassword', 'credentials-invalid', {
        email: 'new@example.com',
        password,
      });
    });

    it('makes a link worthless that the business had made for the account', async () => {
      const created = await visitor.succeed('createLink', {
        account: idOf(grant),
        returnTo: target.links?.returnTo ?? '',
      });
      await visitor.succeed('verifyEmailChange', await askToMove('new@example.com'), tokenOf(grant));
      const token = new URL(created.url).searchParams.get('token') ?? '';
      await visitor.refused('verifySignInLink', 'link-invalid', { token });
    });

    it('T1: who had signed up with the new mailbox without proving it is out', async () => {
      const backend = target.singleAccountBackend;
      const attacker = await Visitor.arrive(target, backend);
      const planted = await attacker.succeed('startSignUp', {
        name: 'Mallory',
        email: 'new@example.com',
        password: newPassword,
      });
      const code = await target.codeFor('new@example.com', planted.tag);
      visitor = await Visitor.arrive(target, backend);
      grant = await visitor.signUp(email, password);
      await visitor.succeed('verifyEmailChange', await askToMove('new@example.com'), tokenOf(grant));
      await attacker.refused('verifySignUp', 'flow-invalid', { flow: planted.flow, code });
    });
  });

  describe('deleting', () => {
    it('T28: leaves no row of the account, and mails its owner', async () => {
      await visitor.signUp(email, password, 'Second');
      await visitor.succeed('requestStepUpCode', undefined, tokenOf(grant));
      await askToMove('new@example.com');
      const waiting = await Visitor.arrive(target);
      await waiting.succeed('signInWithPassword', { email, password });
      await visitor.succeed('deleteAccount', undefined, { ...tokenOf(grant), headers: firefox });
      const text = JSON.stringify(await rows());
      // What is left says which accounts the others’ proofs were good for once; it opens nothing.
      const sessions = await db.selectFrom('sessions').select('account_id').execute();
      expect(sessions.map((row) => row.account_id)).not.toContain(idOf(grant));
      expect(text).not.toContain('new@example.com');
      expect(text).not.toContain(`"account_id":"${idOf(grant)}"`);
      expect(text).not.toContain(`"id":"${idOf(grant)}"`);
      const data = { name: 'Ada Lovelace', at: portal.deps.clock.now(), device: 'Firefox, Windows' };
      expect((await mailsTo(email)).at(-1)).toEqual({ template: 'account-deleted', data });
    });

    it('T28: a log-in that is under way meanwhile ends like one to no account', async () => {
      const other = await Visitor.arrive(target);
      await other.learnNonce();
      const { hasher } = portal.deps;
      const derive = hasher.derive.bind(hasher);
      hasher.derive = async (typed, salt) => {
        const derived = await derive(typed, salt);
        await visitor.succeed('deleteAccount', undefined, tokenOf(grant));
        return derived;
      };
      await other.refused('signInWithPassword', 'credentials-invalid', { email, password });
    });

    it('T28: logging out everywhere ends every device, the next request of each is refused', async () => {
      const devices = [{ by: visitor, held: grant }];
      for (let device = 2; device <= 3; device += 1) {
        const by = await Visitor.arrive(target);
        devices.push({ by, held: await by.signIn(email, password) });
      }
      await visitor.succeed('revokeAllSessions', undefined, tokenOf(grant));
      for (const { by, held } of devices) {
        await by.refused('readMe', 'token-invalid', undefined, tokenOf(held));
        const token = { grant_type: 'refresh_token', refresh_token: held.refresh_token } as const;
        await by.refused('refreshSession', 'session-ended', token);
      }
    });
  });
});
