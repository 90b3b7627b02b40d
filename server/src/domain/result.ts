/** How a use case ends. Expected failures are returned as the contract's codes; throwing is for bugs. */
import type { FieldCode, FieldError, ProblemCode, ProblemDetails } from '../../../src/contract/problems.ts';
import { inSeconds } from './numbers.ts';

export interface Failure {
  ok: false;
  code: ProblemCode;
  errors?: FieldError[];
  /** Seconds. */
  retryAfter?: number;
  attemptsLeft?: number;
  challenge?: ProblemDetails['challenge'];
}

export type Result<T> = { ok: true; value: T } | Failure;

export const succeed = <T>(value: T): Result<T> => ({ ok: true, value });

export const fail = (code: ProblemCode, details: Omit<Failure, 'ok' | 'code'> = {}): Failure => ({
  ok: false,
  code,
  ...details,
});

/** `until`: when what was counted is free again. */
export const rateLimited = (until: number, now: number): Failure =>
  fail('rate-limited', { retryAfter: Math.max(1, inSeconds(until - now)) });

/** `invalid-input` with every field that is wrong, those of `more` among them, or undefined when none is. */
export function inputFailure(
  fields: Record<string, FieldCode | undefined>,
  more: readonly FieldError[] = [],
): Failure | undefined {
  const own = Object.entries(fields).flatMap(([name, code]) => (code ? [{ pointer: `/${name}`, code }] : []));
  const errors = [...own, ...more];
  return errors.length > 0 ? fail('invalid-input', { errors }) : undefined;
}
