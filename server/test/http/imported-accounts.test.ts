import { beforeAll, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import type { Business } from '../../src/domain/business.ts';
import type { AccountRecord } from '../../src/domain/ports.ts';
import { describeStorage } from '../support/databases.ts';
import { putImported } from '../support/imported.ts';
import { inParallel, unique } from '../support/records.ts';
import { logStatements } from '../support/statements.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const password = 'brought along';
const minute = 60_000;

describeStorage('an account that the business brought along', (current) => {
  let portal: TestPortal;
  let target: Target;
  let business: Business;
  let statements: string[];
  beforeAll(async () => {
    const logged = logStatements(current().db);
    portal = await startTestPortal(logged.db);
    statements = logged.statements;
    target = await conformanceTarget(portal);
    const found = await portal.deps.storage.businesses.bySlug('many');
    if (!found) throw new Error('no business');
    business = found;
  });

  const newMailbox = () => ({ businessId: business.id, email: `${unique('ada')}@example.com` });
  const stored = ({ id, businessId }: AccountRecord) => portal.deps.storage.accounts.byId(businessId, id);
  const arrive = () => Visitor.arrive(target);
  const me = async (visitor: Visitor, accessToken: string) =>
    visitor.call('readMe', undefined, { accessToken });

  async function logInByCode(visitor: Visitor, email: string) {
    const { flow, tag } = await visitor.succeed('requestSignInCode', { email });
    return visitor.succeed('verifySignInCode', { flow, code: await portal.codeFor(email, tag) });
  }

  it('logs in with the email and password that it has, and the password is ours from then on', async () => {
    const account = await putImported(portal, password, newMailbox());
    const visitor = await arrive();
    await visitor.refused('signInWithPassword', 'credentials-invalid', {
      email: account.email,
      password: 'wrong',
    });
    expect((await stored(account))?.importedHash).not.toBeNull();
    const grant = await visitor.signIn(account.email, password);
    expect(grant.session.account.id).toBe(account.id);
    expect(await stored(account)).toMatchObject({
      importedHash: null,
      passwordVerifier: expect.any(String) as string,
      proofsGoodFrom: 0,
    });
    // Not the session's doing: another browser, which pays as every log-in does.
    const before = portal.hashes.count;
    await (await arrive()).signIn(account.email, password);
    expect(portal.hashes.count - before).toBe(1);
  });

  it('is told by its password from its siblings, imported or not, and is the only one that is upgraded', async () => {
    const mailbox = newMailbox();
    const owner = await arrive();
    await owner.signUp(mailbox.email, 'a password of ours', 'Ours');
    const one = await putImported(portal, password, {
      ...mailbox,
      name: 'One',
      createdAt: portal.deps.clock.now() + 1,
    });
    const two = await putImported(portal, 'another one', {
      ...mailbox,
      name: 'Two',
      createdAt: portal.deps.clock.now() + 2,
    });
    const same = await putImported(portal, password, {
      ...mailbox,
      name: 'Same',
      createdAt: portal.deps.clock.now() + 3,
    });

    const visitor = await arrive();
    const outcome = await visitor.succeed('signInWithPassword', { email: mailbox.email, password });
    if (outcome.outcome !== 'choose-account') throw new Error(outcome.outcome);
    expect(outcome.selection.accounts.map(({ name }) => name)).toEqual(['One', 'Same']);
    for (const account of [one, same]) expect((await stored(account))?.importedHash).toBeNull();
    expect((await stored(two))?.importedHash).not.toBeNull();
    // The salt of the mailbox: all four cost one hash of ours.
    const salts = await portal.deps.storage.accounts.byEmail(mailbox.businessId, mailbox.email);
    expect(new Set(salts.flatMap(({ passwordSalt }) => passwordSalt ?? [])).size).toBe(1);
    const chosen = outcome.selection.accounts[1]!;
    const grant = await visitor.succeed('chooseAccount', {
      ticket: outcome.selection.ticket,
      handle: chosen.handle,
    });
    expect(grant.session.account.id).toBe(same.id);
  });

  it('T3, T4: costs a guesser what any mailbox costs: answer, hashes, imported checks and statements', async () => {
    const single = await portal.deps.storage.businesses.bySlug('single');
    if (!single) throw new Error('no business');
    const [imported, unknown, ours] = ['imported', 'unknown', 'ours'].map(
      (name) => `${unique(name)}@example.com`,
    );
    const owner = await Visitor.arrive(target, target.singleAccountBackend);
    await owner.signUp(ours!, 'a password of ours');
    await putImported(portal, password, { businessId: single.id, email: imported! });
    const visitor = await Visitor.arrive(target, target.singleAccountBackend);
    await visitor.learnNonce();
    const measure = async (email: string) => {
      const request = await visitor.request('signInWithPassword', { email, password: 'wrong' }, {});
      const { count, imported: checks } = portal.hashes;
      statements.length = 0;
      const response = await portal.fetch(request);
      return {
        answer: [response.status, await response.text()],
        hashes: portal.hashes.count - count,
        checks: portal.hashes.imported - checks,
        statements: [...statements],
      };
    };
    // More often than wrong passwords are free: the waits are the same, too.
    for (let attempt = 0; attempt < 7; attempt += 1) {
      const first = await measure(imported!);
      expect(first).toMatchObject(attempt < 5 ? { hashes: 1, checks: 1 } : { hashes: 0, checks: 0 });
      expect(await measure(unknown!)).toEqual(first);
      expect(await measure(ours!)).toEqual(first);
    }
  });

  it('T4: is paid for at every mailbox until the last of its kind has logged in, and then no more', async () => {
    const hearth = await portal.putBusiness(unique('hearth'), { allowDuplicateAccounts: true });
    const visitor = await Visitor.arrive(target, `${portal.deps.publicUrl}/${hearth.slug}`);
    const checks = async () => {
      const before = portal.hashes.imported;
      const email = `${unique('nobody')}@example.com`;
      await visitor.refused('signInWithPassword', 'credentials-invalid', { email, password: 'wrong' });
      return portal.hashes.imported - before;
    };
    expect(await checks()).toBe(0);
    const email = `${unique('ada')}@example.com`;
    for (let count = 0; count < 3; count += 1) {
      await putImported(portal, password, { businessId: hearth.id, email, name: `Number ${count}` });
    }
    expect(await checks()).toBe(3);
    portal.advance(2 * 60 * minute);
    await portal.deps.storage.purge(portal.deps.clock.now(), 1_000);
    expect(await checks()).toBe(3);
    await visitor.signIn(email, password, 'Number 1');
    portal.advance(2 * 60 * minute);
    await visitor.learnNonce();
    await portal.deps.storage.purge(portal.deps.clock.now(), 1_000);
    expect(await checks()).toBe(0);
  });

  it('keeps its password when it logs in with a code, because the business vouched for the mailbox', async () => {
    const account = await putImported(portal, password, newMailbox());
    await logInByCode(await arrive(), account.email);
    expect((await stored(account))?.importedHash).not.toBeNull();
    await (await arrive()).signIn(account.email, password);
  });

  it('has the password that was set by who forgot the imported one, and no other', async () => {
    const account = await putImported(portal, password, newMailbox());
    const visitor = await arrive();
    const outcome = await logInByCode(visitor, account.email);
    if (outcome.outcome !== 'signed-in') throw new Error(outcome.outcome);
    const chosen = 'chosen after it was forgotten';
    await visitor.succeed(
      'changePassword',
      { password: chosen },
      { accessToken: outcome.grant.access_token },
    );
    expect(await stored(account)).toMatchObject({ importedHash: null });
    await visitor.refused('signInWithPassword', 'credentials-invalid', { email: account.email, password });
    await (await arrive()).signIn(account.email, chosen);
  });

  it('takes its password to another mailbox', async () => {
    const account = await putImported(portal, password, newMailbox());
    const visitor = await arrive();
    const outcome = await logInByCode(visitor, account.email);
    if (outcome.outcome !== 'signed-in') throw new Error(outcome.outcome);
    const accessToken = outcome.grant.access_token;
    const email = newMailbox().email;
    await visitor.refused('requestEmailChange', 'invalid-input', { email }, { accessToken });
    const { flow, tag } = await visitor.succeed('requestEmailChange', { email, password }, { accessToken });
    await visitor.succeed(
      'verifyEmailChange',
      { flow, code: await portal.codeFor(email, tag) },
      { accessToken },
    );
    await (await arrive()).signIn(email, password);
    expect(await stored(account)).toMatchObject({ email, importedHash: null, isMailboxProved: true });
  });

  it('whose password is changed while a log-in with the old one is checked, is not opened by that, nor is the new one lost', async () => {
    const account = await putImported(portal, password, newMailbox());
    const hasher = portal.deps.importedHasher;
    const { verify } = hasher;
    hasher.verify = async (hash, typed) => {
      const isRight = await verify(hash, typed);
      hasher.verify = verify;
      const credential = { passwordSalt: 'new', passwordVerifier: 'new' };
      expect(
        await portal.deps.storage.accounts.setPassword(account, credential, portal.deps.clock.now()),
      ).toBe(true);
      return isRight;
    };
    const visitor = await arrive();
    await visitor.refused('signInWithPassword', 'credentials-invalid', { email: account.email, password });
    expect(await stored(account)).toMatchObject({ passwordVerifier: 'new', importedHash: null });
  });

  it('is opened by each of four log-ins at once, and upgraded once', async () => {
    const account = await putImported(portal, password, newMailbox());
    const visitors = await inParallel(4, arrive);
    const grants = await inParallel(4, async (index) => visitors[index]!.signIn(account.email, password));
    expect(new Set(grants.map(({ session }) => session.id)).size).toBe(4);
    await (await arrive()).signIn(account.email, password);
    expect((await stored(account))?.importedHash).toBeNull();
  });

  it('T1, T2: whose mailbox nobody had proved belongs to who proves it first: its password is dropped, and who used it is out', async () => {
    const mailbox = newMailbox();
    const account = await putImported(portal, password, { ...mailbox, isMailboxProved: false });
    const before = await arrive();
    const early = await before.signIn(account.email, password);
    expect(await stored(account)).toMatchObject({ importedHash: null, isMailboxProved: false });

    const owner = await arrive();
    const outcome = await logInByCode(owner, account.email);
    if (outcome.outcome !== 'signed-in') throw new Error(outcome.outcome);
    expect(outcome.grant.session.account.id).toBe(account.id);
    expect(await me(before, early.access_token)).toMatchObject({
      ok: false,
      problem: { code: 'token-invalid' },
    });
    await before.refused('signInWithPassword', 'credentials-invalid', { email: account.email, password });
    expect(await me(owner, outcome.grant.access_token)).toMatchObject({ ok: true });

    // Proved once: a password that was set since then stays.
    const chosen = 'chosen by the owner';
    await owner.succeed('changePassword', { password: chosen }, { accessToken: outcome.grant.access_token });
    await logInByCode(await arrive(), account.email);
    await (await arrive()).signIn(account.email, chosen);
  });

  it('T1: goes on in the session whose own code proved the mailbox', async () => {
    const account = await putImported(portal, password, { ...newMailbox(), isMailboxProved: false });
    const [visitor, other] = [await arrive(), await arrive()];
    const { access_token: accessToken } = await visitor.signIn(account.email, password);
    const { access_token: another } = await other.signIn(account.email, password);
    const { flow, tag } = await visitor.succeed('requestStepUpCode', undefined, { accessToken });
    const code = await portal.codeFor(account.email, tag);
    const grant = await visitor.succeed('verifyStepUpCode', { flow, code }, { accessToken });
    expect(await me(visitor, grant.access_token)).toMatchObject({ ok: true });
    expect(await me(other, another)).toMatchObject({ ok: false });
    const chosen = 'chosen by the owner';
    await visitor.succeed('changePassword', { password: chosen }, { accessToken: grant.access_token });
  });

  it('T30: leaves no hash of another system in the database that could be tried without the server key', async () => {
    const account = await putImported(portal, password, newMailbox());
    const row = await current()
      .db.selectFrom('accounts')
      .selectAll()
      .where('id', '=', account.id)
      .executeTakeFirst();
    expect(JSON.stringify(row)).not.toContain(password);
    // Put into another row it opens nothing.
    const thief = await putImported(portal, 'the password of a thief', newMailbox());
    await current()
      .db.updateTable('accounts')
      .set({ imported_hash: thief.importedHash?.sealed ?? '' })
      .where('id', '=', account.id)
      .execute();
    const visitor = await arrive();
    const typed = { email: account.email, password: 'the password of a thief' };
    await visitor.refused('signInWithPassword', 'credentials-invalid', typed);
  });
});
