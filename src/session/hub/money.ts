/** What of an amount is accepted. Formatting anything else throws. */
import { text, type Guard } from '../../api/guards.ts';

export const currency: Guard<string> = (value): value is string => text(value) && /^[A-Z]{3}$/.test(value);

/** `2026-11`. */
export const month: Guard<string> = (value): value is string =>
  text(value) && /^\d{4}-(0[1-9]|1[0-2])$/.test(value);
