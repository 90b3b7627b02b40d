/** What a visitor meets after many wrong codes or passwords, and the ways that are left then. */
import { check, checkEqual } from './check.ts';
import type { Case } from './target.ts';
import { Visitor } from './visitor.ts';

const password = 'correct horse battery';
let people = 0;
const newEmail = () => `limits-${Date.now()}-${(people += 1)}@example.com`;

/** No backend compares more short codes than these for one mailbox, or more passwords (NIST SP 800-63B-4, 3.2.2). */
const mostFlows = 5;
const mostWrong = 100;

export const limitCases: Case[] = [
  {
    title:
      'T6: many wrong codes for one mailbox, in flow after flow: then a long one comes, and it works as people type it',
    async run(target) {
      const email = newEmail();
      const ask = async () => {
        const visitor = await Visitor.arrive(target);
        const started = await visitor.succeed('startSignUp', { name: 'Ada Lovelace', email, password });
        const mailed = await target.codeFor(email, started.tag);
        return { visitor, started, code: mailed.replaceAll('-', '') };
      };
      let { visitor, started, code } = await ask();
      for (let flows = 1; flows < mostFlows && started.codeFormat === 'digits'; flows += 1) {
        for (let left = 4; left >= 0; left -= 1) {
          const typed = { flow: started.flow, code: 'wrong' };
          const problem = await visitor.refused('verifySignUp', 'code-invalid', typed);
          checkEqual(problem.attemptsLeft, left, 'attemptsLeft');
        }
        ({ visitor, started, code } = await ask());
      }
      checkEqual(started.codeFormat, 'letters', `format of the code in mail ${mostFlows}`);
      checkEqual(code.length, started.codeLength, 'length of the code');
      check(code.length * 5 >= 64, 'A code that needs no limit of guesses has 64 bits');
      const typed = ` ${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)} `.toLowerCase();
      const outcome = await visitor.succeed('verifySignUp', { flow: started.flow, code: typed });
      check(outcome.outcome === 'signed-in', 'The long code signs up');
    },
  },
  {
    title:
      'T16: a hundred wrong passwords on one device, with right ones between them: password-paused until a code is entered',
    async run(target) {
      const email = newEmail();
      const visitor = await Visitor.arrive(target);
      await visitor.signUp(email, password);
      await visitor.learnNonce();
      const guess = () => visitor.once('signInWithPassword', { email, password: 'not this one' }, {});
      const codes: string[] = [];
      while (!codes.includes('password-paused') && codes.length <= mostWrong) {
        const answers = await Promise.all([guess(), guess(), guess(), guess()]);
        codes.push(...answers.map((answer) => (answer.ok ? 'ok' : answer.problem.code)));
        // A right one in between: what is in a row begins anew, what is counted in all does not.
        await visitor.call('signInWithPassword', { email, password });
      }
      checkEqual(
        [...new Set(codes)],
        ['credentials-invalid', 'password-paused'],
        'answers to wrong passwords',
      );
      await visitor.refused('signInWithPassword', 'password-paused', { email, password });

      const { flow, tag } = await visitor.succeed('requestSignInCode', { email });
      await visitor.succeed('verifySignInCode', { flow, code: await target.codeFor(email, tag) });
      await visitor.signIn(email, password);
    },
  },
];
