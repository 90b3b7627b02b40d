/**
 * Brings a database to the newest schema. Each migration and its mark commit together, so a killed
 * process leaves whole steps behind and the next start goes on from there. Marks of a newer release
 * are left alone: an older process may run beside it during an upgrade.
 */
import type { Kysely, MigrationLockOptions } from 'kysely';
import { type Migration, migrations } from './migrations/index.ts';
import type { Database } from './schema.ts';

const marks = 'applied_migrations';

type Marks = Record<typeof marks, { name: string }>;

/** Names of the migrations that this call ran. */
export async function migrate(
  db: Kysely<Database>,
  steps: readonly Migration[] = migrations,
): Promise<string[]> {
  const { adapter } = db.getExecutor();
  const options: MigrationLockOptions = { lockTable: marks, lockRowId: 'lock' };
  return db.connection().execute(async (connection) => {
    // PostgreSQL: a lock of the server, gone with its connection. SQLite has none here; there it is
    // the transaction of each step, begun as a writer, that keeps a second process out.
    await adapter.acquireMigrationLock(connection, options);
    try {
      const ran: string[] = [];
      for (const step of steps) {
        if (await runOnce(connection.$extendTables<Marks>(), step)) ran.push(step.name);
      }
      return ran;
    } finally {
      await adapter.releaseMigrationLock(connection, options);
    }
  });
}

function runOnce(connection: Kysely<Database & Marks>, step: Migration): Promise<boolean> {
  return connection.transaction().execute(async (transaction) => {
    await transaction.schema
      .createTable(marks)
      .ifNotExists()
      .addColumn('name', 'text', (column) => column.primaryKey().notNull())
      .execute();
    const applied = await transaction
      .selectFrom(marks)
      .select('name')
      .where('name', '=', step.name)
      .execute();
    if (applied.length > 0) return false;
    await step.up(transaction.$omitTables<keyof (Database & Marks)>());
    await transaction.insertInto(marks).values({ name: step.name }).execute();
    return true;
  });
}
