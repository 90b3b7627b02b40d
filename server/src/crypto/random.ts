/** Identifiers, secrets and codes from the platform's cryptographic generator. */
import type { Random } from '../domain/ports.ts';
import { toBase64Url } from './base64url.ts';

/** Without 0 and O, 1 and I: what a visitor compares between a window and a mail, or types off one. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The largest multiple of ten that a byte can hold: above it a remainder would favour 0 to 5. */
const DIGIT_LIMIT = 250;

export function createRandom(): Random {
  return {
    id: () => toBase64Url(bytes(16)),
    token: () => toBase64Url(bytes(32)),
    digits(length) {
      let digits = '';
      while (digits.length < length) {
        for (const byte of bytes(length)) {
          if (byte < DIGIT_LIMIT && digits.length < length) digits += byte % 10;
        }
      }
      return digits;
    },
    // 32 divides 256, so the low five bits of a byte are uniform.
    letters: (length) => Array.from(bytes(length), (byte) => ALPHABET[byte & 31]).join(''),
  };
}

function bytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
