/** PostgreSQL, or what speaks its protocol. */
import { Kysely, type MigrationLockOptions, PostgresAdapter, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { Database } from '../schema.ts';

export interface PostgresOptions {
  /** `postgres://user:password@host:port/database`. */
  url: string;
  /** Connections that one process opens at most. */
  connections?: number;
  /** Told of connections that broke while no query was on them; the pool replaces them. */
  onConnectionLost?: (error: Error) => void;
}

/** What a request waits for the database at most (SECURITY sections 4 and 5): it answers 503 instead. */
const timeouts = {
  connectionTimeoutMillis: 3_000,
  lock_timeout: 3_000,
  statement_timeout: 10_000,
  idle_in_transaction_session_timeout: 10_000,
};

/** The driver's own default for `bigint` is text, because 64 bits may not fit; milliseconds and counts do. */
const bigint = 20;

export function postgres({ url, connections = 10, onConnectionLost }: PostgresOptions): Kysely<Database> {
  pg.types.setTypeParser(bigint, Number);
  const pool = new pg.Pool({ connectionString: url, max: connections, keepAlive: true, ...timeouts });
  // Without listeners a restart of the database would end this process: on connections at rest, and on
  // those that a transaction holds between two queries. There the next query fails, and that is reported.
  pool.on('error', (error) => onConnectionLost?.(error));
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely({ dialect: new PortalPostgresDialect({ pool }) });
}

class PortalPostgresDialect extends PostgresDialect {
  override createAdapter(): PostgresAdapter {
    return new PatientMigrationAdapter();
  }
}

/** A migration, and the wait for another process's migration, may take longer than a request. */
class PatientMigrationAdapter extends PostgresAdapter {
  override async acquireMigrationLock(db: Kysely<unknown>, options: MigrationLockOptions): Promise<void> {
    await sql`set statement_timeout = 0`.execute(db);
    await super.acquireMigrationLock(db, options);
  }

  override async releaseMigrationLock(db: Kysely<unknown>, options: MigrationLockOptions): Promise<void> {
    await super.releaseMigrationLock(db, options);
    await sql`reset statement_timeout`.execute(db);
  }
}
