/**
 * The reference server's own app with in-memory parts: nothing of the backend is written twice.
 * What only Node can do has a stand-in: SQLite as WebAssembly, a light hash, a mailbox for SMTP.
 */
import sqlite3InitModule from '@sqlite.org/sqlite-wasm';
import { createApp } from '../server/src/app.ts';
import { createBlocklist } from '../server/src/crypto/blocklist.ts';
import { createRandom } from '../server/src/crypto/random.ts';
import { createSecrets, MASTER_KEY_BYTES } from '../server/src/crypto/secrets.ts';
import type { Business } from '../server/src/domain/business.ts';
import type { Storage } from '../server/src/domain/ports.ts';
import { createMailboxTransport } from '../server/src/mail/mailbox-transport.ts';
import { createMailWorker } from '../server/src/mail/worker.ts';
import { phones } from '../server/src/phones.ts';
import { wasmSqlite } from '../server/src/storage/dialects/wasm-sqlite.ts';
import { migrate } from '../server/src/storage/migrate.ts';
import { createStorage } from '../server/src/storage/storage.ts';
import type { Fetcher } from './browser-network.ts';
import { MovableClock } from './clock.ts';
import { lightHasher, noImportedHasher } from './light-hasher.ts';

export interface MockBackend {
  fetch: Fetcher;
  clock: MovableClock;
  storage: Storage;
}

interface Entry {
  level: 'info' | 'warn' | 'error';
}

/** `publicUrl` is an origin; each business lives below it at its slug. `onMail` is called after mail came. */
export async function createMockBackend(
  publicUrl: string,
  businesses: Business[],
  onMail: () => void,
): Promise<MockBackend> {
  const [sqlite, secrets] = await Promise.all([
    sqlite3InitModule(),
    createSecrets(crypto.getRandomValues(new Uint8Array(MASTER_KEY_BYTES))),
  ]);
  const database = wasmSqlite(new sqlite.oo1.DB(':memory:'));
  await migrate(database);
  const storage = createStorage(database);
  for (const business of businesses) await storage.businesses.put(business);

  const clock = new MovableClock();
  const transport = createMailboxTransport(storage.mailbox, clock);
  const mail = createMailWorker({ storage, secrets, transport, clock, log });
  let isMailDue = false;
  const app = createApp({
    publicUrl,
    clock,
    storage,
    secrets,
    random: createRandom(),
    hasher: lightHasher,
    importedHasher: noImportedHasher,
    blocklist: createBlocklist(),
    phones,
    devMailbox: true,
    notifyOutbox: () => (isMailDue = true),
    alert() {},
    log,
  });
  return {
    clock,
    storage,
    async fetch(request) {
      const response = await app(request);
      // Delivered before the answer arrives, so that whoever sees the answer can read the mail.
      if (isMailDue) {
        isMailDue = false;
        if ((await mail.drain()) > 0) onMail();
      }
      return response;
    },
  };
}

/** The server's faults must not hide behind a 500 in a tab that shows no server log. */
function log(entry: Entry): void {
  if (entry.level === 'error') console.error(entry);
}
