/** What the hub's lists have in common: a shorter form for a home page, and how they look. */
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Page } from '../session/hub/answers.ts';
import type { Result } from '../session/types.ts';
import { hubStyles } from './hub-element.styles.ts';
import { levelBelow, MemberElement } from './member-element.ts';
import { icon } from '../ui/icons.ts';

const tray = icon('M4 14 6 5h12l2 9v5H4v-5h5l1 2h4l1-2h5');

/** The contract's largest page. */
const largest = 100;

export abstract class HubElement<T extends object> extends MemberElement<T> {
  static override styles: CSSResultGroup = [MemberElement.styles, hubStyles];

  static override properties = {
    ...MemberElement.properties,
    limit: { type: Number },
    showEmpty: { type: Boolean, attribute: 'show-empty' },
  };

  /** Shows so many at most, and nothing at all where there are none: for the home of a portal. */
  declare limit: number | undefined;

  /** With `limit`: says so where there are none. */
  declare showEmpty: boolean;

  /** Of the last look; undefined while it is not known. */
  #wasLeftOut: boolean | undefined;
  /** Who was signed in at the last look. */
  #account: string | undefined;

  protected abstract isEmpty(value: T): boolean;

  /** @internal Of a request: as many as are shown. */
  protected get pageSize(): string | undefined {
    return this.limit ? String(Math.min(Math.max(1, Math.floor(this.limit)), largest)) : undefined;
  }

  protected override states(value: T): readonly (string | false)[] {
    return [this.isEmpty(value) && 'empty'];
  }

  protected override surface(inner: TemplateResult): TemplateResult | typeof nothing {
    return this.isLeftOut ? nothing : super.surface(inner);
  }

  /** @internal There is nothing, and nothing is to be said of it. */
  get isLeftOut(): boolean {
    const { value, request } = this.data;
    return !!this.limit && !this.showEmpty && !!value && this.isEmpty(value) && !request.problem;
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { state } = this.session;
    const account = state.status === 'signed-in' ? state.account.id : undefined;
    if (account === this.#account) return;
    this.#account = account;
    // What one account did, and what came of it, is nothing to the next.
    this.request.clear();
    this.tell('');
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { value, request } = this.data;
    if (changed.has('limit') && value) void this.data.reload();
    if (!this.limit || !(value || request.problem) || this.#wasLeftOut === this.isLeftOut) return;
    this.#wasLeftOut = this.isLeftOut;
    // For the hub alone, no part of what is documented: what comes below and beside has its place now.
    const settled = new Event('portal-settled', { bubbles: true });
    this.dispatchEvent(settled);
  }

  /** Two first pages at once; where few shall be shown, the second only in place of the first. */
  protected async both<A extends string, B extends string, I>(
    names: [A, B],
    ask: (name: A | B) => Promise<Result<Page<I>>>,
  ): Promise<Result<Record<A | B, Page<I>>>> {
    const asked = ask(names[0]);
    const few = this.limit ? await asked : undefined;
    const isEnough = few && !(few.ok && few.value.items.length === 0);
    const none: Result<Page<I>> = { ok: true, value: { items: [] } };
    const [first, second] = await Promise.all([asked, isEnough ? none : ask(names[1])]);
    if (!first.ok) return first;
    if (!second.ok) return second;
    const value = { [names[0]]: first.value, [names[1]]: second.value };
    return { ok: true, value: value as Record<A | B, Page<I>> };
  }

  /** Says what to do where there is nothing. */
  protected empty(title: string, lead: string): TemplateResult {
    return html`<slot name="empty">
      <div class="empty" part="empty">
        ${tray}
        <p>${title}</p>
        <p>${lead}</p>
      </div>
    </slot>`;
  }

  protected subheading(text: string): TemplateResult {
    return html`<div role="heading" class="sub" part="subheading" aria-level=${levelBelow(this.headingLevel)}>
      ${text}
    </div>`;
  }
}

/** A picture that cannot be had, or that the page's policy refuses, leaves the tinted ground behind it. */
export const image = (url: string): TemplateResult =>
  html`<img
    src=${url}
    alt=""
    loading="lazy"
    decoding="async"
    @error=${({ currentTarget }: Event) => ((currentTarget as HTMLElement).hidden = true)}
  />`;
