import { checkField, nameRule, tidyLine } from '../../../src/contract/profile-fields.ts';
import type { FieldCode } from '../../../src/contract/problems.ts';

/** NFC, no white space around, runs of it folded. */
export const tidyName = tidyLine;

/**
 * What is wrong with a full name, by the rule that holds in the profile, too. Any script and any punctuation is a
 * name; control characters are not, nor are halves of characters (lone surrogates), which no database would give back.
 */
export const nameProblem = (name: string): FieldCode | undefined => checkField(nameRule, name).code;
