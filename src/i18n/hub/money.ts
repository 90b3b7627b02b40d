/** Amounts, which travel in a currency's smallest unit: cents, yen. */
import type { FormStrings } from '../strings.ts';

const format = (currency: string, locale: string) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency });

/** How many digits the currency has behind the point. */
const digitsOf = (currency: string): number =>
  format(currency, 'en').resolvedOptions().maximumFractionDigits!;

export const money = (amount: number, currency: string, { locale }: FormStrings): string =>
  format(currency, locale).format(amount / 10 ** digitsOf(currency));

/** For machines: `12.50`. */
export const decimal = (amount: number, currency: string): string =>
  (amount / 10 ** digitsOf(currency)).toFixed(digitsOf(currency));
