/** Single values of the hub, of which both its pages and the business's rows are made. */
import * as v from 'valibot';
import { limits } from './limits.ts';
import { count, instant } from './shapes.ts';

/** The business's own name for a thing. No `~`: that stands between two of them in a cursor. */
export const ownId = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.ownId), v.regex(/^[\w.-]*$/));

/** Nothing that moves the cursor of a terminal, and no U+0000, which PostgreSQL refuses. */
const text = (longest: number) =>
  v.pipe(v.string(), v.minLength(1), v.maxLength(longest), v.regex(/^[^\p{Cc}\p{Cs}]*$/u));
export const title = text(limits.title);
export const sentences = text(limits.sentences);

/** A page that browsers are sent to: https, or http on this machine (SECURITY T21). */
export const pageUrl = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(limits.url),
  v.url(),
  v.regex(/^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/?#]|$))[^\s\p{Cc}\p{Cs}]*$/u),
);

/** A real one: 31 February is none. */
export const realInstant = v.pipe(
  instant,
  v.check((written) => Number.isSafeInteger(Date.parse(written))),
);
export const day = v.pipe(
  v.string(),
  v.isoDate(),
  v.check((written) => new Date(`${written}T00:00Z`).toJSON()?.startsWith(written) ?? false),
);

/** ISO 4217. */
export const currency = v.pipe(v.string(), v.length(3), v.regex(/^[A-Z]*$/));
/** In the currency's minor unit: cents, yen. */
export const amount = v.pipe(count, v.maxValue(limits.amount));

export const activityKinds = [
  'order',
  'appointment',
  'invoice',
  'course',
  'community',
  'commission',
  'message',
  'document',
] as const;
export const commissionStates = ['pending', 'approved', 'paid', 'cancelled'] as const;
export const referralStates = ['lead', 'customer'] as const;
export const payoutStates = ['scheduled', 'paid', 'failed'] as const;

/** Where the page before ended; opaque. Left out: the first page. */
const cursor = v.optional(
  v.pipe(v.string(), v.minLength(1), v.maxLength(limits.token), v.regex(/^[\w.~-]*$/)),
);
/** Most rows of one page. */
const limit = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^[1-9]\d*$/),
    v.check((written) => Number(written) <= limits.page.largest),
  ),
);
export const paging = { cursor, limit };

export const pageOf = <S extends v.GenericSchema>(item: S) =>
  v.strictObject({ items: v.array(item), next: cursor });
