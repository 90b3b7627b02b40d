import type { Kysely } from 'kysely';
import type { DeviceKey, DeviceStore } from '../domain/ports.ts';
import type { Database } from './schema.ts';

export function createDeviceStore(db: Kysely<Database>): DeviceStore {
  return {
    async touch(device, accountId, most, now) {
      await db
        .insertInto('known_devices')
        .values({ ...toRow(device), account_id: accountId, last_used_at: now })
        .onConflict((conflict) =>
          conflict
            .columns(['business_id', 'mailbox', 'key_thumbprint', 'account_id'])
            .doUpdateSet({ last_used_at: now }),
        )
        .execute();
      await db
        .deleteFrom('known_devices')
        .where('account_id', '=', accountId)
        .where('key_thumbprint', 'not in', (eb) =>
          eb
            .selectFrom('known_devices as kept')
            .select('kept.key_thumbprint')
            .where('kept.account_id', '=', accountId)
            .orderBy('kept.last_used_at', 'desc')
            .orderBy('kept.key_thumbprint')
            .limit(most),
        )
        .execute();
    },

    async accountsOf(device, since) {
      const rows = await db
        .selectFrom('known_devices')
        .select('account_id')
        .where((eb) => eb.and(toRow(device)))
        .where('last_used_at', '>', since)
        .execute();
      return rows.map(({ account_id }) => account_id);
    },

    async forget(accountId, { only, except } = {}) {
      await db
        .deleteFrom('known_devices')
        .where('account_id', '=', accountId)
        .$if(only !== undefined, (qb) => qb.where('key_thumbprint', '=', only ?? ''))
        .$if(except !== undefined, (qb) => qb.where('key_thumbprint', '<>', except ?? ''))
        .execute();
    },
  };
}

const toRow = ({ businessId, mailbox, keyThumbprint }: DeviceKey) => ({
  business_id: businessId,
  mailbox,
  key_thumbprint: keyThumbprint,
});
