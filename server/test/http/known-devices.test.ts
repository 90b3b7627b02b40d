import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SessionGrant } from '../../../src/contract/operations.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { numbers } from '../../src/domain/numbers.ts';
import { conformanceTarget, returnTo, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const email = 'ada@example.com';
const right = { email, password: 'correct horse battery' };
const wrong = { email, password: 'not the right one' };
const tokenOf = ({ access_token: accessToken }: SessionGrant) => ({ accessToken });

describe('known devices', () => {
  let portal: TestPortal;
  let target: Target;
  let owner: Visitor;
  let other: Visitor;
  let grant: SessionGrant;
  let others: SessionGrant;
  beforeEach(async () => {
    portal = await startTestPortal();
    target = await conformanceTarget(portal);
    owner = await Visitor.arrive(target);
    grant = await owner.signUp(email, right.password);
    other = await Visitor.arrive(target);
    others = await other.signIn(email, right.password);
  });
  afterEach(() => portal.close());

  /** Those of them that strangers who use up the strangers' tries do not keep out. */
  async function known(...visitors: Visitor[]): Promise<boolean[]> {
    for (let failures = 0; failures < numbers.wrongPasswords.free; failures += 1) {
      await (await Visitor.arrive(target)).call('signInWithPassword', wrong);
    }
    const answers = await Promise.all(visitors.map((one) => one.call('signInWithPassword', right)));
    return answers.map(({ ok }) => ok);
  }

  it('T16: that log out stay known', async () => {
    await other.succeed('endSession', { refresh_token: others.refresh_token });
    expect(await known(owner, other)).toEqual([true, true]);
  });

  it('T28: one that is logged out from another is a stranger again', async () => {
    const parameters = { id: others.session.id };
    await owner.succeed('revokeSession', undefined, { ...tokenOf(grant), parameters });
    expect(await known(owner, other)).toEqual([true, false]);
  });

  it('T28: who logs itself out by its entry in the list stays known', async () => {
    const parameters = { id: others.session.id };
    await other.succeed('revokeSession', undefined, { ...tokenOf(others), parameters });
    expect(await known(owner, other)).toEqual([true, true]);
  });

  it('T28: after logging out everywhere only the one that asked is known', async () => {
    await owner.succeed('revokeAllSessions', undefined, tokenOf(grant));
    expect(await known(owner, other)).toEqual([true, false]);
  });

  it('T28: after a change of password only the one that made it is known', async () => {
    await owner.succeed('changePassword', { password: right.password }, tokenOf(grant));
    expect(await known(owner, other)).toEqual([true, false]);
  });

  it('T13: one whose token was stolen is a stranger again', async () => {
    const thief = await Visitor.arrive(target);
    await thief.refused('readMe', 'token-invalid', undefined, tokenOf(others));
    expect(await known(owner, other)).toEqual([true, false]);
  });

  it('T16: a link that the business made proves nothing, so it makes no device known', async () => {
    const guest = await Visitor.arrive(target);
    const { url } = await owner.succeed('createLink', { account: grant.session.account.id, returnTo });
    const token = new URL(url).searchParams.get('token')!;
    await guest.succeed('verifySignInLink', { token });
    expect(await known(owner, guest)).toEqual([true, false]);
  });

  it('T16: an account knows fifty; who logged in longest ago is forgotten', async () => {
    portal.advance(1);
    await other.succeed('signInWithPassword', right);
    for (let devices = 1; devices < numbers.devicesPerAccount; devices += 1) {
      portal.advance(1);
      await (await Visitor.arrive(target)).succeed('signInWithPassword', right);
    }
    expect(await known(owner, other)).toEqual([false, true]);
  });
});
