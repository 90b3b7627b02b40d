import { expect, it } from 'vitest';
import { describeStorage } from '../support/databases.ts';
import { aClaim, inParallel, minute, now, unique } from '../support/records.ts';

describeStorage('first answers', (current) => {
  it('lets exactly one of fifty at once answer', async () => {
    const { answers } = current().storage;
    const { scope } = aClaim();
    const claimed = await inParallel(50, () => answers.claim(aClaim({ scope }), now));
    expect(claimed.filter(Boolean)).toHaveLength(1);
  });

  it('gives the answer to who comes later, until it expires', async () => {
    const { answers } = current().storage;
    const claim = aClaim();
    await answers.claim(claim, now);
    expect(await answers.find(claim.scope, now)).toEqual({ ...claim, sealedAnswer: null });
    await answers.keep(claim, 'sealed', now + 5 * minute);
    expect(await answers.find(claim.scope, now + 5 * minute - 1)).toEqual({
      ...claim,
      sealedAnswer: 'sealed',
      expiresAt: now + 5 * minute,
    });
    expect(await answers.claim(aClaim({ scope: claim.scope }), now + 5 * minute - 1)).toBe(false);
    expect(await answers.find(claim.scope, now + 5 * minute)).toBeUndefined();
    expect(
      await answers.claim(aClaim({ scope: claim.scope, expiresAt: now + 6 * minute }), now + 5 * minute),
    ).toBe(true);
  });

  it('lets one of fifty take over from a run that crashed, and forgets what that says later', async () => {
    const { answers } = current().storage;
    const crashed = aClaim();
    await answers.claim(crashed, now);
    const { scope, expiresAt } = crashed;
    const next = () => aClaim({ scope, run: unique('next'), expiresAt: expiresAt + minute });
    expect(await answers.claim(next(), expiresAt - 1)).toBe(false);
    const claimed = await inParallel(50, () => answers.claim(next(), expiresAt));
    expect(claimed.filter(Boolean)).toHaveLength(1);
    await answers.keep(crashed, 'of the crashed run', expiresAt + minute);
    await answers.release(crashed);
    expect(await answers.find(scope, expiresAt)).toMatchObject({ sealedAnswer: null });
  });

  it('lets the next one run when the right was given back, but not once there is an answer', async () => {
    const { answers } = current().storage;
    const claim = aClaim();
    await answers.claim(claim, now);
    await answers.release(claim);
    expect(await answers.claim(claim, now)).toBe(true);
    await answers.keep(claim, 'sealed', now + minute);
    await answers.release(claim);
    expect(await answers.find(claim.scope, now)).toMatchObject({ sealedAnswer: 'sealed' });
  });
});
