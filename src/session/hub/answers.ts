/** What the hub accepts of what several of its lists hold. Each list's own file teaches the client its endpoint. */
import { list, optional, record, text, type Guard } from '../../api/guards.ts';

export { count, flag, list, optional, record, text } from '../../api/guards.ts';

/** What can be shown as a day: formatting anything else throws. */
export const moment: Guard<string> = (value): value is string => text(value) && Date.parse(value) > -Infinity;

/** Pass `next` as the cursor of the following page; the last one has none. */
export interface Page<T> {
  items: T[];
  next?: string | undefined;
}

/** Safe to link to and to show: never `javascript:`. Plain http is for a developer's own machine alone (SECURITY T21). */
export const pageUrl: Guard<string> = (value): value is string =>
  text(value) && /^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/?#]|$)/.test(value);

export const page = <T>(item: Guard<T>): Guard<Page<T>> =>
  record<Page<T>>({ items: list(item), next: optional(text) });

/** What is undefined is left out. */
export const toQuery = (values: Record<string, string | undefined>): URLSearchParams =>
  new URLSearchParams(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
