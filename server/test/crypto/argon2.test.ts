import { argon2Sync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createArgon2Hasher, createPasswordGate } from '../../src/crypto/argon2.ts';

const salt = Buffer.from('0123456789abcdef').toString('base64url');

describe('the argon2 hasher', () => {
  it('is argon2id with 19 MiB, two passes, one lane and 32 bytes, as another implementation has it', async () => {
    const expected = argon2Sync('argon2id', {
      message: 'correct horse',
      nonce: Buffer.from('0123456789abcdef'),
      memory: 19_456,
      passes: 2,
      parallelism: 1,
      tagLength: 32,
    });
    expect(await createArgon2Hasher(createPasswordGate()).derive('correct horse', salt)).toBe(
      expected.toString('base64url'),
    );
  });

  it('takes composed and decomposed characters for the same password', async () => {
    const hasher = createArgon2Hasher(createPasswordGate());
    expect(await hasher.derive('Cafe\u0301', salt)).toBe(await hasher.derive('Caf\u00e9', salt));
  });

  it('gives other bytes for another salt or another password', async () => {
    const hasher = createArgon2Hasher(createPasswordGate());
    const otherSalt = Buffer.from('fedcba9876543210').toString('base64url');
    const all = [
      await hasher.derive('password', salt),
      await hasher.derive('Password', salt),
      await hasher.derive('password', otherSalt),
    ];
    expect(new Set(all).size).toBe(3);
  });

  it('answers every one of a burst: with the hash, or busy once two run and 32 wait', async () => {
    const hasher = createArgon2Hasher(createPasswordGate({ concurrency: 2, waitMs: 60_000 }));
    const results = await Promise.all(Array.from({ length: 35 }, () => hasher.derive('password', salt)));
    const expected = await createArgon2Hasher(createPasswordGate()).derive('password', salt);
    expect(results.filter((result) => result === 'busy')).toHaveLength(1);
    expect(results.filter((result) => result === expected)).toHaveLength(34);
  });

  it('refuses a salt that is not base64url instead of hashing with a shorter one', async () => {
    await expect(
      createArgon2Hasher(createPasswordGate()).derive('password', 'not base64url!'),
    ).rejects.toThrow(TypeError);
  });
});
