/** Opens the configured database, brings it up to date, and finds the server's key. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Config } from './config.ts';
import { fromBase64Url, toBase64Url } from './crypto/base64url.ts';
import { MASTER_KEY_BYTES } from './crypto/secrets.ts';
import type { Storage } from './domain/ports.ts';
import { describeError, type Log } from './log.ts';
import { nodeSqlite } from './storage/dialects/node-sqlite.ts';
import { postgres } from './storage/dialects/postgres.ts';
import { migrate } from './storage/migrate.ts';
import { createStorage } from './storage/storage.ts';

/** Only this user may enter: the folder holds everyone's accounts and, in development, the key. */
const PRIVATE_FOLDER = { recursive: true, mode: 0o700 } as const;

export async function openStorage({ database }: Config, log: Log): Promise<Storage> {
  if (database.kind === 'sqlite') await mkdir(dirname(database.file), PRIVATE_FOLDER);
  const db =
    database.kind === 'sqlite'
      ? nodeSqlite(database.file)
      : postgres({
          url: database.url,
          onConnectionLost: (error) =>
            log({ level: 'warn', event: 'database-connection-lost', ...describeError(error) }),
        });
  try {
    for (const name of await migrate(db)) log({ level: 'info', event: 'migrated', name });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return createStorage(db);
}

/** The configured key, or the one that development made at its first start. */
export async function findMasterKey({ masterKey, database }: Config): Promise<Uint8Array> {
  if (masterKey) return masterKey;
  const folder = database.kind === 'sqlite' ? dirname(database.file) : '.data';
  const file = join(folder, 'development-secret');
  await mkdir(folder, PRIVATE_FOLDER);
  const fresh = toBase64Url(crypto.getRandomValues(new Uint8Array(MASTER_KEY_BYTES)));
  // 'wx' fails when the file exists: of two processes that start together, one makes the key.
  await writeFile(file, fresh, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  const kept = fromBase64Url((await readFile(file, 'utf8')).trim());
  if (!kept || kept.byteLength < MASTER_KEY_BYTES) {
    throw new Error(`${file} does not hold a key. Delete it, and a new one is made: open sessions end then.`);
  }
  return kept;
}
