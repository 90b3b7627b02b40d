/** Type guards for what a backend answers. Members that nobody listed are let through unread. */

export type Guard<T> = (value: unknown) => value is T;

/** Also for picklists: a backend may know values that are newer than this widget. */
export const text = <T extends string>(value: unknown): value is T => typeof value === 'string';

/** JSON can spell Infinity (1e999) and negative times. */
export const count: Guard<number> = (value): value is number =>
  typeof value === 'number' && value >= 0 && value < Infinity;

export const flag: Guard<boolean> = (value): value is boolean => typeof value === 'boolean';

/** Safe to link to: never `javascript:`. */
export const httpsUrl: Guard<string> = (value): value is string =>
  text(value) && value.startsWith('https://');

export const optional =
  <T>(guard: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || guard(value);

export const list =
  <T>(item: Guard<T>): Guard<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every(item);

/** Every member of the contract's type has its guard, or this does not compile. */
export const record =
  <T>(members: { [K in keyof T]-?: Guard<T[K]> }): Guard<T> =>
  (value): value is T =>
    typeof value === 'object' &&
    !!value &&
    Object.entries<Guard<unknown>>(members).every(([name, guard]) =>
      guard((value as Record<string, unknown>)[name]),
    );
