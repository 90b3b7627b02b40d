import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { portal } from '../../src/cli/portal.ts';
import { nodeSqlite } from '../../src/storage/dialects/node-sqlite.ts';

let folder: string;
let env: Record<string, string>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portal-accounts-'));
  env = { NODE_ENV: 'development', PORTAL_DATABASE_FILE: join(folder, 'data/portal.sqlite') };
  for (const slug of ['acme', 'other']) await run('business', 'put', slug, '--name', slug);
  await importing('customers.csv', 'id,email,name\n1,ada@example.com,Ada\n2,bob@example.com,Bob\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockReturnValue();
  const err = vi.spyOn(console, 'error').mockReturnValue();
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const code = await portal(args, env);
  const result = { code, out: out.mock.calls.flat().join('\n'), err: err.mock.calls.flat().join('\n') };
  vi.restoreAllMocks();
  return result;
}

function importing(name: string, content: string) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return run('import', path, '--business', 'acme');
}

describe('portal accounts', () => {
  it('lists all, or those of an email or a name, as import takes them', async () => {
    const all = await run('accounts', 'list', 'acme');
    const rows = all.out.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows.map(({ externalId }) => externalId).toSorted()).toEqual(['1', '2']);
    for (const filter of [
      ['--email', 'ADA@example.com'],
      ['--external-id', '1'],
    ]) {
      const { out } = await run('accounts', 'list', 'acme', ...filter);
      expect(JSON.parse(out)).toMatchObject({ externalId: '1', email: 'ada@example.com' });
    }
    expect((await run('accounts', 'list', 'other')).out).toBe('');
    expect(await run('accounts', 'list', 'acme', '--email', 'nobody')).toMatchObject({ code: 2 });
    // Into another portal, say: what only this one can know is told and left out.
    expect((await importing('again.ndjson', all.out)).out).toContain(
      '0 created, 0 updated, 2 unchanged, 0 refused',
    );
  });

  it('reads and deletes one by any of its names, and tells its mailbox', async () => {
    const { out } = await run('accounts', 'read', 'acme', '1');
    const { account: id } = JSON.parse(out) as { account: string };
    for (const name of [id, 'Ada@example.com'])
      expect((await run('accounts', 'read', 'acme', name)).out).toBe(out);
    expect(await run('accounts', 'delete', 'other', '1')).toMatchObject({
      code: 2,
      err: 'portal accounts delete: there is no account "1".',
    });
    expect((await run('accounts', 'delete', 'acme', '1')).out).toBe('Deleted 1. Its mailbox is told.');
    expect((await run('accounts', 'read', 'acme', id)).code).toBe(2);
    const db = nodeSqlite(env['PORTAL_DATABASE_FILE']!);
    expect(await db.selectFrom('outbox').select('sealed_mail').execute()).toHaveLength(1);
    expect(await db.selectFrom('accounts').select('external_id').execute()).toEqual([{ external_id: '2' }]);
    await db.destroy();
  });
});
