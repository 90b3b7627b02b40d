/** Single values that travel, of which the schemas are made. */
import * as v from 'valibot';
import { limits } from './limits.ts';

/** Opaque to the client. Only characters that need no escaping anywhere: PostgreSQL refuses U+0000, for one. */
export const token = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.token), v.regex(/^[\w.~-]*$/));
export const seconds = v.pipe(v.number(), v.integer(), v.minValue(0));
export const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const instant = v.pipe(v.string(), v.isoTimestamp());
export const url = v.pipe(v.string(), v.url());
/** Not a list: that has members, too, which nobody named. */
export const byName = v.pipe(
  v.custom<Record<string, unknown>>(
    (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
  ),
  v.record(v.string(), v.unknown()),
);
export const httpsUrl = v.pipe(url, v.regex(/^https:\/\//));
