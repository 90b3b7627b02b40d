/**
 * What the rows before were called, so that the second of a name is told from the first. In a file of its own that the
 * database deletes when it is closed: memory does not grow with the import.
 */
import { DatabaseSync } from 'node:sqlite';

export interface Seen {
  /** The line that has this already, or undefined for the first. */
  before(what: 'id' | 'email', value: string, line: number): number | undefined;
  close(): void;
}

export function createSeen(): Seen {
  // An empty name is a temporary file; it need not survive anything.
  const db = new DatabaseSync('');
  db.exec('pragma journal_mode = off; pragma synchronous = off');
  db.exec('create table seen (key text primary key, line integer not null) without rowid; begin');
  const put = db.prepare('insert into seen values (?, ?) on conflict do nothing');
  const find = db.prepare('select line from seen where key = ?');
  return {
    before(what, value, line) {
      const key = `${what} ${value}`;
      if (put.run(key, line).changes === 1) return undefined;
      return Number(find.get(key)?.['line']);
    },
    close: () => db.close(),
  };
}
