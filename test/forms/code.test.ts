import { expect } from '@open-wc/testing';
import { sanitiseCode } from '../../src/forms/after/code.ts';

const cases: [typed: string, code: string][] = [
  ['123456', '123456'],
  ['Your code is 123 456', '123456'],
  ['123-456', '123456'],
  ['  1 2 3 4 5 6  ', '123456'],
  ['123\u00a0456.', '123456'],
  ['Hearth 24: your code is 123 456, valid for 10 minutes', '123456'],
  ['١٢٣٤٥٦', '123456'],
  ['۱۲۳۴۵۶', '123456'],
  ['１２３４５６', '123456'],
  ['12 ', '12'],
  ['abc', ''],
  ['1234567', '1234567'],
  ['', ''],
];

describe('sanitising a code', () => {
  for (const [typed, code] of cases) {
    it(`makes "${code}" of "${typed}"`, () => expect(sanitiseCode(typed, 6)).to.equal(code));
  }

  it('changes nothing the second time: fillers send an event for each character', () => {
    for (const [typed] of cases) {
      const once = sanitiseCode(typed, 6);
      expect(sanitiseCode(once, 6)).to.equal(once);
    }
  });

  for (const [typed, code] of [
    ['abcdefghjklmn', 'ABCD-EFGH-JKLMN'],
    ['ABCD-EFGH-JKLMN', 'ABCD-EFGH-JKLMN'],
    ['Your code is ABCD-EFGH-JKLMN.', 'ABCD-EFGH-JKLMN'],
    ['your code is abcd efgh jklmn', 'ABCD-EFGH-JKLMN'],
    ['ABCD–EFGH–JKLMN', 'ABCD-EFGH-JKLMN'],
    ['abc', 'ABC'],
    ['abcde', 'ABCD-E'],
    ['ABCD-', 'ABCD'],
    ['abcdefghj', 'ABCD-EFGH-J'],
    ['２３４５', '2345'],
    ['', ''],
  ] as const) {
    it(`makes "${code}" of the long code "${typed}", once and for all`, () => {
      expect(sanitiseCode(typed, 13, 'letters')).to.equal(code);
      expect(sanitiseCode(code, 13, 'letters')).to.equal(code);
    });
  }

  it('goes by the length that the backend uses', () => {
    expect(sanitiseCode('Room 123456: code 1234 5678', 8)).to.equal('12345678');
  });
});
