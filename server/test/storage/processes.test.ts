import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '../../src/storage/migrate.ts';
import { migrations } from '../../src/storage/migrations/index.ts';
import { createStorage } from '../../src/storage/storage.ts';
import type { Address } from '../support/address.ts';
import { databases, type EmptyDatabase } from '../support/databases.ts';
import { inProcesses } from '../support/processes.ts';
import { aBusiness, aFlow, aMail, inParallel } from '../support/records.ts';

const shared = databases.filter(({ name }) => !name.includes('WebAssembly'));

describe.each(shared)('four server processes on one database ($name)', ({ create }) => {
  let database: EmptyDatabase;
  let address: Address;
  beforeAll(async () => {
    database = await create();
    if (!database.address) throw new Error('a database of one process cannot be shared');
    address = database.address;
    await migrate(database.db);
  });
  afterAll(() => database.drop());
  const storage = () => createStorage(database.db);

  it('migrate an empty database once when they start together', async () => {
    const empty = await create();
    if (!empty.address) throw new Error('a database of one process cannot be shared');
    const ran = await inProcesses(4, empty.address, 'migrate');
    // On SQLite they may take turns, a step each: whose it was is chance, that nobody ran it again is not.
    expect(ran.flat().toSorted()).toEqual(migrations.map(({ name }) => name).toSorted());
    expect(await migrate(empty.db)).toEqual([]);
    await empty.drop();
  });

  it('T5: count five attempts of two hundred', async () => {
    const flow = aFlow();
    await storage().flows.insert(flow);
    const counted = await inProcesses(4, address, 'countAttempts', flow);
    expect(counted.flat().sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('T5: consume a flow once', async () => {
    const flow = aFlow();
    await storage().flows.insert(flow);
    expect((await inProcesses(4, address, 'consume', flow)).flat()).toEqual([true]);
  });

  it('make five accounts of a hundred', async () => {
    const { id: businessId } = await storage().businesses.put(aBusiness());
    const mailbox = { businessId, email: 'ada@example.test' };
    const made = await inProcesses(4, address, 'insertAccounts', mailbox);
    expect(made.flat()).toHaveLength(5);
    expect(await storage().accounts.byEmail(businessId, mailbox.email)).toHaveLength(5);
  });

  it('share an outbox without taking a mail twice', async () => {
    const mails = await inParallel(100, async () => {
      const mail = aMail();
      await storage().outbox.insert(mail);
      return mail.id;
    });
    const leased = await inProcesses(4, address, 'leaseMails');
    expect(leased.flat().sort()).toEqual(mails.sort());
  });
});
