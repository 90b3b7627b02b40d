/** Sentences with their parameters in place, in the language of the sentences. */
import type { FieldCode } from '../../contract/problems.ts';
import type { Problem } from '../../session/types.ts';
import type { Strings } from '../strings.ts';

const rightToLeft = /[\u0590-\u08ff]/;

/**
 * In a sentence that runs from right to left, what is put in stands by itself: an email would take the signs around it
 * along to its own side (Unicode Bidirectional Algorithm, isolates).
 */
export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name] ?? whole;
    return typeof value === 'string' && rightToLeft.test(text) ? `\u2068${value}\u2069` : `${value}`;
  });

/** "45 seconds", "2 minutes": rounded up, so that nobody comes back too early. */
export function duration(seconds: number, { locale }: Strings): string {
  const [unit, size] = seconds < 100 ? ['second', 1] : seconds < 6000 ? ['minute', 60] : ['hour', 3600];
  return new Intl.NumberFormat(locale, { style: 'unit', unit: unit as string, unitDisplay: 'long' }).format(
    Math.ceil(seconds / (size as number)),
  );
}

export const day = (instant: string, { locale }: Strings): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(instant));

/** What happened, how many tries are left, how long to wait. A code that this version does not know has a text, too. */
export function problemText({ code, attemptsLeft, retryAfter }: Problem, strings: Strings): string {
  const sentences = [strings.problems[code] ?? strings.problems.unexpected];
  if (attemptsLeft) {
    const category = new Intl.PluralRules(strings.locale).select(attemptsLeft);
    const text = strings.attemptsLeft[category] ?? strings.attemptsLeft.other;
    sentences.push(fill(text, { left: attemptsLeft }));
  }
  if (retryAfter) sentences.push(fill(strings.waitFor, { wait: duration(retryAfter, strings) }));
  // Chinese and Japanese put no space behind a full stop, which is as wide as one.
  return sentences.join(' ').replaceAll('。 ', '。');
}

/** A button's text while it rests. */
export const coolDownText = (seconds: number, strings: Strings): string =>
  fill(strings.coolDown, { wait: duration(seconds, strings) });

export const fieldText = (code: FieldCode, strings: Strings, min: number | undefined): string =>
  fill(strings.fields[code] ?? strings.fields.invalid, { min: min ?? '' });
