import { expect } from '@open-wc/testing';
import { problems, fieldCodes } from '../../src/contract/problems.ts';
import { en } from '../../src/i18n/after/en.ts';
import { day, duration, fieldText, fill, problemText } from '../../src/i18n/after/format.ts';
import type { Problem } from '../../src/session/types.ts';
import type { Strings } from '../../src/i18n/strings.ts';

const german: Strings = {
  ...en,
  locale: 'de',
  waitFor: 'Bitte {wait} warten.',
  attemptsLeft: { one: 'Noch einmal.', other: 'Noch {left} Versuche.' },
};

describe('sentences', () => {
  it('put every parameter in its place, and leave what is no parameter', () => {
    expect(fill('{a} and {b}, {a}', { a: 1, b: 'two' })).to.equal('1 and two, 1');
    expect(fill('{unknown}', {})).to.equal('{unknown}');
    expect(fill('{name}', { name: '$& {name}' })).to.equal('$& {name}');
  });

  it('keep what is put into a sentence from right to left by itself', () => {
    expect(fill('الحساب {email}.', { email: 'a@b.example' })).to.equal('الحساب \u2068a@b.example\u2069.');
    expect(fill('{left} محاولات', { left: 3 })).to.equal('3 محاولات');
  });

  it('round waiting times up, in the language of the sentence', () => {
    expect(duration(1, en)).to.equal('1 second');
    expect(duration(99, en)).to.equal('99 seconds');
    expect(duration(121, en)).to.equal('3 minutes');
    expect(duration(7201, en)).to.equal('3 hours');
    expect(duration(600, german)).to.equal('10 Minuten');
  });

  it('write dates in the language of the sentence', () => {
    expect(day('2026-03-02T12:00:00.000Z', en)).to.equal('Mar 2, 2026');
    expect(day('2026-03-02T12:00:00.000Z', german)).to.equal('02.03.2026');
  });
});

describe('problem texts', () => {
  it('say what to do next and how long to wait', () => {
    const text = problemText({ code: 'rate-limited', retryAfter: 90 }, en);
    expect(text).to.equal('Too many tries in a short time. Please wait 90 seconds before the next try.');
    expect(problemText({ code: 'unavailable', retryAfter: 600 }, german)).to.include('10 Minuten warten');
  });

  it('stand one behind the other as the language puts them', async () => {
    const { strings } = await import('../../src/i18n/locales/ja.ts');
    const text = problemText({ code: 'code-invalid', attemptsLeft: 2 }, {
      ...en,
      ...strings,
      locale: 'ja',
    } as Strings);
    expect(text)
      .to.match(/。.+。$/)
      .and.not.to.include('。 ');
  });

  it('count the tries that are left, by the plural rules of the language', () => {
    const wrong = (attemptsLeft: number, strings: Strings) =>
      problemText({ code: 'code-invalid', attemptsLeft }, strings);
    expect(wrong(1, en)).to.match(/once more\.$/);
    expect(wrong(3, en)).to.match(/3 more times\.$/);
    expect(wrong(1, german)).to.match(/Noch einmal\.$/);
    expect(wrong(0, en)).to.equal(en.problems['code-invalid']);
  });

  it('have a fallback for a code of a newer backend', () => {
    const newer = { code: 'of-next-year' } as unknown as Problem;
    expect(problemText(newer, en)).to.equal(en.problems.unexpected);
    expect(fieldText('of-next-year' as (typeof fieldCodes)[number], en, undefined)).to.equal(
      en.fields.invalid,
    );
  });

  it('are whole sentences that name no code and leave no parameter open', () => {
    const texts = [
      ...Object.keys(problems).map((code) => problemText({ code: code as Problem['code'] }, en)),
      ...fieldCodes.map((code) => fieldText(code, en, 8)),
    ];
    for (const text of texts) {
      expect(text).to.match(/^[A-Z].*[.]$|https:\/\/$/);
      expect(text).not.to.match(/\{\w+\}|undefined/);
      for (const code of Object.keys(problems).filter((one) => one.includes('-')))
        expect(text).not.to.include(code);
    }
  });
});
