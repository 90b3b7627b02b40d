import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { AppClient, AppRecord, AppStore } from '../domain/ports.ts';
import { toAccount } from './accounts.ts';
import type { AppTable, Database } from './schema.ts';

export function createAppStore(db: Kysely<Database>): AppStore {
  const appsOf = (businessId: string) =>
    db.selectFrom('apps').selectAll().where('business_id', '=', businessId);

  return {
    async byId(businessId, id) {
      const row = await appsOf(businessId).where('id', '=', id).executeTakeFirst();
      return row && toApp(row);
    },

    async all(businessId) {
      const rows = await appsOf(businessId).orderBy('name').orderBy('id').execute();
      return rows.map(toApp);
    },

    async put(app) {
      const { business_id: _, id: __, ...changes } = toRow(app);
      await db
        .insertInto('apps')
        .values(toRow(app))
        .onConflict((conflict) => conflict.columns(['business_id', 'id']).doUpdateSet(changes))
        .execute();
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
        .select(['apps.client', 'apps.sealed_secret'])
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
        .expression((eb) =>
          eb
            .selectFrom('apps')
            .innerJoin('accounts', 'accounts.business_id', 'apps.business_id')
            .select(['apps.business_id', 'apps.id as app_id', 'accounts.id as account_id'])
            .where('apps.business_id', '=', businessId)
            .where('apps.id', '=', id)
            .where('accounts.id', '=', accountId),
        )
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
  };
}

const isOpenTo = (accountId: string) => (eb: ExpressionBuilder<Database, 'apps'>) =>
  eb.or([
    eb('apps.access', '=', 'everyone'),
    eb.exists(
      eb
        .selectFrom('app_permissions')
        .select('app_permissions.app_id')
        .whereRef('app_permissions.business_id', '=', 'apps.business_id')
        .whereRef('app_permissions.app_id', '=', 'apps.id')
        .where('app_permissions.account_id', '=', accountId),
    ),
  ]);

function toRow({ businessId, id, name, url, access, client }: AppRecord): AppTable {
  const { sealedSecret, ...urls } = client ?? { sealedSecret: null };
  return {
    business_id: businessId,
    id,
    name,
    url,
    access,
    client: client && JSON.stringify(urls),
    sealed_secret: sealedSecret,
  };
}

function toApp({ business_id, id, name, url, access, client, sealed_secret }: AppTable): AppRecord {
  return {
    businessId: business_id,
    id,
    name,
    url,
    access,
    client:
      client === null || sealed_secret === null
        ? null
        : { ...(JSON.parse(client) as Omit<AppClient, 'sealedSecret'>), sealedSecret: sealed_secret },
  };
}
