import { bestLanguage } from '../../../src/contract/languages.ts';

/** The best of some languages for a BCP 47 tag. */
export function wordsIn<W>(words: Readonly<Record<string, W>>, locale: string): W | undefined {
  // By its own keys: the tag comes from a request, and "constructor" is a tag by its grammar.
  const found = bestLanguage([locale], Object.keys(words));
  return found === undefined ? undefined : words[found];
}
