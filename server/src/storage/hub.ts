/** The account's side of the hub; the parts of it that belong together stand in files of their own. */
import type { Kysely } from 'kysely';
import type { HubStore } from '../domain/hub-ports.ts';
import { affiliateQueries } from './hub-affiliate.ts';
import { communityQueries } from './hub-communities.ts';
import { courseQueries } from './hub-courses.ts';
import { paged } from './paged.ts';
import type { Database } from './schema.ts';

export function createHubStore(db: Kysely<Database>): HubStore {
  return {
    ...courseQueries(db),
    ...communityQueries(db),
    ...affiliateQueries(db),

    async activities({ businessId, accountId }, page, kind) {
      let query = db
        .selectFrom('activities')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('business_id', '=', businessId);
      if (kind) query = query.where('kind', '=', kind);
      const rows = await paged(query, { order: 'at', id: 'id' }, page).execute();
      return rows.map((row) => ({
        place: { order: row.at, id: row.id },
        id: row.id,
        kind: row.kind,
        title: row.title,
        at: row.at,
        until: row.until,
        isOngoing: row.ongoing === 1,
        ...(row.detail !== null && { detail: row.detail }),
        ...(row.url !== null && { url: row.url }),
      }));
    },
  };
}
