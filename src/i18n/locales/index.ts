/** Where the texts of each language are: for everybody, and for who is logged in. A language without them does not compile. */
import type { Language } from '../../contract/languages.ts';
import type { AllMemberStrings, Strings } from '../strings.ts';

export interface Locale {
  form: () => Promise<{ strings: Strings }>;
  member: () => Promise<{ strings: AllMemberStrings }>;
}

export const locales: Record<Exclude<Language, 'en'>, Locale> = {
  ar: { form: () => import('./ar.ts'), member: () => import('./ar-member.ts') },
  de: { form: () => import('./de.ts'), member: () => import('./de-member.ts') },
  es: { form: () => import('./es.ts'), member: () => import('./es-member.ts') },
  fr: { form: () => import('./fr.ts'), member: () => import('./fr-member.ts') },
  he: { form: () => import('./he.ts'), member: () => import('./he-member.ts') },
  hi: { form: () => import('./hi.ts'), member: () => import('./hi-member.ts') },
  it: { form: () => import('./it.ts'), member: () => import('./it-member.ts') },
  ja: { form: () => import('./ja.ts'), member: () => import('./ja-member.ts') },
  ko: { form: () => import('./ko.ts'), member: () => import('./ko-member.ts') },
  nl: { form: () => import('./nl.ts'), member: () => import('./nl-member.ts') },
  pl: { form: () => import('./pl.ts'), member: () => import('./pl-member.ts') },
  'pt-BR': { form: () => import('./pt-BR.ts'), member: () => import('./pt-BR-member.ts') },
  sv: { form: () => import('./sv.ts'), member: () => import('./sv-member.ts') },
  tr: { form: () => import('./tr.ts'), member: () => import('./tr-member.ts') },
  'zh-Hans': { form: () => import('./zh-Hans.ts'), member: () => import('./zh-Hans-member.ts') },
};
