import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from '../../src/storage/migrate.ts';
import { migrations } from '../../src/storage/migrations/index.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { databases } from '../support/databases.ts';
import { aBusiness, now } from '../support/records.ts';

it.each(databases)('API keys from before scopes keep what they could do ($name)', async ({ create }) => {
  const { db, drop } = await create();
  const before = migrations.findIndex(({ name }) => name === 'api-key-scopes');
  await migrate(db, migrations.slice(0, before));
  const storage = createStorage(db);
  const { id: business } = await storage.businesses.put(aBusiness());
  await sql`insert into api_keys (id, business_id, name, digest, created_at)
    values ('old', ${business}, 'of old', 'digest', ${now})`.execute(db);
  await migrate(db);
  expect((await storage.apiKeys.byId(business, 'old'))?.scopes).toEqual(['links']);
  await drop();
});
