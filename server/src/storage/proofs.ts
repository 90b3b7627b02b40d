import type { Kysely } from 'kysely';
import type { ProofStore } from '../domain/ports.ts';
import type { Database } from './schema.ts';

export function createProofStore(db: Kysely<Database>): ProofStore {
  return {
    async remember(keyThumbprint, jti, expiresAt) {
      const row = await db
        .insertInto('proofs')
        .values({ key_thumbprint: keyThumbprint, jti, expires_at: expiresAt })
        .onConflict((conflict) => conflict.columns(['key_thumbprint', 'jti']).doNothing())
        .returning('jti')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
