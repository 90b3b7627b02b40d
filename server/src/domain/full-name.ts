import { limits } from '../../../src/contract/limits.ts';
import type { FieldCode } from '../../../src/contract/problems.ts';

/** NFC, no white space around, runs of it folded. */
export const tidyName = (typed: string): string => typed.normalize('NFC').trim().replace(/\s+/gu, ' ');

/**
 * What is wrong with a tidied full name. Any script and any punctuation is a name; control characters are
 * not, nor are halves of characters (lone surrogates), which no database would give back.
 */
export function nameProblem(name: string): FieldCode | undefined {
  if (name === '') return 'required';
  if ([...name].length > limits.name) return 'too-long';
  return /[\p{Cc}\p{Cs}]/u.test(name) ? 'invalid' : undefined;
}
