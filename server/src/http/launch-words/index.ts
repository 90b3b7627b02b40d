/** What the pages on the way to a child app say. A new language is a file beside en.ts and an entry here. */
import { wordsIn } from '../../domain/words-in.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { ja } from './ja.ts';
import type { LaunchWords } from './words.ts';

const languages: Readonly<Record<string, LaunchWords>> = {
  ar,
  de,
  en,
  es,
  ja,
};

export const launchWords = (locale: string): LaunchWords => wordsIn(languages, locale) ?? en;
