/** What the page of a link says. A new language is a file beside en.ts and an entry here. */
import { wordsIn } from '../../domain/words-in.ts';
import { en } from './en.ts';
import type { LinkWords } from './words.ts';

const languages: Readonly<Record<string, LinkWords>> = { en };

export const linkWords = (locale: string): LinkWords => wordsIn(languages, locale) ?? en;
