import type { Kysely } from 'kysely';
import type { SigningKeyStore } from '../domain/ports.ts';
import type { Database } from './schema.ts';

export function createSigningKeyStore(db: Kysely<Database>): SigningKeyStore {
  const find = async (purpose: string) =>
    (
      await db
        .selectFrom('signing_keys')
        .select('sealed_key')
        .where('purpose', '=', purpose)
        .executeTakeFirst()
    )?.sealed_key;

  return {
    find,

    async keep(purpose, sealedKey, createdAt) {
      await db
        .insertInto('signing_keys')
        .values({ purpose, sealed_key: sealedKey, created_at: createdAt })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      // Whose it was: of two processes that start together, both sign with the same key.
      return (await find(purpose)) ?? sealedKey;
    },
  };
}
