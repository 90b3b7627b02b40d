import type { Kysely } from 'kysely';
import type { DeviceKey, DeviceStore } from '../domain/ports.ts';
import type { Database } from './schema.ts';

export function createDeviceStore(db: Kysely<Database>): DeviceStore {
  return {
    async touch(device, now) {
      await db
        .insertInto('devices')
        .values({ ...toRow(device), last_used_at: now })
        .onConflict((conflict) =>
          conflict.columns(['business_id', 'mailbox', 'key_thumbprint']).doUpdateSet({ last_used_at: now }),
        )
        .execute();
    },

    async isKnown(device, since) {
      const row = await db
        .selectFrom('devices')
        .select('last_used_at')
        .where((eb) => eb.and(toRow(device)))
        .where('last_used_at', '>', since)
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

const toRow = ({ businessId, mailbox, keyThumbprint }: DeviceKey) => ({
  business_id: businessId,
  mailbox,
  key_thumbprint: keyThumbprint,
});
