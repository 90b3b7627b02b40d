/** Reads what an operator or the business's own system says about the fields of its profile, and says what is wrong in sentences. */
import { limits } from '../../../src/contract/limits.ts';
import { fieldTypes, type FieldType } from '../../../src/contract/profile-fields.ts';
import { patternFault } from './field-pattern.ts';
import { type Localised, ownFields, type ProfileFieldSettings } from './profile-fields.ts';

type Json = Record<string, unknown>;

/** What a field may say beside name, type and label, by its type. */
const extras: Record<FieldType, readonly string[]> = {
  text: ['pattern', 'minLength', 'maxLength'],
  'long-text': ['minLength', 'maxLength'],
  email: [],
  phone: [],
  date: [],
  select: ['options'],
  'multi-select': ['options'],
  checkbox: [],
  address: [],
  country: [],
};
const common = ['name', 'type', 'label', 'help', 'required', 'signUp', 'apps'];
/** Of the account, or of every object in JavaScript. */
const taken: readonly string[] = [...ownFields, 'email', 'password', 'constructor', 'prototype'];
const longestLabel = 200;
const longestHelp = 500;

/** `languages`: the business's. A sentence a fault; no fault, and these are the fields. */
export function readProfileFields(
  input: unknown,
  languages: readonly string[],
): { fields: ProfileFieldSettings[]; faults: string[] } {
  if (!Array.isArray(input)) return { fields: [], faults: ['the fields must be a list: [{…}, {…}].'] };
  const faults: string[] = [];
  if (input.length > limits.profileFields)
    faults.push(`there are ${input.length} fields; ${limits.profileFields} are the most.`);
  const fields = input.slice(0, limits.profileFields).flatMap((one: unknown, index) => {
    const read = new Reader(one, `field ${index + 1}`, languages);
    const field = read.field();
    faults.push(...read.faults);
    return field ? [field] : [];
  });
  const names = fields.map(({ name }) => name);
  for (const name of new Set(names.filter((one, index) => names.indexOf(one) !== index)))
    faults.push(`"${name}" names two fields.`);
  return { fields, faults };
}

class Reader {
  readonly faults: string[] = [];
  #json: Json;
  #what: string;
  #languages: readonly string[];

  constructor(input: unknown, what: string, languages: readonly string[]) {
    this.#json = isJson(input) ? input : {};
    this.#what = typeof this.#json['name'] === 'string' ? `field "${this.#json['name']}"` : what;
    this.#languages = languages;
  }

  field(): ProfileFieldSettings | undefined {
    const { name, type, required, signUp } = this.#json;
    if (typeof name !== 'string' || !/^[a-z][a-zA-Z0-9_-]{0,39}$/.test(name)) {
      this.#fault('needs a name of 1 to 40 letters, digits, "_" and "-" that begins with a small letter');
      return undefined;
    }
    if (taken.includes(name)) this.#fault('has a name that is taken by the account itself');
    const known = fieldTypes.find((one) => one === type);
    if (!known) {
      this.#fault(`needs a type: ${fieldTypes.join(', ')}`);
      return undefined;
    }
    for (const key of Object.keys(this.#json))
      if (![...common, ...extras[known]].includes(key)) this.#fault(`has "${key}", which a ${known} has not`);
    if (required !== undefined && typeof required !== 'boolean')
      this.#fault('has a "required" that is neither true nor false');
    if (signUp !== undefined && typeof signUp !== 'boolean')
      this.#fault('has a "signUp" that is neither true nor false');
    const help = this.#json['help'];
    return {
      name,
      type: known,
      label: this.#words('label', this.#json['label'], longestLabel),
      ...(help !== undefined && { help: this.#words('help', help, longestHelp) }),
      ...(required === true && { required }),
      ...(signUp === true && { signUp }),
      ...this.#pattern(),
      ...this.#lengths(known),
      ...(extras[known].includes('options') && { options: this.#options() }),
      ...this.#apps(),
    };
  }

  #fault(sentence: string): void {
    this.faults.push(`${this.#what} ${sentence}.`);
  }

  /** A text stands for the business's first language. */
  #words(what: string, input: unknown, most: number): Localised {
    const first = this.#languages[0] ?? 'en';
    const words = typeof input === 'string' ? { [first]: input } : isJson(input) ? input : {};
    if (!Object.hasOwn(words, first)) this.#fault(`needs a ${what} in "${first}", the first language`);
    for (const [tag, text] of Object.entries(words)) {
      if (!isTag(tag)) this.#fault(`has a ${what} in "${tag}", which is no language tag such as en or pt-BR`);
      if (typeof text !== 'string' || text.trim() === '' || text.length > most)
        this.#fault(`needs a ${what} of 1 to ${most} characters in "${tag}"`);
    }
    return words as Localised;
  }

  #pattern(): { pattern?: string } {
    const { pattern } = this.#json;
    if (pattern === undefined) return {};
    const fault = typeof pattern === 'string' ? patternFault(pattern) : 'must be a text';
    if (fault !== undefined) this.#fault(`has a pattern that ${fault}`);
    return { pattern: String(pattern) };
  }

  #lengths(type: FieldType): { minLength?: number; maxLength?: number } {
    const most = type === 'long-text' ? limits.longText : limits.text.most;
    const lengths: { minLength?: number; maxLength?: number } = {};
    for (const key of ['minLength', 'maxLength'] as const) {
      const value = this.#json[key];
      if (value === undefined) continue;
      if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most)
        lengths[key] = value;
      else this.#fault(`needs a whole ${key} from 1 to ${most}`);
    }
    const { minLength = 1, maxLength = type === 'text' ? limits.text.usual : most } = lengths;
    if (minLength > maxLength) this.#fault(`has a minLength above its maxLength, ${maxLength}`);
    return lengths;
  }

  #options(): NonNullable<ProfileFieldSettings['options']> {
    const { options } = this.#json;
    if (!Array.isArray(options) || options.length === 0 || options.length > limits.fieldOptions) {
      this.#fault(`needs 1 to ${limits.fieldOptions} options: [{"value": …, "label": …}]`);
      return [];
    }
    const read = options.map((option: unknown) => {
      const { value, label, ...surplus } = isJson(option) ? option : ({} as Json);
      if (typeof value !== 'string' || !/^[\w.-]{1,64}$/.test(value))
        this.#fault('needs a value of 1 to 64 letters, digits, "_", "-" and "." for each option');
      if (Object.keys(surplus).length > 0) this.#fault('has an option with more than value and label');
      return {
        value: String(value),
        label: this.#words(`label for the option "${String(value)}"`, label, longestLabel),
      };
    });
    if (new Set(read.map(({ value }) => value)).size < read.length)
      this.#fault('has two options of one value');
    return read;
  }

  #apps(): { apps?: string[] } {
    const { apps } = this.#json;
    if (apps === undefined) return {};
    if (Array.isArray(apps) && apps.length > 0 && apps.every((one) => typeof one === 'string'))
      return { apps };
    this.#fault('needs a list of the apps that need it, or no "apps": then all do');
    return {};
  }
}

const isJson = (input: unknown): input is Json =>
  typeof input === 'object' && input !== null && !Array.isArray(input);

function isTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}
