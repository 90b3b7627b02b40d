import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/storage/migrate.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { connect } from '../support/address.ts';
import { databases, type EmptyDatabase } from '../support/databases.ts';
import { aBusiness, aFlow, now } from '../support/records.ts';

describe.each(databases.filter(({ name }) => name === 'PostgreSQL'))('$name', ({ create }) => {
  let database: EmptyDatabase;
  beforeAll(async () => {
    database = await create();
    await migrate(database.db);
  });
  afterAll(() => database.drop());

  /** From a pool of its own, for the connections of the pool under test are the ones that go. */
  const cutConnections = async () => {
    if (!database.address) throw new Error('no address');
    const admin = connect(database.address);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(admin);
    await admin.destroy();
  };

  it('survives the loss of its connections, at rest and within a transaction', async () => {
    const storage = createStorage(database.db);
    const business = aBusiness();
    await storage.ping();
    await cutConnections();
    await expect.poll(() => storage.ping().then(() => 'up', String)).toBe('up');
    const cut = storage.transaction(async (stores) => {
      await stores.businesses.put(business);
      await cutConnections();
      await stores.businesses.bySlug(business.slug);
    });
    await expect(cut).rejects.toThrow();
    await expect.poll(() => storage.ping().then(() => 'up', String)).toBe('up');
    expect(await storage.businesses.bySlug(business.slug)).toBeUndefined();
  });

  it('runs a transaction again that lost a deadlock', async () => {
    const storage = createStorage(database.db);
    const [first, second] = [aFlow(), aFlow()];
    await storage.flows.insert(first);
    await storage.flows.insert(second);
    // Both hold one flow before either asks for the other's; the rerun meets nobody.
    let arrived = 0;
    let meet: (() => void) | undefined;
    const met = new Promise<void>((resolve) => (meet = resolve));
    let runs = 0;
    const cross = (mine: typeof first, theirs: typeof first) =>
      storage.transaction(async (stores) => {
        runs += 1;
        await stores.flows.countAttempt(mine, now, 5);
        arrived += 1;
        if (arrived === 2) meet?.();
        await met;
        await stores.flows.countAttempt(theirs, now, 5);
      });
    await Promise.all([cross(first, second), cross(second, first)]);
    expect(runs).toBe(3);
    expect((await storage.flows.find(first))?.attempts).toBe(2);
    expect((await storage.flows.find(second))?.attempts).toBe(2);
  });

  it('gives a request up that waits three seconds for a lock', async () => {
    const storage = createStorage(database.db);
    const flow = aFlow();
    await storage.flows.insert(flow);
    await storage.transaction(async (stores) => {
      await stores.flows.countAttempt(flow, now, 5);
      await expect(storage.flows.countAttempt(flow, now, 5)).rejects.toThrow('lock timeout');
    });
  });
});
