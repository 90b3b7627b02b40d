/** What the profile asks, as inputs among the light children of the element, where browsers and password managers fill them in. */
import { html, nothing, type TemplateResult } from 'lit';
import { fieldText, fill } from '../../i18n/after/format.ts';
import type { ProfileStrings } from '../../i18n/profile/strings.ts';
import type { Strings } from '../../i18n/strings.ts';
import type { Profile } from '../../session/profile/profile.ts';
import { type AddressPart, addressParts, countries } from '../../session/profile/rules.ts';
import type { Asked, FieldState } from './saving.ts';

type AllStrings = Strings & ProfileStrings;

/** The standard tokens, by the type of a field and then by what owners call theirs. */
const tokens: Record<string, string> = {
  phone: 'tel',
  email: 'email',
  country: 'country',
  name: 'name',
  birthday: 'bday',
  birthDate: 'bday',
  dateOfBirth: 'bday',
  company: 'organization',
  organization: 'organization',
  jobTitle: 'organization-title',
  website: 'url',
  nickname: 'nickname',
};
const partTokens: Record<AddressPart, string> = {
  street: 'address-line1',
  extra: 'address-line2',
  postalCode: 'postal-code',
  city: 'address-level2',
  region: 'address-level1',
  country: 'country',
};

/** With the account's own name before, and its language behind them, where there is a choice. */
export function askedBy({ fields, languages }: Profile, strings: AllStrings): Asked[] {
  const named = (language: string) =>
    new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  const options = languages.map((value) => ({ value, label: named(value) }));
  return [
    { name: 'name', type: 'text', label: strings.name, required: true },
    ...fields,
    ...(options.length > 1
      ? [{ name: 'locale', type: 'select' as const, label: strings.language, options }]
      : []),
  ];
}

/** What is in the inputs of a field, as the rule takes it. */
export function readField(form: HTMLFormElement | null, { name, type, options = [] }: Asked): unknown {
  const control = (id: string) => form?.elements.namedItem(id) as HTMLInputElement | null;
  const text = (id: string) => control(id)?.value ?? '';
  if (type === 'checkbox') return control(name)?.checked ?? false;
  if (type === 'multi-select')
    return options.map(({ value }) => value).filter((value) => control(`${name}/${value}`)?.checked);
  if (type === 'address')
    return Object.fromEntries(addressParts.map((part) => [part, text(`${name}/${part}`)]));
  return text(name);
}

/** To which field an input belongs. */
export const fieldOf = (input: EventTarget | null, asked: readonly Asked[]): Asked | undefined => {
  const [name] = ((input as HTMLInputElement | null)?.name ?? '').split('/');
  return asked.find((field) => field.name === name);
};

/** By the name of the field. */
type States = ReadonlyMap<string, FieldState>;

export class FieldViews {
  #prefix: string;
  #strings: AllStrings;
  #states: States;
  #values: Profile['values'];

  constructor(prefix: string, strings: AllStrings, states: States, values: Profile['values']) {
    this.#prefix = prefix;
    this.#strings = strings;
    this.#states = states;
    this.#values = values;
  }

  view(field: Asked): TemplateResult {
    if (field.type === 'address') return this.#address(field);
    if (field.type === 'multi-select') return this.#choices(field);
    const { name, type } = field;
    const state = this.#states.get(name);
    const kind = type === 'checkbox' ? 'tick' : type === 'select' || type === 'country' ? 'select' : 'line';
    return html`<portal-entry kind=${kind}>
      <label slot="label" for=${this.#id(name)}>${this.#label(field)}</label>
      ${this.#control(field, name, state)} ${this.#notes(field, state)}
    </portal-entry>`;
  }

  #control(field: Asked, name: string, state: FieldState | undefined): TemplateResult {
    const { type, required, options } = field;
    const value = this.#values[field.name];
    const id = this.#id(name);
    const isWrong = state?.code ? 'true' : nothing;
    const text = typeof value === 'string' ? value : '';
    if (type === 'checkbox')
      return html`<input
        id=${id}
        name=${name}
        type="checkbox"
        autocomplete="off"
        .checked=${value === true}
        ?required=${required}
        aria-invalid=${isWrong}
        aria-describedby="${id}-note"
      />`;
    if (type === 'long-text')
      return html`<textarea
        id=${id}
        name=${name}
        rows="4"
        .value=${text}
        ?required=${required}
        aria-invalid=${isWrong}
        aria-describedby="${id}-note"
      ></textarea>`;
    if (type === 'select' || type === 'country') {
      const none = name === 'locale' ? this.#strings.languageOfBrowser : this.#strings.profileNothing;
      return this.#select(
        id,
        name,
        type === 'country' ? 'country' : 'off',
        [{ value: '', label: none }, ...(options ?? this.#countries())],
        text,
        isWrong,
        required,
      );
    }
    return html`<input
      id=${id}
      name=${name}
      type=${({ phone: 'tel', email: 'email', date: 'date' } as Record<string, string>)[type] ?? 'text'}
      autocomplete=${tokens[name.split('/').at(-1)!] ?? tokens[type] ?? 'on'}
      autocapitalize=${name === 'name' ? 'words' : nothing}
      .value=${text}
      ?required=${required}
      aria-invalid=${isWrong}
      aria-describedby="${id}-note"
    />`;
  }

  #select(
    id: string,
    name: string,
    autocomplete: string,
    options: readonly { value: string; label: string }[],
    chosen: string,
    isWrong: 'true' | typeof nothing,
    isRequired: boolean | undefined,
  ) {
    return html`<select
      id=${id}
      name=${name}
      autocomplete=${autocomplete as 'off'}
      ?required=${isRequired}
      aria-invalid=${isWrong}
      aria-describedby="${id}-note"
    >
      ${options.map(
        ({ value, label }) => html`<option value=${value} .selected=${value === chosen}>${label}</option>`,
      )}
    </select>`;
  }

  #address(field: Asked): TemplateResult {
    const strings = this.#strings;
    const labels: Record<AddressPart, string> = {
      street: strings.addressStreet,
      extra: strings.addressExtra,
      postalCode: strings.addressPostalCode,
      city: strings.addressCity,
      region: strings.addressRegion,
      country: strings.addressCountry,
    };
    const value = (this.#values[field.name] ?? {}) as { [P in AddressPart]?: string };
    const state = this.#states.get(field.name);
    return this.#group(
      field,
      state,
      addressParts.map((part) => {
        const name = `${field.name}/${part}`;
        const id = this.#id(name);
        const error = state?.part === part ? this.#error(state) : undefined;
        const isWrong = error ? 'true' : nothing;
        const note = html`<p slot=${error ? 'error' : 'hint'} id="${id}-note">${error}</p>`;
        const isCountry = part === 'country';
        return html`<portal-entry
          kind=${isCountry ? 'select' : 'line'}
          group
          ?wide=${part === 'street' || part === 'extra'}
        >
          <label slot="label" for=${id}>${labels[part]}</label>
          ${
            isCountry
              ? this.#select(
                  id,
                  name,
                  'country',
                  [{ value: '', label: strings.profileNothing }, ...this.#countries()],
                  value.country ?? '',
                  isWrong,
                  false,
                )
              : html`<input
                  id=${id}
                  name=${name}
                  type="text"
                  autocomplete=${partTokens[part] as 'on'}
                  .value=${value[part] ?? ''}
                  aria-invalid=${isWrong}
                  aria-describedby="${id}-note"
                />`
          }
          ${note}
        </portal-entry>`;
      }),
    );
  }

  #choices(field: Asked): TemplateResult {
    const value = this.#values[field.name];
    const chosen = Array.isArray(value) ? value : [];
    const state = this.#states.get(field.name);
    return this.#group(
      field,
      state,
      (field.options ?? []).map((option, index) => {
        const name = `${field.name}/${option.value}`;
        return html`<portal-entry kind="tick" group>
          <label slot="label" for=${this.#id(name)}>${option.label}</label>
          <input
            id=${this.#id(name)}
            name=${name}
            type="checkbox"
            autocomplete="off"
            .checked=${chosen.includes(option.value)}
            aria-invalid=${index === 0 && state?.code ? 'true' : nothing}
          />
        </portal-entry>`;
      }),
    );
  }

  #group(field: Asked, state: FieldState | undefined, parts: TemplateResult[]): TemplateResult {
    const id = this.#id(field.name);
    return html`<portal-entries role="group" aria-labelledby="${id}-label" aria-describedby="${id}-note">
      <p slot="label" id="${id}-label">${this.#label(field)}</p>
      ${parts} ${this.#notes(field, state?.part ? { ...state, code: undefined } : state)}
    </portal-entries>`;
  }

  /** What is wrong, else what helps; and beside the label what has become of it. */
  #notes({ name, type, help }: Asked, state: FieldState | undefined): TemplateResult {
    const strings = this.#strings;
    const error = this.#error(state, { type, help });
    const hint = help ?? (type === 'phone' ? strings.phoneHint : nothing);
    const words = {
      open: strings.profileUnsaved,
      wrong: strings.profileUnsaved,
      failed: strings.profileUnsaved,
      saving: strings.profileSaving,
      saved: strings.profileSaved,
    };
    return html`<p slot=${error ? 'error' : 'hint'} id="${this.#id(name)}-note">${error ?? hint}</p>
      <p slot="state">${state?.status ? words[state.status] : nothing}</p>`;
  }

  #error(state: FieldState | undefined, { type, help }: Partial<Asked> = {}): string | undefined {
    if (!state?.code) return undefined;
    const { code } = state;
    const strings = this.#strings;
    if (code === 'required' && type === 'checkbox') return strings.tickRequired;
    const own = {
      'phone-invalid': strings.phoneInvalid,
      'date-invalid': strings.dateInvalid,
      'pattern-mismatch': strings.patternMismatch,
    } as Partial<Record<typeof code, string>>;
    const text = strings.fields[code] ?? own[code] ?? fieldText(code, strings, undefined);
    // Only the business can say which form that is.
    return code === 'pattern-mismatch' && help ? `${text} ${help}` : text;
  }

  #label({ label, required, name }: Asked): string {
    return required || name === 'locale' ? label : fill(this.#strings.profileOptional, { label });
  }

  #id = (name: string): string => this.#prefix + name.replaceAll(/[./]/g, '-');

  #countries(): { value: string; label: string }[] {
    const { locale } = this.#strings;
    return (sorted[locale] ??= countries
      .map((value) => ({
        value,
        label: new Intl.DisplayNames(locale, { type: 'region' }).of(value) ?? value,
      }))
      .sort((a, b) => a.label.localeCompare(b.label, locale)));
  }
}

/** By language: 249 names are not sorted at every key. */
const sorted: Record<string, { value: string; label: string }[]> = {};
