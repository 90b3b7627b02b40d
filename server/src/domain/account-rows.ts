/** Accounts as the business tells of them, for its systems (admin API) and its operator (command line) alike. */
import type { FieldValue } from '../../../src/contract/profile-fields.ts';
import type { FieldCode } from '../../../src/contract/problems.ts';
import type { Business } from './business.ts';
import { canonicalEmail } from './email.ts';
import { nameProblem, tidyName } from './full-name.ts';
import { checkOwnField, checkProfile } from './check-profile.ts';
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
  /** Null: whatever the browser asks for. */
  locale?: string | null | undefined;
  /** All the apps with access `listed` that it may use. */
  apps?: readonly string[] | undefined;
  /** Answers to what the business asks; null takes one away. */
  profile?: Readonly<Record<string, unknown>> | undefined;
}

/** In the one spelling of everything. */
export interface TidyRow extends AccountRow {
  profile?: Readonly<Record<string, FieldValue | null>> | undefined;
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
  deps: Pick<Dependencies, 'importedHasher' | 'phones'>,
  business: Business,
  row: AccountRow,
): TidyRow | (RowOutcome & { outcome: 'refused' }) {
  const email = canonicalEmail(row.email);
  const name = tidyName(row.name);
  const externalId = row.externalId?.normalize('NFC').trim() || undefined;
  const locale = checkOwnField(business, 'locale', row.locale ?? null);
  const profile = checkProfile(deps, business, row.profile ?? {});
  const wrong = inputFailure({
    externalId: externalIdProblem(externalId),
    email: row.email.trim() === '' ? 'required' : email === undefined ? 'email-invalid' : undefined,
    name: nameProblem(name),
    locale: locale.code,
  });
  const errors = [...(wrong?.errors ?? []), ...profile.errors];
  if (errors.length > 0 || email === undefined) return refused(fail('invalid-input', { errors }));
  const passwordHash = row.passwordHash?.trim() || undefined;
  const read = passwordHash === undefined ? undefined : deps.importedHasher.read(passwordHash);
  if (read && 'fault' in read) {
    return refused(inputFailure({ passwordHash: 'invalid' }) ?? fail('invalid-input'), read.fault);
  }
  return {
    ...row,
    ...{ email, name, externalId, passwordHash },
    locale: row.locale === undefined || locale.code ? undefined : (locale.value as string | null),
    profile: row.profile && Object.fromEntries(profile.values),
  };
}

/** Characters that can stand in a path, because that is where the business names an account. */
function externalIdProblem(id: string | undefined): FieldCode | undefined {
  if (id === undefined) return undefined;
  if (id.length > longestExternalId) return 'too-long';
  return /^[\w.~-]+$/.test(id) ? undefined : 'invalid';
}
