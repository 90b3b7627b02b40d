/** What stands behind the colon: a problem by its contract code, a field's error, or a word for one of them. */
import type { ClientCode, Problem } from '../api/result.ts';
import { type FieldCode, fieldCodes, problems } from '../contract/problems.ts';

/** Those that a visitor meets; the others are said before there is a form (`blocked`). */
const clientCodes: readonly ClientCode[] = ['network', 'timeout', 'unexpected'];

/** What an answer would say beside the code. */
const more: Record<string, Partial<Problem>> = {
  'rate-limited': { retryAfter: 45 },
  'resend-too-soon': { retryAfter: 30 },
  'code-invalid': { attemptsLeft: 3 },
};

const words: Record<string, Problem['code']> = {
  error: 'unavailable',
  exhausted: 'attempts-exhausted',
  expired: 'code-expired',
  wrong: 'code-invalid',
};

const isFieldCode = (state: string): state is FieldCode => (fieldCodes as readonly string[]).includes(state);

const isCode = (state: string): state is Problem['code'] =>
  Object.hasOwn(problems, state) || (clientCodes as readonly string[]).includes(state);

const fieldOf = (code: FieldCode): string =>
  code.startsWith('email') ? 'email' : code.startsWith('password') ? 'password' : 'name';

export function problemOf(state: string): Problem | undefined {
  if (isFieldCode(state))
    return { code: 'invalid-input', errors: [{ pointer: `/${fieldOf(state)}`, code: state }] };
  const code = Object.hasOwn(words, state) ? words[state] : isCode(state) ? state : undefined;
  return code && { code, ...more[code] };
}
