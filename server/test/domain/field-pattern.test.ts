import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/contract/limits.ts';
import { checkField } from '../../../src/contract/profile-fields.ts';
import { patternFault } from '../../src/domain/field-pattern.ts';
import { thorough } from '../support/thorough.ts';

describe('the pattern of a field', () => {
  it.each([
    String.raw`[A-Z]{2}-\d{6}`,
    String.raw`\d{5}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}`,
    String.raw`\w+\.\w+`,
    String.raw`[^\s@]+`,
    'Straße \\*',
    'é+|👩',
  ])('may be %j', (pattern) => expect(patternFault(pattern)).toBeUndefined());

  it.each([
    ['(a+)+', 'may only consist of'],
    ['^a$', 'may only consist of'],
    ['a.b', 'may only consist of'],
    [String.raw`\1`, 'may only consist of'],
    [String.raw`\p{L}+`, 'may only consist of'],
    ['a**', 'may only consist of'],
    ['a{2', 'may only consist of'],
    ['[a-', 'may only consist of'],
    ['\ud800', 'may only consist of'],
    ['a*a*a*b', 'too many quantifiers'],
    [String.raw`\\*\\*\\*`, 'too many quantifiers'],
    [String.raw`\w{1,400}\w{1,400}\w{1,400}`, 'too many quantifiers'],
    ['a?'.repeat(40), 'too many quantifiers'],
    ['[z-a]', 'is no regular expression'],
    ['a{4,2}', 'is no regular expression'],
    ['', 'must have 1 to 200 characters'],
    ['a'.repeat(201), 'must have 1 to 200 characters'],
  ])('may not be %j: %s', (pattern, fault) => expect(patternFault(pattern)).toContain(fault));

  it('T29: takes no text long, however it is made', () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      String.raw`\w`,
      String.raw`\s`,
      '[ab]',
      '[^b]',
      '|',
      '?',
      '*',
      '+',
      '{2,}',
      '{1,9}',
      ' ',
      '(',
      ')',
    );
    const made = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));
    const hostile = fc
      .constantFrom('a', 'ab', 'aab', ' a')
      .map((unit) => `${unit.repeat(500).slice(0, limits.text.most - 2)}!`);
    let tried = 0;
    fc.assert(
      fc.property(made, hostile, (pattern, text) => {
        if (patternFault(pattern) !== undefined) return;
        tried += 1;
        const start = performance.now();
        checkField({ type: 'text', pattern, maxLength: limits.text.most }, text);
        expect(performance.now() - start).toBeLessThan(250);
      }),
      { numRuns: thorough(20_000), examples: [['a*a*b', `${'a'.repeat(498)}!`]] },
    );
    expect(tried).toBeGreaterThan(50);
  });
});
