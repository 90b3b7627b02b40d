import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { defaultSettings } from '../../src/domain/business.ts';
import { accountsOpenedBy, newCredential, passwordProblem } from '../../src/domain/password.ts';
import type { AccountRecord } from '../../src/domain/ports.ts';
import { anAccount } from '../support/records.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from '../support/test-portal.ts';

describe('a new password', () => {
  const business = { id: 'b', slug: 'hearth', settings: { ...defaultSettings, name: 'Hearth & Crumb' } };
  const problem = (password: string) =>
    passwordProblem(password, {
      business,
      email: 'ada.lovelace@example.com',
      name: 'Ada Lovelace',
      blocklist: { has: (candidate) => candidate === 'everybody has this' },
    });

  it.each([
    'ada.lovelace@example.com',
    'ADA.lovelace',
    'ada lovelace',
    'HEARTH & CRUMB',
    'everybody has this',
  ])('%s is what others try first', (password) => expect(problem(password)).toBe('password-common'));

  it.each(['ada.lovelace@example.org', 'ada lovelace 1815', 'Hearth & Crumbs!'])(
    '%s is none of these',
    (password) => expect(problem(password)).toBeUndefined(),
  );

  it('has as many characters as the business asks for, and 128 at most, however they are encoded', () => {
    const { passwordMinLength: least } = defaultSettings;
    expect(problem('😀'.repeat(least - 1))).toBe('password-too-short');
    expect(problem('😀'.repeat(least))).toBeUndefined();
    expect(problem('😀'.repeat(128))).toBeUndefined();
    expect(problem('😀'.repeat(129))).toBe('password-too-long');
  });
});

describe('the passwords of a mailbox', () => {
  const email = 'ada@example.com';
  const password = 'correct horse battery';
  let portal: TestPortal;
  beforeEach(async () => {
    portal = await startTestPortal();
    await conformanceTarget(portal);
  });
  afterEach(() => portal.close());

  const mailbox = (...accounts: AccountRecord[]) => ({ businessId: 'business', email, accounts });
  async function withPassword(...beside: AccountRecord[]): Promise<AccountRecord> {
    const account = anAccount({ businessId: 'business', email });
    const credential = await newCredential(portal.deps, mailbox(...beside), account.id, password);
    if (credential === 'busy') throw new Error('busy');
    return { ...account, ...credential };
  }
  async function opened(accounts: AccountRecord[], typed = password) {
    const before = portal.hashes.count;
    const found = await accountsOpenedBy(portal.deps, mailbox(...accounts), typed);
    if (found === 'busy') throw new Error('busy');
    return { ids: found.map(({ account }) => account.id), hashes: portal.hashes.count - before };
  }

  it('cost one hash together, and open each account that has it', async () => {
    const one = await withPassword();
    const other = await withPassword(one);
    expect(await opened([one, other])).toEqual({ ids: [one.id, other.id], hashes: 1 });
    expect(await opened([one, other], 'another one')).toEqual({ ids: [], hashes: 1 });
  });

  it('go on working after a change of the server key, for what is added beside them too', async () => {
    const imported = await withPassword();
    const { mac } = portal.deps.secrets;
    // Only the salt of a mailbox without accounts is derived from the key.
    portal.deps.secrets.mac = (purpose, ...parts) =>
      mac.call(portal.deps.secrets, purpose, ...parts, ...(purpose === 'password-salt' ? ['changed'] : []));
    const added = await withPassword(imported);
    expect(added.passwordSalt).toBe(imported.passwordSalt);
    expect((await withPassword()).passwordSalt).not.toBe(imported.passwordSalt);
    expect(await opened([imported, added])).toEqual({ ids: [imported.id, added.id], hashes: 1 });
  });

  it('never open an account that has none', async () => {
    const none = anAccount({ businessId: 'business', email, passwordSalt: null, passwordVerifier: null });
    expect(await opened([none])).toEqual({ ids: [], hashes: 1 });
    expect(await opened([none], '')).toEqual({ ids: [], hashes: 1 });
    const one = await withPassword(none);
    expect(await opened([none, one])).toEqual({ ids: [one.id], hashes: 1 });
  });

  it('look different in the database although they are equal', async () => {
    const one = await withPassword();
    const other = await withPassword(one);
    expect(one.passwordVerifier).not.toBe(other.passwordVerifier);
  });

  it('are not asked for by a log-in with a code', async () => {
    const target = await conformanceTarget(portal);
    const visitor = await Visitor.arrive(target);
    const { flow } = await visitor.succeed('startSignUp', { name: 'Ada', email, password });
    await visitor.succeed('verifySignUp', { flow, code: await portal.codeFor(email) });
    const before = portal.hashes.count;
    const asked = await visitor.succeed('requestSignInCode', { email });
    await visitor.succeed('verifySignInCode', { flow: asked.flow, code: await portal.codeFor(email) });
    expect(portal.hashes.count).toBe(before);
  });
});
