/**
 * What portal-login and portal-signup share: the card, the form in the light DOM, one request at a time,
 * where the focus goes and how either ends. Which steps there are before the end is theirs.
 */
import { type CSSResult, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { CredentialForm } from '../forms/credential-form.ts';
import { action, field, type Field } from '../forms/fields.ts';
import { formShield } from '../forms/shield.styles.ts';
import { StringsController } from '../i18n/strings-controller.ts';
import { SessionController } from '../session/session-controller.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { Problem, Result, SignInResult } from '../session/types.ts';
import { cardStyles } from '../ui/card.styles.ts';
import { setStates } from '../ui/states.ts';
import type { Countdown } from '../ui/after/countdown.ts';
import type { AfterForm } from './after/after-form.ts';
import { loadAfterForm } from './load-after-form.ts';
import { RequestController } from './request.ts';
import type { View } from './view.ts';

let instances = 0;

export abstract class CredentialElement extends LitElement {
  static override styles = [cardStyles, formShield];

  // Not by decorators: their code alone would be 3 % of what must arrive before the first field.
  static override properties = {
    email: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  /** The email to start with. Setting it later takes the place of what is in the field. */
  declare email: string;

  /** The level of the heading in the page's outline, 1 to 6. */
  declare headingLevel: number;

  /** @internal */
  readonly session = new SessionController(this);
  /** @internal */
  readonly request = new RequestController(this);
  /** @internal */
  readonly form = new CredentialForm(this, () => this.#onSubmit());
  /** @internal */
  readonly texts = new StringsController(this);
  #after: AfterForm | undefined;
  #coolDown: Countdown | undefined;
  #internals = this.attachInternals();
  /** @internal */
  readonly idPrefix = `${this.localName}-${++instances}-`;
  #view!: View;
  #isReady = false;
  #step = '';
  /** The visitor did something: only then may the focus move. */
  #hasActed = false;
  /** What a screen reader is told beside the focus. */
  #news = '';

  constructor() {
    super();
    this.email = '';
    this.headingLevel = 2;
  }

  /** The step to show while nobody is logged in. */
  protected abstract step(): View;

  /** What to show now. */
  protected view(): View {
    return this.#blocked() ?? this.#ended() ?? this.step();
  }

  /** Moves the focus to the field that is to be filled in next. */
  override focus(): void {
    if (!this.form.focus()) this.renderRoot.querySelector<HTMLElement>('.header')?.focus();
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.#view = this.view();
  }

  protected override render() {
    const { heading, lead, above, below, step } = this.#view;
    const { portal } = this.session;
    const { locale, direction = nothing, working } = this.texts.form;
    const isAway = this.#isAway;
    return html`<div class="card" part="card" lang=${locale} dir=${direction}>
      <slot name="logo">
        <div class="brand" part="brand">
          ${portal?.logo ? html`<img src=${portal.logo} alt="" part="logo" />` : nothing}
          <span>${portal?.name}</span>
        </div>
      </slot>
      <div ?hidden=${isAway}>
        <div class="header" part="header" tabindex="-1">
          <slot name="heading">
            <div role="heading" part="heading" aria-level=${this.headingLevel}>${heading}</div>
          </slot>
          <p part="lead">${lead}</p>
          ${above}
        </div>
        ${this.#alert()}
        <slot name="before-form"></slot>
        <slot name="form"></slot>
        <slot name="after-form"></slot>
        <slot name="signed-in" ?hidden=${step !== 'signed-in'}></slot>
        <div class="actions" part="actions">${below}</div>
        <p class="heard" role="status">${this.request.isPending ? working : this.#news}</p>
      </div>
      <slot name="other" @slotchange=${() => this.requestUpdate()}></slot>
      <slot name="legal" ?hidden=${isAway}>${this.renderLegal()}</slot>
      <slot name="footer"></slot>
    </div>`;
  }

  protected override firstUpdated(): void {
    void loadAfterForm().then((after) => {
      const root = this.renderRoot as ShadowRoot;
      // With the sheets of `styles` already there, Lit would not add to them.
      root.adoptedStyleSheets.push(...after.styles.map((style: CSSResult) => style.styleSheet!));
      this.use(after);
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { step, heading, form } = this.#view;
    const isNew = this.form.show(step, heading, this.#isAway ? undefined : form);
    if (step === 'signed-in') {
      this.form.forget();
      this.#after?.forgetPartner(this);
      this.email = this.getAttribute('email') ?? '';
    }
    if (this.email && (isNew || changed.has('email'))) this.form.fill('email', this.email);
    if (step !== this.#step) this.emit('portal-step-changed', { step: (this.#step = step) });
    setStates(this.#internals, [`step-${step}`, this.request.isPending && 'busy']);
    void this.#moveFocus();
    if (this.#isReady || this.session.binding !== 'bound') return;
    this.#isReady = true;
    this.emit('portal-ready', {});
  }

  /** From here on every step can be shown. */
  protected use(after: AfterForm): void {
    this.#after = after;
    this.texts.complete(after.en);
    this.requestUpdate();
  }

  /** Fine print below the form. */
  protected renderLegal(): TemplateResult | typeof nothing {
    return nothing;
  }

  protected emit(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** @internal One request to the session; `then` goes on with what came of it. By default a retry reads the form anew. */
  async run<T extends object | string>(
    operation: (store: SessionStore, signal: AbortSignal) => Promise<Result<T>>,
    then: (value: T, after: AfterForm) => void,
    retry = () => this.form.submit(),
  ): Promise<void> {
    const { store } = this.session;
    if (!store || this.request.isPending) return;
    this.#hasActed = true;
    this.#news = '';
    const [value, after] = await Promise.all([
      this.request.run((signal) => operation(store, signal), retry),
      loadAfterForm(),
    ]);
    const { problem } = this.request;
    // A rest between two mails has its own place in the code step.
    if (problem?.retryAfter && problem.code !== 'resend-too-soon')
      this.#coolDown = new after.Countdown(this, problem.retryAfter);
    if (value === undefined) return;
    // Going idle has moved the focus within the old step already.
    this.#hasActed = true;
    then(value, after);
    this.requestUpdate();
  }

  /** What is plainly wrong is said without asking the server. */
  protected faults(): NonNullable<Problem['errors']> {
    return this.form.missing.map((name) => ({ pointer: `/${name}`, code: 'required' }));
  }

  protected refuse(errors: NonNullable<Problem['errors']>): void {
    this.#hasActed = true;
    this.request.fail({ code: 'invalid-input', errors }, () => this.form.submit());
  }

  /** @internal A proof was accepted; the store has moved on already. */
  onProof(_outcome: SignInResult): void {
    this.tellSignedIn();
  }

  /** @internal */
  tellSignedIn(): void {
    const { state } = this.session;
    if (state.status === 'signed-in') this.emit('portal-signed-in', { account: state.account });
  }

  /** @internal To another step of this element. What was typed stays, and the email goes along. */
  leave(change: () => void): void {
    this.email = this.form.value('email') || this.email;
    this.request.clear();
    this.#coolDown = undefined;
    this.#news = '';
    this.#hasActed = true;
    change();
    this.requestUpdate();
  }

  /** @internal To the other element; see after/navigate.ts. */
  goTo(to: 'login' | 'signup'): void {
    this.leave(() => void loadAfterForm().then(({ navigate }) => navigate(this, to, this.email)));
    this.#hasActed = false;
  }

  /** @internal Tells a screen reader what the eye sees by itself. */
  tell(news: string): void {
    this.#news = news;
    this.requestUpdate();
  }

  /** @internal A field under this element's prefix, with the error that the last answer had for it. */
  field(f: Omit<Field, 'id' | 'error'>): TemplateResult {
    const min = this.session.portal?.password.minLength;
    const { all } = this.texts;
    const error = all && this.#after?.fieldError(this.request.problem, f.name, all, min);
    return field({ ...f, id: this.idPrefix + f.name, error });
  }

  /** @internal */
  emailField(isReadOnly = false): TemplateResult {
    const { email: label } = this.texts.form;
    return this.field({ name: 'email', label, type: 'email', autocomplete: 'username', isReadOnly });
  }

  /** @internal */
  action(label: string): TemplateResult {
    const { isPending } = this.request;
    const rest = this.#coolDown?.left;
    const { all, form } = this.texts;
    const text = (rest && all && this.#after?.coolDownText(rest, all)) || label;
    return action(isPending ? form.working : text, isPending, !!rest);
  }

  /** While the other form stands in this one's place; not before its code has arrived. */
  get #isAway(): boolean {
    return !!this.querySelector(':scope > [slot=other]:defined');
  }

  #blocked(): View | undefined {
    const { binding, store } = this.session;
    const code = binding === 'missing' ? 'backend-missing' : store?.blocked;
    return code && this.#later((after, all) => after.blockedView(code, all));
  }

  #ended(): View | undefined {
    const { state, store } = this.session;
    return store && (state.status === 'signed-in' || state.status === 'choosing')
      ? this.#later((after, all) => after.endedView(this, store, state, all))
      : undefined;
  }

  #later(view: (after: AfterForm, all: NonNullable<StringsController['all']>) => View): View {
    const { all, form } = this.texts;
    return this.#after && all ? view(this.#after, all) : { step: 'loading', heading: form.working };
  }

  #alert() {
    const { state } = this.request;
    const { all } = this.texts;
    return state.status === 'failed' && all && this.#after
      ? this.#after.problemAlert(state, this, all)
      : nothing;
  }

  async #moveFocus() {
    if (!this.#hasActed || this.request.isPending) return;
    this.#hasActed = false;
    // Before its own first update a new field has no slot for its input, and what is not shown takes no focus.
    await Promise.all(
      [...this.querySelectorAll<LitElement>('portal-field')].map((one) => one.updateComplete),
    );
    const alert = this.request.problem && this.renderRoot.querySelector<HTMLElement>('.alert');
    (alert ?? this).focus();
  }

  #onSubmit() {
    if (this.request.isPending || this.#coolDown?.left) return;
    const errors = this.faults();
    if (errors.length > 0) this.refuse(errors);
    else this.#view.onSubmit?.();
  }
}
