import { type Kysely, sql } from 'kysely';
import type { HubStore } from '../domain/hub-ports.ts';
import { paged } from './paged.ts';
import type { Database } from './schema.ts';

type Queries = Pick<
  HubStore,
  'links' | 'commissionSums' | 'referralCounts' | 'commissions' | 'referrals' | 'payouts'
>;

export function affiliateQueries(db: Kysely<Database>): Queries {
  return {
    async links({ businessId, accountId }, most) {
      const rows = await db
        .selectFrom('partners')
        .innerJoin('campaigns', (join) =>
          join
            .onRef('campaigns.business_id', '=', 'partners.business_id')
            .onRef('campaigns.id', '=', 'partners.campaign_id'),
        )
        .select(['campaigns.id', 'campaigns.title', 'campaigns.summary', 'partners.url'])
        .where('partners.account_id', '=', accountId)
        .where('partners.business_id', '=', businessId)
        .orderBy('campaigns.position')
        .orderBy('campaigns.id')
        .limit(most)
        .execute();
      return rows.map(({ id, title, summary, url }) => ({
        campaign: id,
        title,
        ...(summary !== null && { summary }),
        url,
      }));
    },

    commissionSums: ({ businessId, accountId }) =>
      db
        .selectFrom('commissions')
        .select(['currency', 'state', 'month', sql<number>`cast(sum(amount) as bigint)`.as('amount')])
        .where('account_id', '=', accountId)
        .where('business_id', '=', businessId)
        .groupBy(['currency', 'state', 'month'])
        .orderBy('month')
        .orderBy('currency')
        .execute(),

    referralCounts: ({ businessId, accountId }) =>
      db
        .selectFrom('referrals')
        .select(['state', (eb) => eb.fn.countAll<number>().as('count')])
        .where('account_id', '=', accountId)
        .where('business_id', '=', businessId)
        .groupBy('state')
        .execute(),

    async commissions({ businessId, accountId }, page, { state, from, to }) {
      let query = db
        .selectFrom('commissions')
        .leftJoin('campaigns', (join) =>
          join
            .onRef('campaigns.business_id', '=', 'commissions.business_id')
            .onRef('campaigns.id', '=', 'commissions.campaign_id'),
        )
        .selectAll('commissions')
        .select('campaigns.title as campaign')
        .where('commissions.account_id', '=', accountId)
        .where('commissions.business_id', '=', businessId);
      if (state) query = query.where('commissions.state', '=', state);
      if (from !== undefined) query = query.where('commissions.at', '>=', from);
      if (to !== undefined) query = query.where('commissions.at', '<', to);
      const place = { order: 'commissions.at', id: 'commissions.id' };
      const rows = await paged(query, place, page).execute();
      return rows.map(({ id, title, campaign, amount, currency, state, at }) => ({
        place: { order: at, id },
        id,
        ...(title !== null && { title }),
        ...(campaign !== null && { campaign }),
        amount,
        currency,
        state,
        at,
      }));
    },

    async referrals({ businessId, accountId }, page) {
      const query = db
        .selectFrom('referrals')
        .leftJoin('campaigns', (join) =>
          join
            .onRef('campaigns.business_id', '=', 'referrals.business_id')
            .onRef('campaigns.id', '=', 'referrals.campaign_id'),
        )
        .selectAll('referrals')
        .select('campaigns.title as campaign')
        .where('referrals.account_id', '=', accountId)
        .where('referrals.business_id', '=', businessId);
      const rows = await paged(query, { order: 'referrals.at', id: 'referrals.id' }, page).execute();
      return rows.map(({ id, name, campaign, state, at }) => ({
        place: { order: at, id },
        id,
        name,
        ...(campaign !== null && { campaign }),
        state,
        at,
      }));
    },

    async payouts({ businessId, accountId }, page) {
      const query = db
        .selectFrom('payouts')
        .selectAll()
        .where('account_id', '=', accountId)
        .where('business_id', '=', businessId);
      const rows = await paged(query, { order: 'at', id: 'id' }, page).execute();
      return rows.map(({ id, amount, currency, state, at, note }) => ({
        place: { order: at, id },
        id,
        amount,
        currency,
        state,
        at,
        ...(note !== null && { note }),
      }));
    },
  };
}
