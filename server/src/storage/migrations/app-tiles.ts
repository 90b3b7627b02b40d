import type { Kysely } from 'kysely';

/** How an app looks in the switcher, whether and where it is there, and the numbers that wait for single accounts. */
export async function appTiles(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('apps').addColumn('icon', 'text').execute();
  for (const [column, value] of [
    ['is_enabled', 1],
    ['badge', 0],
    ['position', 0],
  ] as const) {
    await db.schema
      .alterTable('apps')
      .addColumn(column, 'integer', (definition) => definition.notNull().defaultTo(value))
      .execute();
  }

  await db.schema
    .createTable('app_badges')
    .addColumn('business_id', 'text', (column) => column.notNull())
    .addColumn('app_id', 'text', (column) => column.notNull())
    .addColumn('account_id', 'text', (column) =>
      column.notNull().references('accounts.id').onDelete('cascade'),
    )
    .addColumn('badge', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('app_badges_key', ['business_id', 'app_id', 'account_id'])
    .addForeignKeyConstraint(
      'app_badges_app',
      ['business_id', 'app_id'],
      'apps',
      ['business_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('app_badges_account').on('app_badges').column('account_id').execute();
}
