import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/storage/migrate.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { connect } from '../support/address.ts';
import { databases, type EmptyDatabase } from '../support/databases.ts';
import { aFlow, inParallel, now } from '../support/records.ts';

describe.each(databases.filter(({ name }) => name === 'SQLite'))('$name', ({ create }) => {
  let database: EmptyDatabase;
  beforeAll(async () => {
    database = await create();
    await migrate(database.db);
  });
  afterAll(() => database.drop());

  const another = () => {
    if (!database.address) throw new Error('no address');
    return createStorage(connect(database.address));
  };

  it('waits for a transaction of another connection without holding up the process', async () => {
    const [storage, other] = [createStorage(database.db), another()];
    const flow = aFlow();
    await storage.flows.insert(flow);
    let waiting: Promise<unknown> | undefined;
    await storage.transaction(async (stores) => {
      waiting = other.transaction((theirs) => theirs.flows.countAttempt(flow, now, 5));
      // Were the process held up, this transaction could not go on, and the other one would give up.
      await expect.poll(() => stores.flows.find(flow)).toBeDefined();
      await stores.flows.countAttempt(flow, now, 5);
    });
    expect(await waiting).toMatchObject({ attempts: 2 });
    await other.close();
  });

  it('lets transactions that read before they write follow each other', async () => {
    const [storage, other] = [createStorage(database.db), another()];
    const flow = aFlow();
    await storage.flows.insert(flow);
    const readThenCount = (each: typeof storage) =>
      each.transaction(async ({ flows }) => {
        const seen = await flows.find(flow);
        return { seen: seen?.attempts, counted: (await flows.countAttempt(flow, now, 5))?.attempts };
      });
    const outcomes = await Promise.all([readThenCount(storage), readThenCount(other)]);
    // Each saw what the one before it had written: neither worked on an older look.
    expect(outcomes.map(({ seen }) => seen).sort()).toEqual([0, 1]);
    expect(outcomes.map(({ counted }) => counted).sort()).toEqual([1, 2]);
    await other.close();
  });

  it('gives a request up that waits three seconds for the file', async () => {
    const [storage, other] = [createStorage(database.db), another()];
    const flow = aFlow();
    await storage.transaction(async (stores) => {
      await stores.flows.insert(flow);
      await expect(other.flows.insert(aFlow())).rejects.toThrow('database is locked');
    });
    expect(await storage.flows.find(flow)).toEqual(flow);
    await other.close();
  });

  it('keeps one count over many connections of one process', async () => {
    const connections = await inParallel(4, async () => another());
    const flow = aFlow();
    await createStorage(database.db).flows.insert(flow);
    const counted = await inParallel(
      40,
      (index) =>
        connections[index % 4]?.transaction((stores) => stores.flows.countAttempt(flow, now, 5)) ??
        Promise.reject(new Error('no connection')),
    );
    expect(counted.filter(Boolean)).toHaveLength(5);
    for (const connection of connections) await connection.close();
  });
});
