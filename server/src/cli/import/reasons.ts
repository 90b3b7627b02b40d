/** Why a row was refused, in words for the operator. Without what stands in the row: it may be a password. */
import { limits } from '../../../../src/contract/limits.ts';
import type { FieldCode } from '../../../../src/contract/problems.ts';
import type { RowOutcome } from '../../domain/account-rows.ts';
import type { Business } from '../../domain/business.ts';

const fields: Readonly<Record<string, Partial<Record<FieldCode, string>>>> = {
  externalId: {
    required: 'it has no identifier, and emails can have several accounts here',
    'too-long': 'its identifier is longer than 128 characters',
    invalid: 'its identifier has other characters than letters, digits and . _ ~ -',
  },
  email: {
    required: 'it has no email',
    'email-invalid': 'its email is not an address that mail can be sent to',
  },
  name: {
    required: 'it has no name',
    'too-long': `its name is longer than ${limits.name} characters`,
    invalid: 'its name has control characters',
  },
  locale: { invalid: 'its language is none of those that the business has' },
  apps: { invalid: 'it names an app that the business does not have' },
};

/** Of an answer to what the business asks, behind its name. */
const wrong: Partial<Record<FieldCode, string>> = {
  required: 'is incomplete',
  invalid: 'is none that can be chosen',
  'too-short': 'is too short',
  'too-long': 'is too long',
  'email-invalid': 'is no email address',
  'phone-invalid': 'is no phone number with its country (+49 …)',
  'date-invalid': 'is no date (2026-11-23)',
  'pattern-mismatch': 'does not have the form that the business asks for',
  'unknown-field': 'is nothing that the business asks',
};

export function reasonOf(
  { failure, reason }: RowOutcome & { outcome: 'refused' },
  { settings }: Business,
): string {
  if (reason !== undefined) return reason;
  if (failure.code === 'account-limit') {
    return settings.allowDuplicateAccounts
      ? `its email has ${settings.accountsPerEmail} accounts already, which is the most here`
      : 'its email belongs to another account already';
  }
  const said = (failure.errors ?? []).map(
    ({ pointer, code }) =>
      fields[pointer.slice(1)]?.[code] ??
      `its ${pointer.replace(/^\/(profile\/)?/, '')} ${wrong[code] ?? code}`,
  );
  return said.join('; ') || failure.code;
}
