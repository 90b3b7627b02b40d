import { beforeEach, expect, it } from 'vitest';
import { describeStorage } from '../support/databases.ts';
import { numbers } from '../../src/domain/numbers.ts';
import type { Database } from '../../src/storage/schema.ts';
import {
  aClaim,
  aDelivery,
  aFlow,
  aHandOff,
  aMail,
  anApp,
  anArtifact,
  aSelection,
  aSession,
  aWebhook,
  day,
  inParallel,
  now,
  storedAccount,
  unique,
} from '../support/records.ts';

const kinds = [
  'flows',
  'selections',
  'access_tokens',
  'proofs',
  'hand_offs',
  'artifacts',
  'log_outs',
  'first_answers',
  'counters',
  'strikes',
  'known_devices',
  'sessions',
  'outbox',
  'webhook_deliveries',
  'mailbox',
] as const;

describeStorage('purge', (current) => {
  beforeEach(async () => {
    for (const kind of kinds) await current().db.deleteFrom(kind).execute();
  });

  const count = async (table: keyof Database): Promise<number> =>
    (
      await current()
        .db.selectFrom(table)
        .select((eb) => eb.fn.countAll<number>().as('rows'))
        .executeTakeFirstOrThrow()
    ).rows;
  const counts = async () =>
    Object.fromEntries(await Promise.all(kinds.map(async (kind) => [kind, await count(kind)])));

  /** One row of every kind that is over at `at`, and not a millisecond before. */
  const overAt = async (at: number) => {
    const { storage } = current();
    const { businessId, id: accountId } = await storedAccount(storage);
    const lasting = aSession({ businessId, accountId });
    await storage.sessions.insert(lasting);
    await storage.flows.insert(aFlow({ expiresAt: at - numbers.flowKept }));
    await storage.selections.insert(aSelection({ expiresAt: at }));
    await storage.sessions.insertAccessToken({
      digest: unique('token'),
      sessionId: lasting.id,
      expiresAt: at,
    });
    const app = anApp({ businessId });
    await storage.apps.put(app);
    const sessionId = lasting.id;
    await storage.handOffs.insert(
      aHandOff({ businessId, appId: app.id, accountId, sessionId, expiresAt: at }),
    );
    await storage.artifacts.put(anArtifact({ expiresAt: at }));
    const signOn = { businessId, appId: app.id, sid: unique('sid') };
    await storage.logOuts.queue(signOn, accountId, at - numbers.logOutLife);
    await storage.proofs.remember('key', unique('jti'), at);
    await storage.answers.claim(aClaim({ expiresAt: at }), at - 1);
    const limit = { businessId, scope: 'scope', subject: unique('subject') };
    await storage.counters.take(limit, 1, day, at - day);
    await storage.strikes.count(limit, numbers.wrongPasswords, at - numbers.wrongPasswords.window);
    const device = { businessId, mailbox: unique('mailbox'), keyThumbprint: 'key' };
    await storage.devices.touch(device, 'account', 5, at - numbers.deviceKept);
    await storage.sessions.insert(aSession({ businessId, accountId, endedAt: at - 7 * day }));
    await storage.outbox.insert(aMail({ expiresAt: at - 7 * day }));
    const webhook = aWebhook({ businessId });
    await storage.webhooks.put(webhook);
    await storage.deliveries.insert(aDelivery({ businessId, webhookId: webhook.id, expiresAt: at }));
    const mail = { id: unique('caught'), businessId, to: 'a@b.test', subject: '', text: '', html: '' };
    await storage.mailbox.insert({ ...mail, sentAt: at - 7 * day });
  };

  it('deletes every kind of row that is over, and none that is not', async () => {
    await overAt(now);
    const before = await counts();
    await current().storage.purge(now - 1, 100);
    expect(await counts()).toEqual(before);
    await current().storage.purge(now, 100);
    // The session that holds the access token goes on.
    expect(await counts()).toEqual({ ...Object.fromEntries(kinds.map((kind) => [kind, 0])), sessions: 1 });
    expect(await count('selection_choices')).toBe(0);
  });

  it('deletes at most as many of a kind as asked for', async () => {
    for (let rows = 0; rows < 3; rows += 1) await overAt(now);
    expect(await current().storage.purge(now, 2), 'says that there is more').toBe(true);
    expect(await counts()).toEqual({ ...Object.fromEntries(kinds.map((kind) => [kind, 1])), sessions: 4 });
    expect(await current().storage.purge(now, 2)).toBe(false);
  });

  it('may run in several processes at once', async () => {
    for (let rows = 0; rows < 10; rows += 1) await overAt(now);
    await inParallel(6, () => current().storage.purge(now, 100));
    expect(await count('flows')).toBe(0);
  });

  it('deletes sessions a week after whichever end comes first, with their tokens', async () => {
    const { storage } = current();
    const { businessId, id: accountId } = await storedAccount(storage);
    const long = now - 7 * day;
    const idle = aSession({ businessId, accountId, idleExpiresAt: long });
    const gone = [idle, aSession({ businessId, accountId, expiresAt: long })];
    const kept = aSession({ businessId, accountId, endedAt: long + 1 });
    for (const session of [...gone, kept]) await storage.sessions.insert(session);
    await storage.sessions.insertAccessToken({
      digest: unique('token'),
      sessionId: idle.id,
      expiresAt: now + 1,
    });
    await storage.purge(now, 100);
    expect(await storage.sessions.byId(businessId, kept.id)).toEqual(kept);
    for (const { id } of gone) expect(await storage.sessions.byId(businessId, id)).toBeUndefined();
    expect(await count('access_tokens')).toBe(0);
  });

  it('erases the sealed predecessor of a refresh token 30 seconds after its use', async () => {
    const { storage } = current();
    const { businessId, id: accountId } = await storedAccount(storage);
    const session = aSession({ businessId, accountId, sealedCurrent: 'current', sealedPrevious: 'previous' });
    await storage.sessions.insert(session);
    await storage.purge(now + 30_000, 100);
    expect(await storage.sessions.byId(businessId, session.id)).toEqual(session);
    await storage.purge(now + 30_001, 100);
    expect(await storage.sessions.byId(businessId, session.id)).toEqual({ ...session, sealedPrevious: null });
  });
});
