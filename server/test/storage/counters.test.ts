import { expect, it } from 'vitest';
import { describeStorage } from '../support/databases.ts';
import { inParallel, minute, now, unique } from '../support/records.ts';

const aLimit = () => ({ businessId: 'business', scope: 'scope', subject: unique('subject') });

describeStorage('counters', (current) => {
  const counters = () => current().storage.counters;

  it('counts to the limit and no further, however many ask at once', async () => {
    const limit = aLimit();
    const taken = await inParallel(50, () => counters().take(limit, 7, minute, now));
    expect(taken.filter(({ isTaken }) => isTaken)).toHaveLength(7);
    expect(taken.filter(({ isTaken }) => !isTaken)).toContainEqual({
      isTaken: false,
      count: 7,
      resetsAt: now + minute,
    });
    expect(await counters().peek(limit, now)).toBe(7);
  });

  it('begins anew when the window is over, and not a millisecond before', async () => {
    const limit = aLimit();
    const first = await counters().take(limit, 1, minute, now);
    expect(first).toEqual({ isTaken: true, count: 1, resetsAt: now + minute });
    expect((await counters().take(limit, 1, minute, now + minute - 1)).isTaken).toBe(false);
    expect(await counters().peek(limit, now + minute)).toBe(0);
    expect(await counters().take(limit, 1, minute, now + minute)).toEqual({
      isTaken: true,
      count: 1,
      resetsAt: now + 2 * minute,
    });
  });

  it('counts on where a higher limit is asked for', async () => {
    const limit = aLimit();
    await counters().take(limit, 1, minute, now);
    expect((await counters().take(limit, 1, minute, now)).isTaken).toBe(false);
    expect(await counters().take(limit, 2, minute, now + 1)).toEqual({
      isTaken: true,
      count: 2,
      resetsAt: now + minute,
    });
  });

  it('gives back into the window that was taken from, and into no other', async () => {
    const limit = aLimit();
    const tally = await counters().take(limit, 1, minute, now);
    await counters().giveBack(limit, tally);
    await counters().giveBack(limit, tally);
    expect(await counters().peek(limit, now)).toBe(0);
    await counters().take(limit, 1, minute, now + minute);
    await counters().giveBack(limit, tally);
    expect(await counters().peek(limit, now + minute)).toBe(1);
  });

  it('T3: a window in which everything was given back leaves no trace', async () => {
    const limit = aLimit();
    await counters().giveBack(limit, await counters().take(limit, 2, minute, now));
    expect(await counters().take(limit, 2, minute, now + 1)).toMatchObject({ resetsAt: now + 1 + minute });
  });

  it('begins anew when it was cleared', async () => {
    const limit = aLimit();
    await counters().take(limit, 1, minute, now);
    await counters().clear(limit);
    expect(await counters().take(limit, 1, minute, now)).toMatchObject({ isTaken: true, count: 1 });
  });

  it('keeps businesses, scopes and subjects apart', async () => {
    const limit = aLimit();
    const others = [
      { ...limit, businessId: 'another' },
      { ...limit, scope: 'another' },
      { ...limit, subject: 'another' },
    ];
    await counters().take(limit, 1, minute, now);
    for (const other of others) {
      expect((await counters().take(other, 1, minute, now)).isTaken).toBe(true);
    }
  });
});
