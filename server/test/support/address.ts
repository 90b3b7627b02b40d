import type { Kysely } from 'kysely';
import { nodeSqlite } from '../../src/storage/dialects/node-sqlite.ts';
import { postgres } from '../../src/storage/dialects/postgres.ts';
import type { Database } from '../../src/storage/schema.ts';

/** Where a database is, for connections to it from this process or another. */
export type Address = { kind: 'sqlite'; path: string } | { kind: 'postgres'; url: string };

export function connect(address: Address): Kysely<Database> {
  return address.kind === 'sqlite' ? nodeSqlite(address.path) : postgres({ url: address.url });
}
