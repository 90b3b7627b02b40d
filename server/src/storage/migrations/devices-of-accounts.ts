import type { Kysely } from 'kysely';

/**
 * Devices are known for accounts, no longer for a mailbox alone, and failures are counted in windows. Who is not
 * known any more is a stranger until the next log-in: nothing tells for which account a device was known.
 */
export async function devicesOfAccounts(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('devices').execute();
  await db.schema
    .createTable('known_devices')
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('mailbox', 'text', (column) => column.notNull())
    .addColumn('key_thumbprint', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('last_used_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('known_devices_key', ['business_id', 'mailbox', 'key_thumbprint', 'account_id'])
    .execute();
  await db.schema
    .createIndex('known_devices_account')
    .on('known_devices')
    .columns(['account_id', 'key_thumbprint'])
    .execute();
  await db.schema.createIndex('known_devices_age').on('known_devices').column('last_used_at').execute();

  await db.schema
    .alterTable('strikes')
    .addColumn('began_at', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
}
