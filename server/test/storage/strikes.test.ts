import { expect, it } from 'vitest';
import { describeStorage } from '../support/databases.ts';
import { inParallel, now, unique } from '../support/records.ts';

const aLimit = () => ({ businessId: 'business', scope: 'scope', subject: unique('subject') });
const rule = { free: 3, waits: [10, 20, 40], most: 8 };

describeStorage('strikes', (current) => {
  const strikes = () => current().storage.strikes;

  it('the last free failure begins the first wait; the longest wait repeats, until no more are counted', async () => {
    const limit = aLimit();
    let at = now;
    const waits: number[] = [];
    for (let failure = 1; failure <= rule.most; failure += 1) {
      const counted = await strikes().count(limit, rule, at);
      expect(counted).toMatchObject({ isCounted: true, failures: failure });
      const wait = Math.max(0, counted.blockedUntil - at);
      waits.push(wait);
      at += wait;
    }
    expect(waits).toEqual([0, 0, 10, 20, 40, 40, 40, 40]);
    expect(await strikes().count(limit, rule, at)).toMatchObject({ isCounted: false, failures: rule.most });
  });

  it('counts nothing while it waits, and says until when', async () => {
    const limit = aLimit();
    for (let failure = 1; failure <= rule.free; failure += 1) await strikes().count(limit, rule, now);
    const refused = { isCounted: false, failures: rule.free, blockedUntil: now + 10 };
    expect(await strikes().count(limit, rule, now + 9)).toEqual(refused);
    expect(await strikes().count(limit, rule, now + 10)).toMatchObject({ isCounted: true });
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
    expect(await strikes().read(limit)).toEqual({ failures: 0, blockedUntil: 0 });
    expect(await strikes().count(limit, rule, now)).toMatchObject({ isCounted: true, failures: 1 });
  });

  it('what was not checked is taken back, with the wait that it began', async () => {
    const limit = aLimit();
    for (let failure = 1; failure < rule.free; failure += 1) await strikes().count(limit, rule, now);
    const last = await strikes().count(limit, rule, now);
    await strikes().undo(limit, last);
    expect(await strikes().read(limit)).toEqual({ failures: rule.free - 1, blockedUntil: 0 });
  });

  it('… but not a wait that somebody else began since', async () => {
    const limit = aLimit();
    const first = await strikes().count(limit, rule, now);
    for (let failure = 2; failure <= rule.free; failure += 1) await strikes().count(limit, rule, now);
    await strikes().undo(limit, first);
    expect(await strikes().read(limit)).toEqual({ failures: rule.free - 1, blockedUntil: now + 10 });
  });
});
