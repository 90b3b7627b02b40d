/** What the business asks at sign-up, in the words of a language. */
import { list, record, text } from '../../api/guards.ts';
import { bestLanguage } from '../../contract/languages.ts';
import type { Portal } from '../../contract/operations.ts';
import type { ProfileField, SignUpField } from '../../contract/field-shapes.ts';
import { fieldGuards } from './field-guards.ts';

type Words = SignUpField['label'];

const words = (value: unknown): value is Words =>
  typeof value === 'object' && !!value && Object.values(value).every(text);

const fields = list(record<SignUpField>(fieldGuards(words)));

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
