import type { Kysely } from 'kysely';

/** The list of the admin API reads a page from this, in its order. */
export async function accountsListed(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('accounts_listed')
    .on('accounts')
    .columns(['business_id', 'created_at', 'id'])
    .execute();
}
