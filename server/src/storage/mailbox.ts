import type { Kysely } from 'kysely';
import type { CaughtMail, MailboxStore } from '../domain/ports.ts';
import type { Database, MailboxTable } from './schema.ts';

export function createMailboxStore(db: Kysely<Database>): MailboxStore {
  return {
    async insert({ businessId, to, sentAt, ...rest }) {
      await db
        .insertInto('mailbox')
        .values({ ...rest, business_id: businessId, recipient: to, sent_at: sentAt })
        .execute();
    },

    async latest(most) {
      const rows = await db
        .selectFrom('mailbox')
        .selectAll()
        .orderBy('sent_at', 'desc')
        .orderBy('id', 'desc')
        .limit(most)
        .execute();
      return rows.map(toMail);
    },

    async byId(id) {
      const row = await db.selectFrom('mailbox').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toMail(row);
    },
  };
}

function toMail({ business_id, recipient, sent_at, ...rest }: MailboxTable): CaughtMail {
  return { ...rest, businessId: business_id, to: recipient, sentAt: sent_at };
}
