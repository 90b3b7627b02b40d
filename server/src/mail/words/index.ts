/** The languages of the mails. A new one is a file beside en.ts and an entry here. */
import { en } from './en.ts';
import type { MailWords } from './words.ts';

export const languages: Readonly<Record<string, MailWords>> = { en };

/** The best language for a BCP 47 tag: itself, then its base ("de" for "de-AT"), then English. */
export function wordsFor(locale: string): MailWords {
  const tag = locale.toLowerCase();
  const base = tag.split('-', 1)[0] ?? tag;
  for (const candidate of [tag, base]) {
    // Object.hasOwn: the tag comes from a request, and "constructor" is a tag by its grammar.
    if (Object.hasOwn(languages, candidate)) return languages[candidate] ?? en;
  }
  return en;
}
