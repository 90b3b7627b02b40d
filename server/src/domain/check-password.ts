import type { Caller } from './caller.ts';
import { numbers } from './numbers.ts';
import { countAttempt } from './password-attempts.ts';
import { accountsOpenedBy, type Opened } from './password.ts';
import type { AccountRecord, Dependencies } from './ports.ts';
import { fail, type Result, succeed } from './result.ts';

/**
 * The accounts of the mailbox that a typed password opens: at least one, or the refusal, which is
 * `credentials-invalid`, `rate-limited`, `password-paused` or `unavailable`. The only way to a password: what is
 * wrong counts. `mustOpen`: it is wrong unless it opens this account, whatever siblings it opens.
 */
export async function checkPassword(
  deps: Dependencies,
  caller: Caller,
  email: string,
  password: string,
  mustOpen?: AccountRecord['id'],
): Promise<Result<Opened[]>> {
  const attempt = await countAttempt(deps, caller, email);
  if (!attempt.ok) return attempt;
  const businessId = caller.business.id;
  const accounts = await deps.storage.accounts.byEmail(businessId, email);
  const opened = await accountsOpenedBy(deps, { businessId, email, accounts }, password);
  if (opened === 'busy') {
    await attempt.value.undo();
    return fail('unavailable', { retryAfter: numbers.busyRetryAfter });
  }
  const open = opened.filter(({ account }) => attempt.value.mayOpen(account));
  const isRight =
    mustOpen === undefined ? open.length > 0 : open.some(({ account }) => account.id === mustOpen);
  if (!isRight) return fail('credentials-invalid');
  await attempt.value.forgive();
  return succeed(open);
}
