/** What the session tells the elements, and what it answers them. */
import type { FieldError, ProblemCode } from '../contract/problems.ts';
import type { Account, Outcome, Portal, Selection } from '../contract/operations.ts';

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
  | 'backend-missing'
  | 'backend-invalid'
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
}

export type Result<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** A selection as elements see it: the ticket stays in the store. */
export type Choice = Omit<Selection, 'ticket'>;

export type SessionState =
  | { status: 'unknown' }
  | { status: 'signed-out' }
  | { status: 'choosing'; choice: Choice }
  | { status: 'signed-in'; account: Account; /** False: signed out when this tab closes. */ persistent: boolean };

/** `Outcome` without its secrets. */
export type SignInResult = Outcome['outcome'];

export type { Account, Portal };
