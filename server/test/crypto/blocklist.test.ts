import { describe, expect, it } from 'vitest';
import { createBlocklist } from '../../src/crypto/blocklist.ts';

const blocklist = createBlocklist();

describe('the blocklist', () => {
  it.each(['password', 'Password', 'QWERTYUIOP', '12345678', 'trustno1'])('has %s', (password) => {
    expect(blocklist.has(password)).toBe(true);
  });

  it.each(['', 'a sourdough starter named Clint', 'constructor of bread'])('does not have %j', (password) => {
    expect(blocklist.has(password)).toBe(false);
  });
});
