/** Development: mail goes into the database, where /dev/mail shows it. */
import type { Clock, MailboxStore, MailTransport } from '../domain/ports.ts';
import { renderMail } from './render.ts';

export function createMailboxTransport(mailbox: MailboxStore, clock: Clock): MailTransport {
  return {
    async send(mail, business, messageId) {
      // A worker that stopped between sending and noting it sends again: the second is the same mail.
      if (await mailbox.byId(messageId)) return;
      const { subject, text, html } = renderMail(mail, business);
      await mailbox.insert({
        id: messageId,
        businessId: business.id,
        to: mail.to,
        subject,
        text,
        html,
        sentAt: clock.now(),
      });
    },
  };
}
