import { describe, expect, it } from 'vitest';
import { groupCode, tidyCode } from '../../src/domain/codes.ts';

describe('a code as people read and type it', () => {
  it('is read in groups of four, four and five when it is long', () => {
    expect(groupCode('ABCD2345EFGH7')).toBe('ABCD-2345-EFGH7');
  });

  it.each(['123456', '12345678', 'ABCD2345EFGH', 'ABCD2345EFGH78', ''])('is read as it is: "%s"', (code) => {
    expect(groupCode(code)).toBe(code);
  });

  it.each(['ABCD-2345-EFGH7', 'abcd 2345 efgh7', ' ABCD–2345—EFGH7\n', 'abcd2345efgh7'])(
    'is typed in groups or without them: "%s"',
    (typed) => expect(tidyCode(typed)).toBe('ABCD2345EFGH7'),
  );
});
