/** What a file of rows consists of, whatever its form. */

/** `line`: where it begins, counted from 1. */
export type FileRecord =
  | { line: number; bytes: number; values: ReadonlyMap<string, string> }
  | { line: number; bytes: number; fault: string };

/** Longest row, characters: beyond it something else is wrong, such as a quote that is never closed. */
export const longestRecord = 65_536;
