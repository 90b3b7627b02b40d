/** Passwords: the rule for new ones, and how one argon2 serves every account of a mailbox. */
import { limits } from '../../../src/contract/limits.ts';
import type { FieldCode } from '../../../src/contract/problems.ts';
import type { Business } from './business.ts';
import { accountsOpenedByImport } from './imported-password.ts';
import type { AccountRecord, Blocklist, Dependencies, Stores } from './ports.ts';

/** What is wrong with a new password: length and the blocklist, no composition rules (NIST SP 800-63B-4, 3.1.1.2). */
export function passwordProblem(
  password: string,
  context: { business: Business; email: string | undefined; name: string; blocklist: Blocklist },
): FieldCode | undefined {
  const normal = password.normalize('NFC');
  const length = [...normal].length;
  if (length < context.business.settings.passwordMinLength) return 'password-too-short';
  if (length > limits.passwordCharacters) return 'password-too-long';
  const lowered = normal.toLowerCase();
  const personal = [
    context.email,
    context.email?.split('@')[0],
    context.name,
    context.business.settings.name,
  ];
  const isGuessable = personal.some((word) => word !== undefined && word.toLowerCase() === lowered);
  return isGuessable || context.blocklist.has(normal) ? 'password-common' : undefined;
}

/**
 * The salt of a mailbox: what its accounts use, or what the first one will. An unknown mailbox gets
 * one from the server's key, so that both cost the same single hash (SECURITY T4).
 */
async function mailboxSalts(
  deps: Pick<Dependencies, 'secrets'>,
  businessId: string,
  email: string,
  accounts: AccountRecord[],
) {
  const inUse = new Set(accounts.flatMap(({ passwordSalt }) => passwordSalt ?? []));
  return inUse.size > 0 ? [...inUse] : [await deps.secrets.mac('password-salt', businessId, email)];
}

/** Bound to one account, so that equal passwords do not look alike in a dump. */
const verifierOf = (deps: Pick<Dependencies, 'secrets'>, accountId: string, derived: string) =>
  deps.secrets.mac('password-verifier', accountId, derived);

export interface PasswordCredential {
  passwordSalt: string;
  passwordVerifier: string;
}

/** What is stored for a new password of the account-to-be. */
export async function newCredential(
  deps: Pick<Dependencies, 'secrets' | 'hasher'>,
  mailbox: { businessId: string; email: string; accounts: AccountRecord[] },
  accountId: string,
  password: string,
): Promise<PasswordCredential | 'busy'> {
  const [passwordSalt = ''] = await mailboxSalts(deps, mailbox.businessId, mailbox.email, mailbox.accounts);
  const derived = await deps.hasher.derive(password, passwordSalt);
  if (derived === 'busy') return 'busy';
  return { passwordSalt, passwordVerifier: await verifierOf(deps, accountId, derived) };
}

/** An account that a password opened; `adopted`: what takes the place of its imported hash at the log-in. */
export interface Opened {
  account: AccountRecord;
  adopted?: PasswordCredential;
}

/**
 * The accounts of a mailbox that the password opens. One hash however many accounts there are: they
 * share the salt. (After a change of the server's key a mailbox can hold two salts, and costs two.)
 * Imported hashes come on top, as many for every mailbox of the business.
 */
export async function accountsOpenedBy(
  deps: Dependencies,
  mailbox: { businessId: string; email: string; accounts: AccountRecord[] },
  password: string,
): Promise<Opened[] | 'busy'> {
  const opened = new Map<AccountRecord, PasswordCredential | undefined>();
  const tried: { salt: string; derived: string }[] = [];
  for (const salt of await mailboxSalts(deps, mailbox.businessId, mailbox.email, mailbox.accounts)) {
    const derived = await deps.hasher.derive(password, salt);
    if (derived === 'busy') return 'busy';
    tried.push({ salt, derived });
    // Every account is compared: stopping at the first would tell how many there are.
    for (const account of mailbox.accounts) {
      const expected = await verifierOf(deps, account.id, derived);
      const isOpen = deps.secrets.equal(expected, account.passwordVerifier ?? '');
      if (account.passwordSalt === salt && isOpen) opened.set(account, undefined);
    }
  }
  const imported = await accountsOpenedByImport(deps, mailbox, password);
  if (imported === 'busy') return 'busy';
  for (const account of imported) {
    const [own = { salt: '', derived: '' }] = tried;
    const passwordVerifier = await verifierOf(deps, account.id, own.derived);
    opened.set(account, { passwordSalt: own.salt, passwordVerifier });
  }
  return mailbox.accounts
    .filter((account) => opened.has(account))
    .map((account) => {
      const adopted = opened.get(account);
      return adopted ? { account, adopted } : { account };
    });
}

/** At the log-in itself: from now on the password costs what others do. A change that came in between has won. */
export async function adoptPasswords(stores: Stores, opened: readonly Opened[]): Promise<void> {
  // In one order: log-ins side by side would otherwise wait for each other's rows.
  for (const { account, adopted } of opened.toSorted((a, b) => (a.account.id < b.account.id ? -1 : 1))) {
    if (adopted) await stores.accounts.adoptPassword(account, adopted);
  }
}
