/** What somebody earns who recommends the business: sums and links at once; chart and lists come in a file of their own. */
import { html, nothing, type TemplateResult } from 'lit';
import { fill } from '../../i18n/after/format.ts';
import { withAffiliate } from '../../i18n/hub/affiliate-en.ts';
import { money } from '../../i18n/hub/money.ts';
import type { AffiliateStrings } from '../../i18n/hub/strings.ts';
import type { Strings } from '../../i18n/strings.ts';
import { eventually } from '../../internal/eventually.ts';
import { type Affiliate, affiliate } from '../../session/hub/affiliate.ts';
import type { Result } from '../../session/types.ts';
import { HubElement } from '../hub-element.ts';
import type { Member } from '../member-data.ts';
import type { Shown } from '../member-element.ts';
import type { AffiliateDetails } from './details.ts';
import { affiliateStyles } from './portal-affiliate.styles.ts';

type Texts = Strings & AffiliateStrings;

const loadDetails = eventually(
  () => import('./details.ts'),
  ({ AffiliateDetails }) => AffiliateDetails,
);

/**
 * For clients who recommend the business: their links, to be copied; what they have earned, by state and currency, and by
 * month in a chart that is a table, too; who came by them; commissions with filters and as a CSV file; payouts. Nothing to
 * who is logged out. With `limit` it shows the sums, and so many links.
 *
 * @tag portal-affiliate
 * @summary Links to recommend the business with, commissions and payouts.
 *
 * @attr {string} preview - For designers: shows a screen without a backend, `empty` for example. See docs/theming-preview.md.
 *
 * @slot heading - In place of the heading.
 * @slot empty - In place of what is said where there is nothing.
 * @slot signed-out - Shown while nobody is logged in.
 * @slot footer - At the very end.
 *
 * @csspart card - The surface around everything.
 * @csspart header - Around the heading.
 * @csspart heading - The heading.
 * @csspart subheading - The heading of a part.
 * @csspart content - Around all parts.
 * @csspart sums - The sums of one currency.
 * @csspart links - The links.
 * @csspart link - One of them.
 * @csspart copy - Copies it.
 * @csspart chart - The bars.
 * @csspart table - The same as a table.
 * @csspart details - A list that is opened.
 * @csspart row - A row of such a list.
 * @csspart download - Downloads the commissions.
 * @csspart empty - In place of all, where there is nothing.
 * @csspart more - Shows the next page.
 * @csspart alert - What went wrong.
 * @csspart retry - The button in the alert.
 *
 * @cssprop [--portal-accent=#3b5bdb] - The brand colour: the whole palette comes from it.
 * @cssprop [--portal-font-size=medium] - The size that every other size depends on.
 * @cssprop [--portal-font=inherit] - The font family; the page's by default.
 * @cssprop [--portal-max-width=none] - The card's largest width.
 *
 * @cssState loading - The first answer is under way.
 * @cssState failed - The sums could not be had.
 * @cssState busy - A further page, or the file, is under way.
 * @cssState empty - There is nothing.
 * @cssState signed-in - Somebody is logged in.
 * @cssState signed-out - Nobody is logged in.
 *
 * @fires {CustomEvent<{ code: string }>} portal-failed - A request failed; the code is the problem's.
 * @fires {CustomEvent<object>} portal-ready - The element is connected to its backend.
 */
export class PortalAffiliate extends HubElement<Affiliate> {
  static override styles = [HubElement.styles, affiliateStyles];

  #details: AffiliateDetails | undefined;
  /** Of which link, and how it went. */
  #copied: { campaign: string; isByHand: boolean } | undefined;

  /** The chart comes with the sums: appearing later, it would move what is below. */
  protected override async load(member: Member, signal: AbortSignal): Promise<Result<Affiliate>> {
    const [result, Details] = await Promise.all([affiliate(member, signal), this.limit || loadDetails()]);
    if (typeof Details === 'function') this.#details ??= new Details(this);
    return result;
  }

  protected override isEmpty({ links, totals, leads }: Affiliate): boolean {
    return !links.length && !totals.length && !leads;
  }

  protected override heading(all: Strings): string {
    return withAffiliate(all).affiliate;
  }

  protected override skeleton(): TemplateResult {
    const bone = html`<div class="bone">&nbsp;</div>`;
    const box = html`<div class="sum">
      <div class="note">&nbsp;</div>
      <div class="big">${bone}</div>
    </div>`;
    return html`<div aria-hidden="true">
      <div class="sums" part="sums">${[box, box, box, box]}</div>
      <div class="sums">${[box, box]}</div>
      <div class="sub">${bone}</div>
      ${bone}
      <div class="note">&nbsp;</div>
      <div class="link-line bone">&nbsp;</div>
      ${this.limit ? nothing : html`<div class="tall bone"></div>`}
    </div>`;
  }

  protected override content({ value, strings: all }: Shown<Affiliate>): TemplateResult {
    const strings = withAffiliate(all);
    if (this.isEmpty(value)) return this.empty(strings.affiliateEmpty, strings.affiliateEmptyLead);
    const { leads, customers, totals } = value;
    const number = new Intl.NumberFormat(strings.locale);
    const links = value.links.slice(0, this.limit || undefined);
    return html`
      ${totals.map((sums) => this.#sums(sums, strings))}
      <dl class="sums">
        ${sum(strings.affiliateCustomers, number.format(customers))}
        ${sum(strings.affiliateLeads, number.format(leads))}
      </dl>
      ${
        links.length
          ? html`<section>
              ${this.subheading(strings.affiliateLinks)}
              <ul class="links" part="links">
                ${links.map((link) => this.#link(link, strings))}
              </ul>
            </section>`
          : nothing
      }
      ${this.limit ? nothing : this.#details?.view(value, all)}
    `;
  }

  #sums({ currency, pending, approved, paid, cancelled }: Affiliate['totals'][number], strings: Texts) {
    const shown = (label: string, amount: number) => sum(label, money(amount, currency, strings));
    return html`<dl class="sums" part="sums">
      ${shown(strings.affiliateApproved, approved)} ${shown(strings.affiliatePending, pending)}
      ${shown(strings.affiliatePaid, paid)} ${shown(strings.affiliateCancelled, cancelled)}
    </dl>`;
  }

  #link({ campaign, title, summary, url }: Affiliate['links'][number], strings: Texts) {
    const copied = this.#copied?.campaign === campaign ? this.#copied : undefined;
    return html`<li part="link">
      <strong class="title"><bdi>${title}</bdi></strong>
      ${summary ? html`<p class="note"><bdi>${summary}</bdi></p>` : nothing}
      <div class="link-line">
        <input readonly dir="ltr" .value=${url} aria-label=${fill(strings.affiliateLink, { title })} />
        <button
          type="button"
          part="copy"
          aria-label=${`${strings.affiliateCopy}: ${title}`}
          @click=${(event: Event) => this.#copy(event, campaign, url, strings)}
        >
          ${copied && !copied.isByHand ? strings.affiliateCopied : strings.affiliateCopy}
        </button>
      </div>
      ${copied?.isByHand ? html`<p class="note">${strings.affiliateCopyByHand}</p>` : nothing}
    </li>`;
  }

  async #copy({ currentTarget }: Event, campaign: string, url: string, strings: Texts) {
    const field = (currentTarget as HTMLElement).previousElementSibling as HTMLInputElement;
    // Not there on a page without https, and refused in many frames.
    let isByHand = false;
    try {
      await navigator.clipboard.writeText(url);
    } catch {
      isByHand = true;
    }
    this.#copied = { campaign, isByHand };
    if (isByHand) {
      field.focus();
      field.select();
    }
    this.tell(isByHand ? strings.affiliateCopyByHand : strings.affiliateCopied);
  }
}

const sum = (label: string, value: string): TemplateResult =>
  html`<div class="sum">
    <dt>${label}</dt>
    <dd>${value}</dd>
  </div>`;

declare global {
  interface HTMLElementTagNameMap {
    'portal-affiliate': PortalAffiliate;
  }
}
