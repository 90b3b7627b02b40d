/** How every request of the widget ends: the client throws for bugs only. */
import type { FieldError, ProblemCode } from '../contract/problems.ts';

/** Beside the backend's codes: what only the browser's side can know. */
export type ClientCode =
  /** No answer: offline, refused connection, or an origin that the backend does not allow. */
  | 'network'
  /** No complete answer in time. */
  | 'timeout'
  /** An answer that is not the contract's. */
  | 'unexpected'
  /** A page without WebCrypto: plain http. Nothing was sent. */
  | 'insecure-page'
  /** A sandboxed frame, or a file. Nothing was sent. */
  | 'page-without-origin'
  | 'backend-missing'
  | 'backend-invalid'
  /** The page's own policy keeps a form from being sent to the backend. */
  | 'form-blocked'
  /** The caller gave up (its element left the page): nothing to show. */
  | 'aborted'
  /** The session's state moved on while the request was under way: nothing was applied. */
  | 'superseded';

export interface Problem {
  code: ProblemCode | ClientCode;
  errors?: FieldError[] | undefined;
  /** Seconds. */
  retryAfter?: number | undefined;
  attemptsLeft?: number | undefined;
  /** With `challenge-required`; as it came. */
  challenge?: { token?: unknown; bits?: unknown } | undefined;
}

export type Failure = { ok: false; problem: Problem };

export type Result<T> = { ok: true; value: T } | Failure;

export const failure = (code: Problem['code']): Failure => ({ ok: false, problem: { code } });
