import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { numbers } from '../../src/domain/numbers.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const email = 'family@example.com';
const victims = { email, password: 'correct horse battery' };
const attackers = { email, password: 'another long sentence' };
const wrong = { email, password: 'not the right one' };

/** Whoever knows the password of one account on a mailbox has every means to begin counts anew that a log-in has. */
describe('guessing at a sibling of an account whose password is known', () => {
  let portal: TestPortal;
  let target: Target;
  let victim: Visitor;
  beforeEach(async () => {
    portal = await startTestPortal();
    target = await conformanceTarget(portal);
    victim = await Visitor.arrive(target);
    await victim.signUp(email, victims.password, 'Victim');
    await (await Visitor.arrive(target)).signUp(email, attackers.password, 'Attacker');
  });
  afterEach(() => portal.close());

  /** As many wrong passwords as are compared with the victim's, between right ones of the attacker's own. */
  async function guess(rounds: number, arrive: () => Promise<Visitor>): Promise<number> {
    let compared = 0;
    for (let round = 0; round < rounds; round += 1) {
      const visitor = await arrive();
      await visitor.call('signInWithPassword', attackers);
      for (let tries = 1; tries < numbers.wrongPasswords.free; tries += 1) {
        const answer = await visitor.call('signInWithPassword', wrong);
        if (!answer.ok && answer.problem.code === 'credentials-invalid') compared += 1;
      }
    }
    return compared;
  }

  const most = numbers.wrongPasswordsInAll.limit;
  const rounds = most / (numbers.wrongPasswords.free - 1);

  it('T16: a right password in between brings a stranger no new tries', async () => {
    let tries = 0;
    for (let round = 0; round < 10; round += 1) {
      for (let times = 0; times < 4; times += 1) {
        const answer = await (await Visitor.arrive(target)).call('signInWithPassword', wrong);
        if (!answer.ok && answer.problem.code === 'credentials-invalid') tries += 1;
      }
      await (await Visitor.arrive(target)).call('signInWithPassword', attackers);
    }
    expect(tries).toBe(numbers.wrongPasswords.free);
  });

  it('T16: one known device gets a hundred tries in 30 days, whatever it gets right in between', async () => {
    const device = await Visitor.arrive(target);
    expect(await guess(rounds + 5, async () => device)).toBe(most);
    await device.refused('signInWithPassword', 'password-paused', victims);
    await device.refused('signInWithPassword', 'password-paused', attackers);
  });

  it('T16: however many devices a password makes known, together they get no more', async () => {
    await guess(rounds, () => Visitor.arrive(target));
    const device = await Visitor.arrive(target);
    await device.refused('signInWithPassword', 'password-paused', attackers);
  });

  it('T16: a device that was known before opens its own accounts then, and no sibling; the victim is not locked out', async () => {
    const device = await Visitor.arrive(target);
    await device.signIn(email, attackers.password);
    expect(await guess(rounds, () => Visitor.arrive(target))).toBe(most);
    const hashes = portal.hashes.count;
    await device.refused('signInWithPassword', 'credentials-invalid', victims);
    // It was looked at like any other wrong one.
    expect(portal.hashes.count).toBe(hashes + 1);
    await device.succeed('signInWithPassword', attackers);
    await victim.succeed('signInWithPassword', victims);
    await victim.refused('signInWithPassword', 'credentials-invalid', attackers);
  });

  it('T16: a device that has proved the mailbox is known for all of its accounts', async () => {
    const { flow } = await victim.succeed('requestSignInCode', { email });
    const outcome = await victim.succeed('verifySignInCode', { flow, code: await portal.codeFor(email) });
    if (outcome.outcome !== 'choose-account') throw new Error(outcome.outcome);
    const { ticket, accounts } = outcome.selection;
    await victim.succeed('chooseAccount', { ticket, handle: accounts[0]!.handle });
    await guess(rounds, () => Visitor.arrive(target));
    await victim.succeed('signInWithPassword', victims);
    await victim.succeed('signInWithPassword', attackers);
  });
});
