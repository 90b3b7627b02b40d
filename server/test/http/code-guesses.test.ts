import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { solveChallenge } from '../../../test/conformance/challenge.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { numbers } from '../../src/domain/numbers.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const email = 'ada@example.com';
const password = 'correct horse battery';
const wrongPassword = { email, password: 'not the right one' };
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('guesses of codes', () => {
  let portal: TestPortal;
  let target: Target;
  let owner: Visitor;
  /** How many typed codes were compared with a mailed one. */
  let compared: number;
  beforeEach(async () => {
    portal = await startTestPortal();
    target = await conformanceTarget(portal);
    owner = await Visitor.arrive(target);
    await owner.signUp(email, password);
    const { secrets } = portal.deps;
    const mac = secrets.mac.bind(secrets);
    secrets.mac = (purpose, ...parts) => {
      if (purpose === 'code') compared += 1;
      return mac(purpose, ...parts);
    };
    compared = 0;
    // Its mail was another hour's.
    portal.advance(hour);
  });
  afterEach(() => portal.close());

  const ask = async (visitor: Visitor) => {
    const started = await visitor.succeed('requestSignInCode', { email });
    // To mail a code takes a MAC of it, too.
    compared -= 1;
    return { ...started, visitor, code: await portal.codeFor(email, started.tag) };
  };
  const stranger = () => Visitor.arrive(target);
  const guess = ({ visitor, flow }: { visitor: Visitor; flow: string }) =>
    visitor.call('verifySignInCode', { flow, code: 'wrong' });

  /** Everything that strangers may guess in a day. */
  async function burn(): Promise<void> {
    for (let flows = 0; flows < numbers.codeGuesses.limit / numbers.attemptsPerFlow; flows += 1) {
      const started = await ask(await stranger());
      for (let tries = 0; tries < numbers.attemptsPerFlow; tries += 1) await guess(started);
    }
  }

  it('T6: new flows and resends bring no new guesses: 20 are compared in a day', async () => {
    for (let flows = 0; flows < 8; flows += 1) {
      const started = await ask(await stranger());
      for (let tries = 0; tries < 4; tries += 1) await guess(started);
      portal.advance(minute);
      const resent = await started.visitor.call('resendCode', { flow: started.flow });
      if (resent.ok) compared -= 1;
      for (let tries = 0; tries < 4; tries += 1) await guess(started);
      portal.advance(hour);
      if (started.codeFormat === 'letters') break;
    }
    expect(compared).toBe(numbers.codeGuesses.limit + 5);
  });

  it('T6: an open flow with a short code takes none any more when the guesses are spent', async () => {
    const waiting = await ask(await stranger());
    await burn();
    const { flow, code, visitor } = waiting;
    await visitor.refused('verifySignInCode', 'attempts-exhausted', { flow, code });
  });

  it('T16: a code of 65 bits comes then, which works however it is typed, and is not guessed at', async () => {
    await burn();
    const { flow, codeFormat, codeLength, code, visitor } = await ask(await stranger());
    expect({ codeFormat, codeLength }).toEqual({ codeFormat: 'letters', codeLength: 13 });
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{13}$/);
    await visitor.refused('verifySignInCode', 'code-invalid', { flow, code: '234-567' });
    const typed = ` ${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)} `.toLowerCase();
    await visitor.succeed('verifySignInCode', { flow, code: typed });
  });

  it('T16: a known device has guesses of its own', async () => {
    await burn();
    const { flow, codeFormat, code } = await ask(owner);
    expect(codeFormat).toBe('digits');
    await owner.succeed('verifySignInCode', { flow, code });
  });

  it('a day later codes are short again', async () => {
    await burn();
    portal.advance(day);
    expect((await ask(await stranger())).codeFormat).toBe('digits');
  });

  it('a right code is no guess', async () => {
    for (let logins = 0; logins < 25; logins += 1) {
      const { flow, code, visitor } = await ask(await stranger());
      await visitor.succeed('verifySignInCode', { flow, code });
      portal.advance(3 * hour);
    }
    const late = await ask(await stranger());
    const { ok, ...rest } = await guess(late);
    expect(ok).toBe(false);
    expect(rest).toMatchObject({ problem: { attemptsLeft: 4 } });
  });

  it('tells how many are left of whatever ends first', async () => {
    for (let flows = 0; flows < 4; flows += 1) {
      const started = await ask(await stranger());
      for (let tries = 0; tries < 4; tries += 1) await guess(started);
      portal.advance(hour);
    }
    const last = await ask(await stranger());
    const left: unknown[] = [];
    for (let tries = 0; tries < 4; tries += 1) {
      const answer = await guess(last);
      left.push(answer.ok || answer.problem.attemptsLeft);
    }
    expect(left).toEqual([3, 2, 1, 0]);
  });

  it('T6: after a hundred wrong ones in 30 days codes stay long, also when right ones come between', async () => {
    for (let days = 0; days < 5; days += 1) {
      await burn();
      portal.advance(day);
    }
    const long = await ask(await stranger());
    expect(long.codeFormat).toBe('letters');
    await long.visitor.succeed('verifySignInCode', { flow: long.flow, code: long.code });
    // Whoever asks cannot see that the owner was there (T3) …
    expect((await ask(await stranger())).codeFormat).toBe('letters');
    // … whose own device begins anew.
    expect((await ask(long.visitor)).codeFormat).toBe('digits');
    portal.advance(25 * day);
    expect((await ask(await stranger())).codeFormat).toBe('digits');
  });

  it('T16: 200 wrong passwords from 50 addresses and every guess spent: strangers wait, the owner does not', async () => {
    const from = (address: string) =>
      Visitor.arrive({ ...target, fetch: (request) => portal.fetch(request, address) });
    const refusals: string[] = [];
    for (let tries = 0; tries < 200; tries += 1) {
      const answer = await (await from(`192.0.2.${tries % 50}`)).call('signInWithPassword', wrongPassword);
      if (!answer.ok) refusals.push(answer.problem.code);
    }
    expect(refusals.filter((code) => code === 'credentials-invalid')).toHaveLength(5);
    expect(refusals.filter((code) => code === 'rate-limited')).toHaveLength(195);
    await burn();
    await (await from('192.0.2.1')).refused('signInWithPassword', 'rate-limited', { email, password });

    await owner.succeed('signInWithPassword', { email, password });
    const { flow, codeFormat, code, visitor } = await ask(await stranger());
    expect(codeFormat).toBe('letters');
    await visitor.succeed('verifySignInCode', { flow, code });
  });

  it('T5: a business that sees 300 wrong codes in an hour asks strangers for work, and warns once', async () => {
    const warnings = () => portal.log.filter(({ event }) => event === 'many-wrong-codes');
    const guessed = numbers.wrongCodesOfBusiness.limit;
    for (let wrong = 0; wrong < guessed; wrong += 1) {
      expect(warnings()).toEqual([]);
      const visitor = await stranger();
      const mailbox = { email: `somebody-${wrong}@example.com` };
      const { flow } = await visitor.succeed('requestSignInCode', mailbox);
      await visitor.refused('verifySignInCode', 'code-invalid', { flow, code: '000000' });
    }
    expect(warnings()).toEqual([{ level: 'warn', event: 'many-wrong-codes', business: 'many' }]);

    const visitor = await stranger();
    await visitor.refused('requestSignInCode', 'challenge-required', { email });
    const { flow } = await visitor.succeed('requestSignInCode', { email });
    const code = await portal.codeFor(email);
    const asked = await visitor.refused('verifySignInCode', 'challenge-required', { flow, code });
    const solution = solveChallenge(asked.challenge!);
    const headers = { headers: { 'Portal-Challenge': solution } };
    await visitor.succeed('verifySignInCode', { flow, code }, headers);
    // Who is known goes on as ever.
    const known = await owner.call('requestSignInCode', { email });
    expect(known.ok).toBe(true);

    await visitor.call('verifySignInCode', { flow, code: 'wrong' });
    expect(warnings()).toHaveLength(1);
    portal.advance(hour);
    expect((await (await stranger()).call('requestSignInCode', { email: 'late@example.com' })).ok).toBe(true);
  });
});
