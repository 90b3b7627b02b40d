/**
 * The forms in which other systems write password hashes, and how much work we are ready to spend on one: whoever
 * fills in a log-in form makes the server compute it (SECURITY T17).
 */
import { fromBase64Url, toBase64Url } from './base64url.ts';

type Bytes = Uint8Array<ArrayBuffer>;
export type Digest = 'sha1' | 'sha256' | 'sha512';

export type HashForm =
  | { scheme: 'bcrypt'; cost: number; text: string }
  | { scheme: 'scrypt'; n: number; r: number; p: number; salt: Bytes; hash: Bytes }
  | { scheme: 'pbkdf2'; digest: Digest; rounds: number; salt: Bytes; hash: Bytes }
  | { scheme: Argon2; m: number; t: number; p: number; salt: Bytes; hash: Bytes };
type Argon2 = 'argon2i' | 'argon2id';

const utf8 = new TextEncoder();

/**
 * The most that is taken: each about half a second of one core, and 128 MiB. Above what OWASP, RFC 9106, Django, PHP
 * and Werkzeug make by default (docs/decisions).
 */
const mostWork = {
  bcryptCost: 13,
  /** N times r, and times p: 128 MiB is 2^20. */
  scryptBlocks: 2 ** 20,
  pbkdf2Rounds: { sha1: 2_000_000, sha256: 1_500_000, sha512: 750_000 },
  /** KiB, and KiB times passes. */
  argon2Memory: 131_072,
  argon2Work: 524_288,
  lanes: 16,
} as const;
const digestBytes = { sha1: 20, sha256: 32, sha512: 64 } as const;

/** A shorter one would be opened by passwords that are not right. */
const shortestHash = 16;
const longestPart = 128;
const longestText = 1_024;

/** The form, or a sentence that says why it is not taken. */
export function readHashForm(text: string): HashForm | string {
  if (text.length > longestText) return 'the password hash is too long to be one';
  for (const read of [bcrypt, phc, django, werkzeug]) {
    const form = read(text);
    if (form !== undefined) return typeof form === 'string' ? form : (faultOf(form) ?? form);
  }
  return 'the password hash is of a kind that is not known here (bcrypt, scrypt, PBKDF2, argon2i or argon2id)';
}

/** What costs the same as `form` and is opened by nothing, in one spelling for all that cost the same. */
export function kindOf(form: HashForm): string {
  if (form.scheme === 'bcrypt') return `$2b$${String(form.cost).padStart(2, '0')}$${'.'.repeat(53)}`;
  const nothing = `${base64(new Uint8Array(16))}$${base64(new Uint8Array(form.hash.length))}`;
  switch (form.scheme) {
    case 'scrypt':
      return `$scrypt$ln=${Math.log2(form.n)},r=${form.r},p=${form.p}$${nothing}`;
    case 'pbkdf2':
      return `$pbkdf2-${form.digest}$i=${form.rounds}$${nothing}`;
    default:
      return `$${form.scheme}$v=19$m=${form.m},t=${form.t},p=${form.p}$${nothing}`;
  }
}

function faultOf(form: HashForm): string | undefined {
  if (form.scheme !== 'bcrypt') {
    const { salt, hash } = form;
    if (hash.length < shortestHash || hash.length > longestPart || salt.length > longestPart) {
      return 'the password hash has a salt or a length that no known system makes';
    }
  }
  return isTooMuch(form) ? `the password hash (${describe(form)}) would take too long to check` : undefined;
}

function isTooMuch(form: HashForm): boolean {
  switch (form.scheme) {
    case 'bcrypt':
      return form.cost > mostWork.bcryptCost;
    case 'scrypt':
      return form.n * form.r * form.p > mostWork.scryptBlocks || form.p > mostWork.lanes;
    case 'pbkdf2': {
      // Every started block of the output costs all the rounds again.
      const blocks = Math.ceil(form.hash.length / digestBytes[form.digest]);
      return form.rounds * blocks > mostWork.pbkdf2Rounds[form.digest];
    }
    default:
      return (
        form.m > mostWork.argon2Memory || form.m * form.t > mostWork.argon2Work || form.p > mostWork.lanes
      );
  }
}

function describe(form: HashForm): string {
  switch (form.scheme) {
    case 'bcrypt':
      return `bcrypt, cost ${form.cost}`;
    case 'scrypt':
      return `scrypt, N=${form.n}, r=${form.r}, p=${form.p}`;
    case 'pbkdf2':
      return `PBKDF2, ${form.rounds} rounds of ${form.digest}`;
    default:
      return `${form.scheme}, m=${form.m}, t=${form.t}, p=${form.p}`;
  }
}

/** 2x marks hashes of a faulty program, which ours would not reproduce. */
function bcrypt(text: string): HashForm | string | undefined {
  if (!text.startsWith('$2')) return undefined;
  const [, cost] = /^\$2[aby]\$(\d\d)\$[./A-Za-z0-9]{53}$/.exec(text) ?? [];
  const isInRange = Number(cost) >= 4 && Number(cost) <= 31;
  return isInRange ? { scheme: 'bcrypt', cost: Number(cost), text } : damaged('bcrypt');
}

/** The PHC string format, and passlib's spelling of PBKDF2, which has bare rounds and dots for plus signs. */
function phc(text: string): HashForm | string | undefined {
  const [empty, id = '', ...rest] = text.split('$');
  if (empty !== '') return undefined;
  const digest = /^pbkdf2(?:-(sha1|sha256|sha512))?$/.exec(id);
  if (id === 'scrypt' && rest.length === 3) {
    const { ln, r, p } = parameters(rest[0]);
    return scrypt(2 ** number(ln), number(r), number(p), decode(rest[1]), decode(rest[2]));
  }
  if (digest && rest.length === 3) {
    const rounds = rest[0]?.includes('=') ? parameters(rest[0])['i'] : rest[0];
    return pbkdf2(digest[1] ?? 'sha1', number(rounds), decode(rest[1]), decode(rest[2]));
  }
  if ((id === 'argon2i' || id === 'argon2id') && rest.length === 4) {
    const { m, t, p } = parameters(rest[1]);
    if (rest[0] !== 'v=19') return 'the password hash is of an old version of argon2 (only v=19 is taken)';
    return argon2(id, number(m), number(t), number(p), decode(rest[2]), decode(rest[3]));
  }
  return id === 'scrypt' || digest || id.startsWith('argon2i') ? damaged(id) : undefined;
}

/** Salts are text there, taken as it stands. */
function django(text: string): HashForm | string | undefined {
  const [id = '', ...rest] = text.split('$');
  const digest = /^pbkdf2_(sha1|sha256|sha512)$/.exec(id);
  if (digest) {
    const [rounds, salt, hash] = rest;
    return rest.length === 3
      ? pbkdf2(
          digest[1] ?? '',
          number(rounds),
          salt === undefined ? undefined : utf8.encode(salt),
          decode(hash),
        )
      : damaged(id);
  }
  if (id === 'scrypt') {
    const [n, salt, r, p, hash] = rest;
    const isWhole = rest.length === 5 && salt !== undefined;
    return isWhole ? scrypt(number(n), number(r), number(p), utf8.encode(salt), decode(hash)) : damaged(id);
  }
  return id === 'argon2' ? phc(`$${rest.join('$')}`) : undefined;
}

/** `scrypt:N:r:p$salt$hex` and `pbkdf2:sha256:rounds$salt$hex`; salts are text. */
function werkzeug(text: string): HashForm | string | undefined {
  const [method = '', salt, hex, ...surplus] = text.split('$');
  const [id, ...numbers] = method.split(':');
  if ((id !== 'scrypt' && id !== 'pbkdf2') || numbers.length !== (id === 'scrypt' ? 3 : 2)) return undefined;
  const isWhole = salt !== undefined && surplus.length === 0 && /^(?:[0-9a-f]{2})+$/.test(hex ?? '');
  if (!isWhole) return damaged(id);
  const hash = Uint8Array.from(hex?.match(/../g) ?? [], (pair) => parseInt(pair, 16));
  const [first = '', second, third] = numbers;
  return id === 'scrypt'
    ? scrypt(number(first), number(second), number(third), utf8.encode(salt), hash)
    : pbkdf2(first, number(second), utf8.encode(salt), hash);
}

function scrypt(n: number, r: number, p: number, salt?: Bytes, hash?: Bytes): HashForm | string {
  const isSound = n > 1 && Number.isInteger(Math.log2(n)) && r > 0 && p > 0;
  return isSound && salt && hash ? { scheme: 'scrypt', n, r, p, salt, hash } : damaged('scrypt');
}

function pbkdf2(digest: string, rounds: number, salt?: Bytes, hash?: Bytes): HashForm | string {
  const isSound = Object.hasOwn(digestBytes, digest) && rounds > 0;
  return isSound && salt && hash
    ? { scheme: 'pbkdf2', digest: digest as Digest, rounds, salt, hash }
    : damaged('PBKDF2');
}

/** RFC 9106, section 3.1: at least 8 KiB a lane, and 8 bytes of salt. */
function argon2(
  scheme: Argon2,
  m: number,
  t: number,
  p: number,
  salt?: Bytes,
  hash?: Bytes,
): HashForm | string {
  const isSound = t > 0 && p > 0 && m >= 8 * p;
  return isSound && salt && salt.length >= 8 && hash ? { scheme, m, t, p, salt, hash } : damaged(scheme);
}

const damaged = (what: string): string => `the password hash looks like ${what} but is damaged`;

/** NaN, which is in no range, for what is not one. */
const number = (text: string | undefined): number => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : NaN);

const parameters = (text = ''): Record<string, string | undefined> =>
  Object.fromEntries(text.split(',').map((pair) => pair.split('=')));

/** Any base64: with or without padding, of URLs, or with passlib's dots. */
const decode = (text = ''): Bytes | undefined =>
  fromBase64Url(text.replace(/=+$/, '').replaceAll(/[+.]/g, '-').replaceAll('/', '_'));

const base64 = (bytes: Uint8Array): string => toBase64Url(bytes).replaceAll('-', '+').replaceAll('_', '/');
