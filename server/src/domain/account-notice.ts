import type { Caller } from './caller.ts';
import type { Mail } from './mail.ts';
import { numbers } from './numbers.ts';
import { queueMail } from './outbox.ts';
import type { AccountRecord, Dependencies, Stores } from './ports.ts';

/** Tells the mailbox that an account had until now what was done to it, in the transaction that does it. */
export async function queueNotice(
  deps: Dependencies,
  stores: Stores,
  { business, locale, device }: Caller,
  account: AccountRecord,
  template: 'password-changed' | 'email-changed' | 'account-deleted',
): Promise<void> {
  const at = deps.clock.now();
  const mail: Mail = { to: account.email, locale, template, data: { name: account.name, at, device } };
  await queueMail(deps, stores, business.id, mail, at + numbers.noticeLife);
}
