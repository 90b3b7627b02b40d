/** The mails that the mock server sent, newest first, for tests and for the demo's side panel. */
import { numbers } from '../server/src/domain/numbers.ts';
import type { CaughtMail, MailboxStore } from '../server/src/domain/ports.ts';

/** Digits, or a long code in its groups. */
const code = new RegExp(
  `(?<!\\d)\\d{${numbers.codeLength}}(?!\\d)|\\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}\\b`,
);
const mostMails = 200;

export interface MockMailbox {
  all(): Promise<CaughtMail[]>;
  /** The newest mail, or the newest to one address. */
  latest(to?: string): Promise<CaughtMail | undefined>;
  /** The code of the newest mail to an address; throws when there is none. */
  codeFor(email: string): Promise<string>;
}

export function mockMailbox(store: MailboxStore): MockMailbox {
  const latest = async (to?: string) =>
    (await store.latest(mostMails)).find((mail) => to === undefined || mail.to === to);
  return {
    all: () => store.latest(mostMails),
    latest,
    async codeFor(email) {
      const found = code.exec((await latest(email))?.text ?? '')?.[0];
      if (found === undefined) throw new Error(`No mail to ${email} has a code`);
      return found;
    },
  };
}
