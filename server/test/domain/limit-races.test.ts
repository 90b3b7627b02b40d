import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { numbers } from '../../src/domain/numbers.ts';
import { describeStorage } from '../support/databases.ts';
import { startTwoServers, type TwoServers } from '../support/two-servers.ts';

const password = 'correct horse battery';
const attackers = 'another long sentence';
const wrong = 'not the right one';

/** What limits count, asked of two servers at once: two on one database where it allows that. */
describeStorage('races of limits', (current) => {
  let servers: TwoServers;
  let target: Target;
  beforeAll(async () => {
    servers = await startTwoServers(current());
    ({ target } = servers);
  });
  afterAll(() => servers.close());

  async function ready(): Promise<Visitor> {
    const visitor = await Visitor.arrive(target);
    await visitor.learnNonce();
    return visitor;
  }
  const readies = (count: number) => Promise.all(Array.from({ length: count }, ready));

  it('T16: 40 wrong passwords of strangers, and 40 right ones for a sibling, in parallel → five wrong ones are compared', async () => {
    const email = 'family@example.com';
    await (await Visitor.arrive(target)).signUp(email, password, 'Victim');
    await (await Visitor.arrive(target)).signUp(email, attackers, 'Attacker');
    const visitors = await readies(80);
    const answers = await Promise.all(
      visitors.map((visitor, index) =>
        visitor.once('signInWithPassword', { email, password: index % 2 ? attackers : wrong }, {}),
      ),
    );
    const compared = answers
      .filter(({ ok }, index) => index % 2 === 0 && !ok)
      .filter((answer) => !answer.ok && answer.problem.code === 'credentials-invalid');
    expect(compared.length).toBeLessThanOrEqual(numbers.wrongPasswords.free);
    // Whatever was right in between was taken back, and nothing else was.
    const late = await ready();
    for (let tries = compared.length; tries < numbers.wrongPasswords.free; tries += 1) {
      await late.refused('signInWithPassword', 'credentials-invalid', { email, password: wrong });
    }
    await (await ready()).refused('signInWithPassword', 'rate-limited', { email, password });
  });

  it('T18: 20 strangers ask for a code at once and do not work → two mails', async () => {
    const email = 'mails@example.com';
    const visitors = await readies(20);
    const answers = await Promise.all(visitors.map((one) => one.once('requestSignInCode', { email }, {})));
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.problem.code]));
    expect(refusals).toEqual(Array(18).fill('challenge-required'));
    expect(await servers.first.mailsTo(email)).toHaveLength(2);
  });
});
