import { scryptSync } from 'node:crypto';
import { argon2i } from '@noble/hashes/argon2.js';
import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { hash as bcrypt } from '@node-rs/bcrypt';
import { describe, expect, it } from 'vitest';
import { createGate } from '../../src/crypto/gate.ts';
import { createImportedHasher } from '../../src/crypto/node-imported-hasher.ts';

const gate = createGate({ concurrency: 2, queue: 32, waitMs: 60_000 });
const hasher = createImportedHasher(gate);
const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replace(/=+$/, '');

/** Published by those who make them, or computed by another implementation than ours. */
const hashes: Record<string, [hash: string, password: string]> = {
  'bcrypt 2a (crypt_blowfish)': ['$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW', 'U*U'],
  'bcrypt 2y, of PHP': ['$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW', 'U*U'],
  'bcrypt 2b': ['$2b$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW', 'U*U'],
  'scrypt, of Django, with the vector of RFC 7914': [
    `scrypt$16384$SodiumChloride$8$1$${Buffer.from('7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887', 'hex').toString('base64')}`,
    'pleaseletmein',
  ],
  'scrypt, of Werkzeug, with the vector of RFC 7914': [
    'scrypt:16384:8:1$SodiumChloride$7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2d5432955613f0fcf62d49705242a9af9e61e85dc0d651e40dfcf017b45575887',
    'pleaseletmein',
  ],
  'scrypt, PHC': [
    `$scrypt$ln=10,r=8,p=2$${b64(Buffer.from('sodium chloride!'))}$${b64(scryptSync('correct horse', 'sodium chloride!', 32, { N: 1024, r: 8, p: 2 }))}`,
    'correct horse',
  ],
  'PBKDF2, of passlib': [
    '$pbkdf2-sha256$6400$.6UI/S.nXIk8jcbdHx3Fhg$98jZicV16ODfEsEZeYPGHU3kbrUrvUEXOPimVSQDD44',
    'password',
  ],
  'PBKDF2, PHC': [
    `$pbkdf2-sha512$i=1000$${b64(Buffer.from('salty'))}$${b64(pbkdf2(sha512, 'correct horse', 'salty', { c: 1000, dkLen: 64 }))}`,
    'correct horse',
  ],
  'PBKDF2, of Django': [
    'pbkdf2_sha256$260000$seasalt$YlZ2Vggtqdc61YjArZuoApoBh9JNGYoDRBUGu6tcJQo=',
    'lètmein',
  ],
  'argon2i, of its own tests': [
    '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA',
    'password',
  ],
  'argon2id, of its own tests': [
    '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc',
    'password',
  ],
  'argon2i, of Django': [
    `argon2$argon2i$v=19$m=64,t=1,p=1$c29tZXNhbHQ$${b64(argon2i('correct horse', 'somesalt', { m: 64, t: 1, p: 1, dkLen: 32 }))}`,
    'correct horse',
  ],
};

describe('a hash of another system', () => {
  it.each(Object.entries(hashes))(
    '%s: is opened by its password and by no other',
    async (_, [hash, password]) => {
      expect(await hasher.verify(hash, password)).toBe(true);
      expect(await hasher.verify(hash, `${password}!`)).toBe(false);
      expect(await hasher.verify(hash, '')).toBe(false);
    },
  );

  it.each(Object.entries(hashes))(
    '%s: has a kind that costs the same and that it does not open',
    async (_, [hash, password]) => {
      const read = hasher.read(hash);
      if (!('kind' in read)) throw new Error(read.fault);
      expect(read.kind).not.toBe(hash);
      expect(hasher.read(read.kind)).toEqual(read);
      expect(await hasher.verify(read.kind, password)).toBe(false);
    },
  );

  it('has one kind with all that cost the same, and another than what does not', () => {
    const kind = (hash: string) => hasher.read(hash);
    expect(kind(`$2a$10$${'a'.repeat(53)}`)).toEqual(kind(`$2y$10$${'b'.repeat(53)}`));
    expect(kind(`$2a$10$${'a'.repeat(53)}`)).not.toEqual(kind(`$2a$11$${'a'.repeat(53)}`));
  });

  const hash = 'A'.repeat(43);
  const salt = 'c29tZXNhbHQ';
  it.each([
    [`$2b$14$${'a'.repeat(53)}`, 'bcrypt, cost 14'],
    [`$2b$31$${'a'.repeat(53)}`, 'bcrypt, cost 31'],
    [`$scrypt$ln=18,r=8,p=1$${salt}$${hash}`, 'scrypt, N=262144'],
    [`$scrypt$ln=17,r=8,p=2$${salt}$${hash}`, 'scrypt, N=131072, r=8, p=2'],
    [`$scrypt$ln=4,r=1,p=4096$${salt}$${hash}`, 'p=4096'],
    [`$pbkdf2-sha256$i=1500001$${salt}$${hash}`, 'PBKDF2, 1500001 rounds'],
    [`$pbkdf2-sha256$i=800000$${salt}$${'A'.repeat(86)}`, 'PBKDF2, 800000 rounds'],
    [`pbkdf2_sha256$999999999$salt$${hash}=`, 'PBKDF2, 999999999 rounds'],
    [`$argon2id$v=19$m=4194304,t=1,p=1$${salt}$${hash}`, 'argon2id, m=4194304'],
    [`$argon2id$v=19$m=131072,t=5,p=1$${salt}$${hash}`, 't=5'],
    [`$argon2id$v=19$m=65536,t=1,p=64$${salt}$${hash}`, 'p=64'],
  ])('T17: %s would take too long to check, and is refused', (text, said) => {
    const read = hasher.read(text);
    expect(read).toEqual({ fault: expect.stringContaining('would take too long') as string });
    expect(read).toEqual({ fault: expect.stringContaining(said) as string });
  });

  it.each([
    ['$2x$10$' + 'a'.repeat(53), 'damaged'],
    ['$2b$03$' + 'a'.repeat(53), 'damaged'],
    ['$2b$10$' + 'a'.repeat(52), 'damaged'],
    [`$scrypt$ln=0,r=8,p=1$${salt}$${hash}`, 'damaged'],
    [`$scrypt$ln=9999,r=8,p=1$${salt}$${hash}`, 'damaged'],
    [`$scrypt$ln=10,r=8$${salt}$${hash}`, 'damaged'],
    ['scrypt$1000$salt$8$1$' + hash, 'damaged'],
    ['scrypt:1024:8:1$salt$nothex', 'damaged'],
    ['pbkdf2:md5:1000$salt$' + 'ab'.repeat(16), 'damaged'],
    [`$pbkdf2-sha256$i=-1$${salt}$${hash}`, 'damaged'],
    ['pbkdf2_sha256$1000$salt', 'damaged'],
    [`$argon2id$v=19$m=7,t=1,p=1$${salt}$${hash}`, 'damaged'],
    [`$argon2id$v=16$m=64,t=1,p=1$${salt}$${hash}`, 'old version'],
    [`$argon2id$v=19$m=64,t=1,p=1$${salt}$AAAA`, 'no known system'],
    [`$pbkdf2-sha256$i=1000$${salt}$AAAA`, 'no known system'],
    [`$argon2d$v=19$m=64,t=1,p=1$${salt}$${hash}`, 'not known here'],
    ['5f4dcc3b5aa765d61d8327deb882cf99', 'not known here'],
    ['correct horse', 'not known here'],
    ['', 'not known here'],
  ])('%s is refused, and the reason says why', (text, said) => {
    expect(hasher.read(text)).toEqual({ fault: expect.stringContaining(said) as string });
  });

  it('of a thousand parts is refused unread', () => {
    expect(hasher.read('$2b$10$'.repeat(1_000))).toEqual({
      fault: expect.stringContaining('too long') as string,
    });
  });

  it('is checked against what was typed as it came, and against its composed form', async () => {
    const composed = await bcrypt('Caf\u00e9', 4);
    const decomposed = await bcrypt('Cafe\u0301', 4);
    expect(await hasher.verify(composed, 'Cafe\u0301')).toBe(true);
    expect(await hasher.verify(decomposed, 'Cafe\u0301')).toBe(true);
    expect(await hasher.verify(decomposed, 'Caf\u00e9')).toBe(false);
  });

  it('of bcrypt knows the first 72 bytes of a password, and is not opened by one that repeats it after a NUL', async () => {
    const long = await bcrypt('a'.repeat(100), 4);
    expect(await hasher.verify(long, 'a'.repeat(100))).toBe(true);
    expect(await hasher.verify(long, 'a'.repeat(71))).toBe(false);
    expect(await hasher.verify(await bcrypt('abc', 4), 'abc\0abc')).toBe(false);
  });

  it('T17: waits at the gate that all passwords go through', async () => {
    const narrow = createGate({ concurrency: 1, queue: 0, waitMs: 1 });
    const busy = createImportedHasher(narrow);
    const hash = await bcrypt('right', 4);
    let release = () => {};
    const other = narrow.run(() => new Promise<void>((resolve) => (release = resolve)));
    expect(await busy.verify(hash, 'right')).toBe('busy');
    release();
    await other;
    expect(await busy.verify(hash, 'right')).toBe(true);
  });
});
