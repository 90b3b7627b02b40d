/** The server as an operator starts it: real processes, signals and exit codes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '../support/free-port.ts';

const serverFolder = new URL('../../src/', import.meta.url).pathname;

let folder: string;
let children: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-'));
  children = [];
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

function start(program: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(serverFolder, program), ...args], {
    env: { NODE_ENV: 'development', PORTAL_DATABASE_FILE: join(folder, 'data/portal.sqlite'), ...env },
  });
  children.push(child);
  const output = { out: '', err: '' };
  child.stdout.on('data', (text) => (output.out += text));
  child.stderr.on('data', (text) => (output.err += text));
  const exited = once(child, 'close').then(([code]) => code as number | null);
  return { child, output, exited };
}

async function printed(process: ReturnType<typeof start>, words: string): Promise<void> {
  while (!process.output.out.includes(words)) {
    const ended = await Promise.race([
      once(process.child.stdout!, 'data'),
      process.exited.then(() => 'ended'),
    ]);
    if (ended === 'ended') throw new Error(`ended without "${words}": ${process.output.err}`);
  }
}

describe('the server process', () => {
  it('refuses to start on an unsafe environment, and says all of it', async () => {
    const { exited, output } = start('main.ts', [], { NODE_ENV: 'production', PORTAL_SECRTE: 'x' });
    expect(await exited).toBe(2);
    expect(output.err).toContain('PORTAL_SECRTE is not a setting');
    expect(output.err).toContain('PORTAL_PUBLIC_URL is missing');
  });

  it('serves, keeps one private key, and ends in order on SIGTERM', async () => {
    const port = await freePort();
    const server = start('main.ts', [], { PORTAL_PORT: String(port) });
    await printed(server, 'listening');
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`);
    expect(ready.status).toBe(200);
    const keyFile = join(folder, 'data/development-secret');
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const key = readFileSync(keyFile, 'utf8');
    server.child.kill('SIGTERM');
    expect(await server.exited).toBe(0);
    expect(server.output.out).toContain('stopped');
    expect(server.output.err).toBe('');

    const again = start('main.ts', [], { PORTAL_PORT: String(port) });
    await printed(again, 'listening');
    expect(readFileSync(keyFile, 'utf8')).toBe(key);
    again.child.kill('SIGINT');
    expect(await again.exited).toBe(0);
  });

  it('T7: says once that X-Forwarded-For comes from a proxy that no setting lists', async () => {
    const port = await freePort();
    const server = start('main.ts', [], { PORTAL_PORT: String(port) });
    await printed(server, 'listening');
    const ask = (headers: Record<string, string>) =>
      fetch(`http://127.0.0.1:${port}/health/live`, { headers });
    await ask({});
    expect(server.output.out).not.toContain('untrusted-proxy');
    for (let requests = 0; requests < 3; requests += 1) await ask({ 'X-Forwarded-For': '203.0.113.9' });
    server.child.kill('SIGTERM');
    await server.exited;
    const warnings = server.output.out.split('\n').filter((line) => line.includes('untrusted-proxy'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('PORTAL_TRUSTED_PROXIES');
    expect(warnings[0]).not.toContain('203.0.113.9');
  });

  it('says which port is taken', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await once(blocker, 'listening');
    const { port } = blocker.address() as AddressInfo;
    const { exited, output } = start('cli/portal.ts', ['serve'], { PORTAL_PORT: String(port) });
    expect(await exited).toBe(1);
    expect(output.err).toContain(String(port));
    expect(output.err).not.toMatch(/^\s+at /m);
    await new Promise((resolve) => blocker.close(resolve));
  });
});
