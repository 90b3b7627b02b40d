import type { Kysely } from 'kysely';
import type { ArtifactKey, ArtifactRecord, ArtifactStore } from '../domain/ports.ts';
import type { ArtifactTable, Database } from './schema.ts';

export function createArtifactStore(db: Kysely<Database>): ArtifactStore {
  return {
    async put({ businessId, model, digest, uidDigest, grantDigest, sealed, expiresAt }) {
      const values = { uid_digest: uidDigest, grant_digest: grantDigest, sealed, expires_at: expiresAt };
      await db
        .insertInto('artifacts')
        .values({ business_id: businessId, model, digest, ...values, consumed_at: null })
        .onConflict((conflict) => conflict.columns(['business_id', 'model', 'digest']).doUpdateSet(values))
        .execute();
    },

    async find(key, now) {
      const row = await db
        .selectFrom('artifacts')
        .selectAll()
        .where((eb) => eb.and(keyOf(key)))
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row && toArtifact(row);
    },

    async byUid({ businessId, model, uidDigest }, now) {
      const row = await db
        .selectFrom('artifacts')
        .selectAll()
        .where('uid_digest', '=', uidDigest)
        .where('business_id', '=', businessId)
        .where('model', '=', model)
        .where('expires_at', '>', now)
        .executeTakeFirst();
      return row && toArtifact(row);
    },

    async consume(key, now) {
      const row = await db
        .updateTable('artifacts')
        .set({ consumed_at: now })
        .where((eb) => eb.and(keyOf(key)))
        .where('consumed_at', 'is', null)
        .returning('digest')
        .executeTakeFirst();
      return row !== undefined;
    },

    async remove(key) {
      await db
        .deleteFrom('artifacts')
        .where((eb) => eb.and(keyOf(key)))
        .execute();
    },

    async removeOfGrant(businessId, model, grantDigest) {
      await db
        .deleteFrom('artifacts')
        .where('grant_digest', '=', grantDigest)
        .where('business_id', '=', businessId)
        .where('model', '=', model)
        .execute();
    },
  };
}

const keyOf = ({ businessId, model, digest }: ArtifactKey) => ({ business_id: businessId, model, digest });

const toArtifact = (row: ArtifactTable): ArtifactRecord => ({
  businessId: row.business_id,
  model: row.model,
  digest: row.digest,
  uidDigest: row.uid_digest,
  grantDigest: row.grant_digest,
  sealed: row.sealed,
  expiresAt: row.expires_at,
  consumedAt: row.consumed_at,
});
