import { describe, expect, it } from 'vitest';
import { describeStorage } from '../support/databases.ts';
import {
  aBusiness,
  anAccount,
  aSession,
  inParallel,
  now,
  storedAccount,
  unique,
} from '../support/records.ts';

const credential = { passwordSalt: 'new salt', passwordVerifier: 'new verifier' };

describeStorage('accounts', (current) => {
  const aMailbox = async () => {
    const { id: businessId } = await current().storage.businesses.put(aBusiness());
    return { businessId, email: `${unique('ada')}@example.test` };
  };

  it('finds an account by id, in its own business only', async () => {
    const { storage } = current();
    const account = await storedAccount(storage, { passwordSalt: null, passwordVerifier: null });
    const other = await storage.businesses.put(aBusiness());
    expect(await storage.accounts.byId(account.businessId, account.id)).toEqual(account);
    expect(await storage.accounts.byId(other.id, account.id)).toBeUndefined();
    expect(await storage.accounts.byIds(other.id, [account.id])).toEqual([]);
    expect(await storage.accounts.byEmail(other.id, account.email)).toEqual([]);
  });

  it('lists the accounts of a mailbox, oldest first', async () => {
    const { accounts } = current().storage;
    const mailbox = await aMailbox();
    const young = anAccount({ ...mailbox, createdAt: now });
    const old = anAccount({ ...mailbox, createdAt: now - 1 });
    await accounts.insert(young, 5);
    await accounts.insert(old, 5);
    expect(await accounts.byEmail(mailbox.businessId, mailbox.email)).toEqual([old, young]);
  });

  it('finds accounts by their ids, and nothing by none', async () => {
    const { storage } = current();
    const first = await storedAccount(storage);
    const second = await storedAccount(storage, { businessId: first.businessId, createdAt: now + 1 });
    const { businessId } = first;
    expect(await storage.accounts.byIds(businessId, [second.id, 'unknown', first.id])).toEqual([
      first,
      second,
    ]);
    expect(await storage.accounts.byIds(businessId, [])).toEqual([]);
  });

  it('notes the last sign-in', async () => {
    const { accounts } = current().storage;
    const account = await storedAccount(current().storage);
    await accounts.touchSignIn(account, now + 5);
    expect(await accounts.byId(account.businessId, account.id)).toEqual({
      ...account,
      lastSignInAt: now + 5,
    });
  });

  it('notes no sign-in of an account that has changed since it was read, or is gone', async () => {
    const { storage } = current();
    const account = await storedAccount(storage);
    await storage.accounts.setPassword(account, credential, now + 1);
    expect(await storage.accounts.touchSignIn(account, now)).toBe(false);
    const { id, businessId } = account;
    expect(await storage.accounts.touchSignIn({ ...account, proofsGoodFrom: now + 1 }, now)).toBe(true);
    expect(await storage.accounts.delete(businessId, id)).toBe(true);
    expect(await storage.accounts.touchSignIn({ ...account, proofsGoodFrom: now + 1 }, now)).toBe(false);
  });

  it('replaces a password once for whoever read the same account', async () => {
    const { storage } = current();
    const account = await storedAccount(storage);
    const outcomes = await inParallel(10, () => storage.accounts.setPassword(account, credential, now + 1));
    expect(outcomes.filter(Boolean)).toHaveLength(1);
    const changed = { ...account, ...credential, proofsGoodFrom: now + 1 };
    expect(await storage.accounts.byId(account.businessId, account.id)).toEqual(changed);
  });

  it('deletes an account with its sessions and tokens, in its own business only', async () => {
    const { db, storage } = current();
    const account = await storedAccount(storage);
    const sibling = await storedAccount(storage, { businessId: account.businessId, email: account.email });
    const session = aSession({ businessId: account.businessId, accountId: account.id });
    await storage.sessions.insert(session);
    const digest = unique('token');
    await storage.sessions.insertAccessToken({ digest, sessionId: session.id, expiresAt: now + 1 });
    expect(await storage.accounts.delete('another', account.id)).toBe(false);
    expect(await storage.accounts.delete(account.businessId, account.id)).toBe(true);
    expect(await storage.accounts.delete(account.businessId, account.id)).toBe(false);
    expect(await storage.sessions.byId(account.businessId, session.id)).toBeUndefined();
    expect(await db.selectFrom('access_tokens').selectAll().where('digest', '=', digest).execute()).toEqual(
      [],
    );
    expect(await storage.accounts.byEmail(account.businessId, account.email)).toEqual([sibling]);
  });

  describe('moving to another mailbox', () => {
    const to = (email: string) => ({ email, ...credential });

    it('returns the account as it is then, and leaves its old slot free', async () => {
      const { accounts } = current().storage;
      const { businessId, email } = await aMailbox();
      const account = anAccount({ businessId });
      await accounts.insert(account, 1);
      const moved = { ...account, ...to(email), proofsGoodFrom: now + 1 };
      expect(await accounts.move(account, to(email), 1, now + 1)).toEqual(moved);
      expect(await accounts.byEmail(businessId, email)).toEqual([moved]);
      expect(await accounts.insert(anAccount({ businessId, email: account.email }), 1)).toBe('inserted');
    });

    it('changes nothing when the account is not as it was read', async () => {
      const { accounts } = current().storage;
      const { businessId, email } = await aMailbox();
      const account = anAccount({ businessId });
      await accounts.insert(account, 1);
      const asRead = { ...account, proofsGoodFrom: now - 1 };
      expect(await accounts.move(asRead, to(email), 1, now)).toBe('changed');
      expect(await accounts.byEmail(businessId, email)).toEqual([]);
      expect(await accounts.byEmail(businessId, account.email)).toEqual([account]);
    });

    for (const most of [1, 5]) {
      it(`stops at ${most} when twenty move and twenty arrive at once`, async () => {
        const { storage } = current();
        const { businessId, email } = await aMailbox();
        const movers = await inParallel(20, () => storedAccount(storage, { businessId }));
        const outcomes = await Promise.all([
          ...movers.map((account) => storage.accounts.move(account, to(email), most, now)),
          ...movers.map(() => storage.accounts.insert(anAccount({ businessId, email }), most)),
        ]);
        expect(outcomes.filter((outcome) => outcome !== 'full')).toHaveLength(most);
        expect(await storage.accounts.byEmail(businessId, email)).toHaveLength(most);
      });
    }

    it('two accounts that change places with room beside them both move', async () => {
      const { storage } = current();
      const a = await storedAccount(storage);
      const b = await storedAccount(storage, { businessId: a.businessId });
      const outcomes = await Promise.all([
        storage.accounts.move(a, to(b.email), 2, now),
        storage.accounts.move(b, to(a.email), 2, now),
      ]);
      expect(outcomes.map((outcome) => (typeof outcome === 'string' ? outcome : outcome.email))).toEqual([
        b.email,
        a.email,
      ]);
    });
  });

  it('fails loudly when an id is used twice', async () => {
    const account = await storedAccount(current().storage);
    await expect(
      current().storage.accounts.insert({ ...account, email: 'other@example.test' }, 5),
    ).rejects.toThrow();
  });

  describe('the limit of a mailbox', () => {
    for (const most of [1, 5]) {
      it(`is ${most} when a hundred arrive at once`, async () => {
        const { accounts } = current().storage;
        const mailbox = await aMailbox();
        const outcomes = await inParallel(100, () => accounts.insert(anAccount(mailbox), most));
        expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(most);
        const stored = await accounts.byEmail(mailbox.businessId, mailbox.email);
        expect(new Set(stored.map(({ id }) => id)).size).toBe(most);
      });
    }

    it('is per mailbox', async () => {
      const { accounts } = current().storage;
      const { businessId } = await aMailbox();
      expect(await accounts.insert(anAccount({ businessId }), 1)).toBe('inserted');
      expect(await accounts.insert(anAccount({ businessId }), 1)).toBe('inserted');
    });

    it('permits no account at all when it is zero', async () => {
      expect(await current().storage.accounts.insert(anAccount(await aMailbox()), 0)).toBe('full');
    });

    // A mailbox whose accounts of the low slots were deleted, and whose business lowered its limit.
    const cases: { held: number[]; most: number; room: number }[] = [
      { held: [3], most: 1, room: 0 },
      { held: [3], most: 2, room: 1 },
      { held: [2, 4], most: 3, room: 1 },
      { held: [1, 4], most: 3, room: 1 },
      { held: [0, 1, 4], most: 3, room: 0 },
      { held: [0, 1, 4], most: 2, room: 0 },
      { held: [1, 2], most: 5, room: 3 },
    ];
    for (const { held, most, room } of cases) {
      it(`leaves room for ${room} of at most ${most} beside slots ${held.join(', ')}, in a race too`, async () => {
        const { db, storage } = current();
        const mailbox = await aMailbox();
        for (const slot of held) {
          const account = anAccount(mailbox);
          await storage.accounts.insert(account, 1 + held.length);
          // Moved up as it would stand after deletions below it.
          await db
            .updateTable('accounts')
            .set({ slot: slot + 10 })
            .where('id', '=', account.id)
            .execute();
        }
        await db
          .updateTable('accounts')
          .set((eb) => ({ slot: eb('slot', '-', 10) }))
          .where('email', '=', mailbox.email)
          .execute();
        const outcomes = await inParallel(20, () => storage.accounts.insert(anAccount(mailbox), most));
        expect(outcomes.filter((outcome) => outcome === 'inserted')).toHaveLength(room);
      });
    }
  });
});
