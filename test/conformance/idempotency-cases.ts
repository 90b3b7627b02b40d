/** The header Idempotency-Key: an answer that was lost comes again, and nothing is done twice. */
import { allEndpoints } from '../../src/contract/all-endpoints.ts';
import type { EndpointName } from '../../src/contract/endpoints.ts';
import { operations, takesIdempotencyKey } from '../../src/contract/operations.ts';
import { check, checkEqual } from './check.ts';
import { examples } from './request-cases.ts';
import type { Case } from './target.ts';
import { type Answer, Visitor } from './visitor.ts';

const password = 'correct horse battery';
let people = 0;
const newEmail = () => `twice-${Date.now()}-${(people += 1)}@example.com`;

/** With a mailbox of its own: what other cases had sent to theirs counts there. */
const exampleOf = (name: EndpointName): Record<string, unknown> => {
  const example = examples[name] ?? {};
  return 'email' in example ? { ...example, email: newEmail() } : example;
};

/** As a client makes one: 128 random bits, base64url. */
export const newKey = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
export const under = (key: string) => ({ headers: { 'Idempotency-Key': key } });

const shown = <N extends EndpointName>(answer: Answer<N>) => (answer.ok ? answer.value : answer.problem);

const guarded = (Object.keys(allEndpoints) as EndpointName[]).filter(takesIdempotencyKey);
const withProof = guarded.filter((name) => allEndpoints[name].credential === 'proof');

const again: Case[] = withProof.map((name) => ({
  title: `${name}: the same request under one Idempotency-Key gets the same answer`,
  async run(target) {
    const visitor = await Visitor.arrive(target);
    const overrides = { rawBody: JSON.stringify(exampleOf(name)), ...under(newKey()) };
    const first = await visitor.call(name, undefined, overrides);
    checkEqual(shown(await visitor.call(name, undefined, overrides)), shown(first), 'the second answer');
  },
}));

const mismatches: Case[] = withProof
  .filter((name) => operations[name].request !== null)
  .map((name) => ({
    title: `${name}: another body under the same Idempotency-Key → idempotency-mismatch`,
    async run(target) {
      const visitor = await Visitor.arrive(target);
      const key = under(newKey());
      const example = exampleOf(name);
      await visitor.call(name, undefined, { rawBody: JSON.stringify(example), ...key });
      const [field] = Object.keys(example);
      const other = JSON.stringify({ ...example, [field ?? '']: `${String(example[field ?? ''])}x` });
      await visitor.refused(name, 'idempotency-mismatch', undefined, { rawBody: other, ...key });
    },
  }));

const badKeys: Case[] = ['', 'short', 'x'.repeat(65), `${'x'.repeat(21)}=`, `${'x'.repeat(22)} "`].map(
  (bad) => ({
    title: `The Idempotency-Key ${JSON.stringify(bad.slice(0, 30))} → idempotency-key-invalid`,
    async run(target) {
      const visitor = await Visitor.arrive(target);
      const body = { email: newEmail() };
      await visitor.refused('requestSignInCode', 'idempotency-key-invalid', body, under(bad));
    },
  }),
);

const journeys: Case[] = [
  {
    title: 'A sign-up whose every answer is lost once: one mail, one account, signed in',
    async run(target) {
      const visitor = await Visitor.arrive(target);
      const email = newEmail();
      const start = under(newKey());
      const body = { name: 'Ada Lovelace', email, password };
      await visitor.succeed('startSignUp', body, start);
      const { flow, tag } = await visitor.succeed('startSignUp', body, start);
      const verify = under(newKey());
      const proof = { flow, code: await target.codeFor(email, tag) };
      const lost = await visitor.succeed('verifySignUp', proof, verify);
      const outcome = await visitor.succeed('verifySignUp', proof, verify);
      checkEqual(outcome, lost, 'the second answer');
      check(outcome.outcome === 'signed-in', 'The visitor is signed in after all');
      await visitor.succeed('readMe', undefined, { accessToken: outcome.grant.access_token });
    },
  },
  {
    title: 'A log-in whose answer was lost opens one session',
    async run(target) {
      const email = newEmail();
      await (await Visitor.arrive(target)).signUp(email, password);
      const visitor = await Visitor.arrive(target);
      const key = under(newKey());
      const lost = await visitor.succeed('signInWithPassword', { email, password }, key);
      const outcome = await visitor.succeed('signInWithPassword', { email, password }, key);
      checkEqual(outcome, lost, 'the second answer');
      check(outcome.outcome === 'signed-in', 'signed in');
      const accessToken = outcome.grant.access_token;
      const { sessions } = await visitor.succeed('listSessions', undefined, { accessToken });
      checkEqual(sessions.length, 2, 'sessions: the one of the sign-up and this one');
    },
  },
  {
    title: 'A step-up whose answer was lost comes again, although it ended the session of its token',
    async run(target) {
      const visitor = await Visitor.arrive(target);
      const { access_token: accessToken } = await visitor.signUp(newEmail(), password);
      const overrides = { accessToken, ...under(newKey()) };
      const lost = await visitor.succeed('stepUpWithPassword', { password }, overrides);
      await visitor.refused('stepUpWithPassword', 'token-invalid', { password }, { accessToken });
      const grant = await visitor.succeed('stepUpWithPassword', { password }, overrides);
      checkEqual(grant, lost, 'the second answer');
      const thief = await Visitor.arrive(target);
      await thief.refused('stepUpWithPassword', 'token-invalid', { password }, overrides);
      const mine = { accessToken: grant.access_token };
      await visitor.refused(
        'stepUpWithPassword',
        'idempotency-mismatch',
        { password },
        { ...overrides, ...mine },
      );
      await visitor.succeed('readMe', undefined, mine);
    },
  },
  {
    title: 'A wrong code that is sent again costs one attempt',
    async run(target) {
      const visitor = await Visitor.arrive(target);
      const email = newEmail();
      const { flow, tag } = await visitor.succeed('startSignUp', { name: 'Ada', email, password });
      const right = await target.codeFor(email, tag);
      const code = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
      const key = under(newKey());
      for (const _ of [1, 2, 3]) {
        const problem = await visitor.refused('verifySignUp', 'code-invalid', { flow, code }, key);
        checkEqual(problem.attemptsLeft, 4, 'attempts left');
      }
      await visitor.succeed('verifySignUp', { flow, code: right });
    },
  },
  {
    title:
      'The Idempotency-Key of another browser, or for another endpoint, gets nothing of the first answer',
    async run(target) {
      const email = newEmail();
      const owner = await Visitor.arrive(target);
      const key = under(newKey());
      const body = { email };
      const mine = await owner.succeed('requestSignInCode', body, key);
      const thief = await Visitor.arrive(target);
      const theirs = await thief.succeed('requestSignInCode', body, key);
      check(mine.flow !== theirs.flow, 'Another key of the proof starts a flow of its own');
      await owner.refused('resendCode', 'flow-invalid', { flow: theirs.flow }, key);
    },
  },
  {
    title: 'An answer that asks for patience is not kept: the same request may succeed later',
    async run(target) {
      const visitor = await Visitor.arrive(target);
      const { flow } = await visitor.succeed('requestSignInCode', { email: newEmail() });
      const key = under(newKey());
      await visitor.refused('resendCode', 'resend-too-soon', { flow }, key);
      // Kept, it would be a mismatch.
      await visitor.refused('resendCode', 'flow-invalid', { flow: `${flow}x` }, key);
    },
  },
];

export const idempotencyCases: Case[] = [...again, ...mismatches, ...badKeys, ...journeys];
