/**
 * Reads the environment once, into settings that the rest can trust. Whatever is unknown or unsafe
 * refuses to start, with a sentence that says what to change (SECURITY T29).
 */
import { parseSubnet, type Subnet } from './client-address.ts';
import { readMail } from './config-mail.ts';
import { type Environment, Reader } from './config-reader.ts';
import { fromBase64Url } from './crypto/base64url.ts';
import { MASTER_KEY_BYTES } from './crypto/secrets.ts';
import { LOOPBACK } from './domain/web-url.ts';
import type { SmtpSettings } from './mail/smtp.ts';
import { defaultElementsDir } from './widget-files.ts';

export type { Environment };

export interface Config {
  mode: 'production' | 'development';
  /** The origin that browsers use: no path, no slash at its end. */
  publicUrl: string;
  host: string;
  port: number;
  /** Undefined in development: one is made and kept beside the database. */
  masterKey: Uint8Array | undefined;
  database: { kind: 'postgres'; url: string } | { kind: 'sqlite'; file: string };
  /** Whose X-Forwarded-For is believed; empty: nobody's. */
  trustedProxies: Subnet[];
  /** The built elements, for the log-in page of the server's own. */
  elementsDir: string;
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
  'PORTAL_TRUSTED_PROXIES',
  'PORTAL_ELEMENTS_DIR',
];

const NEW_SECRET = `node -e "console.log(require('crypto').randomBytes(${MASTER_KEY_BYTES}).toString('base64url'))"`;

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
  const trustedProxies = readTrustedProxies(reader);
  if (mail?.kind === 'mailbox') refuseOpenMailbox(reader, host, publicUrl);
  // What is undefined here has left an error behind.
  if (reader.errors.length > 0 || !publicUrl || !database || !mail || !port)
    return { ok: false, errors: reader.errors };
  const elementsDir = reader.get('PORTAL_ELEMENTS_DIR') ?? defaultElementsDir;
  return {
    ok: true,
    config: { mode, publicUrl, host, port, masterKey, database, mail, trustedProxies, elementsDir },
  };
}

/** Whoever reaches the development mailbox reads every code: only this machine may. */
function refuseOpenMailbox(reader: Reader, host: string, publicUrl: string | undefined): void {
  const remedy =
    'anyone can read every code at /dev/mail. Set SMTP_URL and PORTAL_MAIL_FROM, or stay on this machine.';
  if (!LOOPBACK.has(host)) reader.refuse(`PORTAL_HOST is ${host}, but without SMTP_URL ${remedy}`);
  // A tunnel or a proxy in front of a loopback port opens it just as wide.
  if (publicUrl !== undefined && !LOOPBACK.has(new URL(publicUrl).hostname)) {
    reader.refuse(`PORTAL_PUBLIC_URL is ${publicUrl}, but without SMTP_URL ${remedy}`);
  }
}

/** A typing error must not make strangers of the proxies, nor proxies of the strangers. */
function readTrustedProxies(reader: Reader): Subnet[] {
  const entries = reader.get('PORTAL_TRUSTED_PROXIES')?.split(',') ?? [];
  return entries.flatMap((entry) => {
    const subnet = parseSubnet(entry.trim());
    if (subnet) return subnet;
    reader.refuse(
      `PORTAL_TRUSTED_PROXIES has "${entry.trim()}". It lists the addresses of your own proxies, with commas between: ` +
        '10.0.0.5, 10.1.0.0/16 or 2001:db8::/32; not everybody (/0).',
    );
    return [];
  });
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
