import { beforeAll, expect, it } from 'vitest';
import type { HandOffRecord } from '../../src/domain/ports.ts';
import { describeStorage } from '../support/databases.ts';
import {
  aHandOff,
  anApp,
  anArtifact,
  aSession,
  inParallel,
  minute,
  now,
  storedAccount,
  unique,
} from '../support/records.ts';

describeStorage('what the way to a child app leaves behind', (current) => {
  let ids: Pick<HandOffRecord, 'businessId' | 'appId' | 'accountId' | 'sessionId'>;
  beforeAll(async () => (ids = await known()));

  /** An account with a session, and an app that it may use. */
  async function known() {
    const { storage } = current();
    const { businessId, id: accountId } = await storedAccount(storage);
    const session = aSession({ businessId, accountId });
    await storage.sessions.insert(session);
    const app = anApp({ businessId });
    await storage.apps.put(app);
    return { businessId, accountId, sessionId: session.id, appId: app.id };
  }
  async function stored(more: Partial<HandOffRecord> = {}) {
    const handOff = aHandOff({ ...ids, ...more });
    await current().storage.handOffs.insert(handOff);
    return handOff;
  }
  const to = () => ({ cookieDigest: unique('cookie'), expiresAt: now + 60 * minute });

  it('a ticket is found as it was, by its business only', async () => {
    const { handOffs } = current().storage;
    const handOff = await stored();
    expect(await handOffs.byTicket(handOff.businessId, handOff.ticketDigest)).toEqual(handOff);
    expect(await handOffs.byTicket('other', handOff.ticketDigest)).toBeUndefined();
  });

  it('T26: a ticket is redeemed by exactly one of twenty at once', async () => {
    const { handOffs } = current().storage;
    const handOff = await stored();
    expect((await inParallel(20, () => handOffs.redeem(handOff, to(), now))).filter(Boolean)).toHaveLength(1);
  });

  it.each([
    ['after its end', {}, minute],
    ['once it was ended', { endedAt: now }, 0],
  ])('a ticket is not redeemed %s', async (_, more, later) => {
    const { handOffs } = current().storage;
    const handOff = await stored(more);
    expect(await handOffs.redeem(handOff, to(), now + later)).toBe(false);
    expect(await handOffs.redeem({ ...handOff, businessId: 'other' }, to(), now)).toBe(false);
  });

  it('T26: a cookie answers exactly one of twenty at once, for its app and in its time', async () => {
    const { handOffs } = current().storage;
    const handOff = await stored();
    const cookie = to();
    await handOffs.redeem(handOff, cookie, now);
    const key = { businessId: ids.businessId, appId: ids.appId, cookieDigest: cookie.cookieDigest };
    for (const wrong of [{ appId: 'other' }, { businessId: 'other' }, { cookieDigest: 'other' }])
      expect(await handOffs.answer({ ...key, ...wrong }, now - minute, now)).toBeUndefined();
    expect(await handOffs.answer(key, now, now + minute)).toBeUndefined();
    const answers = await inParallel(20, () => handOffs.answer(key, now - 1, now));
    expect(answers.filter(Boolean)).toMatchObject([{ id: handOff.id, answeredAt: now }]);
  });

  it('lives as long as itself, its session, its account and its app', async () => {
    const { handOffs, sessions, accounts, apps } = current().storage;
    const alive = async (of: HandOffRecord, at = now) => handOffs.isAlive(of.businessId, of.id, at);
    const one = await stored();
    expect([await alive(one), await alive(one, now + minute)]).toEqual([true, false]);
    expect(await handOffs.isAlive('other', one.id, now)).toBe(false);
    await handOffs.end(one.businessId, one.id, now);
    expect(await alive(one)).toBe(false);

    for (const end of [
      (own: typeof ids) => sessions.end(own.businessId, own.sessionId, own.accountId, now),
      (own: typeof ids) => accounts.delete(own.businessId, own.accountId),
      (own: typeof ids) => apps.remove(own.businessId, own.appId),
    ]) {
      const own = await known();
      const handOff = await stored(own);
      expect(await alive(handOff)).toBe(true);
      expect(await end(own)).toBe(true);
      expect(await alive(handOff)).toBe(false);
    }
  });

  it('follows the session of the same person', async () => {
    const { handOffs, sessions } = current().storage;
    const own = await known();
    const handOff = await stored(own);
    const next = aSession(own);
    await sessions.insert(next);
    await handOffs.follow(own.sessionId, next.id);
    await sessions.end(own.businessId, own.sessionId, own.accountId, now);
    expect(await handOffs.isAlive(own.businessId, handOff.id, now)).toBe(true);
  });

  it('an app is usable by everyone, or by who was allowed', async () => {
    const { apps } = current().storage;
    const { businessId, accountId } = await known();
    const listed = anApp({ businessId, access: 'listed', client: null });
    await apps.put(listed);
    expect(await apps.byId(businessId, listed.id)).toEqual(listed);
    expect(await apps.usable(businessId, listed.id, accountId)).toBeUndefined();
    expect(await inParallel(5, () => apps.allow(businessId, listed.id, accountId))).toEqual(
      Array(5).fill(true),
    );
    expect(await apps.allowed(businessId, listed.id)).toEqual([accountId]);
    expect(await apps.usable(businessId, listed.id, accountId)).toMatchObject({
      app: listed,
      account: { id: accountId },
    });
    expect(await apps.deny(businessId, listed.id, accountId)).toBe(true);
    expect(await apps.deny(businessId, listed.id, accountId)).toBe(false);
    expect(await apps.usable(businessId, listed.id, accountId)).toBeUndefined();
    await apps.put({ ...listed, access: 'everyone' });
    expect(await apps.usable(businessId, listed.id, accountId)).toBeDefined();
  });

  it('the apps of an account, in their order, each with the number that is meant for it', async () => {
    const { apps } = current().storage;
    const { businessId, accountId, appId } = await known();
    const other = await known();
    const [late, early] = [anApp({ businessId, position: 2, badge: 4 }), anApp({ businessId, position: 1 })];
    const hidden = anApp({ businessId, isEnabled: false });
    const listed = anApp({ businessId, access: 'listed', position: 3 });
    for (const app of [late, early, hidden, listed]) await apps.put(app);
    const ids = async () => (await apps.usableBy(businessId, accountId)).map(({ id }) => id);
    expect(await ids()).toEqual([appId, early.id, late.id]);
    expect(await apps.usable(businessId, hidden.id, accountId)).toBeUndefined();
    await apps.allow(businessId, listed.id, accountId);
    expect(await ids()).toEqual([appId, early.id, late.id, listed.id]);
    expect(await apps.isAllowed(businessId, listed.id, accountId)).toBe(true);
    expect(await apps.isAllowed(businessId, late.id, accountId)).toBe(false);
    expect(await apps.change(businessId, early.id, { isEnabled: false })).toBe(true);
    expect(await apps.change(other.businessId, early.id, { isEnabled: true })).toBe(false);
    expect(await ids()).not.toContain(early.id);

    const badge = async () =>
      (await apps.usableBy(businessId, accountId)).find(({ id }) => id === late.id)?.badge;
    expect(await badge()).toBe(4);
    expect(await inParallel(5, () => apps.setBadge(businessId, late.id, accountId, 0))).toEqual(
      Array(5).fill(true),
    );
    expect(await badge()).toBe(0);
    expect(await apps.setBadge(businessId, late.id, accountId, null)).toBe(true);
    expect(await badge()).toBe(4);
    for (const badge of [1, null]) {
      expect(await apps.setBadge(businessId, late.id, other.accountId, badge)).toBe(false);
      expect(await apps.setBadge(businessId, other.appId, accountId, badge)).toBe(false);
    }
    await current().storage.accounts.delete(businessId, accountId);
    expect(await apps.isAllowed(businessId, listed.id, accountId)).toBe(false);
  });

  it('T27: neither app nor account of another business counts', async () => {
    const { apps } = current().storage;
    const [mine, theirs] = [await known(), await known()];
    expect(await apps.usable(mine.businessId, mine.appId, theirs.accountId)).toBeUndefined();
    expect(await apps.usable(mine.businessId, theirs.appId, mine.accountId)).toBeUndefined();
    expect(await apps.allow(mine.businessId, mine.appId, theirs.accountId)).toBe(false);
    expect(await apps.allow(theirs.businessId, mine.appId, theirs.accountId)).toBe(false);
  });

  it('T26: an artifact of the provider is consumed by exactly one of twenty at once', async () => {
    const { artifacts } = current().storage;
    const { consumedAt: _, ...code } = anArtifact();
    await artifacts.put(code);
    expect((await inParallel(20, () => artifacts.consume(code, now))).filter(Boolean)).toHaveLength(1);
    await artifacts.put({ ...code, sealed: 'anew' });
    expect(await artifacts.find(code, now)).toEqual({ ...code, sealed: 'anew', consumedAt: now });
    expect(await artifacts.find(code, code.expiresAt)).toBeUndefined();
  });

  it('artifacts are found by their business, model and uid, and go with their grant', async () => {
    const { artifacts } = current().storage;
    const { consumedAt: _, ...token } = anArtifact({
      uidDigest: unique('uid'),
      grantDigest: unique('grant'),
    });
    await artifacts.put(token);
    const byUid = { ...token, uidDigest: token.uidDigest ?? '' };
    expect(await artifacts.byUid(byUid, now)).toMatchObject({ digest: token.digest });
    for (const wrong of [{ businessId: 'other' }, { model: 'Session' }]) {
      expect(await artifacts.byUid({ ...byUid, ...wrong }, now)).toBeUndefined();
      expect(await artifacts.find({ ...token, ...wrong }, now)).toBeUndefined();
      const key = { ...token, ...wrong };
      await artifacts.removeOfGrant(key.businessId, key.model, token.grantDigest ?? '');
    }
    expect(await artifacts.find(token, now)).toBeDefined();
    await artifacts.removeOfGrant(token.businessId, token.model, token.grantDigest ?? '');
    expect(await artifacts.find(token, now)).toBeUndefined();
  });

  it('of signing keys that are made at once all get the same', async () => {
    const { signingKeys } = current().storage;
    const kept = await inParallel(10, (index) => signingKeys.keep('test', `key ${index}`, now));
    expect(new Set(kept).size).toBe(1);
    expect(await signingKeys.find('test')).toBe(kept[0]);
  });
});
