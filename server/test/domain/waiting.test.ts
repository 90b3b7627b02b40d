import { beforeAll, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { describeStorage } from '../support/databases.ts';
import { unique } from '../support/records.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const minute = 60_000;
const mine = { name: 'Victim', password: 'only the victim knows' };
const theirs = { name: 'Attacker', password: 'the attacker knows this' };

/** Two browsers, one mailbox: what one of them proves must not help the other. */
describeStorage('who waits for somebody else', (current) => {
  let portal: TestPortal;
  let target: Target;
  beforeAll(async () => {
    portal = await startTestPortal(current().db);
    target = await conformanceTarget(portal);
  });

  it.each(['single', 'many'])(
    "T1: with a stranger's email gets no account, no session and no working password (%s)",
    async (slug) => {
      const backend = target.backend.replace('many', slug);
      const email = `${unique('victim')}@example.com`;
      const attacker = await Visitor.arrive(target, backend);
      const waiting = await attacker.succeed('startSignUp', { ...theirs, email });
      const victim = await Visitor.arrive(target, backend);
      const { session } = await victim.signUp(email, mine.password, mine.name);

      const opening = { email, password: theirs.password };
      await attacker.refused('signInWithPassword', 'credentials-invalid', opening);
      portal.advance(minute);
      if (slug === 'single') await attacker.refused('resendCode', 'flow-invalid', { flow: waiting.flow });
      const guess = { flow: waiting.flow, code: '000000' };
      const answer = await attacker.call('verifySignUp', guess);
      expect(answer.ok ? 'success' : answer.problem.code).toBe(
        slug === 'single' ? 'flow-invalid' : 'code-invalid',
      );
      const business = await portal.deps.storage.businesses.bySlug(slug);
      const accounts = await portal.deps.storage.accounts.byEmail(business?.id ?? '', email);
      expect(accounts.map(({ id, name }) => ({ id, name }))).toEqual([
        { id: session.account.id, name: mine.name },
      ]);
    },
  );

  it.each(['verifySignUp', 'verifySignInCode'] as const)(
    'T2: gains nothing from a code of another flow: it costs an attempt, and the own code is still needed (%s)',
    async (verify) => {
      const email = `${unique('two')}@example.com`;
      await (await Visitor.arrive(target)).signUp(email, mine.password);
      const open = async () => {
        const visitor = await Visitor.arrive(target);
        const { flow, tag } = await (verify === 'verifySignUp'
          ? visitor.succeed('startSignUp', { ...mine, email })
          : visitor.succeed('requestSignInCode', { email }));
        return { visitor, flow, code: await target.codeFor(email, tag) };
      };
      const [a, b] = [await open(), await open()];
      const crossed = await b.visitor.refused(verify, 'code-invalid', { flow: b.flow, code: a.code });
      expect(crossed.attemptsLeft).toBe(4);

      // Not for the other key either, and A's success lets B in as little as B's does A.
      await b.visitor.refused(verify, 'flow-invalid', { flow: a.flow, code: a.code });
      await a.visitor.succeed(verify, { flow: a.flow, code: a.code });
      expect(
        (await b.visitor.refused(verify, 'code-invalid', { flow: b.flow, code: a.code })).attemptsLeft,
      ).toBe(3);
      await b.visitor.succeed(verify, { flow: b.flow, code: b.code });
    },
  );
});
