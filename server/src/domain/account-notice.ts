import type { Caller } from './caller.ts';
import type { Mail } from './mail.ts';
import { numbers } from './numbers.ts';
import { queueMail } from './outbox.ts';
import type { AccountRecord, Dependencies, Stores } from './ports.ts';
import { byAccount } from './subjects.ts';

/**
 * Tells the mailbox that an account had until now what was done to it, in the transaction that does it. Of one kind
 * about one account only so many, so that nobody floods a mailbox by doing it over and over; the first of an hour is
 * always among them, and what befalls one account hides nothing of another.
 */
export async function queueNotice(
  deps: Pick<Dependencies, 'clock' | 'random' | 'secrets'>,
  stores: Stores,
  { business, locale, device }: Pick<Caller, 'business' | 'locale' | 'device'>,
  account: AccountRecord,
  template: 'password-changed' | 'email-changed' | 'account-deleted' | 'session-stolen',
): Promise<void> {
  const at = deps.clock.now();
  const key = await byAccount(deps, { business }, 'notices', account.id, template);
  const { limit, window } = numbers.noticesPerHour;
  if (!(await stores.counters.take(key, limit, window, at)).isTaken) return;
  const mail: Mail = { to: account.email, locale, template, data: { name: account.name, at, device } };
  await queueMail(deps, stores, business.id, mail, at + numbers.noticeLife);
}
