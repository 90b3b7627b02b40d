/** One-time codes as people paste them. */

const toAscii = (text: string) =>
  // Arabic-Indic, Persian and full-width digits keep their value in the low four bits.
  text.replace(/[٠-٩۰-۹０-９]/g, (digit) => String(digit.charCodeAt(0) & 15));

/** A long code where it stands in a sentence; 0, 1, I and O are in none. */
const longCode = /(?<!\w)[2-9A-HJ-NP-Z]{4}([ -]?)[2-9A-HJ-NP-Z]{4}\1[2-9A-HJ-NP-Z]{5}(?!\w)/i;

/** As the mail groups it, also while it is being typed: "abcdefgh jk" gives "ABCD-EFGH-JK". */
function groupLetters(text: string): string {
  const letters = (longCode.exec(text)?.[0] ?? text).replace(/[^\da-z]/gi, '').toUpperCase();
  return letters.replace(/^(.{4})(.)/, '$1-$2').replace(/^(.{9})(.)/, '$1-$2');
}

/**
 * The digits of a typed or pasted code: "Your code is 123 456" gives 123456. When a run of exactly
 * `length` digits is there, other numbers in the text are left out. Idempotent, because fillers send
 * an input event for every character. Of letters: see above.
 */
export function sanitiseCode(text: string, length: number, format?: 'digits' | 'letters'): string {
  const ascii = toAscii(text);
  if (format === 'letters') return groupLetters(ascii);
  const run = new RegExp(`(?<!\\d)\\d(?:[ \\u00a0-]?\\d){${length - 1}}(?!\\d)`).exec(ascii);
  return (run ? run[0] : ascii).replace(/\D/g, '');
}
