/**
 * A process that opens a database and does one thing to it when told to, beside others that do the same.
 * Started by `inProcesses`; says 'ready', waits for a message, answers with the outcome.
 */
import { once } from 'node:events';
import { migrate } from '../../src/storage/migrate.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { type Address, connect } from './address.ts';
import { aFlow, anAccount, inParallel, now } from './records.ts';

const [address, task, subject] = process.argv.slice(2).map((argument) => JSON.parse(argument)) as [
  Address,
  keyof typeof tasks,
  { businessId: string; email: string; id: string },
];
const db = connect(address);
const storage = createStorage(db);
const { businessId, email, id } = subject;
const { kind, keyThumbprint, codeMac } = aFlow();

const tasks = {
  migrate: () => migrate(db),
  countAttempts: async () => {
    const key = { id, businessId, kind, keyThumbprint };
    const counted = await inParallel(50, () => storage.flows.countAttempt(key, now, 5));
    return counted.flatMap((flow) => flow?.attempts ?? []);
  },
  consume: async () => {
    const consumed = await inParallel(20, () =>
      storage.transaction((stores) => stores.flows.consume(id, codeMac, now)),
    );
    return consumed.filter(Boolean);
  },
  insertAccounts: async () => {
    const outcomes = await inParallel(25, (index) =>
      storage.accounts.insert(anAccount({ businessId, email, id: `${process.pid}-${index}` }), 5),
    );
    return outcomes.filter((outcome) => outcome === 'inserted');
  },
  leaseMails: async () => {
    const leased: string[] = [];
    let batch;
    do {
      batch = await storage.outbox.lease(now, 1_000, 3);
      leased.push(...batch.map((mail) => mail.id));
      // More than there are: a lease that does not hold must not keep this process for ever.
    } while (batch.length > 0 && leased.length <= 100);
    return leased;
  },
};
export type Task = keyof typeof tasks;

process.send?.('ready');
await once(process, 'message');
const outcome = await tasks[task]();
await storage.close();
process.send?.(outcome, () => process.disconnect());
