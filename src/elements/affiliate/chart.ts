/** What was earned in each of twelve months, as bars, and behind them as the table that they are drawn from. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { fill } from '../../i18n/after/format.ts';
import { money } from '../../i18n/hub/money.ts';
import type { AffiliateDetailStrings } from '../../i18n/hub/strings.ts';
import type { Strings } from '../../i18n/strings.ts';
import type { Affiliate, Sums } from '../../session/hub/affiliate.ts';

const span = 12;
const states = ['pending', 'approved', 'paid', 'cancelled'] as const satisfies readonly (keyof Sums)[];
/** Of a bar, in percent of what a month has. */
const width = 62;
/** So much of the height that a small amount can be seen. */
const least = 1.5;

interface Month extends Sums {
  date: Date;
  earned: number;
}

/** What is cancelled was not earned. */
const earned = ({ pending, approved, paid }: Sums): number => pending + approved + paid;

/** Twelve months up to this one, or up to the last that there is: the visitor's clock may be behind. */
export function lastMonths(months: Affiliate['months'], currency: string, now: Date): Month[] {
  const own = new Map(months.filter((one) => one.currency === currency).map((one) => [one.month, one]));
  const last = [now.toJSON().slice(0, 7), ...own.keys()].toSorted().at(-1)!;
  return Array.from({ length: span }, (_, index) => {
    const date = new Date(`${last}-01T00:00Z`);
    date.setUTCMonth(date.getUTCMonth() - span + 1 + index);
    const sums = own.get(date.toJSON().slice(0, 7)) ?? { pending: 0, approved: 0, paid: 0, cancelled: 0 };
    return { ...sums, date, earned: earned(sums) };
  });
}

export function chart(
  affiliate: Affiliate,
  currency: string,
  strings: Strings & AffiliateDetailStrings,
  { level, choose }: { level: number; choose: (currency: string) => void },
): TemplateResult {
  const months = lastMonths(affiliate.months, currency, new Date());
  const currencies = affiliate.totals.map((one) => one.currency);
  const best = months.reduce((most, one) => (one.earned > most.earned ? one : most));
  const amount = (value: number) => money(value, currency, strings);
  const named = (style: 'long' | 'short' | 'narrow', { date }: Month) =>
    new Intl.DateTimeFormat(strings.locale, {
      month: style,
      timeZone: 'UTC',
      ...(style === 'long' && { year: 'numeric' }),
    }).format(date);
  const label = {
    pending: strings.affiliatePending,
    approved: strings.affiliateApproved,
    paid: strings.affiliatePaid,
    cancelled: strings.affiliateCancelled,
  };
  return html`
    <div class="chart-head">
      <div>
        <div role="heading" class="sub" part="subheading" aria-level=${level}>${strings.affiliateYear}</div>
        <div class="big">${amount(months.reduce((sum, one) => sum + one.earned, 0))}</div>
      </div>
      ${
        currencies.length > 1
          ? html`<label
              >${strings.affiliateCurrency}
              <select @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}>
                ${currencies.map((one) => html`<option ?selected=${one === currency}>${one}</option>`)}
              </select>
            </label>`
          : nothing
      }
    </div>
    <svg
      class="chart"
      part="chart"
      role="img"
      aria-label=${fill(strings.affiliateChart, { currency, month: named('long', best), amount: amount(best.earned) })}
    >
      ${months.map((one, index) => bar(index, best.earned ? (one.earned / best.earned) * 100 : 0))}
    </svg>
    <div class="months" aria-hidden="true">
      ${months.map(
        (one) =>
          html`<span>
            <span class="short">${named('short', one)}</span
            ><span class="narrow">${named('narrow', one)}</span>
          </span>`,
      )}
    </div>
    <details class="plain">
      <summary>${strings.affiliateTable}</summary>
      <!-- Wider than a phone: who has no pointer scrolls it by the keyboard. -->
      <div class="scroll" role="region" tabindex="0" aria-label=${strings.affiliateYear}>
        <table part="table">
          <thead>
            <tr>
              <th scope="col">${strings.affiliateMonth}</th>
              ${states.map((state) => html`<th scope="col">${label[state]}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${months.map(
              (one) =>
                html`<tr>
                  <th scope="row">${named('long', one)}</th>
                  ${states.map((state) => html`<td>${amount(one[state])}</td>`)}
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </details>
  `;
}

/** In percent, by geometry alone: a strict policy refuses style attributes. */
function bar(index: number, share: number) {
  const height = share && Math.max(share, least);
  const step = 100 / span;
  return svg`<rect x="${(index + (1 - width / 100) / 2) * step}%" y="${100 - height}%" width="${(width / 100) * step}%" height="${height}%" rx="3"></rect>`;
}
