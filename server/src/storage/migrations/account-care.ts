import type { Kysely } from 'kysely';

/** What changing and deleting an account needs: how old a proof of it may be, and which flows and choices are its own. */
export async function accountCare(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('accounts')
    .addColumn('proofs_good_from', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('flows').addColumn('account_id', 'text').execute();
  await db.schema.createIndex('flows_account').on('flows').column('account_id').execute();
  await db.schema
    .createIndex('selection_choices_account')
    .on('selection_choices')
    .column('account_id')
    .execute();
}
