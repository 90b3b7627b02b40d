import { expect, it } from 'vitest';
import { describeStorage } from '../support/databases.ts';
import { inParallel, now, unique } from '../support/records.ts';

describeStorage('proofs', (current) => {
  it('remembers a jti for exactly one of fifty at once', async () => {
    const { proofs } = current().storage;
    const jti = unique('jti');
    const fresh = await inParallel(50, () => proofs.remember('key', jti, now));
    expect(fresh.filter(Boolean)).toHaveLength(1);
    expect(await proofs.remember('key', jti, now + 1)).toBe(false);
  });

  it('keeps the keys apart', async () => {
    const { proofs } = current().storage;
    const jti = unique('jti');
    expect(await proofs.remember('key', jti, now)).toBe(true);
    expect(await proofs.remember('other key', jti, now)).toBe(true);
  });
});
