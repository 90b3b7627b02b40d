/** What the session tells the elements, and what it answers them. */
import type { Account, Me, Outcome, Portal, Selection } from '../contract/operations.ts';

export { failure, type ClientCode, type Problem, type Result } from '../api/result.ts';

/** A selection as elements see it: the ticket stays in the store. */
export type Choice = Omit<Selection, 'ticket'>;

export type SessionState =
  | { status: 'unknown' }
  | {
      status: 'signed-out';
      /** `ended`: not by the visitor in this browser, but by the backend: elsewhere, or after a time. */ reason?: 'ended';
    }
  | { status: 'choosing'; choice: Choice }
  | {
      status: 'signed-in';
      account: Account;
      /** False: signed out when this tab closes. */ persistent: boolean;
    };

/** `Outcome` without its secrets. */
export type SignInResult = Outcome['outcome'];

export type { Account, Me, Portal };
