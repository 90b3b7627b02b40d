/** A real process under more log-ins than it can hash. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Target } from '../../test/conformance/target.ts';
import { Visitor } from '../../test/conformance/visitor.ts';
import { freePort } from './support/free-port.ts';
import { fromAddress, newAddress } from './support/from-address.ts';

const folder = mkdtempSync(join(tmpdir(), 'portal-overload-'));
const source = new URL('../src/cli/portal.ts', import.meta.url).pathname;
let server: ChildProcess;
let url: string;

beforeAll(async () => {
  const port = await freePort();
  url = `http://localhost:${port}`;
  const env = {
    NODE_ENV: 'development',
    PORTAL_PORT: String(port),
    PORTAL_DATABASE_FILE: join(folder, 'portal.sqlite'),
    PORTAL_TRUSTED_PROXIES: '127.0.0.0/8, ::1',
  };
  execFileSync(process.execPath, [source, 'demo'], { env });
  server = spawn(process.execPath, [source, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  while (!out.includes('listening')) out += String((await once(server.stdout!, 'data'))[0]);
  server.stdout!.resume();
});
afterAll(() => {
  server.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

/** Resident memory of the server, MiB. */
const memory = () =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(server.pid)], { encoding: 'utf8' })) / 1_024;

it(
  'T17: 500 log-ins at once: some are hashed, the rest are told to come back, and the server lives on',
  { timeout: 120_000 },
  async () => {
    const backend = `${url}/hearth`;
    const target: Target = {
      backend,
      singleAccountBackend: backend,
      fetch: (request) => fetch(fromAddress(newAddress(), request)),
      codeFor: () => Promise.reject(new Error('no mail is read here')),
    };
    const visitor = await Visitor.arrive(target);
    const logIn = (who: number) => ({ email: `nobody-${who}@example.com`, password: 'not the right one' });
    await visitor.refused('signInWithPassword', 'credentials-invalid', logIn(-1));

    const before = memory();
    let peak = before;
    let isOver = false;
    const storm = Promise.all(
      Array.from({ length: 500 }, (_, who) => visitor.once('signInWithPassword', logIn(who), {})),
    ).finally(() => (isOver = true));
    while (!isOver) {
      expect((await fetch(`${url}/health/live`)).status).toBe(200);
      peak = Math.max(peak, memory());
    }
    const answers = await storm;
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.problem.code));
    expect(new Set(codes)).toEqual(new Set(['credentials-invalid', 'unavailable']));
    for (const answer of answers) {
      if (!answer.ok && answer.problem.code === 'unavailable') expect(answer.problem.retryAfter).toBe(2);
    }
    expect(peak - before).toBeLessThan(200);
    expect(server.exitCode).toBeNull();
    // Who comes back is served.
    await visitor.refused('signInWithPassword', 'credentials-invalid', logIn(1_000));
  },
);
