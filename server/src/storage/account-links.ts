import type { Kysely } from 'kysely';
import type { AccountLinkRecord, AccountLinkStore } from '../domain/ports.ts';
import type { AccountLinkTable, Database } from './schema.ts';

export function createAccountLinkStore(db: Kysely<Database>): AccountLinkStore {
  return {
    async insert({ digest, businessId, accountId, returnTo, expiresAt }) {
      await db
        .insertInto('account_links')
        .values({
          digest,
          business_id: businessId,
          account_id: accountId,
          return_to: returnTo,
          expires_at: expiresAt,
        })
        .execute();
    },

    async find(businessId, digest, now) {
      const row = await db
        .selectFrom('account_links')
        .selectAll()
        .where('digest', '=', digest)
        .where('business_id', '=', businessId)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row && toLink(row);
    },

    async take(businessId, digest, now) {
      const row = await db
        .deleteFrom('account_links')
        .where('digest', '=', digest)
        .where('business_id', '=', businessId)
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst();
      return row && toLink(row);
    },

    async deleteOf(accountId) {
      await db.deleteFrom('account_links').where('account_id', '=', accountId).execute();
    },
  };
}

function toLink(row: AccountLinkTable): AccountLinkRecord {
  return {
    digest: row.digest,
    businessId: row.business_id,
    accountId: row.account_id,
    returnTo: row.return_to,
    expiresAt: row.expires_at,
  };
}
