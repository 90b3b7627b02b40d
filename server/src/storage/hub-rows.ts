/** The business's side of the hub: every kind by the same statements, with the columns that hub-tables.ts names. */
import { type Kysely, sql } from 'kysely';
import { hubKinds } from '../../../src/contract/hub-rows.ts';
import type { HubParent, HubRowStore } from '../domain/hub-ports.ts';
import { atomically } from './atomically.ts';
import { columnOf, keyColumnsOf, toColumns, toRow } from './hub-tables.ts';
import type { Database } from './schema.ts';

const tables: Record<HubParent | 'account', keyof Database> = {
  account: 'accounts',
  course: 'courses',
  community: 'communities',
  campaign: 'campaigns',
};

export function createHubRowStore(db: Kysely<Database>): HubRowStore {
  return {
    put: (businessId, kind, row) =>
      atomically(db, async (transaction) => {
        const values = toColumns(businessId, kind, row);
        const keys = keyColumnsOf(kind);
        const key = Object.fromEntries(keys.map((column) => [column, values[column]]));
        const changes = Object.fromEntries(Object.entries(values).filter(([name]) => !keys.includes(name)));
        for (;;) {
          const inserted = await anyTable(transaction)
            .insertInto(kind)
            .values(values)
            .onConflict((conflict) => conflict.columns(keys).doNothing())
            .returning('business_id')
            .executeTakeFirst();
          if (inserted) {
            if (kind === 'memberships')
              await countMembers(transaction, businessId, String(row['community']), 1);
            return 'created';
          }
          const updated = await anyTable(transaction)
            .updateTable(kind)
            .set(changes)
            .where((eb) => eb.and(key))
            .returning('business_id')
            .executeTakeFirst();
          // It may have gone between the two.
          if (updated) return 'updated';
        }
      }),

    async list(businessId, kind, after, limit, accountId) {
      const columns = hubKinds[kind].key.map(columnOf);
      let query = anyTable(db).selectFrom(kind).selectAll().where('business_id', '=', businessId);
      if (accountId !== undefined) query = query.where('account_id', '=', accountId);
      if (after) query = query.where(tuple(columns), '>', sql`(${sql.join(after)})`);
      for (const column of columns) query = query.orderBy(column);
      const rows = await query.limit(limit).execute();
      return rows.map((row) => toRow(kind, row));
    },

    remove: (businessId, kind, key) =>
      atomically(db, async (transaction) => {
        const columns = keyColumnsOf(kind);
        const removed = await anyTable(transaction)
          .deleteFrom(kind)
          .where((eb) =>
            eb.and(Object.fromEntries([businessId, ...key].map((value, i) => [columns[i], value]))),
          )
          .returning('business_id')
          .executeTakeFirst();
        if (removed && kind === 'memberships') await countMembers(transaction, businessId, key[0] ?? '', -1);
        return removed !== undefined;
      }),

    async hold(businessId, what, id) {
      const row = await anyTable(db)
        .selectFrom(tables[what])
        .select('id')
        .where('business_id', '=', businessId)
        .where('id', '=', id)
        .forKeyShare()
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

/** Each kind is checked where it is listed; a query that serves them all knows of names only. */
const anyTable = (db: Kysely<Database>) => db as unknown as Kysely<Record<string, Record<string, unknown>>>;

const tuple = (columns: readonly string[]) => sql`(${sql.join(columns.map((name) => sql.ref(name)))})`;

/** In the transaction of the membership that came or went, and only if it did. */
export async function countMembers(
  transaction: Kysely<Database>,
  businessId: string,
  community: string,
  more: 1 | -1,
): Promise<void> {
  await transaction
    .updateTable('communities')
    .set((eb) => ({ members: eb('members', '+', more) }))
    .where('business_id', '=', businessId)
    .where('id', '=', community)
    .execute();
}
