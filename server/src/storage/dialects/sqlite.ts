/** What both SQLite adapters share: how transactions begin, what row locks mean, reuse of statements. */
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
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

export function sqliteKysely(open: () => SqliteSource): Kysely<Database> {
  return new Kysely({
    dialect: new PortalSqliteDialect({ database: async () => new StatementCache(open()) }),
  });
}

class PortalSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config);
  }

  override createQueryCompiler(): SqliteQueryCompiler {
    return new LocklessCompiler();
  }
}

/**
 * Transactions begin as writers. One that begins as a reader and writes later fails at once with
 * SQLITE_BUSY when another process wrote in between, whatever the busy time-out says.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
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
