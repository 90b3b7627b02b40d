/** What both SQLite adapters share: how transactions begin and wait, what row locks mean, reuse of statements. */
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type QueryResult,
  type SelectModifierNode,
  type SqliteDatabase,
  SqliteDialect,
  type SqliteDialectConfig,
  SqliteDriver,
  SqliteQueryCompiler,
  type SqliteStatement,
} from 'kysely';
import type { Database } from '../schema.ts';

/** What an adapter provides; `finalize` where statements hold memory that no collector frees. */
export interface SqliteSource {
  prepare(sql: string): SqliteStatement & { finalize?(): void };
  close(): void;
}

/** Whether an error says that another connection has the file: nothing was done, and it may be tried again. */
export type IsBusy = (error: unknown) => boolean;

export function sqliteKysely(open: () => SqliteSource, isBusy: IsBusy = () => false): Kysely<Database> {
  const config = { database: async () => new StatementCache(open()) };
  return new Kysely({ dialect: new PortalSqliteDialect(config, isBusy) });
}

class PortalSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #isBusy: IsBusy;

  constructor(config: SqliteDialectConfig, isBusy: IsBusy) {
    super(config);
    this.#config = config;
    this.#isBusy = isBusy;
  }

  override createDriver(): SqliteDriver {
    return new PatientDriver(this.#config, this.#isBusy);
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new LocklessCompiler();
  }
}

class PatientDriver extends SqliteDriver {
  readonly #isBusy: IsBusy;
  #connection: DatabaseConnection | undefined;

  constructor(config: SqliteDialectConfig, isBusy: IsBusy) {
    super(config);
    this.#isBusy = isBusy;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#connection ??= patiently(await super.acquireConnection(), this.#isBusy);
    return this.#connection;
  }

  /**
   * Transactions begin as writers. One that begins as a reader and writes later fails at once when
   * another connection wrote in between, however long it would have waited.
   */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** A full disk has rolled back already; that there is nothing left to do must not hide what went wrong. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await super.rollbackTransaction(connection).catch((error: unknown) => {
      if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error;
    });
  }
}

/** How long a statement waits for another connection's write (SECURITY section 4, "DB busy"). */
const mostPatience = 3_000;
const shortestPause = 1;
const longestPause = 25;

/**
 * Waits for the file between tries instead of within them. SQLite's own busy time-out would hold up
 * the whole process: every other request, and the very transaction that it waits for, if that is ours.
 */
function patiently(connection: DatabaseConnection, isBusy: IsBusy): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const deadline = performance.now() + mostPatience;
      for (let pause = shortestPause; ; pause = Math.min(longestPause, pause * 2)) {
        try {
          return await connection.executeQuery<R>(query);
        } catch (error) {
          if (!isBusy(error) || performance.now() > deadline) throw error;
        }
        await new Promise((resume) => setTimeout(resume, pause));
      }
    },
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
  };
}

const rowLocks = new Set<SelectModifierNode['modifier']>([
  'ForUpdate',
  'ForNoKeyUpdate',
  'ForShare',
  'ForKeyShare',
  'SkipLocked',
  'NoWait',
]);

/** Leaves row locks out: SQLite has one writer at a time, so every statement already has the lock on all rows. */
class LocklessCompiler extends SqliteQueryCompiler {
  protected override visitSelectModifier(node: SelectModifierNode): void {
    if (!rowLocks.has(node.modifier)) super.visitSelectModifier(node);
  }
}

/** Lists of varying length (`in (?, ?, …)`) make new statements without end; the stores have about forty others. */
const mostStatements = 200;

/** Keeps prepared statements: preparing costs more than running the stores' short queries. */
class StatementCache implements SqliteDatabase {
  readonly #source: SqliteSource;
  readonly #statements = new Map<string, ReturnType<SqliteSource['prepare']>>();

  constructor(source: SqliteSource) {
    this.#source = source;
  }

  prepare(sql: string): SqliteStatement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#source.prepare(sql);
    this.#statements.set(sql, statement);
    const [oldest] = this.#statements.keys();
    if (this.#statements.size > mostStatements && oldest !== undefined) {
      this.#statements.get(oldest)?.finalize?.();
      this.#statements.delete(oldest);
    }
    return statement;
  }

  close(): void {
    for (const statement of this.#statements.values()) statement.finalize?.();
    this.#statements.clear();
    this.#source.close();
  }
}
