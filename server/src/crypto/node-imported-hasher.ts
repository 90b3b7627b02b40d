/** Hashes of other systems, on the native libraries: Node only. */
import { pbkdf2, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { hashRaw } from '@node-rs/argon2';
import { verify as verifyBcrypt } from '@node-rs/bcrypt';
import type { ImportedHasher } from '../domain/ports.ts';
import type { Gate } from './gate.ts';
import { type HashForm, kindOf, readHashForm } from './hash-forms.ts';

const derivePbkdf2 = promisify(pbkdf2);
const deriveScrypt: (
  password: string,
  salt: Uint8Array,
  length: number,
  options: { N: number; r: number; p: number; maxmem: number },
) => Promise<Buffer> = promisify(scrypt);

/** `gate`: the one of our own hash, so that imported ones cannot take the machine from everybody else (SECURITY T17). */
export function createImportedHasher(gate: Gate): ImportedHasher {
  return {
    read(hash) {
      const form = readHashForm(hash);
      return typeof form === 'string' ? { fault: form } : { kind: kindOf(form) };
    },

    async verify(hash, typed) {
      const form = readHashForm(hash);
      if (typeof form === 'string') throw new TypeError('The hash was never taken.');
      let isRight = false;
      // Other systems hashed what came over the wire; whoever types it elsewhere may get other characters for it.
      for (const password of new Set([typed, typed.normalize('NFC')])) {
        const opens = await gate.run(() => isHashOf(form, password));
        if (opens === 'busy') return 'busy';
        isRight ||= opens;
      }
      return isRight;
    },
  };
}

async function isHashOf(form: HashForm, password: string): Promise<boolean> {
  if (form.scheme === 'bcrypt') {
    // bcrypt repeats the password with a NUL after it: `a` and `a<NUL>a` are one to it.
    return (await verifyBcrypt(password, form.text)) && !password.includes('\0');
  }
  const derived = await derive(form, password);
  return timingSafeEqual(derived, form.hash);
}

function derive(form: Exclude<HashForm, { scheme: 'bcrypt' }>, password: string): Promise<Buffer> {
  const { salt, hash } = form;
  if (form.scheme === 'pbkdf2') return derivePbkdf2(password, salt, form.rounds, hash.length, form.digest);
  if (form.scheme === 'scrypt') {
    const { n: N, r, p } = form;
    // The library counts more than the 128 N r of the algorithm itself.
    return deriveScrypt(password, salt, hash.length, { N, r, p, maxmem: 256 * N * r + 1024 * r * p });
  }
  return hashRaw(password, {
    // The library's `Algorithm`: a const enum, which type stripping cannot inline.
    algorithm: form.scheme === 'argon2i' ? 1 : 2,
    memoryCost: form.m,
    timeCost: form.t,
    parallelism: form.p,
    outputLen: hash.length,
    salt,
  });
}
