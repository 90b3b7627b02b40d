/**
 * Keyed one-way functions and sealing. Every use gets a key of its own from the master key (HKDF,
 * RFC 5869), so that a value made for one purpose is worthless for another.
 */
import type { Secrets } from '../domain/ports.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';

export const MASTER_KEY_BYTES = 32;

/** Bytes of an AES-GCM initialisation vector (NIST SP 800-38D section 5.2.1.1). */
const IV_BYTES = 12;

/** `CryptoKey`, which the types of Node and of browsers name in different places. */
type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const utf8 = new TextEncoder();

/** Throws a RangeError when the key is too short to be a key. */
export async function createSecrets(masterKey: Uint8Array): Promise<Secrets> {
  if (masterKey.byteLength < MASTER_KEY_BYTES) {
    throw new RangeError(`The master key must have at least ${MASTER_KEY_BYTES} bytes.`);
  }
  const master = await importForDerivation(Uint8Array.from(masterKey));
  /** Salts the keys that come from tokens: a stolen token alone does not open what it sealed. */
  const tokenSalt = await crypto.subtle.deriveBits(hkdf('token-salt'), master, 256);

  const macKey = remembered((purpose) =>
    crypto.subtle.deriveKey(
      hkdf(`mac/${purpose}`),
      master,
      { name: 'HMAC', hash: 'SHA-256', length: 256 },
      false,
      ['sign'],
    ),
  );
  const sealKey = remembered((purpose) => deriveSealKey(master, hkdf(`seal/${purpose}`)));

  const keyFor = async (purpose: string, token: string | undefined): Promise<Key> => {
    if (token === undefined) return sealKey(purpose);
    return deriveSealKey(
      await importForDerivation(utf8.encode(token)),
      hkdf(`seal-by-token/${purpose}`, tokenSalt),
    );
  };

  return {
    async digest(token) {
      return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(token))));
    },

    async mac(purpose, ...parts) {
      // JSON keeps the parts apart: ('ab', 'c') and ('a', 'bc') must differ.
      const message = utf8.encode(JSON.stringify(parts));
      return toBase64Url(new Uint8Array(await crypto.subtle.sign('HMAC', await macKey(purpose), message)));
    },

    equal(a, b) {
      if (a.length !== b.length) return false;
      let difference = 0;
      // No early exit: the time must not tell how much of a guess was right.
      for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
      return difference === 0;
    },

    async seal(purpose, plaintext, token) {
      const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
      const sealed = await crypto.subtle.encrypt(
        gcm(iv, purpose),
        await keyFor(purpose, token),
        utf8.encode(plaintext),
      );
      return toBase64Url(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
    },

    async open(purpose, sealed, token) {
      const bytes = fromBase64Url(sealed);
      if (bytes === undefined || bytes.byteLength <= IV_BYTES) return undefined;
      const key = await keyFor(purpose, token);
      try {
        const algorithm = gcm(bytes.slice(0, IV_BYTES), purpose);
        const plaintext = await crypto.subtle.decrypt(algorithm, key, bytes.slice(IV_BYTES));
        return new TextDecoder().decode(plaintext);
      } catch (error) {
        // The only failure that decrypt has for a valid key: the tag does not fit.
        if (error instanceof DOMException && error.name === 'OperationError') return undefined;
        throw error;
      }
    },
  };
}

function hkdf(info: string, salt: ArrayBuffer = new ArrayBuffer(0)) {
  return { name: 'HKDF', hash: 'SHA-256', salt, info: utf8.encode(`portal-elements/1/${info}`) };
}

function gcm(iv: Uint8Array<ArrayBuffer>, purpose: string) {
  return { name: 'AES-GCM', iv, additionalData: utf8.encode(purpose) };
}

function importForDerivation(bytes: Uint8Array<ArrayBuffer>): Promise<Key> {
  return crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveBits', 'deriveKey']);
}

function deriveSealKey(from: Key, algorithm: ReturnType<typeof hkdf>): Promise<Key> {
  return crypto.subtle.deriveKey(algorithm, from, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

/** Purposes are few and fixed, so their keys are derived once. */
function remembered(derive: (purpose: string) => Promise<Key>) {
  const keys = new Map<string, Promise<Key>>();
  return (purpose: string): Promise<Key> => {
    const known = keys.get(purpose) ?? derive(purpose);
    keys.set(purpose, known);
    return known;
  };
}
