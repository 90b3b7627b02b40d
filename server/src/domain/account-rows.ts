/** Accounts as the business tells of them, for its systems (admin API) and its operator (command line) alike. */
import type { FieldCode } from '../../../src/contract/problems.ts';
import { canonicalEmail } from './email.ts';
import { nameProblem, tidyName } from './full-name.ts';
import type { Dependencies } from './ports.ts';
import { type Failure, fail, inputFailure } from './result.ts';

/** What is left out stays as it is. */
export interface AccountRow {
  /** What the business calls it. */
  externalId?: string | undefined;
  email: string;
  name: string;
  /** Does the business vouch for the mailbox? It does, unless it says no. */
  emailVerified?: boolean | undefined;
  /** Until the first log-in; from then on the password is the customer's own affair. */
  passwordHash?: string | undefined;
  /** All the apps with access `listed` that it may use. */
  apps?: readonly string[] | undefined;
}

/** `reason`: a sentence, where the failure's codes say less than there is to say. */
export type RowOutcome =
  | { outcome: 'created' | 'updated' | 'unchanged'; account: string }
  | { outcome: 'refused'; failure: Failure; reason?: string };

export const refused = (failure: Failure, reason?: string): RowOutcome & { outcome: 'refused' } => ({
  outcome: 'refused',
  failure,
  ...(reason !== undefined && { reason }),
});

const longestExternalId = 128;

/** The row in the one spelling of everything, or why it cannot be taken whatever the database says. */
export function tidyRow(
  { importedHasher }: Pick<Dependencies, 'importedHasher'>,
  row: AccountRow,
): AccountRow | (RowOutcome & { outcome: 'refused' }) {
  const email = canonicalEmail(row.email);
  const name = tidyName(row.name);
  const externalId = row.externalId?.normalize('NFC').trim() || undefined;
  const wrong = inputFailure({
    externalId: externalIdProblem(externalId),
    email: row.email.trim() === '' ? 'required' : email === undefined ? 'email-invalid' : undefined,
    name: nameProblem(name),
  });
  if (wrong || email === undefined) return refused(wrong ?? fail('invalid-input'));
  const passwordHash = row.passwordHash?.trim() || undefined;
  const read = passwordHash === undefined ? undefined : importedHasher.read(passwordHash);
  if (read && 'fault' in read) {
    return refused(inputFailure({ passwordHash: 'invalid' }) ?? fail('invalid-input'), read.fault);
  }
  return { ...row, email, name, externalId, passwordHash };
}

/** Characters that can stand in a path, because that is where the business names an account. */
function externalIdProblem(id: string | undefined): FieldCode | undefined {
  if (id === undefined) return undefined;
  if (id.length > longestExternalId) return 'too-long';
  return /^[\w.~-]+$/.test(id) ? undefined : 'invalid';
}
