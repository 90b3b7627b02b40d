/** SQLite in one file, by the driver that Node carries. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { Kysely, SqliteStatement } from 'kysely';
import type { Database } from '../schema.ts';
import { sqliteKysely, type SqliteSource } from './sqlite.ts';

/** How long a statement waits for another process's write (SECURITY section 4, "DB busy"). */
const busyTimeout = 3_000;

/** `path` may be `:memory:`. The file is opened, and created if missing, by the first query. */
export function nodeSqlite(path: string): Kysely<Database> {
  return sqliteKysely(() => open(path));
}

function open(path: string): SqliteSource {
  const db = new DatabaseSync(path);
  // The time-out comes first: switching a fresh file to WAL waits for other processes that do the same.
  db.exec(`pragma busy_timeout = ${busyTimeout}`);
  db.exec('pragma journal_mode = wal');
  // In WAL mode NORMAL may lose the last commits when the power fails; an acknowledged account must not go.
  db.exec('pragma synchronous = full');
  db.exec('pragma foreign_keys = on');
  return { prepare: (sql) => adapt(db.prepare(sql)), close: () => db.close() };
}

function adapt(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}
