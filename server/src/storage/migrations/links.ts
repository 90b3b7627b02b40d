import { type Kysely, sql } from 'kysely';

/** Links that log in: beside a mailed code, and made by the business for an account. */
export async function links(db: Kysely<unknown>): Promise<void> {
  for (const column of ['link_digest', 'link_return_to', 'link_sealed_code']) {
    await db.schema.alterTable('flows').addColumn(column, 'text').execute();
  }
  await db.schema
    .createIndex('flows_link')
    .on('flows')
    .column('link_digest')
    .unique()
    .where(sql.ref('link_digest'), 'is not', null)
    .execute();

  await db.schema
    .createTable('account_links')
    .addColumn('digest', 'text', (column) => column.primaryKey().notNull())
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) =>
      column.notNull().references('accounts.id').onDelete('cascade'),
    )
    .addColumn('return_to', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('account_links_account').on('account_links').column('account_id').execute();
  await db.schema.createIndex('account_links_expiry').on('account_links').column('expires_at').execute();
}
