/** What a business asks of its customers beyond name, email and password. */
import type { FieldRule } from '../../../src/contract/profile-fields.ts';
import { nameRule } from '../../../src/contract/profile-fields.ts';
import type { SignUpField } from '../../../src/contract/field-shapes.ts';
import type { ProfileField } from '../../../src/contract/field-shapes.ts';
import type { Business } from './business.ts';
import { wordsIn } from './words-in.ts';

/** By BCP 47 tag. What is not there in a language is there in the business's first one. */
export type Localised = Record<string, string>;

/** A field as its business set it: a rule, and words in its languages. */
export interface ProfileFieldSettings extends FieldRule {
  name: string;
  label: Localised;
  help?: Localised;
  options?: { value: string; label: Localised }[];
  /** Asked already there; later it is in the profile like any other. */
  signUp?: boolean;
}

/** What belongs to the account itself, and is read and saved like a field. */
export const ownFields = ['name', 'locale'] as const;

/** The rule of a field, by its name; undefined where there is none. */
export function ruleOf({ settings }: Business, name: string): FieldRule | undefined {
  if (name === 'name') return nameRule;
  if (name === 'locale') {
    return { type: 'select', options: settings.languages.map((value) => ({ value })) };
  }
  return settings.profileFields.find((field) => field.name === name);
}

/** Words that are missing in a language must not leave a field without any. */
const textIn = (words: Localised, locale: string, { settings }: Business): string =>
  wordsIn(words, locale) ?? wordsIn(words, settings.languages[0] ?? '') ?? Object.values(words)[0] ?? '';

/** What is asked already at sign-up. */
export const signUpFields = ({ settings }: Business): ProfileFieldSettings[] =>
  settings.profileFields.filter(({ signUp }) => signUp);

/** As anybody may read it: no word of the apps, which are for customers. */
export const publicField = ({ signUp: _, apps: __, ...field }: ProfileFieldSettings): SignUpField => ({
  ...field,
  options: field.options?.map(({ value, label }) => ({ value, label })),
});

export const shownField = (
  { signUp: _, ...field }: ProfileFieldSettings,
  locale: string,
  business: Business,
): ProfileField => ({
  ...field,
  label: textIn(field.label, locale, business),
  help: field.help && textIn(field.help, locale, business),
  options: field.options?.map(({ value, label }) => ({ value, label: textIn(label, locale, business) })),
  apps: field.apps && [...field.apps],
});
