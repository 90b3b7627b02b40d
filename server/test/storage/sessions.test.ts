import { describe, expect, it } from 'vitest';
import type { SessionRecord } from '../../src/domain/ports.ts';
import { describeStorage } from '../support/databases.ts';
import { aSession, day, inParallel, minute, now, storedAccount, unique } from '../support/records.ts';

describeStorage('sessions', (current) => {
  const opened = async (more: Partial<SessionRecord> = {}) => {
    const { storage } = current();
    const account = await storedAccount(storage);
    const session = aSession({ businessId: account.businessId, accountId: account.id, ...more });
    await storage.sessions.insert(session);
    return { account, session };
  };
  const withToken = async (more: Partial<SessionRecord> = {}) => {
    const made = await opened(more);
    const digest = unique('token');
    await current().storage.sessions.insertAccessToken({
      digest,
      sessionId: made.session.id,
      expiresAt: now + 300,
    });
    return { ...made, digest };
  };
  /** Every way for a session to be over at `now`. */
  const over: [string, Partial<SessionRecord>][] = [
    ['ended', { endedAt: now - 1 }],
    ['idle for too long', { idleExpiresAt: now }],
    ['past its absolute end', { expiresAt: now }],
    ['ended by a clock that was ahead', { endedAt: now + day }],
  ];

  it('reads back what was inserted, in its own business only', async () => {
    const { sessions } = current().storage;
    const { session } = await opened({
      sealedCurrent: 'c',
      sealedPrevious: 'p',
      remember: true,
      device: null,
    });
    expect(await sessions.byId(session.businessId, session.id)).toEqual(session);
    expect(await sessions.byId('other', session.id)).toBeUndefined();
  });

  it('lists the open sessions of an account, last used first', async () => {
    const { sessions } = current().storage;
    const { account, session } = await opened();
    const of = { businessId: account.businessId, accountId: account.id };
    const recent = aSession({ ...of, lastUsedAt: now + 2 });
    const middle = aSession({ ...of, lastUsedAt: now + 1 });
    const ended = over.map(([, state]) => aSession({ ...of, ...state }));
    for (const each of [recent, ...ended, middle]) await sessions.insert(each);
    await opened();
    expect(await sessions.open(account.id, now)).toEqual([recent, middle, session]);
  });

  describe('rotate', () => {
    const to = {
      refreshDigest: 'next',
      sealedCurrent: 'sealed',
      rotatedAt: now + 1,
      idleExpiresAt: now + 8 * day,
    };
    const rotate = ({ id, generation, refreshDigest }: SessionRecord, more: Partial<typeof to> = {}) =>
      current().storage.sessions.rotate(id, { generation, refreshDigest }, { ...to, ...more });

    it('moves the session to its next generation', async () => {
      const { session } = await opened({ sealedCurrent: 'before', sealedPrevious: 'long ago' });
      const rotated = await rotate(session);
      expect(rotated).toEqual({
        ...session,
        ...to,
        generation: 1,
        sealedPrevious: 'before',
        lastUsedAt: now + 1,
      });
      expect(await current().storage.sessions.byId(session.businessId, session.id)).toEqual(rotated);
    });

    it('succeeds for exactly one of twenty at once', async () => {
      const { session } = await opened();
      const rotated = await inParallel(20, (index) => rotate(session, { refreshDigest: `next-${index}` }));
      const [winner, ...others] = rotated.filter(Boolean);
      expect(others).toEqual([]);
      expect(winner?.generation).toBe(1);
      expect(await current().storage.sessions.byId(session.businessId, session.id)).toEqual(winner);
    });

    it.each<[string, Partial<SessionRecord>]>([
      ['another generation', { generation: 1 }],
      ['another token', { refreshDigest: 'other' }],
    ])('refuses to start from %s', async (_, difference) => {
      const { session } = await opened();
      expect(await rotate({ ...session, ...difference })).toBeUndefined();
      expect(await current().storage.sessions.byId(session.businessId, session.id)).toEqual(session);
    });

    it.each(over)('refuses a session that was %s', async (_, state) => {
      const { session } = await opened(state);
      expect(await rotate(session)).toBeUndefined();
    });

    it('prolongs the idle end, and never past the absolute one', async () => {
      const { sessions } = current().storage;
      const { account, session } = await opened({ idleExpiresAt: now + 2 });
      await rotate(session, { idleExpiresAt: now + 40 * day });
      expect(await sessions.open(account.id, now + 20 * day)).toHaveLength(1);
      expect(await sessions.open(account.id, session.expiresAt)).toEqual([]);
    });
  });

  describe('end', () => {
    it('ends the session and its access tokens, for exactly one of ten at once', async () => {
      const { db, storage } = current();
      const { session, digest } = await withToken();
      const ended = await inParallel(10, () =>
        storage.sessions.end(session.businessId, session.id, null, now),
      );
      expect(ended.filter(Boolean)).toHaveLength(1);
      expect((await storage.sessions.byId(session.businessId, session.id))?.endedAt).toBe(now);
      expect(await storage.sessions.open(session.accountId, now)).toEqual([]);
      expect(await db.selectFrom('access_tokens').selectAll().where('digest', '=', digest).execute()).toEqual(
        [],
      );
    });

    it('ends only what belongs to the business and, if one is named, to the account', async () => {
      const { sessions } = current().storage;
      const { session } = await opened();
      const { id, businessId, accountId } = session;
      expect(await sessions.end('other', id, accountId, now)).toBe(false);
      expect(await sessions.end(businessId, id, 'other', now)).toBe(false);
      expect(await sessions.byId(businessId, id)).toEqual(session);
      expect(await sessions.end(businessId, id, accountId, now)).toBe(true);
    });

    it.each(over)('does not end a session that was %s', async (_, state) => {
      const { session } = await opened(state);
      const { businessId, id } = session;
      expect(await current().storage.sessions.end(businessId, id, null, now)).toBe(false);
      expect(await current().storage.sessions.byId(businessId, id)).toEqual(session);
    });

    it('is undone with the transaction around it', async () => {
      const { storage } = current();
      const { session, digest } = await withToken();
      const undone = storage.transaction(async (stores) => {
        expect(await stores.sessions.end(session.businessId, session.id, null, now)).toBe(true);
        throw new Error('no');
      });
      await expect(undone).rejects.toThrow('no');
      expect(await storage.sessions.byAccessToken(session.businessId, digest, now)).toBeDefined();
    });
  });

  describe('endAll', () => {
    it('ends every open session of the account and says how many', async () => {
      const { sessions } = current().storage;
      const { account, session, digest } = await withToken();
      const of = { businessId: account.businessId, accountId: account.id };
      await sessions.insert(aSession(of));
      await sessions.insert(aSession({ ...of, endedAt: now - 5 }));
      const other = await withToken();
      expect(await sessions.endAll(account.id, now)).toBe(2);
      expect(await sessions.endAll(account.id, now)).toBe(0);
      expect(await sessions.byAccessToken(session.businessId, digest, now)).toBeUndefined();
      expect(await sessions.byAccessToken(other.session.businessId, other.digest, now)).toBeDefined();
    });
  });

  describe('endAll but one', () => {
    it('leaves that one and its tokens', async () => {
      const { sessions } = current().storage;
      const { account, session, digest } = await withToken();
      const other = aSession({ businessId: account.businessId, accountId: account.id });
      await sessions.insert(other);
      const tokenOfOther = { digest: `${digest}-other`, sessionId: other.id, expiresAt: now + minute };
      await sessions.insertAccessToken(tokenOfOther);
      expect(await sessions.endAll(account.id, now, session.id)).toBe(1);
      expect(await sessions.byAccessToken(account.businessId, digest, now)).toBeDefined();
      expect(await sessions.byAccessToken(account.businessId, tokenOfOther.digest, now)).toBeUndefined();
    });
  });

  describe('setProof', () => {
    it('replaces the proof of an open session, and of no other', async () => {
      const { sessions } = current().storage;
      const { session } = await withToken();
      const proof = { method: 'password', accountIds: ['a'], provedAt: now } as const;
      expect(await sessions.setProof(session.id, { ...proof, accountIds: ['a'] }, now)).toBe(true);
      expect((await sessions.byId(session.businessId, session.id))?.proof).toEqual(proof);
      await sessions.end(session.businessId, session.id, null, now);
      expect(await sessions.setProof(session.id, { ...proof, accountIds: [] }, now)).toBe(false);
      expect((await sessions.byId(session.businessId, session.id))?.proof).toEqual(proof);
    });
  });

  describe('byAccessToken', () => {
    it('finds the session and its account', async () => {
      const { account, session, digest } = await withToken();
      const found = await current().storage.sessions.byAccessToken(account.businessId, digest, now);
      expect(found).toEqual({ session, account });
    });

    it('finds nothing for another token, another business, or a token that expired', async () => {
      const { sessions } = current().storage;
      const { account, digest } = await withToken();
      expect(await sessions.byAccessToken(account.businessId, 'other', now)).toBeUndefined();
      expect(await sessions.byAccessToken('other', digest, now)).toBeUndefined();
      expect(await sessions.byAccessToken(account.businessId, digest, now + 300)).toBeUndefined();
      expect(await sessions.byAccessToken(account.businessId, digest, now + 299)).toBeDefined();
    });

    it.each(over)('finds nothing for a session that was %s', async (_, state) => {
      const { account, digest } = await withToken(state);
      expect(await current().storage.sessions.byAccessToken(account.businessId, digest, now)).toBeUndefined();
    });
  });
});
