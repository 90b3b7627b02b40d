import type { Kysely } from 'kysely';
import type { FieldValue } from '../../../src/contract/profile-fields.ts';
import type { ProfileStore } from '../domain/ports.ts';
import type { Database } from './schema.ts';

export function createProfileStore(db: Kysely<Database>): ProfileStore {
  return {
    async of({ businessId, id }) {
      const rows = await db
        .selectFrom('profile_values')
        .select(['name', 'value'])
        .where('account_id', '=', id)
        .where('business_id', '=', businessId)
        .orderBy('name')
        .execute();
      return Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value) as FieldValue]));
    },

    async ofAll(businessId, accountIds) {
      const all = new Map<string, Record<string, FieldValue>>();
      if (accountIds.length === 0) return all;
      const rows = await db
        .selectFrom('profile_values')
        .select(['account_id', 'name', 'value'])
        .where('account_id', 'in', accountIds)
        .where('business_id', '=', businessId)
        .orderBy('name')
        .execute();
      for (const { account_id, name, value } of rows) {
        const values = all.get(account_id) ?? {};
        values[name] = JSON.parse(value) as FieldValue;
        all.set(account_id, values);
      }
      return all;
    },

    async put({ businessId, id }, name, value, now) {
      const account = db.selectFrom('accounts').where('business_id', '=', businessId).where('id', '=', id);
      if (value === null) {
        await db
          .deleteFrom('profile_values')
          .where('business_id', '=', businessId)
          .where('account_id', '=', id)
          .where('name', '=', name)
          .execute();
        return (await account.select('id').executeTakeFirst()) !== undefined;
      }
      const document = JSON.stringify(value);
      const row = await db
        .insertInto('profile_values')
        .columns(['account_id', 'business_id', 'name', 'value', 'saved_at'])
        .expression(
          account.select((eb) => [
            'accounts.id as account_id',
            'accounts.business_id',
            eb.val(name).as('name'),
            eb.val(document).as('value'),
            eb.val(now).as('saved_at'),
          ]),
        )
        .onConflict((conflict) =>
          conflict.columns(['account_id', 'name']).doUpdateSet({ value: document, saved_at: now }),
        )
        .returning('name')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
