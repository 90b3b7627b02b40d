import { describe, expect, it } from 'vitest';
import type { FlowKey, FlowRecord } from '../../src/domain/ports.ts';
import { describeStorage } from '../support/databases.ts';
import { aFlow, aLink, inParallel, minute, now, unique } from '../support/records.ts';

const keyOf = ({ id, businessId, kind, keyThumbprint }: FlowRecord) => ({
  id,
  businessId,
  kind,
  keyThumbprint,
});

describeStorage('flows', (current) => {
  const stored = async (more: Partial<FlowRecord> = {}): Promise<FlowRecord> => {
    const flow = aFlow(more);
    await current().storage.flows.insert(flow);
    return flow;
  };

  /** Every way in which a key can be somebody else's. */
  const foreign: [string, Partial<FlowKey>][] = [
    ['another flow', { id: 'other' }],
    ['another business', { businessId: 'other' }],
    ['the other kind', { kind: 'sign-in' }],
    ['another key', { keyThumbprint: 'other' }],
  ];

  describe('find', () => {
    it('reads back what was inserted, with and without a pending sign-up', async () => {
      const { flows } = current().storage;
      const signUp = await stored();
      const signIn = await stored({ kind: 'sign-in', pending: null });
      expect(await flows.find(keyOf(signUp))).toEqual(signUp);
      expect(await flows.find(keyOf(signIn))).toEqual(signIn);
    });

    it('finds either kind when none is asked for, and a flow that is over', async () => {
      const flow = await stored({ consumedAt: now, expiresAt: now - 1, attempts: 5 });
      const { kind: _, ...key } = keyOf(flow);
      expect(await current().storage.flows.find(key)).toEqual(flow);
    });

    it.each(foreign)('does not find %s', async (_, difference) => {
      const flow = await stored();
      expect(await current().storage.flows.find({ ...keyOf(flow), ...difference })).toBeUndefined();
    });
  });

  describe('countAttempt', () => {
    it('returns the flow with the attempt counted', async () => {
      const { flows } = current().storage;
      const flow = await stored();
      expect(await flows.countAttempt(keyOf(flow), now, 5)).toEqual({ ...flow, attempts: 1 });
      expect(await flows.find(keyOf(flow))).toEqual({ ...flow, attempts: 1 });
    });

    it('counts exactly as many as permitted when two hundred arrive at once', async () => {
      const { flows } = current().storage;
      const flow = await stored();
      const counted = (await inParallel(200, () => flows.countAttempt(keyOf(flow), now, 5))).filter(Boolean);
      expect(counted.map((counts) => counts?.attempts).sort()).toEqual([1, 2, 3, 4, 5]);
    });

    it.each(foreign)('does not count for %s', async (_, difference) => {
      const { flows } = current().storage;
      const flow = await stored();
      expect(await flows.countAttempt({ ...keyOf(flow), ...difference }, now, 5)).toBeUndefined();
      expect((await flows.find(keyOf(flow)))?.attempts).toBe(0);
    });

    it('counts until the flow expires, not at that moment', async () => {
      const { flows } = current().storage;
      const flow = await stored({ expiresAt: now });
      expect(await flows.countAttempt(keyOf(flow), now, 5)).toBeUndefined();
      expect(await flows.countAttempt(keyOf(flow), now - 1, 5)).toBeDefined();
    });

    it('does not count for a flow that was consumed', async () => {
      const flow = await stored({ consumedAt: now });
      expect(await current().storage.flows.countAttempt(keyOf(flow), now, 5)).toBeUndefined();
    });
  });

  describe('consume', () => {
    it('succeeds for exactly one of fifty at once', async () => {
      const { flows } = current().storage;
      const flow = await stored();
      const consumed = await inParallel(50, () => flows.consume(flow.id, flow.codeMac, now + 1));
      expect(consumed.filter(Boolean)).toHaveLength(1);
      expect((await flows.find(keyOf(flow)))?.consumedAt).toBe(now + 1);
    });

    it('leaves a flow open whose code was replaced, or which expired', async () => {
      const { flows } = current().storage;
      const flow = await stored();
      expect(await flows.consume(flow.id, 'replaced', now)).toBe(false);
      expect(await flows.consume(flow.id, flow.codeMac, flow.expiresAt)).toBe(false);
      expect(await flows.find(keyOf(flow))).toEqual(flow);
    });
  });

  describe('byLink', () => {
    it('finds the flow for whoever has the link, in its own business only', async () => {
      const { flows } = current().storage;
      const link = aLink();
      const flow = await stored({ kind: 'sign-in', pending: null, link });
      await stored();
      expect(await flows.byLink('business', link.digest)).toEqual(flow);
      expect(await flows.byLink('other', link.digest)).toBeUndefined();
      expect(await flows.byLink('business', 'never issued')).toBeUndefined();
    });
  });

  describe('renewCode', () => {
    const code = {
      codeMac: 'new-mac',
      codeFormat: 'letters' as const,
      sentAt: now + minute,
      expiresAt: now + 20 * minute,
      link: null,
    };

    it('replaces the code, keeps the attempts and returns the flow as it is now', async () => {
      const { flows } = current().storage;
      const flow = await stored({ attempts: 3 });
      const renewed = await flows.renewCode(keyOf(flow), code, now, 5, 5);
      expect(renewed).toEqual({ ...flow, ...code, sends: 2 });
      expect(await flows.find(keyOf(flow))).toEqual(renewed);
    });

    it('replaces the link with the code: the earlier one leads nowhere', async () => {
      const { flows } = current().storage;
      const flow = await stored({ link: aLink() });
      const link = aLink();
      const renewed = await flows.renewCode(keyOf(flow), { ...code, link }, now, 5, 5);
      expect(await flows.byLink('business', link.digest)).toEqual({ ...renewed, link });
      expect(await flows.byLink('business', flow.link?.digest ?? '')).toBeUndefined();
    });

    it('succeeds for exactly one of twenty at once', async () => {
      const { flows } = current().storage;
      const flow = await stored();
      const renewed = await inParallel(20, (index) =>
        flows.renewCode(keyOf(flow), { ...code, codeMac: `mac-${index}` }, now, 5, 5),
      );
      const [winner, ...others] = renewed.filter(Boolean);
      expect(others).toEqual([]);
      expect(await flows.find(keyOf(flow))).toEqual(winner);
    });

    it.each<[string, Partial<FlowRecord>]>([
      ['whose last code was sent a moment ago', { sentAt: now + 1 }],
      ['that was sent as often as permitted', { sends: 5 }],
      ['whose attempts are spent', { attempts: 5 }],
      ['that was consumed', { consumedAt: now }],
    ])('refuses a flow %s', async (_, state) => {
      const { flows } = current().storage;
      const flow = await stored(state);
      expect(await flows.renewCode(keyOf(flow), code, now, 5, 5)).toBeUndefined();
      expect(await flows.find(keyOf(flow))).toEqual(flow);
    });

    it.each(foreign)('refuses %s', async (_, difference) => {
      const { flows } = current().storage;
      const flow = await stored();
      expect(await flows.renewCode({ ...keyOf(flow), ...difference }, code, now, 5, 5)).toBeUndefined();
      expect(await flows.find(keyOf(flow))).toEqual(flow);
    });
  });

  describe('flows of an account', () => {
    it('are found for it alone, and deleted with it alone', async () => {
      const { flows } = current().storage;
      const [accountId, otherId] = [unique('account'), unique('account')];
      const own = await stored({ kind: 'step-up', accountId, pending: null });
      const pending = { passwordSalt: 'salt', passwordVerifier: null };
      const moving = await stored({ kind: 'email-change', accountId, pending });
      const others = await stored({ kind: 'step-up', accountId: otherId, pending: null });
      expect(await flows.find({ ...keyOf(own), accountId })).toEqual(own);
      expect(await flows.find({ ...keyOf(own), accountId: otherId })).toBeUndefined();
      expect(await flows.countAttempt({ ...keyOf(own), accountId: otherId }, now, 5)).toBeUndefined();
      expect(await flows.find(keyOf(moving))).toEqual(moving);
      await flows.deleteOf(accountId);
      expect(await flows.find(keyOf(own))).toBeUndefined();
      expect(await flows.find(keyOf(moving))).toBeUndefined();
      expect(await flows.find(keyOf(others))).toEqual(others);
    });
  });

  it('names the tags of all flows of a mailbox, and of no other', async () => {
    const { flows } = current().storage;
    const email = `${unique('ada')}@example.test`;
    await stored({ email, tag: 'AA' });
    await stored({ email, tag: 'BB', consumedAt: now });
    await stored({ email, tag: 'CC', businessId: 'other' });
    await stored({ tag: 'DD' });
    expect((await flows.tagsOf('business', email)).toSorted()).toEqual(['AA', 'BB']);
  });

  describe('deletePending', () => {
    it('deletes the other open sign-ups of the mailbox and nothing else', async () => {
      const { flows } = current().storage;
      const email = `${unique('ada')}@example.test`;
      const kept = [
        await stored({ email }),
        await stored({ email, kind: 'sign-in', pending: null }),
        await stored({ email, consumedAt: now }),
        await stored({ email, businessId: 'other' }),
        await stored(),
      ];
      const deleted = [await stored({ email }), await stored({ email, keyThumbprint: 'attacker' })];
      await flows.deletePending('business', email, kept[0]?.id ?? '');
      for (const flow of kept) expect(await flows.find(keyOf(flow))).toEqual(flow);
      for (const flow of deleted) expect(await flows.find(keyOf(flow))).toBeUndefined();
    });

    it('may run for every sign-up of a mailbox at once', async () => {
      const { flows } = current().storage;
      const email = `${unique('ada')}@example.test`;
      const all = await inParallel(30, () => stored({ email }));
      await Promise.all(all.map(({ id }) => flows.deletePending('business', email, id)));
      const left = await Promise.all(all.map((flow) => flows.find(keyOf(flow))));
      expect(left.filter(Boolean).length).toBeLessThanOrEqual(1);
    });
  });
});
