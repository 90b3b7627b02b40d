import { describe, expect, it } from 'vitest';
import { readConfig, type Environment } from '../../src/config.ts';

const secret = 'q83vEjRWeJCrze8SNFZ4kBAyVHaYutz-ASNFZ4mrze8';

const production: Environment = {
  NODE_ENV: 'production',
  PORTAL_PUBLIC_URL: 'https://portal.example.com',
  PORTAL_SECRET: secret,
  SMTP_URL: 'smtps://user:p%40ss@smtp.example.com',
  PORTAL_MAIL_FROM: 'portal@example.com',
};

function configOf(env: Environment) {
  const result = readConfig(env);
  if (!result.ok) throw new Error(result.errors.join('\n'));
  return result.config;
}

function errorsOf(env: Environment): string[] {
  const result = readConfig(env);
  return result.ok ? [] : result.errors;
}

describe('a complete environment', () => {
  it('becomes a production configuration', () => {
    expect(configOf(production)).toEqual({
      mode: 'production',
      publicUrl: 'https://portal.example.com',
      host: '127.0.0.1',
      port: 8787,
      trustedProxies: [],
      elementsDir: expect.stringMatching(/[\\/]dist$/) as unknown,
      masterKey: new Uint8Array(Buffer.from(secret, 'base64url')),
      database: { kind: 'sqlite', file: '.data/portal.sqlite' },
      mail: {
        kind: 'smtp',
        host: 'smtp.example.com',
        port: 465,
        isImplicitTls: true,
        isLoopback: false,
        credentials: { user: 'user', password: 'p@ss' },
        from: 'portal@example.com',
      },
    });
  });

  it('in development needs nothing: a mailbox, a file and a key of its own', () => {
    expect(configOf({ NODE_ENV: 'development', HOME: '/somewhere' })).toEqual({
      mode: 'development',
      publicUrl: 'http://localhost:8787',
      host: '127.0.0.1',
      port: 8787,
      trustedProxies: [],
      elementsDir: expect.stringMatching(/[\\/]dist$/) as unknown,
      masterKey: undefined,
      database: { kind: 'sqlite', file: '.data/portal.sqlite' },
      mail: { kind: 'mailbox' },
    });
  });

  it('follows the port in development, and takes every setting', () => {
    const config = configOf({
      NODE_ENV: 'test',
      PORTAL_PORT: '9000',
      PORTAL_HOST: '::1',
      PORTAL_DATABASE_FILE: '/srv/portal.sqlite',
      SMTP_URL: 'smtp://127.0.0.1:2525',
      PORTAL_MAIL_FROM: 'portal@example.com',
    });
    expect(config).toMatchObject({
      publicUrl: 'http://localhost:9000',
      host: '::1',
      database: { kind: 'sqlite', file: '/srv/portal.sqlite' },
      mail: { port: 2525, isImplicitTls: false, isLoopback: true },
    });
    expect(config.mail).not.toHaveProperty('credentials');
  });

  it('knows PostgreSQL', () => {
    const url = 'postgres://portal:secret@db.example.com/portal';
    expect(configOf({ ...production, DATABASE_URL: url }).database).toEqual({ kind: 'postgres', url });
  });

  it('counts empty values as absent', () => {
    expect(configOf({ ...production, DATABASE_URL: '', PORTAL_HOST: ' ' }).database.kind).toBe('sqlite');
  });

  it.each([
    ['https://portal.example.com/', 'https://portal.example.com'],
    ['https://PORTAL.example.com:443', 'https://portal.example.com'],
    ['http://localhost:8787', 'http://localhost:8787'],
    ['http://[::1]:8787', 'http://[::1]:8787'],
  ])('takes the public URL %s', (given, expected) => {
    expect(configOf({ ...production, PORTAL_PUBLIC_URL: given }).publicUrl).toBe(expected);
  });
});

describe('T29: what refuses to start', () => {
  it.each<[string, Environment, RegExp]>([
    ['an unknown setting', { PORTAL_PUBLIC_ULR: 'https://x.example' }, /^PORTAL_PUBLIC_ULR is not a setting/],
    ['an unknown mode', { NODE_ENV: 'prod' }, /^NODE_ENV is "prod"/],
    ['no public URL', { PORTAL_PUBLIC_URL: undefined }, /^PORTAL_PUBLIC_URL is missing/],
    ['a public URL without TLS', { PORTAL_PUBLIC_URL: 'http://portal.example.com' }, /must start with https/],
    ['a loopback look-alike', { PORTAL_PUBLIC_URL: 'http://localhost.evil.test' }, /must start with https/],
    [
      'a public URL with a path',
      { PORTAL_PUBLIC_URL: 'https://x.example/portal' },
      /each business adds its own path/,
    ],
    [
      'a public URL with credentials',
      { PORTAL_PUBLIC_URL: 'https://a:b@x.example' },
      /user name or a password/,
    ],
    ['a public URL that is none', { PORTAL_PUBLIC_URL: 'portal.example.com' }, /must start with https/],
    [
      'T7: a proxy that is no address',
      { PORTAL_TRUSTED_PROXIES: '10.0.0.1, proxy.internal' },
      /^PORTAL_TRUSTED_PROXIES has "proxy.internal"/,
    ],
    [
      'T7: everybody as a proxy',
      { PORTAL_TRUSTED_PROXIES: '0.0.0.0/0' },
      /^PORTAL_TRUSTED_PROXIES has "0.0.0.0\/0"/,
    ],
    ['a port that is none', { PORTAL_PORT: '80a' }, /^PORTAL_PORT is "80a"/],
    ['a port out of range', { PORTAL_PORT: '70000' }, /^PORTAL_PORT is "70000"/],
    ['no secret', { PORTAL_SECRET: undefined }, /^PORTAL_SECRET is missing/],
    ['a secret in other characters', { PORTAL_SECRET: `${secret}+/` }, /^PORTAL_SECRET is not base64url/],
    ['a short secret', { PORTAL_SECRET: secret.slice(0, 42) }, /^PORTAL_SECRET has 31 bytes and needs 32/],
    ['a placeholder for a secret', { PORTAL_SECRET: 'A'.repeat(43) }, /looks like a placeholder/],
    ['two databases', { DATABASE_URL: 'postgres://h/d', PORTAL_DATABASE_FILE: 'x' }, /are both set/],
    ['a foreign database', { DATABASE_URL: 'mysql://u:p@h/d' }, /^DATABASE_URL must be a PostgreSQL address/],
    ['no mail server', { SMTP_URL: undefined }, /^SMTP_URL is missing/],
    ['a mail server by web', { SMTP_URL: 'https://smtp.example.com' }, /^SMTP_URL must look like/],
    [
      'TLS switched off by a parameter',
      { SMTP_URL: 'smtps://h?tls.rejectUnauthorized=false' },
      /nothing after it/,
    ],
    ['a broken escape in its password', { SMTP_URL: 'smtps://u:100%@h.example' }, /%25/],
    ['no sender', { PORTAL_MAIL_FROM: undefined }, /^PORTAL_MAIL_FROM is missing/],
    [
      'a sender with a name',
      { PORTAL_MAIL_FROM: 'Portal <portal@example.com>' },
      /^PORTAL_MAIL_FROM is "Portal/,
    ],
    ['two senders', { PORTAL_MAIL_FROM: 'a@example.com,b@example.com' }, /^PORTAL_MAIL_FROM is/],
  ])('%s', (_, change, expected) => {
    const errors = errorsOf({ ...production, ...change });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(expected);
  });

  it('the development mailbox on a network interface: anyone there could read the codes', () => {
    const errors = errorsOf({ NODE_ENV: 'development', PORTAL_HOST: '0.0.0.0' });
    expect(errors).toEqual([expect.stringMatching(/^PORTAL_HOST is 0\.0\.0\.0.*\/dev\/mail/)]);
  });

  it('the development mailbox behind a public address, as a tunnel gives it', () => {
    const errors = errorsOf({ NODE_ENV: 'development', PORTAL_PUBLIC_URL: 'https://me.tunnel.example' });
    expect(errors).toEqual([
      expect.stringMatching(/^PORTAL_PUBLIC_URL is https:\/\/me\.tunnel\.example.*\/dev\/mail/),
    ]);
  });

  it('an empty environment, which means production, with every mistake at once', () => {
    const errors = errorsOf({});
    expect(errors.map((error) => error.split(' ')[0])).toEqual([
      'PORTAL_PUBLIC_URL',
      'PORTAL_SECRET',
      'SMTP_URL',
    ]);
  });

  it('never repeats a secret', () => {
    const canary = 'canary-6f1d';
    const errors = errorsOf({
      ...production,
      PORTAL_SECRET: canary,
      DATABASE_URL: `mysql://u:${canary}@h/d`,
      SMTP_URL: `ftp://u:${canary}@h`,
      PORTAL_PUBLIC_URL: `https://u:${canary}@h.example`,
    });
    expect(errors).toHaveLength(4);
    expect(errors.join()).not.toContain(canary);
  });
});
