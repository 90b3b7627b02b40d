/**
 * Vitest's global set-up: a PostgreSQL for the tests alone, in a folder and on a port of its own, gone
 * afterwards. `TEST_DATABASE_URL` names a server to use instead; its user must be able to create databases.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from './free-port.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the maintenance database, in which the tests create theirs. */
    postgresUrl: string;
  }
}

const howToInstall =
  'The storage tests need PostgreSQL, and its programs `initdb` and `postgres` were not found: install it ' +
  '(Debian and Ubuntu: `apt-get install postgresql`, macOS: `brew install postgresql`), or set ' +
  'TEST_DATABASE_URL to a server whose user may create databases.';

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) {
    project.provide('postgresUrl', given);
    return undefined;
  }
  const programs = findPrograms();
  const user = whoRunsIt();
  const folder = mkdtempSync(join(tmpdir(), 'portal-postgres-'));
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid);
  const options = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };

  const data = join(folder, 'data');
  const made = spawnSync(
    join(programs, 'initdb'),
    ['--pgdata', data, '--auth', 'trust', '--username', 'postgres', '--encoding', 'UTF8', '--no-sync'],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);

  const port = await freePort();
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    fsync: 'off',
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...flags], {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = () => server.kill('SIGQUIT');
  process.once('exit', stop);
  await untilReady(server);
  project.provide('postgresUrl', `postgres://postgres@127.0.0.1:${port}/postgres`);

  return async () => {
    process.off('exit', stop);
    if (server.exitCode === null && server.signalCode === null) {
      stop();
      await once(server, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Debian keeps the server's programs out of the PATH, in a folder for each version; the newest is used. */
function findPrograms(): string {
  const versions = globSync('/usr/lib/postgresql/*/bin').toSorted((a, b) =>
    b.localeCompare(a, 'en', { numeric: true }),
  );
  const folders = [...versions, ...(process.env['PATH'] ?? '').split(delimiter)];
  const found = folders.find((folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))),
  );
  if (found === undefined) throw new Error(howToInstall);
  return found;
}

/** PostgreSQL refuses to run as root; Debian's package has made a user for it. */
function whoRunsIt(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) =>
    Number.parseInt(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout, 10);
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  if (Number.isNaN(uid) || Number.isNaN(gid)) {
    throw new Error(
      'PostgreSQL does not run as root: create a user `postgres`, or run the tests as another user.',
    );
  }
  return { uid, gid };
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    // Read to the end: a full pipe would block the server.
    server.stderr?.on('data', (text: Buffer) => {
      log = (log + text.toString()).slice(-4_000);
      if (log.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${log}`)));
  });
}
