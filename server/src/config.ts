/**
 * Reads the environment once, into settings that the rest can trust. Whatever is unknown or unsafe
 * refuses to start, with a sentence that says what to change (SECURITY T29).
 */
import { fromBase64Url } from './crypto/base64url.ts';
import { MASTER_KEY_BYTES } from './crypto/secrets.ts';
import { canonicalEmail } from './domain/email.ts';
import type { SmtpSettings } from './mail/smtp.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  mode: 'production' | 'development';
  /** The origin that browsers use: no path, no slash at its end. */
  publicUrl: string;
  host: string;
  port: number;
  /** Undefined in development: one is made and kept beside the database. */
  masterKey: Uint8Array | undefined;
  database: { kind: 'postgres'; url: string } | { kind: 'sqlite'; file: string };
  mail: ({ kind: 'smtp' } & SmtpSettings) | { kind: 'mailbox' };
}

export type ConfigResult = { ok: true; config: Config } | { ok: false; errors: string[] };

const KNOWN = [
  'PORTAL_PUBLIC_URL',
  'PORTAL_HOST',
  'PORTAL_PORT',
  'PORTAL_SECRET',
  'PORTAL_DATABASE_FILE',
  'PORTAL_MAIL_FROM',
];

const NEW_SECRET = `node -e "console.log(require('crypto').randomBytes(${MASTER_KEY_BYTES}).toString('base64url'))"`;

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** Reads one variable at a time and collects what is wrong, so that one start shows every mistake. */
class Reader {
  readonly errors: string[] = [];
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  /** An empty value counts as absent: that is how env files switch a line off. */
  get(name: string): string | undefined {
    return this.#env[name]?.trim() || undefined;
  }

  refuse(sentence: string): undefined {
    this.errors.push(sentence);
    return undefined;
  }
}

export function readConfig(env: Environment): ConfigResult {
  const reader = new Reader(env);
  const mode = readMode(reader);
  refuseUnknown(reader, env);
  const port = readPort(reader);
  const host = reader.get('PORTAL_HOST') ?? '127.0.0.1';
  const publicUrl = readPublicUrl(reader, mode, port);
  const masterKey = readMasterKey(reader, mode);
  const database = readDatabase(reader);
  const mail = readMail(reader, mode);
  if (mail?.kind === 'mailbox' && !LOOPBACK.has(host)) {
    reader.refuse(
      `PORTAL_HOST is ${host}, but without SMTP_URL anyone who reaches the server can read every code at /dev/mail. ` +
        'Set SMTP_URL and PORTAL_MAIL_FROM, or leave PORTAL_HOST at 127.0.0.1.',
    );
  }
  // What is undefined here has left an error behind.
  if (reader.errors.length > 0 || !publicUrl || !database || !mail || !port)
    return { ok: false, errors: reader.errors };
  return { ok: true, config: { mode, publicUrl, host, port, masterKey, database, mail } };
}

/** Not set means production: forgetting a variable must not open the development mailbox. */
function readMode(reader: Reader): Config['mode'] {
  const value = reader.get('NODE_ENV') ?? 'production';
  if (value === 'development' || value === 'test') return 'development';
  if (value !== 'production') {
    reader.refuse(`NODE_ENV is "${value}". Use "production" (the default) or "development".`);
  }
  return 'production';
}

function refuseUnknown(reader: Reader, env: Environment): void {
  for (const name of Object.keys(env)) {
    if (name.startsWith('PORTAL_') && !KNOWN.includes(name)) {
      reader.refuse(`${name} is not a setting of the portal. Known are ${KNOWN.join(', ')}.`);
    }
  }
}

function readPort(reader: Reader): number | undefined {
  const text = reader.get('PORTAL_PORT') ?? '8787';
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  return reader.refuse(`PORTAL_PORT is "${text}". It must be a whole number from 1 to 65535.`);
}

function readPublicUrl(reader: Reader, mode: Config['mode'], port: number | undefined): string | undefined {
  const text = reader.get('PORTAL_PUBLIC_URL');
  if (text === undefined) {
    if (mode === 'development') return `http://localhost:${port ?? 8787}`;
    return reader.refuse(
      'PORTAL_PUBLIC_URL is missing. Set it to the address that browsers use, for example https://portal.example.com.',
    );
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    return reader.refuse(`PORTAL_PUBLIC_URL is "${text}". It must start with https://.`);
  }
  if (url.username || url.password)
    return reader.refuse('PORTAL_PUBLIC_URL must not contain a user name or a password.');
  if (url.pathname !== '/' || url.search || url.hash) {
    return reader.refuse(
      `PORTAL_PUBLIC_URL is "${text}". Leave out everything after the host: each business adds its own path.`,
    );
  }
  if (url.protocol === 'http:' && !LOOPBACK.has(url.hostname)) {
    return reader.refuse(
      `PORTAL_PUBLIC_URL is "${text}". Passwords travel over it, so it must start with https://.`,
    );
  }
  return url.origin;
}

function readMasterKey(reader: Reader, mode: Config['mode']): Uint8Array | undefined {
  const text = reader.get('PORTAL_SECRET');
  if (text === undefined) {
    if (mode === 'development') return undefined;
    return reader.refuse(`PORTAL_SECRET is missing. Make one with: ${NEW_SECRET}`);
  }
  const bytes = fromBase64Url(text);
  if (!bytes)
    return reader.refuse(`PORTAL_SECRET is not base64url (A-Z a-z 0-9 - _). Make one with: ${NEW_SECRET}`);
  if (bytes.byteLength < MASTER_KEY_BYTES) {
    return reader.refuse(
      `PORTAL_SECRET has ${bytes.byteLength} bytes and needs ${MASTER_KEY_BYTES}. Make one with: ${NEW_SECRET}`,
    );
  }
  // 32 random bytes have fewer than 16 different values once in far more than 10^15 keys.
  if (new Set(bytes).size < 16) {
    return reader.refuse(
      `PORTAL_SECRET repeats itself and looks like a placeholder. Make one with: ${NEW_SECRET}`,
    );
  }
  return bytes;
}

function readDatabase(reader: Reader): Config['database'] | undefined {
  const url = reader.get('DATABASE_URL');
  const file = reader.get('PORTAL_DATABASE_FILE');
  if (url === undefined) return { kind: 'sqlite', file: file ?? '.data/portal.sqlite' };
  if (file !== undefined) {
    return reader.refuse(
      'DATABASE_URL and PORTAL_DATABASE_FILE are both set. Keep the one that holds your data.',
    );
  }
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    // The value is not repeated: it may hold a password.
    return reader.refuse(
      'DATABASE_URL must be a PostgreSQL address: postgres://user:password@host:5432/database.',
    );
  }
  return { kind: 'postgres', url };
}

function readMail(reader: Reader, mode: Config['mode']): Config['mail'] | undefined {
  const text = reader.get('SMTP_URL');
  if (text === undefined) {
    if (mode === 'development') return { kind: 'mailbox' };
    return reader.refuse(
      'SMTP_URL is missing: without it no code can be mailed. For example smtps://user:password@smtp.example.com. ' +
        'To try the portal out with a mailbox in the browser, set NODE_ENV=development.',
    );
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    !url ||
    !['smtp:', 'smtps:'].includes(url.protocol) ||
    !url.hostname ||
    !/^\/?$/.test(url.pathname) ||
    url.search
  ) {
    return reader.refuse(
      'SMTP_URL must look like smtps://user:password@host:465 or smtp://host:587, with nothing after it.',
    );
  }
  const from = reader.get('PORTAL_MAIL_FROM');
  if (from === undefined || canonicalEmail(from) === undefined) {
    const problem = from === undefined ? 'is missing' : `is "${from}"`;
    return reader.refuse(
      `PORTAL_MAIL_FROM ${problem}. Set it to the plain address that mails come from, for example portal@example.com.`,
    );
  }
  const user = decoded(url.username);
  const password = decoded(url.password);
  if (user === undefined || password === undefined) {
    return reader.refuse('SMTP_URL: write a % in the user name or the password as %25.');
  }
  const isImplicitTls = url.protocol === 'smtps:';
  return {
    kind: 'smtp',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : isImplicitTls ? 465 : 587,
    isImplicitTls,
    isLoopback: LOOPBACK.has(url.hostname),
    ...(user && { credentials: { user, password } }),
    from,
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
