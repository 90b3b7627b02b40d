import type { Kysely } from 'kysely';
import type { ImportedKindStore } from '../domain/ports.ts';
import type { Database } from './schema.ts';

export function createImportedKindStore(db: Kysely<Database>): ImportedKindStore {
  return {
    of: (businessId) =>
      db
        .selectFrom('imported_kinds')
        .select(['kind', 'most'])
        .where('business_id', '=', businessId)
        .orderBy('kind')
        .execute(),

    async note(businessId, { kind, most }, now) {
      await db
        .insertInto('imported_kinds')
        .values({ business_id: businessId, kind, most, noted_at: now })
        .onConflict((conflict) =>
          conflict.columns(['business_id', 'kind']).doUpdateSet((eb) => ({
            most: eb
              .case()
              .when('imported_kinds.most', '<', most)
              .then(most)
              .else(eb.ref('imported_kinds.most'))
              .end(),
            noted_at: now,
          })),
        )
        .execute();
    },
  };
}
