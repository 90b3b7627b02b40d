import type { Kysely } from 'kysely';

/** The first answers to requests that may come again, by the scope of their Idempotency-Key. */
export async function firstAnswers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('first_answers')
    .addColumn('scope', 'text', (column) => column.primaryKey().notNull())
    .addColumn('fingerprint', 'text', (column) => column.notNull())
    .addColumn('run', 'text', (column) => column.notNull())
    .addColumn('sealed_answer', 'text')
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('first_answers_expiry').on('first_answers').column('expires_at').execute();
}
