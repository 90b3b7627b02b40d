/** What the page of a link says. A new language is a file beside en.ts and an entry here. */
import type { Language } from '../../../../src/contract/languages.ts';
import { wordsIn } from '../../domain/words-in.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { he } from './he.ts';
import { hi } from './hi.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { ptBR } from './pt-BR.ts';
import { sv } from './sv.ts';
import { tr } from './tr.ts';
import { zhHans } from './zh-Hans.ts';
import type { LinkWords } from './words.ts';

const languages: Readonly<Record<Language, LinkWords>> = {
  ar,
  de,
  en,
  es,
  fr,
  he,
  hi,
  it,
  ja,
  ko,
  nl,
  pl,
  'pt-BR': ptBR,
  sv,
  tr,
  'zh-Hans': zhHans,
};

export const linkWords = (locale: string): LinkWords => wordsIn(languages, locale) ?? en;
