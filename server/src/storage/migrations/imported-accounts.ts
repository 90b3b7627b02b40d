import { type Kysely, sql } from 'kysely';

/**
 * Accounts that the business brought along: under its own name for them, with the hash that its last system made, and
 * perhaps with a mailbox that nobody has proved yet.
 */
export async function importedAccounts(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('accounts').addColumn('external_id', 'text').execute();
  await db.schema.alterTable('accounts').addColumn('imported_hash', 'text').execute();
  await db.schema.alterTable('accounts').addColumn('imported_kind', 'text').execute();
  await db.schema
    .alterTable('accounts')
    .addColumn('mailbox_proved', 'integer', (column) => column.notNull().defaultTo(1))
    .execute();
  // Unique among those that have one: both databases let nulls be.
  await db.schema
    .createIndex('accounts_external_id')
    .unique()
    .on('accounts')
    .columns(['business_id', 'external_id'])
    .execute();
  // Holds only accounts whose password is still another system's.
  await db.schema
    .createIndex('accounts_imported')
    .on('accounts')
    .columns(['business_id', 'imported_kind'])
    .where(sql.ref('imported_kind'), 'is not', null)
    .execute();

  await db.schema
    .createTable('imported_kinds')
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('most', 'integer', (column) => column.notNull())
    .addColumn('noted_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('imported_kinds_key', ['business_id', 'kind'])
    .execute();
  await db.schema.createIndex('imported_kinds_noted').on('imported_kinds').column('noted_at').execute();
}
