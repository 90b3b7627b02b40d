import { type Kysely, sql } from 'kysely';
import type { CommunityRecord, HubStore } from '../domain/hub-ports.ts';
import { atomically } from './atomically.ts';
import { countMembers } from './hub-rows.ts';
import type { CommunityTable } from './hub-schema.ts';
import { paged } from './paged.ts';
import type { Database } from './schema.ts';

type Queries = Pick<HubStore, 'communities' | 'openCommunities' | 'community' | 'join' | 'leave'>;

export function communityQueries(db: Kysely<Database>): Queries {
  /** Every group of a business, and where the account is in it, its membership. */
  const groups = (businessId: string, accountId: string) =>
    db
      .selectFrom('communities')
      .leftJoin('memberships', (join) =>
        join
          .onRef('memberships.business_id', '=', 'communities.business_id')
          .onRef('memberships.community_id', '=', 'communities.id')
          .on('memberships.account_id', '=', accountId),
      )
      .selectAll('communities')
      .select(['memberships.unread', 'memberships.at'])
      .where('communities.business_id', '=', businessId);

  return {
    async communities({ businessId, accountId }, page) {
      const query = db
        .selectFrom('memberships')
        .innerJoin('communities', (join) =>
          join
            .onRef('communities.business_id', '=', 'memberships.business_id')
            .onRef('communities.id', '=', 'memberships.community_id'),
        )
        .selectAll('communities')
        .select(['memberships.unread', 'memberships.at'])
        .where('memberships.account_id', '=', accountId)
        .where('memberships.business_id', '=', businessId);
      const place = { order: 'memberships.at', id: 'memberships.community_id' };
      const rows = await paged(query, place, page).execute();
      return rows.map((row) => toCommunity(row, row.at));
    },

    async openCommunities({ businessId, accountId }, page) {
      const query = groups(businessId, accountId)
        .where('communities.access', '=', 'open')
        .where('memberships.account_id', 'is', null);
      const place = { order: 'communities.position', id: 'communities.id' };
      const rows = await paged(query, place, page, 'asc').execute();
      return rows.map((row) => toCommunity(row, row.position));
    },

    async community({ businessId, accountId }, id) {
      const row = await groups(businessId, accountId)
        .where('communities.id', '=', id)
        .where((eb) =>
          eb.or([eb('communities.access', '=', 'open'), eb('memberships.account_id', 'is not', null)]),
        )
        .executeTakeFirst();
      return row && toCommunity(row, row.position);
    },

    join: ({ businessId, accountId }, community, now) =>
      atomically(db, async (transaction) => {
        const joined = await transaction
          .insertInto('memberships')
          .columns(['business_id', 'community_id', 'account_id', 'at', 'unread'])
          .expression((eb) =>
            eb
              .selectFrom('communities')
              .innerJoin('accounts', 'accounts.business_id', 'communities.business_id')
              .select(['communities.business_id', 'communities.id as community_id'])
              .select(['accounts.id as account_id', eb.val(now).as('at'), eb.val(0).as('unread')])
              .where('communities.business_id', '=', businessId)
              .where('communities.id', '=', community)
              .where('communities.access', '=', 'open')
              .where('accounts.id', '=', accountId),
          )
          .onConflict((conflict) =>
            conflict.columns(['business_id', 'community_id', 'account_id']).doNothing(),
          )
          .returning('account_id')
          .executeTakeFirst();
        if (joined) await countMembers(transaction, businessId, community, 1);
      }),

    leave: ({ businessId, accountId }, community) =>
      atomically(db, async (transaction) => {
        const left = await transaction
          .deleteFrom('memberships')
          .where('business_id', '=', businessId)
          .where('community_id', '=', community)
          .where('account_id', '=', accountId)
          .where(({ exists, selectFrom }) =>
            exists(
              selectFrom('communities')
                .select('communities.id')
                .where('communities.business_id', '=', businessId)
                .where('communities.id', '=', community)
                .where('communities.access', '=', 'open'),
            ),
          )
          .returning('account_id')
          .executeTakeFirst();
        if (left) await countMembers(transaction, businessId, community, -1);
      }),
  };
}

/** Before an account goes: whoever counts members must not go on counting it. Its row is locked by then. */
export async function uncountMemberships(
  transaction: Kysely<Database>,
  businessId: string,
  accountId: string,
): Promise<void> {
  await transaction
    .updateTable('communities')
    .set({ members: sql`members - 1` })
    .where('business_id', '=', businessId)
    .where('id', 'in', (eb) =>
      eb.selectFrom('memberships').select('community_id').where('account_id', '=', accountId),
    )
    .execute();
}

const toCommunity = (
  row: CommunityTable & { unread: number | null; at: number | null },
  order: number,
): CommunityRecord => ({
  place: { order, id: row.id },
  id: row.id,
  title: row.title,
  ...(row.summary !== null && { summary: row.summary }),
  ...(row.image !== null && { image: row.image }),
  ...(row.at !== null && { url: row.url }),
  access: row.access,
  isMember: row.at !== null,
  members: row.members,
  unread: row.unread ?? 0,
});
