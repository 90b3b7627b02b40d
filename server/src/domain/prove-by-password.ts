import type { Caller } from './caller.ts';
import { checkPassword } from './check-password.ts';
import type { AccountRecord, Dependencies, ProofRecord } from './ports.ts';
import { fail, type Result, succeed } from './result.ts';

/** A new proof by the password of one account. It is good for the mailbox's other accounts with that password, too. */
export async function proveByPassword(
  deps: Dependencies,
  { business }: Caller,
  account: AccountRecord,
  password: string,
): Promise<Result<ProofRecord>> {
  if (!business.settings.methods.includes('password')) return fail('method-disabled');
  const provedAt = deps.clock.now();
  const opened = await checkPassword(deps, business, account.email, password);
  if (!opened.ok) return opened;
  const accountIds = opened.value.map(({ id }) => id);
  // It may be the password of a sibling alone.
  if (!accountIds.includes(account.id)) return fail('credentials-invalid');
  return succeed({ method: 'password', accountIds, provedAt });
}
