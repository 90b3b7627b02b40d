import { expect } from '@open-wc/testing';
import { collect, toCsv } from '../../src/elements/affiliate/csv.ts';
import { lastMonths } from '../../src/elements/affiliate/chart.ts';
import { withDetails } from '../../src/i18n/hub/affiliate-details-en.ts';
import { decimal } from '../../src/i18n/hub/money.ts';
import { commission } from '../support/hub-answers.ts';
import { words } from '../support/words.ts';

const strings = withDetails(words);
const rows = (text: string) => text.split('\r\n');
const page = (ids: string[], next?: string) =>
  Promise.resolve({ ok: true as const, value: { items: ids.map((id) => commission(id)), next } });

describe('commissions as a file', () => {
  it('begins with a byte order mark and a head, and ends each row as RFC 4180 says', () => {
    const text = toCsv([commission('7', { title: 'He said "hm", twice' })], strings, { paid: 'Paid' });
    expect(text[0]).to.equal('\uFEFF');
    expect(rows(text.slice(1))).to.deep.equal([
      '"Date (UTC)","For","Campaign","State","Amount","Currency"',
      '"2026-11-12","He said ""hm"", twice","Friends","Paid","12.50","EUR"',
      '',
    ]);
  });

  it('T21: makes text of what a spreadsheet would take for a formula', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r']) {
      const evil = `${start}HYPERLINK("https://evil.example")`;
      const text = toCsv([commission('1', { title: evil, campaign: evil })], strings, {});
      expect(text.split(`"'${start}HYPERLINK(""https`), start).to.have.length(3);
    }
  });

  it('writes amounts by the currency’s own digits, with no rounding', () => {
    expect(decimal(1250, 'JPY')).to.equal('1250');
    expect(decimal(1250, 'KWD')).to.equal('1.250');
    expect(decimal(9_000_000_000, 'EUR')).to.equal('90000000.00');
    expect(decimal(29, 'EUR')).to.equal('0.29');
  });

  it('takes all pages, says how far it is, and stops at the limit', async () => {
    const progress: number[] = [];
    const asked: (string | undefined)[] = [];
    const ask = (cursor: string | undefined) => {
      asked.push(cursor);
      return cursor ? page(['c', 'd'], 'more') : page(['a', 'b'], 'next');
    };
    const cut = await collect(ask, (count) => progress.push(count), 3);
    expect(cut.ok && cut.value.items.map(({ id }) => id)).to.deep.equal(['a', 'b', 'c']);
    expect(cut.ok && cut.value.isCut).to.equal(true);
    expect(progress).to.deep.equal([2, 4]);
    const whole = await collect(
      (cursor) => (cursor ? page(['c']) : page(['a', 'b'], 'next')),
      () => {},
      3,
    );
    expect(whole.ok && whole.value.isCut).to.equal(false);
  });

  it('ends with a backend that goes round in circles', async () => {
    const result = await collect(
      () => page(['a'], 'again'),
      () => {},
    );
    expect(result.ok && result.value.items).to.have.length(2);
  });
});

describe('the months of the chart', () => {
  const sums = { pending: 1, approved: 2, paid: 3, cancelled: 4 };

  it('are twelve up to this one, across a year’s end, without what is cancelled', () => {
    const months = lastMonths(
      [{ month: '2026-01', currency: 'EUR', ...sums }],
      'EUR',
      new Date('2026-03-31T23:00Z'),
    );
    expect(months.map(({ date }) => date.toJSON().slice(0, 7))).to.deep.equal([
      ...['2025-04', '2025-05', '2025-06', '2025-07', '2025-08', '2025-09'],
      ...['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'],
    ]);
    expect(months.map(({ earned }) => earned)).to.deep.equal([0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0]);
  });

  it('include one that the visitor’s clock has not come to, and none of another currency', () => {
    const all = [
      { month: '2026-04', currency: 'EUR', ...sums },
      { month: '2026-05', currency: 'USD', ...sums },
    ];
    const months = lastMonths(all, 'EUR', new Date('2026-03-31T23:00Z'));
    expect(months.at(-1)!.date.toJSON()).to.match(/^2026-04/);
    expect(months.at(-1)!.earned).to.equal(6);
  });
});
