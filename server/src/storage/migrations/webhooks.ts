import { type Kysely, sql } from 'kysely';

/** Where the business's systems hear what its customers did, and what they have yet to hear. */
export async function webhooks(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('webhooks')
    .addColumn('business_id', 'text', (column) => column.notNull().references('businesses.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('events', 'text', (column) => column.notNull())
    .addColumn('sealed_secret', 'text', (column) => column.notNull())
    .addColumn('sealed_previous', 'text')
    .addColumn('previous_until', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('webhooks_key', ['business_id', 'id'])
    .execute();

  await db.schema
    .createTable('webhook_deliveries')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('webhook_id', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.references('accounts.id').onDelete('cascade'))
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('body', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('done_at', 'bigint')
    .addColumn('last_error', 'text')
    .addForeignKeyConstraint(
      'webhook_deliveries_to',
      ['business_id', 'webhook_id'],
      'webhooks',
      ['business_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
  const index = (name: string, columns: string[]) =>
    db.schema.createIndex(`webhook_deliveries_${name}`).on('webhook_deliveries').columns(columns);
  // Holds the queue alone, as the one of the mails does.
  await index('due', ['due_at', 'id']).where(sql.ref('done_at'), 'is', null).execute();
  await index('listed', ['business_id', 'created_at', 'id']).execute();
  await index('to', ['business_id', 'webhook_id']).execute();
  await index('of', ['account_id']).execute();
  await index('expiry', ['expires_at']).execute();
}
