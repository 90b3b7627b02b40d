import type { Kysely } from 'kysely';

/** What customers answer to what their business asks, a row a field; and the language that an account chose. */
export async function profiles(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('accounts').addColumn('locale', 'text').execute();
  await db.schema
    .createTable('profile_values')
    .addColumn('account_id', 'text', (column) =>
      column.notNull().references('accounts.id').onDelete('cascade'),
    )
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('profile_values_key', ['account_id', 'name'])
    .execute();
}
