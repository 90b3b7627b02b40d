/** Tables of what is to be sent: workers take what is due, and a lease keeps them apart. */
import type { Kysely } from 'kysely';
import type { Database, QueueColumns } from './schema.ts';

type QueueTable = 'outbox' | 'webhook_deliveries';
/** What it holds to be sent; null once nobody needs it. */
type Content = 'sealed_mail' | 'body';

export function queueOver<T extends QueueTable>(db: Kysely<Database>, name: T, content: Content) {
  // The columns that all queues have; a query that serves them all knows no others.
  const queue = db as unknown as Kysely<Record<'queue', QueueColumns>>;
  const table = name as unknown as 'queue';

  const end = async (id: string, now: number, error: string | null, isErased: boolean) => {
    await queue
      .updateTable(table)
      .set({ done_at: now, last_error: error, ...(isErased && { [content]: null }) })
      .where('id', '=', id)
      .where('done_at', 'is', null)
      .execute();
  };

  return {
    end,

    async lease(now: number, leaseMs: number, most: number) {
      const rows = await queue
        // Skipping what another worker just locked, so that workers share the queue instead of waiting in line.
        .with('due', (qb) =>
          qb
            .selectFrom(table)
            .select('id')
            .where('done_at', 'is', null)
            .where('due_at', '<=', now)
            .orderBy('due_at')
            .orderBy('id')
            .limit(most)
            .forUpdate()
            .skipLocked(),
        )
        .updateTable(table)
        .set((eb) => ({ due_at: now + leaseMs, attempts: eb('attempts', '+', 1) }))
        .where('id', 'in', (eb) => eb.selectFrom('due').select('due.id'))
        .returningAll()
        .execute();
      return (rows as unknown as Database[T][]).toSorted((a, b) => a.created_at - b.created_at);
    },

    async postpone({ id, attempt }: { id: string; attempt: number }, at: number, error: string) {
      await queue
        .updateTable(table)
        .set({ due_at: at, last_error: error })
        .where('id', '=', id)
        .where('attempts', '=', attempt)
        .where('done_at', 'is', null)
        .execute();
    },
  };
}
