/** One timeline of all that there was and is between a client and the business. */
import { html, type TemplateResult } from 'lit';
import { day } from '../../i18n/after/format.ts';
import { withActivity } from '../../i18n/hub/activity-en.ts';
import type { ActivityStrings } from '../../i18n/hub/strings.ts';
import type { Strings } from '../../i18n/strings.ts';
import type { Page } from '../../session/hub/answers.ts';
import { activity, type Activity } from '../../session/hub/activity.ts';
import type { Result } from '../../session/types.ts';
import { icon } from '../../ui/icons.ts';
import { HubElement } from '../hub-element.ts';
import type { Member } from '../member-data.ts';
import type { Shown } from '../member-element.ts';
import { PagedList } from '../paged-list.ts';
import { activityStyles } from './portal-activity.styles.ts';

type Kind = Activity['kind'];
type Texts = Strings & ActivityStrings;

interface Value {
  /** What was asked for; undefined: all kinds. */
  kind: Kind | undefined;
  page: Page<Activity>;
}

const icons: Record<Kind, string> = {
  order: 'M5 8h14l-1 12H6L5 8m4 0V7a3 3 0 0 1 6 0v1',
  appointment: 'M5 6h14v14H5V6m0 4h14M9 3.5V7m6-3.5V7',
  invoice: 'M6 3.5h12v17l-3-2-3 2-3-2-3 2v-17m3 5h6m-6 4h6',
  course: 'M12 6.5C10 5 7 4.5 4 4.5v14c3 0 6 .5 8 2 2-1.5 5-2 8-2v-14c-3 0-6 .5-8 2v14',
  community:
    'M5.5 8.5a3 3 0 1 1 6 0 3 3 0 1 1-6 0M3 19q0-5 5.5-5t5.5 5m1-13.4a3 3 0 0 1 0 5.8m2 3q4 .7 4 4.6',
  commission: 'M3.5 12a8.5 8.5 0 1 1 17 0 8.5 8.5 0 1 1-17 0m5.5 3 6-6m-5.5.5v.01m5 5v.01',
  message: 'M4 5h16v11h-9l-4 4v-4H4V5',
  document: 'M6 3.5h8l4 4v13H6v-17m8 0v4h4',
};
const kinds = Object.keys(icons) as Kind[];

/**
 * What a client has ordered, booked, joined, earned or been sent, newest first, by month; what is under way or still to
 * come stands above it. It can be narrowed down to one kind. Nothing to who is logged out. With `limit` it shows the
 * newest few, and no filter.
 *
 * @tag portal-activity
 * @summary Past and present engagements with the business, as one timeline.
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
 * @csspart content - Around filter and timeline.
 * @csspart filter - The choice of kinds.
 * @csspart subheading - A month.
 * @csspart entries - What there was in it.
 * @csspart entry - One engagement.
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
 * @cssState failed - The timeline could not be had.
 * @cssState busy - A further page is under way.
 * @cssState empty - There is nothing, of any kind.
 * @cssState signed-in - Somebody is logged in.
 * @cssState signed-out - Nobody is logged in.
 *
 * @fires {CustomEvent<{ code: string }>} portal-failed - A request failed; the code is the problem's.
 * @fires {CustomEvent<object>} portal-ready - The element is connected to its backend.
 */
export class PortalActivity extends HubElement<Value> {
  static override styles = [HubElement.styles, activityStyles];

  /** What the visitor chose last; the answer may still be on its way. */
  #kind: Kind | undefined;
  #list = new PagedList<Activity>(this, {
    name: 'activity',
    get: () => this.data.value?.page,
    set: (page) => this.data.set({ ...this.data.value!, page }),
    ask: (member, cursor, signal) => activity(member, { kind: this.#kind, cursor }, signal),
  });

  protected override async load(member: Member, signal: AbortSignal): Promise<Result<Value>> {
    const kind = this.#kind;
    const result = await activity(member, { kind, limit: this.pageSize }, signal);
    return result.ok ? { ok: true, value: { kind, page: result.value } } : result;
  }

  protected override isEmpty({ kind, page }: Value): boolean {
    return !kind && !page.items.length;
  }

  protected override heading(all: Strings): string {
    return withActivity(all).activity;
  }

  protected override skeleton(): TemplateResult {
    return html`<div aria-hidden="true">
      ${this.limit ? '' : html`<fieldset><span class="chip"></span></fieldset>`} ${this.#bones()}
    </div>`;
  }

  protected override content({ value, strings: all }: Shown<Value>): TemplateResult {
    const strings = withActivity(all);
    if (this.isEmpty(value) && !this.#kind)
      return this.empty(strings.activityEmpty, strings.activityEmptyLead);
    return html`${this.limit ? '' : this.#filter(strings)}
    ${value.kind === this.#kind ? this.#timeline(value.page.items, strings) : this.#bones()}`;
  }

  #bones() {
    return html`<div class="sub"><span class="bone">&nbsp;</span></div>
      <ol aria-hidden="true">
        ${Array.from(
          { length: Math.min(this.limit || 3, 6) },
          () =>
            html`<li class="entry">
              <span class="dot bone"></span>
              <div>
                <div class="what"><span class="title bone">&nbsp;</span></div>
              </div>
            </li>`,
        )}
      </ol>`;
  }

  #filter(strings: Texts) {
    return html`<fieldset part="filter">
      <legend>${strings.activityShow}</legend>
      ${[undefined, ...kinds].map(
        (kind) =>
          html`<label class="chip">
            <input
              type="radio"
              name="kind"
              .checked=${kind === this.#kind}
              @change=${() => this.#choose(kind)}
            />
            <span>${kind ? strings.activityKinds[kind] : strings.activityAll}</span>
          </label>`,
      )}
    </fieldset>`;
  }

  #timeline(items: readonly Activity[], strings: Texts) {
    if (!items.length) return html`<p>${strings.activityNone}</p>`;
    const month = new Intl.DateTimeFormat(strings.locale, { month: 'long', year: 'numeric' });
    const groups = new Map<string, Activity[]>([[strings.activityPresent, []]]);
    for (const item of items) {
      const name = item.state === 'present' ? strings.activityPresent : month.format(new Date(item.at));
      groups.set(name, [...(groups.get(name) ?? []), item]);
    }
    return html`${[...groups].map(([name, group]) =>
      group.length
        ? html`${this.subheading(name)}
            <ol part="entries">
              ${group.map((item) => this.#entry(item, strings))}
            </ol>`
        : '',
    )}
    ${this.limit ? '' : this.#list.more(strings)}`;
  }

  #entry(item: Activity, strings: Texts) {
    const { kind, title, detail, url, at, state } = item;
    return html`<li
      class="item entry ${state === 'present' ? state : ''}"
      part="entry"
      tabindex="-1"
      data-item=${this.#list.key(item)}
    >
      <span class="dot">${icon(icons[kind] ?? icons.document)}</span>
      <div>
        <div class="what">
          ${
            url
              ? html`<a class="title" href=${url}><bdi>${title}</bdi></a>`
              : html`<strong class="title"><bdi>${title}</bdi></strong>`
          }
          <time class="note" datetime=${at}>${when(item, strings)}</time>
        </div>
        ${detail ? html`<p class="detail"><bdi>${detail}</bdi></p>` : ''}
      </div>
    </li>`;
  }

  /** Whatever still comes for the choice before is dropped. */
  #choose(kind: Kind | undefined) {
    this.#kind = kind;
    this.requestUpdate();
    void this.data.reload();
  }
}

/** With the time, where somebody has to be there in time. */
function when({ kind, at, until }: Activity, strings: Texts): string {
  if (kind === 'appointment')
    return new Intl.DateTimeFormat(strings.locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
      new Date(at),
    );
  if (!until) return day(at, strings);
  return new Intl.DateTimeFormat(strings.locale, { dateStyle: 'medium' }).formatRange(
    new Date(at),
    new Date(until),
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-activity': PortalActivity;
  }
}
