/** Where the texts of each language are: for everybody, and for who is logged in. A language without them does not compile. */
import type { Language } from '../../contract/languages.ts';
import type { AllMemberStrings, Strings } from '../strings.ts';

export interface Locale {
  form: () => Promise<{ strings: Strings }>;
  member: () => Promise<{ strings: AllMemberStrings }>;
}

export const locales: Partial<Record<Exclude<Language, 'en'>, Locale>> = {
  ar: { form: () => import('./ar.ts'), member: () => import('./ar-member.ts') },
  de: { form: () => import('./de.ts'), member: () => import('./de-member.ts') },
  es: { form: () => import('./es.ts'), member: () => import('./es-member.ts') },
  ja: { form: () => import('./ja.ts'), member: () => import('./ja-member.ts') },
};
