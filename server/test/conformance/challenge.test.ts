import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { solveChallenge } from '../../../test/conformance/challenge.ts';

it.each([0, 1, 7, 8, 9, 13])('the Visitor solves a challenge of %i bits', (bits) => {
  const solution = solveChallenge({ token: 'a.token', bits });
  expect(solution).toMatch(/^a\.token\.\d+$/);
  const hash = createHash('sha256').update(solution).digest();
  const text = [...hash].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  expect(text.slice(0, bits)).toBe('0'.repeat(bits));
});
