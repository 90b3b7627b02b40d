import type { Kysely } from 'kysely';

/** What a key is good for. Those that are there keep what they could do: make links. */
export async function apiKeyScopes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('api_keys')
    .addColumn('scopes', 'text', (column) => column.notNull().defaultTo('links'))
    .execute();
}
