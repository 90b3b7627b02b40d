/** Which column of a file means what. Systems call the same thing by many names. */
import type { AccountRow } from '../../domain/account-rows.ts';

type Column = keyof AccountRow | 'givenName' | 'familyName';

const names: Readonly<Record<Column, readonly string[]>> = {
  externalId: ['externalid', 'id', 'customerid', 'clientid', 'userid', 'memberid', 'accountid', 'uuid'],
  email: ['email', 'emailaddress', 'mail'],
  name: ['name', 'fullname', 'displayname'],
  givenName: ['firstname', 'givenname', 'forename'],
  familyName: ['lastname', 'familyname', 'surname'],
  emailVerified: ['emailverified', 'isemailverified', 'verified', 'emailconfirmed', 'confirmed'],
  passwordHash: ['passwordhash', 'hash', 'passworddigest', 'encryptedpassword', 'hashedpassword', 'password'],
  apps: ['apps', 'allowedapps'],
};

const yes = ['true', '1', 'yes', 'y', 't'];
const no = ['false', '0', 'no', 'n', 'f'];

/** Case, blanks, hyphens and underscores are a matter of taste. */
const bare = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '');

function columnOf(name: string): Column | undefined {
  const columns = Object.keys(names) as Column[];
  return columns.find((column) => names[column].includes(bare(name)));
}

/** The names that mean nothing here. */
export const unknownColumns = (given: Iterable<string>): string[] =>
  [...given].filter((name) => columnOf(name) === undefined);

/** The row, or a sentence about what is wrong with it. */
export function accountRow(values: ReadonlyMap<string, string>): AccountRow | string {
  const given = new Map<Column, string>();
  for (const [name, value] of values) {
    const column = columnOf(name);
    if (column === undefined || value.trim() === '') continue;
    if (given.has(column)) return `two columns say what its ${column} is: "${name}" is the second`;
    given.set(column, value.trim());
  }
  const verified = given.get('emailVerified')?.toLowerCase();
  if (verified !== undefined && ![...yes, ...no].includes(verified)) {
    return 'whether its email is verified must be yes or no';
  }
  const parts = [given.get('givenName'), given.get('familyName')].filter((part) => part !== undefined);
  return {
    externalId: given.get('externalId'),
    email: given.get('email') ?? '',
    name: given.get('name') ?? parts.join(' '),
    emailVerified: verified === undefined ? undefined : yes.includes(verified),
    passwordHash: given.get('passwordHash'),
    apps: given
      .get('apps')
      ?.split(/[|,;\s]+/)
      .filter((app) => app !== ''),
  };
}
