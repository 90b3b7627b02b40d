import type { Kysely } from 'kysely';
import { apiScopes } from '../../../src/contract/api-scopes.ts';
import type { ApiKeyRecord, ApiKeyStore } from '../domain/ports.ts';
import type { ApiKeyTable, Database } from './schema.ts';

export function createApiKeyStore(db: Kysely<Database>): ApiKeyStore {
  const keysOf = (businessId: string) =>
    db.selectFrom('api_keys').selectAll().where('business_id', '=', businessId);

  return {
    async insert({ id, businessId, name, scopes, digest, createdAt, lastUsedAt, revokedAt }) {
      await db
        .insertInto('api_keys')
        .values({
          id,
          business_id: businessId,
          name,
          scopes: scopes.join(' '),
          digest,
          created_at: createdAt,
          last_used_at: lastUsedAt,
          revoked_at: revokedAt,
        })
        .execute();
    },

    async byId(businessId, id) {
      const row = await keysOf(businessId).where('id', '=', id).executeTakeFirst();
      return row && toKey(row);
    },

    async all(businessId) {
      const rows = await keysOf(businessId).orderBy('created_at').orderBy('id').execute();
      return rows.map(toKey);
    },

    async touch(id, at) {
      await db.updateTable('api_keys').set({ last_used_at: at }).where('id', '=', id).execute();
    },

    async revoke(businessId, id, now) {
      const row = await db
        .updateTable('api_keys')
        .set({ revoked_at: now })
        .where('business_id', '=', businessId)
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

function toKey(row: ApiKeyTable): ApiKeyRecord {
  return {
    id: row.id,
    businessId: row.business_id,
    name: row.name,
    // Of a newer release there may be some that mean nothing here.
    scopes: apiScopes.filter((scope) => row.scopes.split(' ').includes(scope)),
    digest: row.digest,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}
