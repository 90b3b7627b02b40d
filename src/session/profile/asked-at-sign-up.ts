/** What the business asks at sign-up, in the words of a language. */
import { flag, count, list, optional, record, text } from '../../api/guards.ts';
import { bestLanguage } from '../../contract/languages.ts';
import type { Portal } from '../../contract/operations.ts';
import type { ProfileField } from '../../contract/profile-operations.ts';
import type { SignUpField } from '../../contract/sign-up-fields.ts';

type Words = SignUpField['label'];

const words = (value: unknown): value is Words =>
  typeof value === 'object' && !!value && Object.values(value).every(text);

const fields = list(
  record<SignUpField>({
    name: text,
    type: text,
    label: words,
    help: optional(words),
    required: optional(flag),
    pattern: optional(text),
    minLength: optional(count),
    maxLength: optional(count),
    options: optional(list(record<{ value: string; label: Words }>({ value: text, label: words }))),
  }),
);

/** `language`: a BCP 47 tag, or empty; what is not there in it is in the business's own first language. */
export function askedAtSignUp(portal: Portal | undefined, language: string): ProfileField[] {
  const asked: unknown = portal?.signUp.fields;
  if (!fields(asked)) return [];
  const inWords = (all: Words): string => {
    const tags = Object.keys(all);
    const tag = bestLanguage([language, portal?.languages[0] ?? ''], tags) ?? tags[0];
    return (tag !== undefined && all[tag]) || '';
  };
  return asked.map(({ label, help, options, ...field }) => ({
    ...field,
    label: inWords(label),
    help: help && inWords(help),
    options: options?.map((one) => ({ value: one.value, label: inWords(one.label) })),
  }));
}
