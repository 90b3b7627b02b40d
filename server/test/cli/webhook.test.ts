import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { portal } from '../../src/cli/portal.ts';
import { nodeSqlite } from '../../src/storage/dialects/node-sqlite.ts';

let folder: string;
let env: Record<string, string>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portal-webhook-'));
  env = { NODE_ENV: 'development', PORTAL_DATABASE_FILE: join(folder, 'data/portal.sqlite') };
  await run('business', 'put', 'acme', '--name', 'Acme');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockReturnValue();
  const err = vi.spyOn(console, 'error').mockReturnValue();
  const code = await portal(args, env);
  const result = { code, out: out.mock.calls.flat().join('\n'), err: err.mock.calls.flat().join('\n') };
  vi.restoreAllMocks();
  return result;
}

describe('portal webhook', () => {
  it('sets one up, tests it on the spot, lists what failed and has it sent again', async () => {
    let status = 500;
    const received: { body: string; headers: Record<string, string> }[] = [];
    const server = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => (body += text));
      request.on('end', () => {
        received.push({ body, headers: request.headers as Record<string, string> });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
    try {
      const put = await run('webhook', 'put', 'acme', 'crm', '--url', url, '--event', 'account.created');
      expect(put.out).toContain(`crm: ${url}  [account.created]`);
      const secret = /^whsec_.*$/m.exec(put.out)?.[0] ?? '';
      expect((await run('webhook', 'put', 'acme', 'crm')).out).not.toContain('whsec_');

      expect(await run('webhook', 'test', 'acme', 'crm')).toMatchObject({
        code: 2,
        err: 'portal webhook test: not taken: status-500.',
      });
      status = 200;
      expect((await run('webhook', 'test', 'acme', 'crm')).out).toMatch(/^crm took msg_[\w-]+\.$/);
      const { body, headers } = received.at(-1)!;
      expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: 'test' });

      expect((await run('webhook', 'failed', 'acme')).out).toBe('');
      const db = nodeSqlite(env['PORTAL_DATABASE_FILE']!);
      await db.updateTable('webhook_deliveries').set({ done_at: 1 }).where('done_at', 'is', null).execute();
      await db.destroy();
      const failed = (await run('webhook', 'failed', 'acme')).out;
      expect(failed).toMatch(/^msg_[\w-]+ {2}crm {2}test {2}\S+ {2}status-500 \(1 attempts\)$/);
      const [id = ''] = failed.split(' ');
      expect((await run('webhook', 'resend', 'acme', id)).out).toBe(
        `${id} is sent again by the server that runs.`,
      );
      expect((await run('webhook', 'resend', 'acme', id)).code).toBe(2);

      expect((await run('webhook', 'list', 'acme')).out).toBe(`crm  ${url}  [account.created]`);
      expect((await run('webhook', 'remove', 'acme', 'crm')).out).toBe('Removed crm.');
      expect((await run('webhook', 'test', 'acme', 'crm')).code).toBe(2);
    } finally {
      server.close();
    }
  });

  it('says what is missing when it is called wrongly', async () => {
    expect((await run('webhook', 'put', 'acme', 'crm')).err).toContain('"crm" is new: give it a --url');
    expect(
      (await run('webhook', 'put', 'acme', 'crm', '--url', 'https://a.example/', '--event', 'x')).err,
    ).toContain('--event');
    expect((await run('webhook', 'put', 'acme', 'crm', '--url', 'ftp://a.example/')).err).toContain(
      'must start with',
    );
    expect((await run('webhook', 'remove', 'acme')).err).toContain('give a SLUG and the ID of a webhook');
  });
});
