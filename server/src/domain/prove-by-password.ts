import type { Caller } from './caller.ts';
import { checkPassword } from './check-password.ts';
import type { AccountRecord, Dependencies, ProofRecord } from './ports.ts';
import { fail, type Result, succeed } from './result.ts';

/** A new proof by the password of one account. It is good for the mailbox's other accounts with that password, too. */
export async function proveByPassword(
  deps: Dependencies,
  caller: Caller,
  account: AccountRecord,
  password: string,
): Promise<Result<ProofRecord>> {
  if (!caller.business.settings.methods.includes('password')) return fail('method-disabled');
  const provedAt = deps.clock.now();
  // The password of a sibling alone is wrong here.
  const opened = await checkPassword(deps, caller, account.email, password, account.id);
  if (!opened.ok) return opened;
  return succeed({ method: 'password', accountIds: opened.value.map((one) => one.account.id), provedAt });
}
