/**
 * The part of regular expressions that a business may ask a text to match. Both sides run it in the engine that they
 * have, so it must be one that no text takes long in: no groups, and few ways to try it
 * (docs/decisions/0013-the-profile.md).
 */
import { limits } from '../../../src/contract/limits.ts';

const longest = 200;
/** How often an engine that tries every way may look at a text: two quantifiers without an end, and some small ones. */
const mostWays = 2_000_000;

const escape = String.raw`\\[dws^$\\.*+?()[\]{}|/]`;
const inClass = String.raw`(?:\\[dws^$\\.*+?()[\]{}|/-]|[^\\[\]\-^](?:-[^\\[\]\-^])?)`;
const part = new RegExp(
  String.raw`(?:\[\^?${inClass}+\]|${escape}|[^\\^$.*+?()[\]{}|/\p{Cs}])(?:\{(\d{1,3})(?:(,)(\d{1,3})?)?\}|([*+?]))?`,
  'uy',
);

/** What is wrong with it, as the end of a sentence; undefined for one that is safe on both sides. */
export function patternFault(pattern: string): string | undefined {
  if (pattern === '' || pattern.length > longest) return `must have 1 to ${longest} characters`;
  let ways = 0;
  for (const alternative of alternativesOf(pattern)) {
    const counted = waysOf(alternative);
    if (counted === undefined)
      return 'may only consist of characters, \\d, \\w, \\s, classes like [A-Z0-9], the quantifiers ?, *, +, {2} and {2,4} behind one of them, and | between alternatives: no groups, no ^, $ or "."';
    ways += counted;
  }
  if (ways > mostWays)
    return 'has too many quantifiers whose length may differ: a long text could take very long to check';
  try {
    new RegExp(`^(?:${pattern})$`, 'u');
    return undefined;
  } catch {
    return 'is no regular expression';
  }
}

/** At each `|` that is neither escaped nor in a class. */
const alternativesOf = (pattern: string): string[] =>
  pattern.match(/(?:\\[^]|\[(?:\\[^]|[^\]\\])*\]|[^|])+|(?<=^|\|)(?=\||$)/g) ?? [];

/** In how many ways it can be laid on the longest text; undefined where it has something that is not allowed. */
function waysOf(alternative: string): number | undefined {
  let ways = 1;
  part.lastIndex = 0;
  while (part.lastIndex < alternative.length) {
    const found = part.exec(alternative);
    if (!found) return undefined;
    const [, least, comma, most, sign] = found;
    if (sign === '?') ways *= 2;
    else if (sign) ways *= limits.text.most + 1;
    else if (comma) ways *= (most === undefined ? limits.text.most : Number(most)) - Number(least) + 1;
  }
  return ways;
}
