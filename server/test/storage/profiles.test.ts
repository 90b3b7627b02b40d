import { expect, it } from 'vitest';
import { describeStorage } from '../support/databases.ts';
import { inParallel, now, storedAccount } from '../support/records.ts';

describeStorage('what accounts have answered', (current) => {
  it('is kept a field at a time, whatever the others do meanwhile', async () => {
    const { storage } = current();
    const account = await storedAccount(storage);
    const kept = await inParallel(20, (index) =>
      storage.profiles.put(account, `field-${index}`, [`${index}`], now),
    );
    expect(kept.every(Boolean)).toBe(true);
    expect(Object.keys(await storage.profiles.of(account))).toHaveLength(20);
    await storage.profiles.put(account, 'field-3', { street: '1 High Street', city: 'Leeds' }, now);
    await storage.profiles.put(account, 'field-4', null, now);
    const values = await storage.profiles.of(account);
    expect(values).toMatchObject({ 'field-3': { city: 'Leeds' }, 'field-5': ['5'] });
    expect(values).not.toHaveProperty('field-4');
  });

  it('T27: is read and written under its own business only', async () => {
    const { storage } = current();
    const account = await storedAccount(storage);
    const elsewhere = { ...account, businessId: (await storedAccount(storage)).businessId };
    await storage.profiles.put(account, 'phone', 'mine', now);
    expect(await storage.profiles.of(elsewhere)).toEqual({});
    expect(await storage.profiles.put(elsewhere, 'phone', 'theirs', now)).toBe(false);
    expect(await storage.profiles.put(elsewhere, 'phone', null, now)).toBe(false);
    expect(await storage.accounts.describe(elsewhere, { name: 'Theirs' })).toBe(false);
    expect(await storage.profiles.of(account)).toEqual({ phone: 'mine' });
  });

  it('T28: goes with the account, and nothing is kept for one that has gone', async () => {
    const { storage, db } = current();
    const account = await storedAccount(storage);
    await storage.profiles.put(account, 'phone', 'mine', now);
    await storage.accounts.delete(account.businessId, account.id);
    expect(await storage.profiles.put(account, 'phone', 'late', now)).toBe(false);
    const left = db.selectFrom('profile_values').selectAll().where('account_id', '=', account.id);
    expect(await left.execute()).toEqual([]);
  });
});
