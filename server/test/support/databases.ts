/** The databases that the storage suite runs on: every test on every one of them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import initSqlite from '@sqlite.org/sqlite-wasm';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { Storage } from '../../src/domain/ports.ts';
import { postgres } from '../../src/storage/dialects/postgres.ts';
import { wasmSqlite } from '../../src/storage/dialects/wasm-sqlite.ts';
import { migrate } from '../../src/storage/migrate.ts';
import type { Database } from '../../src/storage/schema.ts';
import { createStorage } from '../../src/storage/storage.ts';
import { type Address, connect } from './address.ts';

export { type Address, connect } from './address.ts';

export interface EmptyDatabase {
  db: Kysely<Database>;
  /** Absent where the database lives in this process alone. */
  address?: Address;
  /** Closes the connections and deletes the database. */
  drop(): Promise<void>;
}

export interface TestDatabase extends EmptyDatabase {
  storage: Storage;
}

/** TEST_DATABASES names those that are wanted, with commas between them; all, unless it is set. */
const wanted = process.env['TEST_DATABASES']?.split(',');

export const databases: { name: string; create: () => Promise<EmptyDatabase> }[] = [
  { name: 'SQLite', create: createSqliteFile },
  { name: 'PostgreSQL', create: createPostgresDatabase },
  { name: 'SQLite in WebAssembly', create: createWasmDatabase },
].filter(({ name }) => wanted?.includes(name) ?? true);

/** Declares `suite` once for each database; `current()` is a migrated database of the suite's own. */
export function describeStorage(title: string, suite: (current: () => TestDatabase) => void): void {
  describe.each(databases)(`${title} ($name)`, ({ create }) => {
    let database: TestDatabase | undefined;
    beforeAll(async () => {
      const empty = await create();
      database = { ...empty, storage: createStorage(empty.db) };
      await migrate(empty.db);
    });
    afterAll(() => database?.drop());
    suite(() => {
      if (!database) throw new Error('the database is open while tests run, not while they are declared');
      return database;
    });
  });
}

async function createSqliteFile(): Promise<EmptyDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-sqlite-'));
  const address = { kind: 'sqlite', path: join(folder, 'portal.db') } as const;
  const db = connect(address);
  return {
    db,
    address,
    async drop() {
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function createPostgresDatabase(): Promise<EmptyDatabase> {
  const maintenanceUrl = inject('postgresUrl');
  const name = `portal_test_${randomUUID().replaceAll('-', '')}`;
  await maintain(maintenanceUrl, (admin) => sql`create database ${sql.id(name)}`.execute(admin));
  const url = new URL(maintenanceUrl);
  url.pathname = name;
  const address = { kind: 'postgres', url: url.href } as const;
  const db = connect(address);
  return {
    db,
    address,
    async drop() {
      await db.destroy();
      await maintain(maintenanceUrl, (admin) =>
        sql`drop database ${sql.id(name)} with (force)`.execute(admin),
      );
    },
  };
}

async function maintain(url: string, work: (admin: Kysely<Database>) => Promise<unknown>): Promise<void> {
  const admin = postgres({ url, connections: 1 });
  await work(admin);
  await admin.destroy();
}

async function createWasmDatabase(): Promise<EmptyDatabase> {
  const sqlite = await initSqlite();
  const db = wasmSqlite(new sqlite.oo1.DB(':memory:'));
  return { db, drop: () => db.destroy() };
}
