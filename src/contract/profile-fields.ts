/**
 * What a field of the profile takes, and in which form it is kept. The one rule for both sides: the element asks it
 * before it sends anything, the server before it keeps anything. Visitors download it, so it holds no prose.
 */
import { countries } from './countries.ts';
import { limits } from './limits.ts';
import type { FieldCode } from './problems.ts';

export const fieldTypes = [
  'text',
  'long-text',
  'email',
  'phone',
  'date',
  'select',
  'multi-select',
  'checkbox',
  'address',
  'country',
] as const;
export type FieldType = (typeof fieldTypes)[number];

/** What a value is held against. */
export interface FieldRule {
  type: FieldType;
  required?: boolean | undefined;
  /** With `text`: the limited regular expression of docs/decisions/0013-the-profile.md, for the whole value. */
  pattern?: string | undefined;
  /** With `text` and `long-text`; Unicode code points. */
  minLength?: number | undefined;
  maxLength?: number | undefined;
  /** With `select` and `multi-select`. */
  options?: readonly { value: string }[] | undefined;
  /** The apps that need it; absent, all do. */
  apps?: readonly string[] | undefined;
}

/** In the order in which an address is typed. */
export const addressParts = ['street', 'extra', 'postalCode', 'city', 'region', 'country'] as const;
export type AddressPart = (typeof addressParts)[number];
export type Address = { [P in AddressPart]?: string };
/** What an address cannot do without; nothing else is everywhere in the world. */
const neededParts: readonly AddressPart[] = ['street', 'city', 'country'];

export type FieldValue = string | boolean | string[] | Address;

/** As it is kept, `null` for nothing; or what is wrong, in an address at which part. */
export type Checked =
  { value: FieldValue | null; code?: undefined } | { code: FieldCode; part?: AddressPart | undefined };

export const nameRule: FieldRule = { type: 'text', required: true, maxLength: limits.name };

const wrong = (code: FieldCode): Checked => ({ code });

/** The value as it is kept, or what is wrong with it. Whatever it is: it may come from a stranger. */
export function checkField(rule: FieldRule, value: unknown): Checked {
  const checked = value === null ? { value } : checkers[rule.type](value, rule);
  const isEmpty = 'value' in checked && (checked.value === null || checked.value === false);
  return rule.required && isEmpty ? wrong('required') : checked;
}

/** Is it asked for, and not there, or no longer good enough? Of one app, or of any. */
export const isMissing = (rule: FieldRule, value: unknown, app?: string): boolean =>
  Boolean(rule.required) &&
  (app === undefined || !rule.apps || rule.apps.includes(app)) &&
  checkField(rule, value ?? null).code !== undefined;

/** One line: white space is folded, so that what was pasted from two lines is one, too. */
export const tidyLine = (typed: string): string => typed.normalize('NFC').trim().replace(/\s+/gu, ' ');

function line(value: unknown, most: number, fits: (text: string) => FieldCode | undefined): Checked {
  if (typeof value !== 'string') return wrong('invalid');
  const text = tidyLine(value);
  if (text === '') return { value: null };
  if ([...text].length > most) return wrong('too-long');
  // Control characters and halves of characters: no database would give those back.
  const code = /[\p{Cc}\p{Cs}]/u.test(text) ? 'invalid' : fits(text);
  return code ? wrong(code) : { value: text };
}

const tooShort = (text: string, { minLength = 0 }: FieldRule) =>
  [...text].length < minLength ? ('too-short' as const) : undefined;

/** No part of it can begin in two ways, so it takes no longer than the text is long. */
const email =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;

/** What people put between digits, what address books wrap around them, and the zero that is not dialled from abroad. */
const separators = /\(0\)|[\s()./\-\u2010-\u2015\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const isDate = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  // Some engines take the 30th of February for a day in March.
  return /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && !isNaN(+date) && date.toISOString().startsWith(text);
};

const isOption = (value: unknown, { options = [] }: FieldRule): boolean =>
  options.some((option) => option.value === value);

const checkers: Record<FieldType, (value: unknown, rule: FieldRule) => Checked> = {
  text: (value, rule) =>
    line(
      value,
      rule.maxLength ?? limits.text.usual,
      (text) =>
        tooShort(text, rule) ??
        (rule.pattern && !new RegExp(`^(?:${rule.pattern})$`, 'u').test(text)
          ? 'pattern-mismatch'
          : undefined),
    ),

  'long-text'(value, rule) {
    if (typeof value !== 'string') return wrong('invalid');
    const text = value.normalize('NFC').replace(/\r\n?/g, '\n').trim();
    if (text === '') return { value: null };
    if ([...text].length > (rule.maxLength ?? limits.longText)) return wrong('too-long');
    const code = /[^\P{Cc}\n\t]|\p{Cs}/u.test(text) ? 'invalid' : tooShort(text, rule);
    return code ? wrong(code) : { value: text };
  },

  email: (value) => line(value, limits.email, (text) => (email.test(text) ? undefined : 'email-invalid')),

  phone(value) {
    // As many again for what stands between the digits.
    const typed = line(value, limits.phone * 4, () => undefined);
    if (typed.code || typed.value === null) return typed;
    const number = String(typed.value).replace(separators, '').replace(/^00/, '+');
    return /^\+[1-9]\d{6,14}$/.test(number) ? { value: number } : wrong('phone-invalid');
  },

  date: (value) => line(value, limits.email, (text) => (isDate(text) ? undefined : 'date-invalid')),

  select: (value, rule) =>
    value === '' ? { value: null } : isOption(value, rule) ? { value: value as string } : wrong('invalid'),

  'multi-select'(value, rule) {
    if (!Array.isArray(value) || !value.every((one) => isOption(one, rule))) return wrong('invalid');
    // In the business's order, each once.
    const chosen = (rule.options ?? []).map((option) => option.value).filter((one) => value.includes(one));
    return { value: chosen.length > 0 ? chosen : null };
  },

  checkbox: (value) => (typeof value === 'boolean' ? { value } : wrong('invalid')),

  country: (value) =>
    line(value, limits.text.usual, (text) => (countries.includes(text) ? undefined : 'invalid')),

  address(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong('invalid');
    const given = value as Record<string, unknown>;
    if (Object.keys(given).some((key) => !(addressParts as readonly string[]).includes(key)))
      return wrong('invalid');
    const address: Address = {};
    for (const part of addressParts) {
      const rule: FieldRule = {
        type: part === 'country' ? 'country' : 'text',
        maxLength: limits.addressPart,
      };
      const checked = checkField(rule, given[part] ?? null);
      if (checked.code) return { ...checked, part };
      if (checked.value !== null) address[part] = checked.value as string;
    }
    if (Object.keys(address).length === 0) return { value: null };
    const part = neededParts.find((needed) => address[needed] === undefined);
    return part ? { code: 'required', part } : { value: address };
  },
};
