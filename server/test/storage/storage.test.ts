import { describe, expect, it } from 'vitest';
import { databases, describeStorage } from '../support/databases.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { aBusiness, aFlow, aMail, anAccount, inParallel, now } from '../support/records.ts';

describeStorage('transactions', (current) => {
  it('commits everything that was written', async () => {
    const { storage } = current();
    const business = aBusiness();
    const account = anAccount({ businessId: business.id });
    const result = await storage.transaction(async (stores) => {
      await stores.businesses.put(business);
      return stores.accounts.insert(account, 1);
    });
    expect(result).toBe('inserted');
    expect(await storage.accounts.byId(business.id, account.id)).toEqual(account);
  });

  it('leaves nothing behind when the work throws', async () => {
    const { db, storage } = current();
    const business = aBusiness();
    const flow = aFlow();
    const mail = aMail();
    const failing = storage.transaction(async (stores) => {
      await stores.businesses.put(business);
      await stores.flows.insert(flow);
      await stores.outbox.insert(mail);
      expect(await stores.flows.consume(flow.id, flow.codeMac, now)).toBe(true);
      throw new Error('half way');
    });
    await expect(failing).rejects.toThrow('half way');
    expect(await storage.businesses.bySlug(business.slug)).toBeUndefined();
    expect(await storage.flows.find(flow)).toBeUndefined();
    expect(await db.selectFrom('outbox').select('id').where('id', '=', mail.id).execute()).toEqual([]);
  });

  it('lets one of ten transactions consume a flow and open its account', async () => {
    const { storage } = current();
    const business = await storage.businesses.put(aBusiness());
    const flow = aFlow({ businessId: business.id });
    await storage.flows.insert(flow);
    const outcomes = await inParallel(10, () =>
      storage.transaction(async (stores) => {
        if (!(await stores.flows.consume(flow.id, flow.codeMac, now))) return 'lost';
        return stores.accounts.insert(anAccount({ businessId: business.id, email: flow.email }), 1);
      }),
    );
    expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'lost')).toHaveLength(9);
  });

  it('keeps to the limit when a hundred flows of one mailbox are verified at once', async () => {
    const { storage } = current();
    const business = await storage.businesses.put(aBusiness());
    const email = 'ada@example.test';
    const flows = await inParallel(100, async () => {
      const flow = aFlow({ businessId: business.id, email });
      await storage.flows.insert(flow);
      return flow;
    });
    const outcomes = await Promise.all(
      flows.map((flow) =>
        storage.transaction(async (stores) => {
          expect(await stores.flows.consume(flow.id, flow.codeMac, now)).toBe(true);
          return stores.accounts.insert(anAccount({ businessId: business.id, email }), 5);
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(5);
    expect(await storage.accounts.byEmail(business.id, email)).toHaveLength(5);
  });

  describe('that the database chose to fail', () => {
    const failing = (times: number, code: string) => {
      let runs = 0;
      const work = async () => {
        runs += 1;
        if (runs <= times) throw Object.assign(new Error('try again'), { code });
        return runs;
      };
      return { work, runs: () => runs };
    };

    it.each(['40001', '40P01'])('run again after %s, at most three times', async (code) => {
      const { storage } = current();
      expect(await storage.transaction(failing(3, code).work)).toBe(4);
      const hopeless = failing(10, code);
      await expect(storage.transaction(hopeless.work)).rejects.toThrow('try again');
      expect(hopeless.runs()).toBe(4);
    });

    it('are not run again for any other reason', async () => {
      const broken = failing(1, '23505');
      await expect(current().storage.transaction(broken.work)).rejects.toThrow('try again');
      expect(broken.runs()).toBe(1);
    });
  });
});

describe.each(databases)('a connection ($name)', ({ create }) => {
  it('answers a ping until it is closed', async () => {
    const database = await create();
    const storage = createStorage(database.db);
    await storage.ping();
    await storage.close();
    await expect(storage.ping()).rejects.toThrow();
    await database.drop();
  });
});
