import type { Kysely } from 'kysely';
import type { Database } from '../../src/storage/schema.ts';

/** The same database, and every statement that goes to it through this handle, values left out. */
export function logStatements(db: Kysely<Database>): { db: Kysely<Database>; statements: string[] } {
  const statements: string[] = [];
  return {
    statements,
    db: db.withPlugin({
      transformQuery({ node, queryId }) {
        statements.push(db.getExecutor().compileQuery(node, queryId).sql);
        return node;
      },
      transformResult: async ({ result }) => result,
    }),
  };
}
