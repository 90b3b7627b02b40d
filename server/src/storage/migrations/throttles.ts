import type { Kysely } from 'kysely';

/** What limits count by, and what they count. Subjects are MACs: these tables name nobody. */
export async function throttles(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('counters')
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('resets_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('counters_key', ['business_id', 'scope', 'subject'])
    .execute();
  await db.schema.createIndex('counters_expiry').on('counters').column('resets_at').execute();

  await db.schema
    .createTable('strikes')
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('blocked_until', 'bigint', (column) => column.notNull())
    .addColumn('last_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('strikes_key', ['business_id', 'scope', 'subject'])
    .execute();
  await db.schema.createIndex('strikes_age').on('strikes').column('last_at').execute();

  await db.schema
    .createTable('devices')
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('mailbox', 'text', (column) => column.notNull())
    .addColumn('key_thumbprint', 'text', (column) => column.notNull())
    .addColumn('last_used_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('devices_key', ['business_id', 'mailbox', 'key_thumbprint'])
    .execute();
  await db.schema.createIndex('devices_age').on('devices').column('last_used_at').execute();

  await db.schema
    .alterTable('flows')
    .addColumn('code_format', 'text', (column) => column.notNull().defaultTo('digits'))
    .execute();
}
