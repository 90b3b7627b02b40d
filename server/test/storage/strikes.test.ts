import { expect, it } from 'vitest';
import { describeStorage } from '../support/databases.ts';
import { inParallel, now, unique } from '../support/records.ts';

const aLimit = () => ({ businessId: 'business', scope: 'scope', subject: unique('subject') });
const rule = { free: 3, waits: [10, 20, 40], window: 1_000 };

describeStorage('strikes', (current) => {
  const strikes = () => current().storage.strikes;

  it('the last free failure begins the first wait; the longest wait repeats', async () => {
    const limit = aLimit();
    let at = now;
    const waits: number[] = [];
    for (let failure = 1; failure <= 8; failure += 1) {
      const counted = await strikes().count(limit, rule, at);
      expect(counted).toMatchObject({ isCounted: true, failures: failure });
      const wait = Math.max(0, counted.blockedUntil - at);
      waits.push(wait);
      at += wait;
    }
    expect(waits).toEqual([0, 0, 10, 20, 40, 40, 40, 40]);
  });

  it('counts nothing while it waits, and says until when', async () => {
    const limit = aLimit();
    for (let failure = 1; failure <= rule.free; failure += 1) await strikes().count(limit, rule, now);
    const refused = { isCounted: false, failures: rule.free, blockedUntil: now + 10 };
    expect(await strikes().count(limit, rule, now + 9)).toEqual(refused);
    expect(await strikes().count(limit, rule, now + 10)).toMatchObject({ isCounted: true });
  });

  it('makes nobody wait for a free one that was counted a moment later', async () => {
    const limit = aLimit();
    await strikes().count(limit, rule, now);
    await strikes().count(limit, rule, now + 1);
    expect(await strikes().count(limit, rule, now)).toMatchObject({ isCounted: true, failures: 3 });
  });

  it('lets only the free ones through, however many come at once', async () => {
    const limit = aLimit();
    const counted = await inParallel(50, () => strikes().count(limit, rule, now));
    expect(counted.filter(({ isCounted }) => isCounted)).toHaveLength(rule.free);
  });

  it('a success clears it', async () => {
    const limit = aLimit();
    for (let failure = 1; failure <= rule.free; failure += 1) await strikes().count(limit, rule, now);
    await strikes().clear(limit);
    expect(await strikes().count(limit, rule, now)).toMatchObject({ isCounted: true, failures: 1 });
  });

  it('what was not checked is taken back, with the wait that it began', async () => {
    const limit = aLimit();
    for (let failure = 1; failure < rule.free; failure += 1) await strikes().count(limit, rule, now);
    const last = await strikes().count(limit, rule, now);
    await strikes().undo(limit, last, rule);
    const next = await strikes().count(limit, rule, now);
    expect(next).toEqual({ isCounted: true, failures: rule.free, blockedUntil: now + 10 });
  });

  it('… but not a wait that somebody else began since, unless so few cost none', async () => {
    const limit = aLimit();
    for (let failure = 1; failure <= rule.free; failure += 1) await strikes().count(limit, rule, now);
    const [mine, others] = [
      await strikes().count(limit, rule, now + 10),
      await strikes().count(limit, rule, now + 30),
    ];
    await strikes().undo(limit, mine, rule);
    const refused = { isCounted: false, failures: others.failures - 1, blockedUntil: others.blockedUntil };
    expect(await strikes().count(limit, rule, now + 30)).toEqual(refused);
    for (let failure = rule.free; failure > 1; failure -= 1) await strikes().undo(limit, mine, rule);
    expect(await strikes().count(limit, rule, now + 30)).toMatchObject({ isCounted: true });
  });

  it('T3: two that are taken back leave no wait behind, in whichever order', async () => {
    for (const reverse of [false, true]) {
      const limit = aLimit();
      await strikes().count(limit, rule, now);
      const both = [await strikes().count(limit, rule, now), await strikes().count(limit, rule, now)];
      for (const counted of reverse ? both.toReversed() : both) await strikes().undo(limit, counted, rule);
      expect(await strikes().count(limit, rule, now)).toEqual({
        isCounted: true,
        failures: 2,
        blockedUntil: 0,
      });
    }
  });

  it('forgets them when the window is over that the first began, and not a millisecond before', async () => {
    const limit = aLimit();
    await strikes().count(limit, rule, now);
    const last = now + rule.window - 1;
    expect(await strikes().count(limit, rule, last)).toMatchObject({ failures: 2 });
    const anew = { isCounted: true, failures: 1, blockedUntil: 0 };
    expect(await strikes().count(limit, rule, now + rule.window)).toEqual(anew);
    expect(await strikes().count(limit, rule, last + rule.window)).toMatchObject({ failures: 2 });
  });

  it('T3: what was taken back leaves no window behind', async () => {
    const limit = aLimit();
    await strikes().undo(limit, await strikes().count(limit, rule, now), rule);
    await strikes().count(limit, rule, now + 1);
    expect(await strikes().count(limit, rule, now + rule.window)).toMatchObject({ failures: 2 });
  });
});
