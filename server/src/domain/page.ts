/**
 * Lists a page at a time. A cursor says behind which row a page begins, and nothing else: whose rows they are comes from
 * the token alone, so a cursor that somebody changed shows them another page of what is theirs (SECURITY T27).
 */
import type { PageRequest, Place } from './hub-ports.ts';
import { numbers } from './numbers.ts';
import { fail, type Result, succeed } from './result.ts';

export interface Paging {
  cursor?: string | undefined;
  limit?: string | undefined;
}

/** Between the parts of a cursor; no name has it in it. */
const separator = '~';

export const malformedCursor = () =>
  fail('invalid-input', { errors: [{ pointer: '/cursor', code: 'invalid' }] });

export const cursorOf = (...parts: (string | number)[]): string => parts.join(separator);
export const partsOf = (cursor: string): string[] => cursor.split(separator);

export const limitOf = ({ limit }: Paging): number =>
  limit === undefined ? numbers.page.usual : Number(limit);

function pageRequest(paging: Paging): Result<PageRequest> {
  const limit = limitOf(paging);
  if (paging.cursor === undefined) return succeed({ after: undefined, limit });
  const [order = '', id, ...surplus] = partsOf(paging.cursor);
  if (!/^-?\d{1,15}$/.test(order) || !id || surplus.length > 0) return malformedCursor();
  return succeed({ after: { order: Number(order), id }, limit });
}

/** One page, and the cursor of the next where there is one: a row more than wanted is asked for, which tells. */
export async function pageOf<R extends { place: Place }, T>(
  paging: Paging,
  rows: (page: PageRequest) => Promise<R[]>,
  shown: (row: R) => T,
): Promise<Result<{ items: T[]; next?: string }>> {
  const page = pageRequest(paging);
  if (!page.ok) return page;
  const { after, limit } = page.value;
  const found = await rows({ after, limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = items.at(-1)?.place;
  const isMore = found.length > limit && last !== undefined;
  return succeed({ items: items.map(shown), ...(isMore && { next: cursorOf(last.order, last.id) }) });
}

export const instantOf = (at: number): string => new Date(at).toISOString();
