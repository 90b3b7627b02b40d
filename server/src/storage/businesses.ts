import type { Kysely } from 'kysely';
import { type Business, type BusinessSettings, defaultSettings } from '../domain/business.ts';
import type { BusinessStore } from '../domain/ports.ts';
import type { BusinessTable, Database } from './schema.ts';

export function createBusinessStore(db: Kysely<Database>): BusinessStore {
  return {
    async bySlug(slug) {
      const row = await db.selectFrom('businesses').selectAll().where('slug', '=', slug).executeTakeFirst();
      return row && toBusiness(row);
    },

    async put({ id, slug, settings }) {
      const document = JSON.stringify(settings);
      const row = await db
        .insertInto('businesses')
        .values({ id, slug, settings: document })
        .onConflict((conflict) => conflict.column('slug').doUpdateSet({ settings: document }))
        .returningAll()
        .executeTakeFirstOrThrow();
      return toBusiness(row);
    },

    async hold(id) {
      await db.selectFrom('businesses').select('id').where('id', '=', id).forUpdate().execute();
    },

    async all() {
      const rows = await db.selectFrom('businesses').selectAll().orderBy('slug').execute();
      return rows.map(toBusiness);
    },
  };
}

/** Settings that are younger than the stored document have their defaults. */
function toBusiness({ id, slug, settings }: BusinessTable): Business {
  return { id, slug, settings: { ...defaultSettings, ...(JSON.parse(settings) as BusinessSettings) } };
}
