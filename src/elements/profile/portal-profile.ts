/** What the business knows of its customer: asked, saved field by field, and everything else that an account is. */
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { CredentialForm } from '../../forms/credential-form.ts';
import { formShield } from '../../forms/shield.styles.ts';
import type { Strings } from '../../i18n/strings.ts';
import { eventually } from '../../internal/eventually.ts';
import type { FieldValue, Profile } from '../../session/profile/profile.ts';
import type { Me, Problem, Result } from '../../session/types.ts';
import type { Member } from '../member-data.ts';
import { MemberElement, type Shown } from '../member-element.ts';
import { profileStyles } from './profile.styles.ts';

let instances = 0;

/** The fields come beside the data that they show. */
const loadFields = eventually(
  () => import('./parts.ts'),
  ({ parts }) => parts,
);
type Fields = Awaited<ReturnType<typeof loadFields>>;

const loadGoOn = eventually(
  () => import('./go-on.ts'),
  ({ goOn }) => goOn,
);

/** What few open. */
const loadSections = eventually(
  () => import('./sections.ts'),
  ({ Sections }) => Sections,
);

/**
 * The profile of who is logged in: full name, whatever the business asks, password, email, devices, language, their data
 * and the end of the account. Each field is saved by itself when it is left. What could not be saved stays in its field,
 * also when the element is taken out of the page and put back, and says so. Where a visitor came from an app that needs more of
 * the profile, the element offers the way back once everything is there.
 *
 * @tag portal-profile
 * @summary Complete and edit the profile, and everything else of the account.
 *
 * @attr {string} preview - For designers: shows a screen without a backend, `empty` for example. See docs/theming-preview.md.
 *
 * @slot heading - In place of the heading.
 * @slot before-form - Above the fields.
 * @slot after-form - Below them.
 * @slot footer - At the very end.
 * @slot signed-out - Shown in place of the card while nobody is logged in.
 *
 * @csspart card - The surface around everything.
 * @csspart header - Around the heading.
 * @csspart heading - The heading.
 * @csspart alert - What went wrong as a whole.
 * @csspart retry - The button in the alert.
 * @csspart content - The data, or the skeleton in its place.
 * @csspart completion - How much of what is asked for is there.
 * @csspart progress - The bar in it.
 * @csspart continue - The way back to the app.
 * @csspart section - Devices, data and the account itself, each.
 * @csspart device - One device.
 * @csspart sign-out - Logs a device out.
 * @csspart sign-out-everywhere - Logs all of them out.
 * @csspart download - Downloads the account's data.
 *
 * @cssprop [--portal-accent=#3b5bdb] - The brand colour: the whole palette comes from it.
 * @cssprop [--portal-font-size=medium] - The size that every other size depends on.
 * @cssprop [--portal-font=inherit] - The font family; the page's by default.
 * @cssprop [--portal-max-width=40em] - The card's largest width.
 *
 * @cssState loading - The data has not come yet.
 * @cssState failed - The data could not be had.
 * @cssState busy - A request is under way.
 * @cssState signed-in - Somebody is logged in.
 * @cssState signed-out - Nobody is logged in.
 * @cssState complete - Everything that is asked for is there.
 * @cssState unsaved - Something that was typed is not saved yet.
 *
 * @fires {CustomEvent<{ complete: boolean }>} portal-profile-saved - What was asked for is there now, by what was just saved; with `return-to` what that app asks for. `complete`: no app lacks anything.
 * @fires {CustomEvent<{ to: 'app', app: string }>} portal-navigate - The visitor wants back to the app. Cancelable: else they are taken there, logged in.
 * @fires {CustomEvent<{ code: string }>} portal-failed - A request failed; the code is the problem's.
 * @fires {CustomEvent<object>} portal-ready - The element is connected to its backend.
 */
export class PortalProfile extends MemberElement<Profile> {
  static override styles = [...[MemberElement.styles].flat(), formShield, profileStyles];

  static override properties = { ...MemberElement.properties, returnTo: { attribute: 'return-to' } };

  /** The app that the visitor came from, by its identifier; empty for none. */
  declare returnTo: string;

  /** @internal */
  readonly fieldForm = new CredentialForm(this, () => void this.#saveAll());
  #prefix = `portal-profile-${++instances}-`;
  #fields: Fields | undefined;
  #saving: InstanceType<Fields['Saving']> | undefined;
  #sections: InstanceType<Awaited<ReturnType<typeof loadSections>>> | undefined;
  /** Of the account whose answers are in the form. */
  #shown: string | undefined;
  #apps: Me['apps'] = [];

  constructor() {
    super();
    this.returnTo = '';
    this.addEventListener('input', this.#onInput);
    this.addEventListener('change', this.#onChange);
    this.addEventListener('focusout', this.#onFocusOut);
    this.addEventListener('keydown', this.#onKeyDown);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('online', this.#saveAll);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('online', this.#saveAll);
    removeEventListener('beforeunload', this.#onUnload);
  }

  /** Moves the focus to the field that is to be filled in next. */
  override focus(): void {
    const [missing] = this.#missing;
    const inputs = [...this.querySelectorAll<HTMLElement>('[name]')];
    (inputs.find((one) => one.id.startsWith(`${this.#prefix}${missing}`)) ?? inputs[0])?.focus();
  }

  protected override async load(member: Member, signal: AbortSignal): Promise<Result<Profile>> {
    const me = this.returnTo ? member.me(signal) : undefined;
    const fields = await loadFields();
    if (!this.#fields)
      (this.renderRoot as ShadowRoot).adoptedStyleSheets.push(...fields.styles.map((one) => one.styleSheet!));
    this.#fields = fields;
    // The heading has come with them.
    this.requestUpdate();
    const profile = await fields.readProfile(member, signal);
    const known = await me;
    if (known?.ok) this.#apps = known.value.apps;
    return profile;
  }

  /** Of its height from the start. */
  protected override heading = (strings: Strings): string =>
    this.#fields?.withProfile(strings).profileHeading ?? '\u00a0';

  protected override skeleton(): TemplateResult {
    return html`<div class="bones" aria-hidden="true">
      ${[0, 1, 2, 3].map(() => html`<span class="bone"> </span>`)}
    </div>`;
  }

  protected override states(): readonly (string | false)[] {
    return [this.#missing.length === 0 && 'complete', !!this.#saving?.isOpen && 'unsaved'];
  }

  protected override content({ value, strings }: Shown<Profile>): TemplateResult {
    const { fill, lacking, withProfile } = this.#fields!;
    const all = withProfile(strings);
    const total = value.fields.filter(({ required }) => required).length;
    const done = total - lacking(value).length;
    const app = this.#apps.find(({ id }) => id === this.returnTo);
    const isClosed = this.#missing.length > 0;
    return html`${
        total > 0
          ? html`<div class="completion" part="completion">
              <p>${done === total ? all.profileComplete : fill(all.profileProgress, { done, total })}</p>
              <progress
                part="progress"
                max=${total}
                .value=${done}
                aria-label=${fill(all.profileProgress, { done, total })}
              ></progress>
              ${app && isClosed ? html`<p class="lead">${fill(all.profileFor, { app: app.name })}</p>` : nothing}
            </div>`
          : nothing
      }
      <slot name="before-form"></slot>
      <slot name="form"></slot>
      <slot name="after-form"></slot>
      ${
        app && !isClosed
          ? html`<button class="wide continue" type="button" part="continue" @click=${() => this.#goOn(app)}>
              ${fill(all.profileContinue, { app: app.name })}
            </button>`
          : nothing
      }
      ${(['devices', 'download', 'care'] as const).map(
        (name) =>
          html`<details
            class="fold"
            part="section"
            name="section"
            @toggle=${(event: Event) => this.#open(name, event)}
          >
            <summary>${all[name]}</summary>
            <div class="inside">${this.#sections?.view(name, all, value)}</div>
          </details>`,
      )}`;
  }

  protected override willUpdate(): void {
    const { state } = this.session;
    const account = state.status === 'signed-in' ? state.account.id : undefined;
    if (account === this.#shown) return;
    // Nothing of one visitor is left for the next.
    this.#shown = account;
    this.fieldForm.forget();
    this.#saving = undefined;
    this.#sections?.forget();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('returnTo') && changed.get('returnTo') !== undefined) void this.data.reload();
    const { value } = this.data;
    const { all } = this.texts;
    const fields = this.#fields;
    // Only while there is something to lose: a page that listens may not be kept for going back.
    const listen = this.#saving?.isOpen ? addEventListener : removeEventListener;
    listen('beforeunload', this.#onUnload);
    if (!value || !all || !fields || this.session.state.status !== 'signed-in') {
      this.fieldForm.show('none', '', undefined);
      return;
    }
    const strings = fields.withProfile(all);
    this.#saving ??= new fields.Saving(this, (field) => fields.readField(this.#form, field));
    const views = new fields.FieldViews(this.#prefix, strings, this.#saving.states, value.values);
    this.fieldForm.show(
      'profile',
      strings.profileHeading,
      html`${fields.askedBy(value, strings).map((field) => views.view(field))}`,
    );
  }

  /** @internal A field has been saved. */
  saved(name: string, kept: FieldValue | null, label: string): void {
    const before = this.data.value;
    const { all } = this.texts;
    const fields = this.#fields;
    if (!before || !all || !fields) return;
    const { [name]: _, ...others } = before.values;
    const missing = this.#missing.length;
    this.data.set({ ...before, values: kept === null ? others : { ...others, [name]: kept } });
    if (!this.#saving?.isOpen && this.request.problem) this.request.clear();
    this.tell(fields.fill(fields.withProfile(all).profileSavedField, { label }));
    if (missing > 0 && this.#missing.length === 0)
      this.emit('portal-profile-saved', { complete: fields.lacking(this.data.value!).length === 0 });
    // Menus say the name, and homes how much is missing.
    const isNews = name === 'name' || this.#missing.length !== missing;
    if (isNews) void this.session.store?.member().then(({ shared }) => shared.value && shared.refresh());
    // Its labels come in the language that was chosen.
    if (name === 'locale') void this.data.reload();
  }

  /** @internal A field could not be saved; it is kept and tried again. */
  failed(problem: Problem): void {
    this.request.fail(problem, () => {
      this.request.clear();
      void this.#saveAll();
    });
  }

  get #form(): HTMLFormElement | null {
    return this.querySelector<HTMLFormElement>(':scope > form[slot=form]');
  }

  /** What the app that the visitor came from lacks, or else any. */
  get #missing(): string[] {
    const { value } = this.data;
    return (value && this.#fields?.lacking(value, this.returnTo || undefined)) ?? [];
  }

  get #asked() {
    const { value } = this.data;
    const { all } = this.texts;
    return (value && all && this.#fields?.askedBy(value, this.#fields.withProfile(all))) ?? [];
  }

  #saveAll = async (): Promise<void> => this.#saving?.all(this.#asked);

  /** The field that the visitor is still in has not been left. What is not kept yet, the browser asks about. */
  #onUnload = (event: Event): void => {
    void this.#saveAll();
    if (this.#saving?.isOpen) event.preventDefault();
  };

  #fieldOf(target: EventTarget | null) {
    return this.#form?.contains(target as Node) ? this.#fields?.fieldOf(target, this.#asked) : undefined;
  }

  #onInput = ({ target }: Event) => {
    const field = this.#fieldOf(target);
    if (field) this.#saving?.touch(field);
  };

  /** A choice counts at once; a text when it is left, for a browser fills in many without going there. */
  #onChange = ({ target }: Event) => {
    const field = this.#fieldOf(target);
    if (!field) return;
    this.#saving?.touch(field);
    const isChoice = ['select', 'country', 'checkbox', 'multi-select'].includes(field.type);
    const isWithin = this.#fieldOf(this.ownerDocument.activeElement)?.name === field.name;
    if (isChoice || (!isWithin && field.type !== 'address')) void this.#saving?.leave(field);
  };

  /** A form without a button is not submitted by it. */
  #onKeyDown = ({ key, target }: KeyboardEvent) => {
    const field = key === 'Enter' && (target as Element).localName === 'input' && this.#fieldOf(target);
    if (field) void this.#saving?.leave(field);
  };

  /** An address is one value: it is left when its last part is. */
  #onFocusOut = ({ target, relatedTarget }: FocusEvent) => {
    const field = this.#fieldOf(target);
    if (field && this.#fieldOf(relatedTarget)?.name !== field.name) void this.#saving?.leave(field);
  };

  #goOn(app: Me['apps'][number]) {
    if (this.emit('portal-navigate', { to: 'app', app: app.id }, true))
      void loadGoOn().then((goOn) => goOn(this, app));
  }

  #open(name: 'devices' | 'download' | 'care', { target }: Event) {
    if (!(target as HTMLDetailsElement).open) return;
    void loadSections().then((Sections) => {
      this.#sections ??= new Sections(this);
      this.#sections.open(name);
      this.requestUpdate();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-profile': PortalProfile;
  }
}
