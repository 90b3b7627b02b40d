/**
 * What the elements for who is logged in share: whose data they show, and what stands there before it has come, when
 * it could not be had, and when nobody is logged in. What the data is and how it looks is theirs.
 */
import {
  type CSSResultGroup,
  html,
  LitElement,
  nothing,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { StringsController } from '../i18n/strings-controller.ts';
import type { Strings } from '../i18n/strings.ts';
import { SessionController } from '../session/session-controller.ts';
import type { Account, Problem, Result } from '../session/types.ts';
import { cardStyles } from '../ui/card.styles.ts';
import { setStates } from '../ui/states.ts';
import type { AfterForm } from './after/after-form.ts';
import { loadAfterForm } from './load-after-form.ts';
import { type Member, MemberData } from './member-data.ts';
import { memberStyles } from './member.styles.ts';
import { RequestController, type RequestState } from './request.ts';

/** All sentences, and who is signed in: what there is whenever content is shown. */
export interface Shown<T> {
  value: T;
  strings: Strings;
  account: Account;
}

/** Of a heading below that of the element: no further than six, which is as deep as readers go. */
export const levelBelow = (level: number): number => Math.min(6, level + 1);

export abstract class MemberElement<T extends object> extends LitElement {
  static override styles: CSSResultGroup = [cardStyles, memberStyles];

  static override properties = { headingLevel: { type: Number, attribute: 'heading-level' } };

  /** The level of the heading in the page's outline, 1 to 6. */
  declare headingLevel: number;

  /** @internal */
  readonly session = new SessionController(this);
  /** @internal */
  readonly texts = new StringsController(this);
  /** @internal */
  readonly data = new MemberData<T>(this, this.session, (member, signal) => this.load(member, signal));
  /** @internal What the visitor does, one act at a time. */
  readonly request = new RequestController(this);
  /** @internal Steps, errors and their looks: there once they have been fetched. */
  afterForm: AfterForm | undefined;
  #internals = this.attachInternals();
  #isReady = false;
  #hasActed = false;
  #news = '';

  constructor() {
    super();
    this.headingLevel = 2;
  }

  /** Asks for what is shown. */
  protected abstract load(member: Member, signal: AbortSignal): Promise<Result<T>>;

  /** What the data looks like. */
  protected abstract content(shown: Shown<T>): TemplateResult;

  /** The heading; undefined where the element has none. */
  protected heading(_strings: Strings): string | undefined {
    return undefined;
  }

  /** Of the content's size, made of `.bone`s. */
  protected abstract skeleton(): TemplateResult;

  /** Names for `:state()` beside those that every element has. */
  protected states(_value: T): readonly (string | false)[] {
    return [];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { state, binding, store } = this.session;
    const { form, all } = this.texts;
    const code = binding === 'missing' ? 'backend-missing' : store?.blocked;
    if (code)
      return all && this.afterForm ? this.surface(this.afterForm.blockedView(code, all).below!) : nothing;
    if (state.status !== 'signed-in')
      return html`<div ?hidden=${state.status === 'unknown'}><slot name="signed-out"></slot></div>`;
    const { value } = this.data;
    const isThere = value && all;
    return this.surface(html`
      ${this.#alert()}
      <div part="content" aria-busy=${!isThere}>
        ${isThere ? this.content({ value, strings: all, account: state.account }) : this.skeleton()}
      </div>
      <p class="heard" role="status">
        ${this.request.isPending || !(isThere || this.data.request.problem) ? form.working : this.#news}
      </p>
    `);
  }

  /** Around everything. */
  protected surface(inner: TemplateResult): TemplateResult | typeof nothing {
    const { form, all } = this.texts;
    const heading = all && this.heading(all);
    return html`<div class="card" part="card" lang=${form.locale} dir=${form.direction ?? nothing}>
      <div class="header" part="header" ?hidden=${!!all && !heading}>
        <slot name="heading">
          <div
            role="heading"
            part="heading"
            aria-level=${this.headingLevel}
            aria-hidden=${heading?.trim() ? nothing : 'true'}
          >
            ${heading ?? html`<span class="bone">${form.working}</span>`}
          </div>
        </slot>
      </div>
      ${inner}
      <slot name="footer"></slot>
    </div>`;
  }

  protected override firstUpdated(): void {
    void loadAfterForm().then((after) => {
      (this.renderRoot as ShadowRoot).adoptedStyleSheets.push(
        ...after.styles.map((style) => style.styleSheet!),
      );
      this.afterForm = after;
      this.texts.complete(after.en);
      this.requestUpdate();
    });
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const { state, binding } = this.session;
    const { value, request } = this.data;
    const isSignedIn = state.status === 'signed-in';
    setStates(this.#internals, [
      isSignedIn && !value && !request.problem && 'loading',
      isSignedIn && !!request.problem && 'failed',
      this.request.isPending && 'busy',
      state.status !== 'unknown' && (isSignedIn ? 'signed-in' : 'signed-out'),
      ...(isSignedIn && value ? this.states(value) : []),
    ]);
    this.#moveFocus();
    if (this.#isReady || binding !== 'bound') return;
    this.#isReady = true;
    this.emit('portal-ready', {});
  }

  /** @internal One act of the visitor; `then` goes on with what came of it. */
  async act<V extends object | string>(
    operation: (member: Member, signal: AbortSignal) => Promise<Result<V>>,
    then: (value: V) => void,
  ): Promise<void> {
    const { store } = this.session;
    if (!store || this.request.isPending) return;
    this.#news = '';
    const again = () => void this.act(operation, then);
    const value = await this.request.run(async (signal) => operation(await store.member(), signal), again);
    this.#hasActed = true;
    if (value !== undefined) then(value);
    this.requestUpdate();
  }

  /** @internal Tells a screen reader what the eye sees by itself. */
  tell(news: string): void {
    this.#news = news;
    this.requestUpdate();
  }

  /** @internal */
  emit(type: string, detail: object, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  /** @internal The alert's text of a problem, for elements that say it elsewhere. */
  problemText(problem: Problem): string | undefined {
    const { all } = this.texts;
    return all && this.afterForm?.problemText(problem, all);
  }

  /** @internal What went wrong with a request, if it did. */
  alertOf(state: RequestState): TemplateResult | typeof nothing {
    const { all } = this.texts;
    return state.status === 'failed' && all && this.afterForm
      ? this.afterForm.problemAlert(state, this, all)
      : nothing;
  }

  /** What the visitor did comes before what was merely loaded. */
  #alert() {
    return this.alertOf(this.request.problem ? this.request.state : this.data.request.state);
  }

  /** Only after an act: what loads by itself leaves the focus where it is. */
  #moveFocus() {
    if (!this.#hasActed || this.request.isPending) return;
    this.#hasActed = false;
    if (this.request.problem) this.renderRoot.querySelector<HTMLElement>('.alert')?.focus();
  }
}
