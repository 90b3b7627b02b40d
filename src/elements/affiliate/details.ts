/** The chart, and the lists behind the sums: each is asked for when it is opened. */
import { html, nothing, type TemplateResult } from 'lit';
import { day } from '../../i18n/after/format.ts';
import { withDetails } from '../../i18n/hub/affiliate-details-en.ts';
import { money } from '../../i18n/hub/money.ts';
import { plural } from '../../i18n/hub/plural.ts';
import type { AffiliateDetailStrings } from '../../i18n/hub/strings.ts';
import type { Strings } from '../../i18n/strings.ts';
import type { Affiliate } from '../../session/hub/affiliate.ts';
import {
  type Commission,
  type CommissionQuery,
  commissions,
  type Payout,
  payouts,
  type Referral,
  referrals,
} from '../../session/hub/affiliate-lists.ts';
import { foldStyles } from '../../ui/member/fold.styles.ts';
import { LateList } from '../late-list.ts';
import { levelBelow, type MemberElement } from '../member-element.ts';
import { chart } from './chart.ts';
import { type Collected, collect, download, mostRows, toCsv } from './csv.ts';
import { detailsStyles } from './details.styles.ts';

type Texts = Strings & AffiliateDetailStrings;
type State = Commission['state'] | Referral['state'] | Payout['state'];
/** The days that the visitor chose, both included. */
type Filter = Pick<CommissionQuery, 'state' | 'from' | 'to'>;

const dayMs = 86_400_000;
const pageSize = '100';

export class AffiliateDetails {
  #host: MemberElement<object>;
  #currency: string | undefined;
  #filter: Filter = {};
  /** Of the file. */
  #progress = '';
  #commissions: LateList<Commission>;
  #referrals: LateList<Referral>;
  #payouts: LateList<Payout>;

  constructor(host: MemberElement<object>) {
    this.#host = host;
    (host.renderRoot as ShadowRoot).adoptedStyleSheets.push(
      foldStyles.styleSheet!,
      detailsStyles.styleSheet!,
    );
    this.#commissions = new LateList(host, 'commissions', (member, cursor, signal) =>
      commissions(member, { ...this.#query(), cursor }, signal),
    );
    this.#referrals = new LateList(host, 'referrals', (member, cursor, signal) =>
      referrals(member, { ...(cursor && { cursor }) }, signal),
    );
    this.#payouts = new LateList(host, 'payouts', (member, cursor, signal) =>
      payouts(member, { ...(cursor && { cursor }) }, signal),
    );
  }

  view(affiliate: Affiliate, all: Strings): TemplateResult {
    const strings = withDetails(all);
    const [first] = affiliate.totals;
    const own = affiliate.totals.find(({ currency }) => currency === this.#currency) ?? first;
    return html`
      ${
        own
          ? chart(affiliate, own.currency, strings, {
              level: levelBelow(this.#host.headingLevel),
              choose: (currency) => this.#change(() => (this.#currency = currency)),
            })
          : nothing
      }
      ${this.#fold(this.#commissions, strings.affiliateCommissions, strings, (one) => this.#commission(one, strings), this.#tools(strings))}
      ${this.#fold(this.#payouts, strings.affiliatePayouts, strings, (one) => this.#payout(one, strings))}
      ${this.#fold(this.#referrals, strings.affiliateReferrals, strings, (one) => this.#referral(one, strings))}
    `;
  }

  #change(change: () => void) {
    change();
    this.#host.requestUpdate();
  }

  /** The contract's `to` is the first day that is no longer meant. */
  #query(): Filter {
    const { to, ...filter } = this.#filter;
    return { ...filter, ...(to && { to: new Date(Date.parse(to) + dayMs).toJSON().slice(0, 10) }) };
  }

  #fold<T extends { id: string }>(
    list: LateList<T>,
    title: string,
    strings: Texts,
    row: (item: T) => TemplateResult,
    tools: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    return html`<details
      class="fold"
      part="details"
      @toggle=${({ currentTarget }: Event) => {
        if ((currentTarget as HTMLDetailsElement).open) list.open();
      }}
    >
      <summary>${title}</summary>
      <div class="inner">
        ${tools} ${this.#host.alertOf(list.problem)}
        ${list.view(
          strings,
          (items) =>
            html`<ul class="rows">
              ${items.map(
                (item) =>
                  html`<li class="item" part="row" tabindex="-1" data-item=${list.paged.key(item)}>
                    ${row(item)}
                  </li>`,
              )}
            </ul>`,
          html`<p class="note">${strings.affiliateNone}</p>`,
        )}
      </div>
    </details>`;
  }

  #tools(strings: Texts) {
    const names = this.#names(strings);
    const choose = (filter: Filter) => {
      this.#filter = { ...this.#filter, ...filter };
      this.#progress = '';
      this.#commissions.askAnew();
    };
    const date = (label: string, name: 'from' | 'to') =>
      html`<label
        >${label}
        <input
          type="date"
          .value=${this.#filter[name] ?? ''}
          @change=${({ target }: Event) => choose({ [name]: (target as HTMLInputElement).value || undefined })}
        />
      </label>`;
    return html`<div class="filters">
        <label
          >${strings.affiliateState}
          <select
            @change=${({ target }: Event) =>
              choose({ state: ((target as HTMLSelectElement).value || undefined) as Commission['state'] })}
          >
            <option value="">${strings.affiliateAll}</option>
            ${(['pending', 'approved', 'paid', 'cancelled'] as const).map(
              (state) =>
                html`<option value=${state} ?selected=${this.#filter.state === state}>
                  ${names[state]}
                </option>`,
            )}
          </select>
        </label>
        ${date(strings.affiliateFrom, 'from')} ${date(strings.affiliateTo, 'to')}
        <button
          type="button"
          part="download"
          aria-disabled=${this.#host.request.isPending}
          @click=${() => this.#download(strings)}
        >
          ${strings.affiliateCsv}
        </button>
      </div>
      ${this.#progress ? html`<p class="note">${this.#progress}</p>` : nothing}`;
  }

  #download(strings: Texts) {
    const query = this.#query();
    const say = (progress: string) => this.#change(() => (this.#progress = progress));
    void this.#host.act<Collected>(
      (member, signal) =>
        collect(
          (cursor) => commissions(member, { ...query, cursor, limit: pageSize }, signal),
          (rows) => say(plural(rows, strings.affiliateCsvProgress, strings)),
        ).finally(() => say('')),
      ({ items, isCut }) => {
        const today = new Date().toJSON().slice(0, 10);
        download(toCsv(items, strings, this.#names(strings)), `${strings.affiliateCsvFile}-${today}.csv`);
        say(
          isCut
            ? plural(mostRows, strings.affiliateCsvCut, strings)
            : plural(items.length, strings.affiliateCsvDone, strings),
        );
        this.#host.tell(this.#progress);
      },
    );
  }

  #commission({ title, campaign, amount, currency, state, at }: Commission, strings: Texts) {
    return line(
      title ?? campaign ?? strings.affiliateCommission,
      [title && campaign, day(at, strings)],
      html`<span class=${state === 'cancelled' ? 'is-cancelled' : ''}
          >${money(amount, currency, strings)}</span
        >
        ${this.#state(state, strings)}`,
    );
  }

  #payout({ amount, currency, state, at, note }: Payout, strings: Texts) {
    return line(
      note ?? strings.affiliatePayout,
      [day(at, strings)],
      html`${money(amount, currency, strings)} ${this.#state(state, strings)}`,
    );
  }

  #referral({ name, campaign, state, at }: Referral, strings: Texts) {
    return line(name, [campaign, day(at, strings)], this.#state(state, strings));
  }

  #state(state: State, strings: Texts) {
    const name = this.#names(strings)[state];
    // A newer backend's own.
    return html`<span class="state ${name ? state : ''}">${name ?? state}</span>`;
  }

  #names = (strings: Texts): Record<State, string> => ({
    pending: strings.affiliatePending,
    approved: strings.affiliateApproved,
    paid: strings.affiliatePaid,
    cancelled: strings.affiliateCancelled,
    lead: strings.affiliateLead,
    customer: strings.affiliateCustomer,
    scheduled: strings.affiliateScheduled,
    failed: strings.affiliateFailed,
  });
}

const line = (title: string, notes: (string | undefined)[], figure: TemplateResult): TemplateResult =>
  html`<div>
      <strong class="title"><bdi>${title}</bdi></strong>
      <p class="note">
        ${notes.filter(Boolean).map((note, index) => html`${index ? ' · ' : ''}<bdi>${note}</bdi>`)}
      </p>
    </div>
    <div class="figure">${figure}</div>`;
