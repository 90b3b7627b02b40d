/** What the page of a link says. A new language is a file beside en.ts and an entry here. */
import { wordsIn } from '../../domain/words-in.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ja } from './ja.ts';
import type { LinkWords } from './words.ts';

const languages: Readonly<Record<string, LinkWords>> = {
  ar,
  de,
  en,
  es,
  ja,
};

export const linkWords = (locale: string): LinkWords => wordsIn(languages, locale) ?? en;
