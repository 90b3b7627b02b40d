/** The languages of the mails. A new one is a file beside en.ts and an entry here. */
import { wordsIn } from '../../domain/words-in.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ja } from './ja.ts';
import type { MailWords } from './words.ts';

export const languages: Readonly<Record<string, MailWords>> = {
  ar,
  de,
  en,
  es,
  ja,
};

/** The best language for a BCP 47 tag, else English. */
export const wordsFor = (locale: string): MailWords => wordsIn(languages, locale) ?? en;
