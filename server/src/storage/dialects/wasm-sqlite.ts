/** SQLite in memory, in a browser tab: the storage of the demo and of the mocks. */
import type { Database as WasmDatabase, PreparedStatement, BindableValue } from '@sqlite.org/sqlite-wasm';
import type { Kysely, SqliteStatement } from 'kysely';
import type { Database } from '../schema.ts';
import { sqliteKysely } from './sqlite.ts';

/** Takes an open `oo1.DB` and owns it from then on: closing the storage closes it. */
export function wasmSqlite(db: WasmDatabase): Kysely<Database> {
  return sqliteKysely(() => {
    db.exec('pragma foreign_keys = on');
    return { prepare: (sql) => adapt(db, db.prepare(sql)), close: () => db.close() };
  });
}

function adapt(db: WasmDatabase, statement: PreparedStatement): SqliteStatement & { finalize(): void } {
  const rows = function* (parameters: readonly unknown[]): Generator<unknown> {
    try {
      // `bind` refuses to be called for a statement without parameters.
      if (parameters.length > 0) statement.bind(parameters as BindableValue[]);
      while (statement.step()) yield statement.get({});
    } finally {
      statement.reset(true);
    }
  };
  return {
    reader: statement.columnCount > 0,
    all: (parameters) => [...rows(parameters)],
    run(parameters) {
      for (const _ of rows(parameters));
      return { changes: db.changes(), lastInsertRowid: 0 };
    },
    iterate: (parameters) => rows(parameters) as IterableIterator<unknown>,
    finalize: () => void statement.finalize(),
  };
}
