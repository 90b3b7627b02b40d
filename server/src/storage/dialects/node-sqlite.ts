/** SQLite in one file, by the driver that Node carries. */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { Kysely, SqliteStatement } from 'kysely';
import type { Database } from '../schema.ts';
import { sqliteKysely, type SqliteSource } from './sqlite.ts';

/** `path` may be `:memory:`. The file is opened, and created if missing, by the first query. */
export function nodeSqlite(path: string): Kysely<Database> {
  return sqliteKysely(() => open(path), isBusy);
}

function open(path: string): SqliteSource {
  const db = new DatabaseSync(path);
  // Only while opening may SQLite itself wait: for other processes that switch a fresh file to WAL too.
  db.exec('pragma busy_timeout = 10000');
  db.exec('pragma journal_mode = wal');
  db.exec('pragma busy_timeout = 0');
  // In WAL mode NORMAL may lose the last commits when the power fails; an acknowledged account must not go.
  db.exec('pragma synchronous = full');
  db.exec('pragma foreign_keys = on');
  return { prepare: (sql) => adapt(db.prepare(sql)), close: () => db.close() };
}

/** SQLITE_BUSY in the low byte of the result code; the high ones only say why. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === 5;
}

function adapt(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}
