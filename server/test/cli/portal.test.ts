import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { portal } from '../../src/cli/portal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portal-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const out = vi.spyOn(console, 'log').mockReturnValue();
  const err = vi.spyOn(console, 'error').mockReturnValue();
  const env = { NODE_ENV: 'development', PORTAL_DATABASE_FILE: join(folder, 'data/portal.sqlite') };
  const code = await portal(args, env);
  const result = { code, out: out.mock.calls.join('\n'), err: err.mock.calls.join('\n') };
  vi.restoreAllMocks();
  return result;
}

describe('portal', () => {
  it('creates a business, changes what is given, and lists', async () => {
    const created = await run(
      'business',
      'put',
      'acme',
      '--name',
      'Acme',
      '--origin',
      'https://acme.example',
    );
    expect(created).toMatchObject({ code: 0, err: '' });
    expect(created.out).toContain('Acme: http://localhost:8787/acme');
    expect(await run('business', 'put', 'acme', '--duplicates', 'on')).toMatchObject({ code: 0, err: '' });
    expect(await run('demo', '--origin', 'http://localhost:9090')).toMatchObject({ code: 0, err: '' });

    const { out } = await run('business', 'list', '--json');
    const businesses = JSON.parse(out) as { slug: string }[];
    expect(businesses.toSorted((a, b) => a.slug.localeCompare(b.slug))).toMatchObject([
      { slug: 'acme', name: 'Acme', origins: ['https://acme.example'], allowDuplicateAccounts: true },
      {
        slug: 'hearth',
        name: 'Hearth & Crumb',
        origins: ['http://localhost:9090'],
        accent: '#b4481e',
        allowDuplicateAccounts: true,
      },
    ]);
    expect((await run('business', 'list')).out).toContain(
      'acme  Acme  http://localhost:8787/acme  [https://acme.example]',
    );
  });

  it('makes an API key, shows it once, lists it without its secret, and revokes it once', async () => {
    await run('business', 'put', 'acme', '--name', 'Acme');
    expect((await run('key', 'list', 'acme')).out).toContain('No key yet');
    const created = await run('key', 'create', 'acme', '--name', 'the shop');
    expect(created).toMatchObject({ code: 0, err: '' });
    const [, id = '', secret = ''] = /^portal_(\w{12})\.([\w-]{43})$/m.exec(created.out) ?? [];
    expect(secret).not.toBe('');
    const listed = await run('key', 'list', 'acme');
    expect(listed.out).toContain(`${id}  the shop  created `);
    expect(listed.out).toContain('last used never');
    expect(listed.out + (await run('key', 'list', 'acme', '--json')).out).not.toContain(secret);
    expect(await run('key', 'revoke', 'acme', id)).toMatchObject({ code: 0, out: `Revoked ${id}.` });
    expect(await run('key', 'revoke', 'acme', id)).toMatchObject({ code: 2 });
    expect((await run('key', 'list', 'acme')).out).toContain('revoked 2');
  });

  it('explains itself', async () => {
    for (const args of [[], ['help'], ['--help']]) {
      expect(await run(...args)).toMatchObject({
        code: 0,
        out: expect.stringContaining('portal business put SLUG'),
      });
    }
  });

  it.each([
    [['business', 'put', 'acme'], /^portal business put: "acme" is new: give it a --name/],
    [['business', 'put'], /give one SLUG/],
    [['business', 'put', 'a', 'b', '--name', 'x'], /give one SLUG/],
    [['business', 'put', 'dev', '--name', 'x'], /"dev" cannot be a slug/],
    [['business', 'put', 'acme', '--colour', 'red'], /--colour/],
    [['business', 'list', 'acme'], /acme/],
    [['key', 'create'], /give one SLUG/],
    [['key', 'create', 'nobody'], /there is no business "nobody"/],
    [['key', 'revoke', 'acme'], /give a SLUG and the ID of a key/],
    [['busines', 'list'], /there is no command "busines list"/],
    [['constructor'], /there is no command "constructor"/],
  ])('refuses %j with a sentence', async (args, expected) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(err).toMatch(expected);
  });
});
