import { describe, expect, it, vi } from 'vitest';
import { fromBase64Url } from '../../src/crypto/base64url.ts';
import { createRandom } from '../../src/crypto/random.ts';

const random = createRandom();

/** Pearson's statistic for `counts` against a uniform distribution. */
function chiSquare(counts: number[]): number {
  const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function countsOf(text: string, alphabet: string): number[] {
  return [...alphabet].map((character) => text.split(character).length - 1);
}

function draw(times: number, one: () => string): string {
  return Array.from({ length: times }, one).join('');
}

describe('identifiers and tokens', () => {
  it('have 128 and 256 bits and do not repeat', () => {
    expect(fromBase64Url(random.id())).toHaveLength(16);
    expect(fromBase64Url(random.token())).toHaveLength(32);
    expect(new Set(Array.from({ length: 1_000 }, () => random.id())).size).toBe(1_000);
  });
});

describe('digits', () => {
  it('are as many as asked, zeros in front included', () => {
    const codes = Array.from({ length: 2_000 }, () => random.digits(6));
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
  });

  it('are uniform', () => {
    // 9 degrees of freedom: a fair generator exceeds 45 once in a million runs. `byte % 10` without
    // rejection gives 0 to 5 four per cent more than the others: about 80 at this size.
    expect(
      chiSquare(
        countsOf(
          draw(200, () => random.digits(1_000)),
          '0123456789',
        ),
      ),
    ).toBeLessThan(45);
  });

  it('throw away the bytes that would favour low digits', () => {
    const bytes = [250, 255, 7, 251, 249, 10];
    vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      const target = array as unknown as Uint8Array;
      for (let i = 0; i < target.length; i++) target[i] = bytes.shift() ?? 1;
      return array;
    });
    expect(random.digits(4)).toBe('7901');
  });
});

describe('tags', () => {
  it('draw uniformly from 32 characters that are not mistaken for each other', () => {
    const tags = draw(100, () => random.letters(1_000));
    expect(new Set(tags).size).toBe(32);
    expect(tags).not.toMatch(/[01IO]/);
    // 31 degrees of freedom: a fair generator exceeds 90 less than once in a million runs.
    expect(chiSquare(countsOf(tags, '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'))).toBeLessThan(90);
  });
});
