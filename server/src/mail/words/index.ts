/** The languages of the mails. A new one is a file beside en.ts and an entry here. */
import { wordsIn } from '../../domain/words-in.ts';
import { en } from './en.ts';
import type { MailWords } from './words.ts';

export const languages: Readonly<Record<string, MailWords>> = { en };

/** The best language for a BCP 47 tag, else English. */
export const wordsFor = (locale: string): MailWords => wordsIn(languages, locale) ?? en;
