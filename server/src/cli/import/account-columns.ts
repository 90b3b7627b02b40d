/** Which column of a file means what. Systems call the same thing by many names. */
import type { AccountRow } from '../../domain/account-rows.ts';
import type { ProfileFieldSettings } from '../../domain/profile-fields.ts';
import { answersFrom, type Answer, answerIn, wordsFor } from './profile-columns.ts';

type Column = Exclude<keyof AccountRow, 'profile'> | 'givenName' | 'familyName';
type Fields = readonly ProfileFieldSettings[];

const names: Readonly<Record<Column, readonly string[]>> = {
  externalId: ['externalid', 'id', 'customerid', 'clientid', 'userid', 'memberid', 'accountid', 'uuid'],
  email: ['email', 'emailaddress', 'mail'],
  name: ['name', 'fullname', 'displayname'],
  givenName: ['firstname', 'givenname', 'forename'],
  familyName: ['lastname', 'familyname', 'surname'],
  emailVerified: ['emailverified', 'isemailverified', 'verified', 'emailconfirmed', 'confirmed'],
  passwordHash: ['passwordhash', 'hash', 'passworddigest', 'encryptedpassword', 'hashedpassword', 'password'],
  locale: ['locale', 'language', 'lang'],
  apps: ['apps', 'allowedapps'],
};

/** Case, blanks, hyphens and underscores are a matter of taste. */
const bare = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '');

const columns = new Map(
  (Object.keys(names) as Column[]).flatMap((column) => names[column].map((name) => [name, column] as const)),
);

/** What the account itself has comes first; `profile.` before a name says that the field is meant. */
const meaningOf = (name: string, fields: Fields): Column | Answer | undefined =>
  columns.get(bare(name)) ?? answerIn(name, fields, bare);

/** The names that mean nothing here. */
export const unknownColumns = (given: Iterable<string>, fields: Fields): string[] =>
  [...given].filter((name) => meaningOf(name, fields) === undefined);

/** The row, or a sentence about what is wrong with it. What a cell leaves empty is not said. */
export function accountRow(values: ReadonlyMap<string, string>, fields: Fields): AccountRow | string {
  const given = new Map<Column, string>();
  const answers = new Map<string, { to: Answer; text: string }>();
  for (const [name, value] of values) {
    const meaning = meaningOf(name, fields);
    if (meaning === undefined || value.trim() === '') continue;
    const what = typeof meaning === 'string' ? meaning : meaning.path;
    if (given.has(what as Column) || answers.has(what))
      return `two columns say what its ${what} is: "${name}" is the second`;
    if (typeof meaning === 'string') given.set(meaning, value.trim());
    else answers.set(what, { to: meaning, text: value.trim() });
  }
  const verified = given.get('emailVerified')?.toLowerCase();
  if (verified !== undefined && ![...wordsFor.yes, ...wordsFor.no].includes(verified)) {
    return 'whether its email is verified must be yes or no';
  }
  const parts = [given.get('givenName'), given.get('familyName')].filter((part) => part !== undefined);
  return {
    externalId: given.get('externalId'),
    email: given.get('email') ?? '',
    name: given.get('name') ?? parts.join(' '),
    emailVerified: verified === undefined ? undefined : wordsFor.yes.includes(verified),
    passwordHash: given.get('passwordHash'),
    locale: given.get('locale'),
    apps: given
      .get('apps')
      ?.split(/[|,;\s]+/)
      .filter((app) => app !== ''),
    profile: answers.size > 0 ? answersFrom([...answers.values()]) : undefined,
  };
}
