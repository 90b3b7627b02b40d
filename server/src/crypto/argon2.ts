/** The slow hash, on the native library: Node only. Other runtimes hand their own hasher to createApp. */
import { availableParallelism } from 'node:os';
import { hashRaw, type Options } from '@node-rs/argon2';
import type { PasswordHasher } from '../domain/ports.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { createGate, type Gate, type GateLimits } from './gate.ts';

/** OWASP's second recommendation, equal in strength to 46 MiB with one pass and lighter on memory. */
const argon2Parameters = {
  // The library's `Algorithm.Argon2id`: a const enum, which type stripping cannot inline.
  algorithm: 2,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
  outputLen: 32,
} as const satisfies Options;

const defaultLimits: GateLimits = { concurrency: availableParallelism(), queue: 32, waitMs: 1_500 };

/** One for all that is slow on purpose: several would add up to more than the machine has. */
export const createPasswordGate = (limits: Partial<GateLimits> = {}): Gate =>
  createGate({ ...defaultLimits, ...limits });

export function createArgon2Hasher(gate: Gate): PasswordHasher {
  return {
    async derive(password, salt) {
      const saltBytes = fromBase64Url(salt);
      if (saltBytes === undefined) throw new TypeError('The salt is not base64url.');
      // NFC: the same key press gives composed or decomposed characters by system (NIST SP 800-63B-4).
      const typed = password.normalize('NFC');
      const raw = await gate.run(() => hashRaw(typed, { ...argon2Parameters, salt: saltBytes }));
      return raw === 'busy' ? 'busy' : toBase64Url(raw);
    },
  };
}
