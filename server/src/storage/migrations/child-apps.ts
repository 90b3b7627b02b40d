import type { Kysely } from 'kysely';

/** The apps of a business, who may use them, and what the way there leaves behind. */
export async function childApps(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('apps')
    .addColumn('business_id', 'text', (column) => column.notNull().references('businesses.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('url', 'text', (column) => column.notNull())
    .addColumn('access', 'text', (column) => column.notNull())
    .addColumn('client', 'text')
    .addColumn('sealed_secret', 'text')
    .addPrimaryKeyConstraint('apps_key', ['business_id', 'id'])
    .execute();

  await db.schema
    .createTable('app_permissions')
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('app_id', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) =>
      column.notNull().references('accounts.id').onDelete('cascade'),
    )
    .addPrimaryKeyConstraint('app_permissions_key', ['business_id', 'app_id', 'account_id'])
    .addForeignKeyConstraint(
      'app_permissions_app',
      ['business_id', 'app_id'],
      'apps',
      ['business_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('app_permissions_account').on('app_permissions').column('account_id').execute();

  await db.schema
    .createTable('hand_offs')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('ticket_digest', 'text', (column) => column.notNull().unique())
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('app_id', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) =>
      column.notNull().references('accounts.id').onDelete('cascade'),
    )
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('origin', 'text')
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('redeemed_at', 'bigint')
    .addColumn('cookie_digest', 'text', (column) => column.unique())
    .addColumn('answered_at', 'bigint')
    .addColumn('ended_at', 'bigint')
    .addForeignKeyConstraint(
      'hand_offs_app',
      ['business_id', 'app_id'],
      'apps',
      ['business_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('hand_offs_app').on('hand_offs').columns(['business_id', 'app_id']).execute();
  for (const column of ['account_id', 'session_id', 'expires_at']) {
    await db.schema.createIndex(`hand_offs_${column}`).on('hand_offs').column(column).execute();
  }

  await db.schema
    .createTable('artifacts')
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('model', 'text', (column) => column.notNull())
    .addColumn('digest', 'text', (column) => column.notNull())
    .addColumn('uid_digest', 'text')
    .addColumn('grant_digest', 'text')
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('consumed_at', 'bigint')
    .addPrimaryKeyConstraint('artifacts_key', ['business_id', 'model', 'digest'])
    .execute();
  for (const column of ['uid_digest', 'grant_digest', 'expires_at']) {
    await db.schema.createIndex(`artifacts_${column}`).on('artifacts').column(column).execute();
  }

  await db.schema
    .createTable('signing_keys')
    .addColumn('purpose', 'text', (column) => column.primaryKey().notNull())
    .addColumn('sealed_key', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();
}
