import type { Caller } from './caller.ts';
import type { AccountRecord } from './ports.ts';

/** What somebody chose is worth more than what their browser asks for, as long as the business speaks it. */
export const localeOf = (
  { locale }: Pick<AccountRecord, 'locale'>,
  { business, locale: asked }: Pick<Caller, 'business' | 'locale'>,
): string => (locale !== null && business.settings.languages.includes(locale) ? locale : asked);
