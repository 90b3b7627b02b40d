/** Turns command-line options into settings; what is wrong becomes one sentence an option. */
import { limits } from '../../../src/contract/limits.ts';
import type { BusinessSettings } from '../domain/business.ts';
import { pageUrlFault, webUrl } from '../domain/web-url.ts';
import { UsageError } from './usage-error.ts';

export interface SettingsOptions {
  name?: string;
  origin?: string[];
  duplicates?: string;
  'accounts-per-email'?: string;
  accent?: string;
  logo?: string;
  language?: string[];
  method?: string[];
  'return-url'?: string[];
  'sign-up'?: string;
  'after-sign-up'?: string;
  'password-minimum'?: string;
  terms?: string;
  privacy?: string;
  'landing-app'?: string;
}

/** `base` with what the options change. */
export function settingsFrom(options: SettingsOptions, base: BusinessSettings): BusinessSettings {
  const settings: BusinessSettings = { ...base, legal: { ...base.legal } };
  if (options.name !== undefined) settings.name = nonEmpty('--name', options.name);
  if (options.origin) settings.origins = options.origin.map(origin);
  if (options.duplicates !== undefined) {
    settings.allowDuplicateAccounts = oneOf('--duplicates', options.duplicates, ['on', 'off']) === 'on';
  }
  if (options['accounts-per-email'] !== undefined) {
    settings.accountsPerEmail = whole('--accounts-per-email', options['accounts-per-email'], 2, 10);
  }
  if (options.accent !== undefined) settings.accent = accent(options.accent);
  if (options.logo !== undefined) settings.logo = httpsUrl('--logo', options.logo);
  if (options.language) settings.languages = options.language.map(language);
  if (options.method) {
    settings.methods = [
      ...new Set(options.method.map((method) => oneOf('--method', method, ['password', 'code', 'link']))),
    ];
  }
  if (options['return-url']) settings.returnUrls = options['return-url'].map(returnUrl);
  if (options['sign-up'] !== undefined) {
    settings.signUpOpen = oneOf('--sign-up', options['sign-up'], ['open', 'closed']) === 'open';
  }
  if (options['after-sign-up'] !== undefined) {
    settings.signInAfterSignUp =
      oneOf('--after-sign-up', options['after-sign-up'], ['signed-in', 'log-in']) === 'signed-in';
  }
  if (options['password-minimum'] !== undefined) {
    const { lowest, highest } = limits.passwordMinimum;
    settings.passwordMinLength = whole('--password-minimum', options['password-minimum'], lowest, highest);
  }
  if (options.terms !== undefined) settings.legal.terms = httpsUrl('--terms', options.terms);
  if (options.privacy !== undefined) settings.legal.privacy = httpsUrl('--privacy', options.privacy);
  if (options['landing-app'] === 'none') delete settings.landingApp;
  else if (options['landing-app'] !== undefined) {
    settings.landingApp = nonEmpty('--landing-app', options['landing-app']);
  }
  checkLinks(settings);
  return settings;
}

/** Settings that each are fine alone, but would send visitors to a page on which nothing can happen. */
function checkLinks({ methods, returnUrls, origins }: BusinessSettings): void {
  if (methods.includes('link') && returnUrls.length === 0)
    throw new UsageError('--method link needs a --return-url: the page with the log-in form.');
  for (const url of returnUrls) {
    const { origin } = new URL(url);
    if (!origins.includes(origin))
      throw new UsageError(
        `--return-url "${url}": its site may not embed the portal; add --origin ${origin}.`,
      );
  }
}

/** A page, spelled as browsers spell it, because that is how it is compared. */
function returnUrl(text: string): string {
  const fault = pageUrlFault(text);
  if (fault !== undefined)
    throw new UsageError(`--return-url "${text}"${fault.startsWith(':') ? '' : ' '}${fault}`);
  return text;
}

/** Exactly as browsers send it, because that is how it is compared. */
function origin(text: string): string {
  const wanted = webUrl(text);
  if (!wanted) {
    throw new UsageError(`--origin "${text}" must start with https:// (http:// on this machine only).`);
  }
  if (wanted.origin !== text)
    throw new UsageError(`--origin "${text}": browsers say ${wanted.origin}, so write that.`);
  return text;
}

function accent(text: string): string {
  if (/^#[0-9a-f]{6}$/i.test(text)) return text.toLowerCase();
  throw new UsageError(`--accent "${text}" must look like #3b5bdb.`);
}

function language(text: string): string {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? text;
  } catch {
    throw new UsageError(`--language "${text}" is not a language tag such as en or pt-BR.`);
  }
}

function httpsUrl(option: string, text: string): string {
  if (URL.canParse(text) && new URL(text).protocol === 'https:') return text;
  throw new UsageError(`${option} "${text}" must be an https:// address.`);
}

function nonEmpty(option: string, text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new UsageError(`${option} must not be empty.`);
  return trimmed;
}

export function whole(option: string, text: string, lowest: number, highest: number): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= lowest && value <= highest) return value;
  throw new UsageError(`${option} "${text}" must be a whole number from ${lowest} to ${highest}.`);
}

export function oneOf<const T extends string>(option: string, text: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === text);
  if (found !== undefined) return found;
  throw new UsageError(`${option} "${text}" must be ${choices.join(' or ')}.`);
}
