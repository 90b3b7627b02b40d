import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** Runs several statements of one store method as one: in the caller's transaction, or in one of its own. */
export function atomically<T>(
  db: Kysely<Database>,
  work: (transaction: Kysely<Database>) => Promise<T>,
): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}
