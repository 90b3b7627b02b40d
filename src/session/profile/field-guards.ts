/** What is asked, as it comes from a backend; its words are in one language, or in several. */
import { count, flag, type Guard, list, optional, record, text } from '../../api/guards.ts';
import type { ProfileField } from '../../contract/field-shapes.ts';

interface Option<W> {
  value: string;
  label: W;
}

export const fieldGuards = <W>(words: Guard<W>) => ({
  name: text<string>,
  type: text<ProfileField['type']>,
  label: words,
  help: optional(words),
  required: optional(flag),
  pattern: optional(text<string>),
  minLength: optional(count),
  maxLength: optional(count),
  options: optional(list(record<Option<W>>({ value: text, label: words }))),
});
