import { type Expression, type ExpressionBuilder, type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { AppClient, AppRecord, AppStore } from '../domain/ports.ts';
import { toAccount } from './accounts.ts';
import type { AppTable, Database } from './schema.ts';

export function createAppStore(db: Kysely<Database>): AppStore {
  const appsOf = (businessId: string) =>
    db.selectFrom('apps').selectAll('apps').where('apps.business_id', '=', businessId);
  /** The keys of an app and an account, if the business has both. */
  const pairs = (businessId: string, id: string, accountId: string) =>
    db
      .selectFrom('apps')
      .innerJoin('accounts', 'accounts.business_id', 'apps.business_id')
      .select(['apps.business_id', 'apps.id as app_id', 'accounts.id as account_id'])
      .where('apps.business_id', '=', businessId)
      .where('apps.id', '=', id)
      .where('accounts.id', '=', accountId);

  return {
    async byId(businessId, id) {
      const row = await appsOf(businessId).where('id', '=', id).executeTakeFirst();
      return row && toApp(row);
    },

    async hold(businessId, id) {
      const row = await appsOf(businessId).where('id', '=', id).forUpdate().executeTakeFirst();
      return row && toApp(row);
    },

    async all(businessId) {
      const rows = await inOrder(appsOf(businessId)).execute();
      return rows.map(toApp);
    },

    async usableBy(businessId, accountId) {
      const rows = await inOrder(
        appsOf(businessId)
          .select((eb) =>
            eb
              .selectFrom('app_badges')
              .select('app_badges.badge')
              .whereRef('app_badges.business_id', '=', 'apps.business_id')
              .whereRef('app_badges.app_id', '=', 'apps.id')
              .where('app_badges.account_id', '=', accountId)
              .as('own_badge'),
          )
          .where(isOpenTo(accountId)),
      ).execute();
      return rows.map((row) => ({ ...toApp(row), badge: row.own_badge ?? row.badge }));
    },

    async put(app) {
      const { business_id: _, id: __, ...changes } = toRow(app);
      await db
        .insertInto('apps')
        .values(toRow(app))
        .onConflict((conflict) => conflict.columns(['business_id', 'id']).doUpdateSet(changes))
        .execute();
    },

    async change(businessId, id, { isEnabled, ...to }) {
      const row = await db
        .updateTable('apps')
        .set({ ...to, ...(isEnabled !== undefined && { is_enabled: Number(isEnabled) }) })
        .where('business_id', '=', businessId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async remove(businessId, id) {
      const row = await db
        .deleteFrom('apps')
        .where('business_id', '=', businessId)
        .where('id', '=', id)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async usable(businessId, id, accountId) {
      const row = await db
        .selectFrom('apps')
        .innerJoin('accounts', 'accounts.business_id', 'apps.business_id')
        .selectAll('accounts')
        .select(['apps.id as app_id', 'apps.name as app_name', 'apps.url', 'apps.access'])
        .select([
          'apps.client',
          'apps.sealed_secret',
          'apps.icon',
          'apps.is_enabled',
          'apps.badge',
          'apps.position',
        ])
        .where('apps.business_id', '=', businessId)
        .where('apps.id', '=', id)
        .where('accounts.id', '=', accountId)
        .where(isOpenTo(accountId))
        .executeTakeFirst();
      return row && { app: toApp({ ...row, id: row.app_id, name: row.app_name }), account: toAccount(row) };
    },

    async allow(businessId, id, accountId) {
      const row = await db
        .insertInto('app_permissions')
        .columns(['business_id', 'app_id', 'account_id'])
        .expression(pairs(businessId, id, accountId))
        .onConflict((conflict) =>
          // Nothing to change, but a row to answer with: it was allowed before.
          conflict
            .columns(['business_id', 'app_id', 'account_id'])
            .doUpdateSet({ account_id: sql<string>`excluded.account_id` }),
        )
        .returning('app_id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async deny(businessId, id, accountId) {
      const row = await db
        .deleteFrom('app_permissions')
        .where('business_id', '=', businessId)
        .where('app_id', '=', id)
        .where('account_id', '=', accountId)
        .returning('app_id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async launchedBy(businessId, accountId) {
      return db
        .selectFrom('apps')
        .select(['id', 'name'])
        .where('business_id', '=', businessId)
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('hand_offs')
              .select('hand_offs.id')
              .whereRef('hand_offs.business_id', '=', 'apps.business_id')
              .whereRef('hand_offs.app_id', '=', 'apps.id')
              .where('hand_offs.account_id', '=', accountId),
          ),
        )
        .orderBy('name')
        .orderBy('id')
        .execute();
    },

    async allowed(businessId, id) {
      const rows = await db
        .selectFrom('app_permissions')
        .select('account_id')
        .where('business_id', '=', businessId)
        .where('app_id', '=', id)
        .orderBy('account_id')
        .execute();
      return rows.map(({ account_id }) => account_id);
    },

    async permissionsOf(businessId, accountIds) {
      if (accountIds.length === 0) return [];
      return db
        .selectFrom('app_permissions')
        .select(['account_id as accountId', 'app_id as appId'])
        .where('business_id', '=', businessId)
        .where('account_id', 'in', accountIds)
        .execute();
    },

    async isAllowed(businessId, id, accountId) {
      const row = await db
        .selectFrom('app_permissions')
        .select('account_id')
        .where('business_id', '=', businessId)
        .where('app_id', '=', id)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return row !== undefined;
    },

    async setBadge(businessId, id, accountId, badge) {
      if (badge === null) {
        await db
          .deleteFrom('app_badges')
          .where('business_id', '=', businessId)
          .where('app_id', '=', id)
          .where('account_id', '=', accountId)
          .execute();
        return (await pairs(businessId, id, accountId).executeTakeFirst()) !== undefined;
      }
      const row = await db
        .insertInto('app_badges')
        .columns(['business_id', 'app_id', 'account_id', 'badge'])
        .expression(
          pairs(businessId, id, accountId).select(sql<number>`cast(${badge} as integer)`.as('badge')),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['business_id', 'app_id', 'account_id'])
            .doUpdateSet({ badge: sql<number>`excluded.badge` }),
        )
        .returning('app_id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

const inOrder = <O>(apps: SelectQueryBuilder<Database, 'apps', O>) =>
  apps.orderBy('apps.position').orderBy('apps.name').orderBy('apps.id');

/** `account`: its identifier, or where that stands. */
export const isOpenTo = (account: string | Expression<string>) => (eb: ExpressionBuilder<Database, 'apps'>) =>
  eb.and([
    eb('apps.is_enabled', '=', 1),
    eb.or([
      eb('apps.access', '=', 'everyone'),
      eb.exists(
        eb
          .selectFrom('app_permissions')
          .select('app_permissions.app_id')
          .whereRef('app_permissions.business_id', '=', 'apps.business_id')
          .whereRef('app_permissions.app_id', '=', 'apps.id')
          .where('app_permissions.account_id', '=', account),
      ),
    ]),
  ]);

function toRow({ businessId, client, isEnabled, ...app }: AppRecord): AppTable {
  const { id, name, url, access, icon, badge, position } = app;
  const { sealedSecret, ...urls } = client ?? { sealedSecret: null };
  return {
    business_id: businessId,
    id,
    name,
    url,
    access,
    client: client && JSON.stringify(urls),
    sealed_secret: sealedSecret,
    icon,
    is_enabled: Number(isEnabled),
    badge,
    position,
  };
}

function toApp({ business_id, client, sealed_secret, is_enabled, ...row }: AppTable): AppRecord {
  const { id, name, url, access, icon, badge, position } = row;
  return {
    businessId: business_id,
    id,
    name,
    url,
    access,
    icon,
    isEnabled: is_enabled === 1,
    badge,
    position,
    client:
      client === null || sealed_secret === null
        ? null
        : {
            // Apps that were set up before there was such an address have none.
            backchannelLogoutUrl: null,
            ...(JSON.parse(client) as Omit<AppClient, 'sealedSecret' | 'backchannelLogoutUrl'>),
            sealedSecret: sealed_secret,
          },
  };
}
