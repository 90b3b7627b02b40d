/**
 * A password hash that a browser tab can afford.
 * NOT FOR PRODUCTION: a thousand rounds of PBKDF2 fall to one graphics card. The real server uses
 * argon2id, which only Node has (server/src/crypto/argon2.ts).
 */
import { toBase64Url } from '../server/src/crypto/base64url.ts';
import type { ImportedHasher, PasswordHasher } from '../server/src/domain/ports.ts';

const rounds = 1000;
const utf8 = new TextEncoder();

export const lightHasher: PasswordHasher = {
  async derive(password, salt) {
    const typed = utf8.encode(password.normalize('NFC'));
    const key = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
    const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt: utf8.encode(salt), iterations: rounds };
    return toBase64Url(new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 256)));
  },
};

/** A tab has none of the hashes that other systems make: it imports no passwords. */
export const noImportedHasher: ImportedHasher = {
  read: () => ({
    fault: 'this server runs in a browser tab, which cannot check the hashes of other systems',
  }),
  verify: () => Promise.resolve(false),
};
