/** Codes as they are made and as they are typed. */
import { numbers } from './numbers.ts';
import type { FlowRecord, Random } from './ports.ts';

type CodeFormat = FlowRecord['codeFormat'];

export const codeLengthOf = (format: CodeFormat): number =>
  format === 'letters' ? numbers.longCodeLength : numbers.codeLength;

export const newCode = (random: Random, format: CodeFormat): string =>
  format === 'letters' ? random.letters(numbers.longCodeLength) : random.digits(numbers.codeLength);

/** As people read it off a mail: a long code in groups of four, four and five. */
export const groupCode = (code: string): string => code.replace(/^(.{4})(.{4})(.{5})$/, '$1-$2-$3');

/** Upper case, without the spaces and dashes that group it. No look-alikes to map: the alphabet has none. */
export const tidyCode = (typed: string): string => typed.replace(/[\s\p{Pd}]/gu, '').toUpperCase();
