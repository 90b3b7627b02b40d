/** `npm start`'s own script as a process, on ports and in a folder of its own. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../server/test/support/free-port.ts';

export interface Demo {
  site: string;
  /** The bakery's child app, demo/courses-app. */
  school: string;
  backend: string;
  mailbox: string;
  /** Everything that its terminal has shown. */
  printed(): string;
  /** The operator's command line on its database; resolves to what it printed. */
  portal(...args: string[]): Promise<string>;
  stop(): Promise<void>;
}

export async function startDemo(): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-e2e-'));
  const env = {
    ...process.env,
    PORTAL_DATA_DIR: folder,
    PORTAL_PORT: String(await freePort()),
    PORTAL_DEMO_PORT: String(await freePort()),
    PORTAL_DEMO_APP_PORT: String(await freePort()),
  };
  const start = ['scripts/start.mjs', '--built'];
  const child = spawn(process.execPath, start, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let all = '';
  child.stdout?.on('data', (chunk) => (all += String(chunk)));
  const printed = await readUntilMailbox(child);
  const address = (label: string) => {
    const found = new RegExp(`${label}\\s+(http\\S+)`).exec(printed)?.[1];
    if (found === undefined) throw new Error(`npm start printed no address for ${label}:\n${printed}`);
    return found;
  };
  return {
    site: address('Demo site'),
    school: address('Its app'),
    backend: address('Backend'),
    mailbox: address('Mailbox'),
    printed: () => all,
    async portal(...args) {
      const { origin, port } = new URL(address('Backend'));
      const operator = {
        NODE_ENV: 'development',
        PORTAL_PORT: port,
        PORTAL_PUBLIC_URL: origin,
        PORTAL_DATABASE_FILE: join(folder, 'portal.sqlite'),
      };
      const run = promisify(execFile);
      const { stdout } = await run(process.execPath, ['server/src/cli/portal.ts', ...args], {
        env: operator,
      });
      return stdout;
    },
    async stop() {
      const exit = once(child, 'exit');
      child.kill('SIGINT');
      await exit;
      rmSync(folder, { recursive: true });
    },
  };
}

/** Everything printed until the addresses are complete. It goes on reading: a full pipe would stop the process. */
function readUntilMailbox(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk) => {
      printed += String(chunk);
      if (/\/dev\/mail\s/.test(printed)) resolve(printed);
    });
    child.once('exit', () => reject(new Error(`npm start ended before it was ready:\n${printed}`)));
  });
}
