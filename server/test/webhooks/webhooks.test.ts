import { Webhook } from 'standardwebhooks';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { WebhookEvent } from '../../../src/contract/webhook-admin.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { createApp } from '../../src/app.ts';
import type { Business } from '../../src/domain/business.ts';
import { listDeliveries, putWebhook, resendDelivery } from '../../src/domain/manage-webhooks.ts';
import { numbers } from '../../src/domain/numbers.ts';
import type { Storage } from '../../src/domain/ports.ts';
import { createWebhookWorker, type WebhookPost } from '../../src/webhooks/worker.ts';
import { describeStorage } from '../support/databases.ts';
import { putImported } from '../support/imported.ts';
import { day, inParallel, unique } from '../support/records.ts';
import { conformanceTarget, publicUrl, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const url = 'https://hooks.example/portal';
const password = 'correct horse battery';

describeStorage('webhooks', (current) => {
  let portal: TestPortal;
  let target: Target;
  let many: Business;
  let single: Business;
  beforeAll(async () => {
    portal = await startTestPortal(current().db);
    target = await conformanceTarget(portal);
    many = (await portal.deps.storage.businesses.bySlug('many'))!;
    single = (await portal.deps.storage.businesses.bySlug('single'))!;
  });
  beforeEach(() => current().db.deleteFrom('webhooks').execute());

  /** Where each of the tests receives; `answer`: why not. */
  function receiver(answer: (post: WebhookPost) => string | undefined = () => undefined) {
    const posts: WebhookPost[] = [];
    const post = async (one: WebhookPost) => {
      posts.push(one);
      return answer(one);
    };
    const worker = createWebhookWorker({ ...portal.deps, post, log: (entry) => portal.log.push(entry) });
    return { posts, worker, told: () => posts.map(({ body }) => JSON.parse(body) as Told) };
  }
  interface Told {
    type: string;
    timestamp: string;
    data: { account: string; externalId?: string; email: string };
  }
  const put = async (business: Business, more: { events?: WebhookEvent[]; isSecretNew?: boolean } = {}) => {
    const done = await putWebhook(portal.deps, business, 'crm', { url, ...more });
    if ('faults' in done) throw new Error(done.faults[0]?.fault);
    return done.secret ?? '';
  };
  const deliveries = async (business = many) => {
    const listed = await listDeliveries(portal.deps, business, {});
    return listed.ok ? listed.value.items : [];
  };
  const newEmail = () => `${unique('ada')}@example.com`;
  const signUp = async (email = newEmail(), slug = 'many') => {
    const visitor = await Visitor.arrive(target, `${publicUrl}/${slug}`);
    const grant = await visitor.signUp(email, password);
    return { visitor, email, account: grant.session.account.id, accessToken: grant.access_token };
  };
  /** As a receiver checks it, with a library that nobody here wrote. */
  const verified = (secret: string, { body, headers }: WebhookPost): unknown => {
    // It compares with the clock of this machine; ours is the tests'.
    const lag = Date.now() - portal.deps.clock.now();
    expect(Math.abs(Number(headers['webhook-timestamp']) * 1_000 - portal.deps.clock.now())).toBeLessThan(
      1_000,
    );
    const { now } = Date;
    Date.now = () => now() - lag;
    try {
      return new Webhook(secret).verify(body, headers);
    } finally {
      Date.now = now;
    }
  };

  it('tell the business of a sign-up, signed as the Standard Webhooks specification says', async () => {
    const secret = await put(many);
    const { posts, worker, told } = receiver();
    const { account, email } = await signUp();
    expect(await worker.drain()).toBe(2);
    const timestamp = new Date(portal.deps.clock.now()).toISOString();
    for (const type of ['account.created', 'email.verified']) {
      expect(told()).toContainEqual({ type, timestamp, data: { account, email } });
    }
    for (const post of posts) {
      expect(post.url).toBe(url);
      expect(verified(secret, post)).toEqual(JSON.parse(post.body));
      expect(() => verified(secret, { ...post, body: post.body.replace('ada', 'eve') })).toThrow('signature');
      expect(post.headers['webhook-id']).toMatch(/^msg_[\w-]{22}$/);
    }
    expect(await worker.drain()).toBe(0);
    expect((await deliveries()).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
    // What was told is not kept.
    expect(await current().db.selectFrom('webhook_deliveries').select('body').distinct().execute()).toEqual([
      { body: null },
    ]);
  });

  it('sign with the old secret, too, for a day after a new one was made', async () => {
    const old = await put(many);
    const renewed = await put(many, { isSecretNew: true });
    const { posts, worker } = receiver();
    await signUp();
    await worker.drain();
    verified(old, posts[0]!);
    verified(renewed, posts[0]!);
    portal.advance(numbers.webhookSecretKept);
    await signUp();
    await worker.drain();
    verified(renewed, posts.at(-1)!);
    expect(() => verified(old, posts.at(-1)!)).toThrow('signature');
  });

  it('tell of a mailbox that was proved after an import, and by a change; not what the business put itself', async () => {
    await put(many);
    const { worker, told } = receiver();
    const email = newEmail();
    const { id } = await putImported(portal, password, {
      ...{ businessId: many.id, email, externalId: unique('customer') },
      isMailboxProved: false,
    });
    await worker.drain();
    expect(told()).toEqual([]);
    const logIn = async () => {
      const visitor = await Visitor.arrive(target);
      const { flow, tag } = await visitor.succeed('requestSignInCode', { email });
      const outcome = await visitor.succeed('verifySignInCode', {
        flow,
        code: await portal.codeFor(email, tag),
      });
      if (outcome.outcome !== 'signed-in') throw new Error(outcome.outcome);
      return { visitor, accessToken: outcome.grant.access_token };
    };
    const { visitor, accessToken } = await logIn();
    await worker.drain();
    const data = { account: id, externalId: expect.stringContaining('customer') as string, email };
    expect(told()).toMatchObject([{ type: 'email.verified', data }]);

    const next = newEmail();
    const { flow, tag } = await visitor.succeed('requestEmailChange', { email: next }, { accessToken });
    const code = await portal.codeFor(next, tag);
    await visitor.succeed('verifyEmailChange', { flow, code }, { accessToken });
    await worker.drain();
    expect(told().slice(1)).toMatchObject([{ type: 'email.verified', data: { ...data, email: next } }]);
  });

  it('tell once that a profile is complete, when two tabs save the last two fields at once', async () => {
    await put(many, { events: ['profile.completed'] });
    await portal.deps.storage.businesses.put({
      ...many,
      settings: {
        ...many.settings,
        profileFields: ['one', 'two', 'three'].map((name) => ({
          ...{ name, type: 'text' as const, label: { en: name } },
          required: name !== 'three',
        })),
      },
    });
    const { worker, told } = receiver();
    const { visitor, account, accessToken } = await signUp();
    const save = (values: Record<string, unknown>) =>
      visitor.succeed('saveProfile', { values }, { accessToken });
    await save({ three: 'x' });

    // Each would commit only once the other has looked, too; who waits for the other's commit cannot, and is not waited for.
    const { storage } = portal.deps;
    let looked = 0;
    const bothLooked = Promise.withResolvers<void>();
    const side: Storage = {
      ...storage,
      transaction: (work) =>
        storage.transaction(async (stores) => {
          const result = await work(stores);
          if ((looked += 1) === 2) bothLooked.resolve();
          await Promise.race([bothLooked.promise, new Promise((resolve) => setTimeout(resolve, 200))]);
          return result;
        }),
    };
    const tab = createApp({ ...portal.deps, storage: side });
    const beside = new Visitor(
      { ...target, fetch: (request) => tab(request) },
      `${publicUrl}/many`,
      visitor.keys,
    );
    await inParallel(2, (index) =>
      beside.succeed('saveProfile', { values: { [index === 0 ? 'one' : 'two']: 'x' } }, { accessToken }),
    );
    await save({ one: 'y' });
    await worker.drain();
    expect(told()).toMatchObject([{ type: 'profile.completed', data: { account } }]);
    await portal.deps.storage.businesses.put(many);
  });

  it('are tried for about a day, in growing waits, then kept as failed until somebody has them sent again', async () => {
    await put(many, { events: ['account.created'] });
    let isUp = false;
    const { posts, worker } = receiver(() => (isUp ? undefined : 'status-500'));
    await signUp();
    const startedAt = portal.deps.clock.now();
    const gaps: number[] = [];
    for (let last = startedAt; ;) {
      await worker.drain();
      const [delivery] = await deliveries();
      expect(delivery).toMatchObject({ attempts: gaps.length + 1, reason: 'status-500' });
      if (delivery?.nextAt === undefined) break;
      expect(delivery.state).toBe('pending');
      const due = Date.parse(delivery.nextAt);
      gaps.push(due - last);
      portal.advance(due - portal.deps.clock.now() - 1);
      await worker.drain();
      expect(posts).toHaveLength(gaps.length);
      portal.advance(1);
      last = due;
    }
    expect(gaps).toEqual(gaps.toSorted((a, b) => a - b));
    const lasted = portal.deps.clock.now() - startedAt;
    expect(lasted).toBeGreaterThan(day);
    expect(lasted).toBeLessThan(1.5 * day);
    // The same event at each attempt, by its identifier.
    expect(new Set(posts.map(({ headers, body }) => `${headers['webhook-id']} ${body}`)).size).toBe(1);
    const [failed] = await deliveries();
    expect(failed?.state).toBe('failed');

    isUp = true;
    expect((await resendDelivery(portal.deps, single, failed!.id)).ok).toBe(false);
    expect((await resendDelivery(portal.deps, many, failed!.id)).ok).toBe(true);
    expect(await worker.drain()).toBe(1);
    expect(posts.at(-1)?.headers['webhook-id']).toBe(failed!.id);
    expect(await deliveries()).toMatchObject([{ id: failed!.id, state: 'delivered' }]);
    expect((await resendDelivery(portal.deps, many, failed!.id)).ok).toBe(false);
  });

  it('are given up at once where the receiver says that it is gone for good', async () => {
    await put(many, { events: ['account.created'] });
    const { worker } = receiver(() => 'status-410');
    await signUp();
    await worker.drain();
    expect(await deliveries()).toMatchObject([{ state: 'failed', reason: 'status-410', attempts: 1 }]);
  });

  it('are sent by one of several processes each, and again after one that died', async () => {
    await put(many, { events: ['account.created'] });
    for (let people = 0; people < 12; people += 1) await signUp();
    const receivers = Array.from({ length: 3 }, () => receiver());
    // One took some of them along when it died.
    const lost = await portal.deps.storage.deliveries.lease(portal.deps.clock.now(), 60_000, 5);
    const sent = await Promise.all(receivers.map(({ worker }) => worker.drain()));
    expect(sent.reduce((sum, one) => sum + one)).toBe(7);
    portal.advance(60_000);
    expect(await receivers[0]!.worker.drain()).toBe(lost.length);
    const ids = receivers.flatMap(({ posts }) => posts.map(({ headers }) => headers['webhook-id']));
    expect(new Set(ids).size).toBe(12);
    expect(ids).toHaveLength(12);
  });

  it('T27: tell no business of the customers of another', async () => {
    await put(single);
    const { worker, told } = receiver();
    await signUp();
    const theirs = await signUp(newEmail(), 'single');
    await worker.drain();
    expect(new Set(told().map(({ data }) => data.account))).toEqual(new Set([theirs.account]));
    expect(await deliveries()).toEqual([]);
  });

  it('T28: leave nothing of an account that was deleted on its way or in the list', async () => {
    await put(many);
    const { visitor, accessToken } = await signUp();
    await visitor.succeed('deleteAccount', undefined, { accessToken });
    const { posts, worker } = receiver();
    await worker.drain();
    expect(posts).toEqual([]);
    expect(await deliveries()).toEqual([]);
  });

  it('T30: hold no secret in the database that a thief could sign with, and none in the log', async () => {
    const secret = await put(many);
    await put(many, { isSecretNew: true });
    const rows = await current().db.selectFrom('webhooks').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(secret.slice('whsec_'.length));
    const { worker } = receiver(() => 'status-500');
    const { email } = await signUp();
    await worker.drain();
    expect(portal.log.some(({ event }) => event === 'webhook-postponed')).toBe(true);
    expect(JSON.stringify(portal.log)).not.toMatch(new RegExp(`${email}|whsec_|hooks\\.example`));
  });
});
