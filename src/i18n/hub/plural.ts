/** Sentences that say how many. */
import { fill } from '../after/format.ts';
import type { FormStrings, Plural } from '../strings.ts';

/** The sentence for so many; `{count}` in it is the number. */
export function plural(count: number, forms: Plural, { locale }: FormStrings): string {
  const text = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return fill(text, { count: new Intl.NumberFormat(locale).format(count) });
}
