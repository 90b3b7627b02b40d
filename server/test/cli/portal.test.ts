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

  it('makes a child app with a client, shows its secret once, and says who may use it', async () => {
    await run('business', 'put', 'acme', '--name', 'Acme');
    expect((await run('app', 'list', 'acme')).out).toContain('No app yet');
    const link = ['app', 'put', 'acme', 'blog', '--name', 'Blog', '--url', 'https://blog.example/'];
    expect((await run(...link)).out).toBe('Blog: https://blog.example/ (for everyone)');
    const courses = [
      'app',
      'put',
      'acme',
      'courses',
      '--name',
      'Courses',
      '--url',
      'https://courses.example/',
    ];
    const half = await run(...courses, '--redirect-uri', 'https://courses.example/callback');
    expect(half).toMatchObject({ code: 2 });
    expect(half.err).toContain('--initiate-login-uri');
    const client = [
      ...['--redirect-uri', 'https://courses.example/callback'],
      ...['--initiate-login-uri', 'https://courses.example/login', '--access', 'listed'],
    ];
    const created = await run(...courses, ...client);
    expect(created).toMatchObject({ code: 0, err: '' });
    expect(created.out).toContain('issuer: http://localhost:8787/acme');
    const secretOf = (out: string) => /client secret: ([\w-]{43})/.exec(out)?.[1];
    const secret = secretOf(created.out);
    expect(secret).toBeDefined();
    expect(secretOf((await run('app', 'put', 'acme', 'courses', '--name', 'Learn')).out)).toBeUndefined();
    const renewed = secretOf((await run('app', 'put', 'acme', 'courses', '--new-secret')).out);
    expect(renewed).toBeDefined();
    expect(renewed).not.toBe(secret);

    const { out } = await run('app', 'list', 'acme', '--json');
    expect(JSON.parse(out)).toMatchObject([
      { id: 'blog', access: 'everyone', signOn: false },
      { id: 'courses', name: 'Learn', access: 'listed', signOn: true, allowed: [] },
    ]);
    expect(out).not.toContain(renewed);
    expect((await run('app', 'allow', 'acme', 'courses', 'nobody')).out).toBe(
      'nobody: there is no such account',
    );
    expect((await run('app', 'deny', 'acme', 'courses', 'nobody')).out).toBe('nobody: it was not allowed');
    expect(await run('app', 'allow', 'acme', 'none', 'nobody')).toMatchObject({ code: 2 });
    expect(await run('app', 'remove', 'acme', 'courses')).toMatchObject({ code: 0, err: '' });
    expect(await run('app', 'remove', 'acme', 'courses')).toMatchObject({ code: 2 });
  });

  it('says how an app looks in the switcher, for whom it is there, and why it is not', async () => {
    await run('business', 'put', 'acme', '--name', 'Acme', '--landing-app', 'blog');
    const blog = ['app', 'put', 'acme', 'blog', '--name', 'Blog', '--url', 'https://blog.example/'];
    await run(...blog, '--icon', 'https://blog.example/icon.png', '--badge', '2', '--position', '1');
    expect((await run('app', 'disable', 'acme', 'blog')).out).toBe('blog: offered to nobody');
    expect((await run('app', 'list', 'acme')).out).toContain('plain link, everyone, disabled');
    const { out } = await run('app', 'why', 'acme', 'blog', 'nobody');
    expect(out).toContain('the app is disabled');
    expect(out).toContain('no such account');
    expect((await run('app', 'enable', 'acme', 'blog')).out).toContain('offered to whoever');
    expect((await run('app', 'why', 'acme', 'blog', 'nobody')).out).not.toContain('disabled');
    expect((await run('app', 'badge', 'acme', 'blog', '7')).out).toBe('blog: 7 new for everyone');
    expect(JSON.parse((await run('app', 'list', 'acme', '--json')).out)).toMatchObject([
      { enabled: true, badge: 7 },
    ]);
    expect(await run('app', 'badge', 'acme', 'blog', '7', 'nobody')).toMatchObject({ code: 2 });
    expect(await run('app', 'badge', 'acme', 'blog', 'many')).toMatchObject({ code: 2 });
    for (const command of ['enable', 'disable']) {
      expect(await run('app', command, 'acme', 'none')).toMatchObject({ code: 2 });
    }
    expect(await run('app', 'why', 'acme', 'none', 'nobody')).toMatchObject({ code: 2 });
  });

  it.each([
    ['javascript:alert(1)', 'must start with https://'],
    ['data:text/html,x', 'must start with https://'],
    ['http://blog.example/', 'must start with https://'],
    ['https://user@blog.example/', 'without a user name'],
    ['https://blog.example/#top', 'without #'],
    ['https://BLOG.example/', 'browsers say https://blog.example/'],
    ['//blog.example/', 'must start with https://'],
  ])('T21: no address of an app may be %s', async (url, sentence) => {
    await run('business', 'put', 'acme', '--name', 'Acme');
    const good = 'https://blog.example/x';
    const app = ['app', 'put', 'acme', 'blog', '--name', 'Blog'];
    for (const place of [
      '--url',
      '--icon',
      '--redirect-uri',
      '--initiate-login-uri',
      '--post-logout-redirect-uri',
      '--backchannel-logout-url',
    ]) {
      const given = { '--url': good, '--redirect-uri': good, '--initiate-login-uri': good, [place]: url };
      const refused = await run(...app, ...Object.entries(given).flat());
      expect(refused).toMatchObject({ code: 2, out: '' });
      expect(refused.err).toContain(sentence);
    }
    expect((await run('app', 'list', 'acme', '--json')).out).toBe('[]');
  });

  it('makes an API key, shows it once, lists it without its secret, and revokes it once', async () => {
    await run('business', 'put', 'acme', '--name', 'Acme');
    expect((await run('key', 'list', 'acme')).out).toContain('No key yet');
    const created = await run('key', 'create', 'acme', '--name', 'the shop');
    expect(created).toMatchObject({ code: 0, err: '' });
    const [, id = '', secret = ''] = /^portal_(\w{12})\.([\w-]{43})$/m.exec(created.out) ?? [];
    expect(secret).not.toBe('');
    const listed = await run('key', 'list', 'acme');
    expect(listed.out).toContain(`${id}  the shop  [links]  created `);
    expect(listed.out).toContain('last used never');
    expect(listed.out + (await run('key', 'list', 'acme', '--json')).out).not.toContain(secret);
    expect(await run('key', 'revoke', 'acme', id)).toMatchObject({ code: 0, out: `Revoked ${id}.` });
    expect(await run('key', 'revoke', 'acme', id)).toMatchObject({ code: 2 });
    expect((await run('key', 'list', 'acme')).out).toContain('revoked 2');
  });

  it('makes an API key for what is asked, and for nothing that there is not', async () => {
    await run('business', 'put', 'acme', '--name', 'Acme');
    const create = (...scopes: string[]) =>
      run('key', 'create', 'acme', ...scopes.flatMap((scope) => ['--scope', scope]));
    expect((await create('courses', 'activity', 'courses')).out).toContain(': courses, activity.');
    expect(await create('everything')).toMatchObject({ code: 2, out: '' });
    expect((await run('key', 'list', 'acme')).out).toContain('[courses activity]');
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
