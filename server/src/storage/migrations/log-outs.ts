import type { Kysely } from 'kysely';

/** Which apps a session of the portal has logged in to, and which of them have yet to hear that it ended. */
export async function logOuts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('sign_ons')
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('app_id', 'text', (column) => column.notNull())
    .addColumn('sid', 'text', (column) => column.notNull())
    .addColumn('session_id', 'text', (column) =>
      column.notNull().references('sessions.id').onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('sign_ons_key', ['business_id', 'app_id', 'sid', 'session_id'])
    .addForeignKeyConstraint(
      'sign_ons_app',
      ['business_id', 'app_id'],
      'apps',
      ['business_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('sign_ons_session').on('sign_ons').column('session_id').execute();

  // The account is not referred to: that it was deleted is one of the things that an app has to hear of.
  await db.schema
    .createTable('log_outs')
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('app_id', 'text', (column) => column.notNull())
    .addColumn('sid', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('log_outs_key', ['business_id', 'app_id', 'sid'])
    .addForeignKeyConstraint(
      'log_outs_app',
      ['business_id', 'app_id'],
      'apps',
      ['business_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('log_outs_due_at').on('log_outs').column('due_at').execute();
  await db.schema.createIndex('log_outs_expires_at').on('log_outs').column('expires_at').execute();
}
