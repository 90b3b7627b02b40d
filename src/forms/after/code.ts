/** One-time codes as people paste them. */

const toAscii = (text: string) =>
  // Arabic-Indic, Persian and full-width digits keep their value in the low four bits.
  text.replace(/[٠-٩۰-۹０-９]/g, (digit) => String(digit.charCodeAt(0) & 15));

/**
 * The digits of a typed or pasted code: "Your code is 123 456" gives 123456. When a run of exactly
 * `length` digits is there, other numbers in the text are left out. Idempotent, because fillers send
 * an input event for every character.
 */
export function sanitiseCode(text: string, length: number): string {
  const ascii = toAscii(text);
  const run = new RegExp(`(?<!\\d)\\d(?:[ \\u00a0-]?\\d){${length - 1}}(?!\\d)`).exec(ascii);
  return (run ? run[0] : ascii).replace(/\D/g, '');
}
