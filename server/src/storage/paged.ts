import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { PageRequest } from '../domain/hub-ports.ts';

/**
 * One page of a list that is ordered by a number and then by a name. It begins behind a place, not after so many rows:
 * what comes in meanwhile shifts nothing, and the last page costs what the first one does.
 */
export function paged<DB, T extends keyof DB, O>(
  query: SelectQueryBuilder<DB, T, O>,
  columns: { order: string; id: string },
  { after, limit }: PageRequest,
  direction: 'asc' | 'desc' = 'desc',
): SelectQueryBuilder<DB, T, O> {
  const order: RawBuilder<unknown> = sql.ref(columns.order);
  const id: RawBuilder<unknown> = sql.ref(columns.id);
  const behind = direction === 'desc' ? '<' : '>';
  return (after ? query.where(sql`(${order}, ${id})`, behind, sql`(${after.order}, ${after.id})`) : query)
    .orderBy(order, direction)
    .orderBy(id, direction)
    .limit(limit);
}
