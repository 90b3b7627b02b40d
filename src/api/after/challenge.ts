/**
 * Proof of work, asked for when a backend is under attack: a number that makes SHA-256 of the challenge and it begin
 * with so many zero bits. Costs an honest visitor moments, and somebody who guesses codes by the million their budget.
 */
import type { Problem } from '../result.ts';

const { subtle } = globalThis.crypto;

/** Hashes at a time: few enough that the page gets its turn between them, many enough that waiting costs little. */
const batch = 256;
/** More would keep a phone busy for minutes: rather tell the visitor. */
const mostBits = 22;

/** What goes into the header; undefined for what is no challenge, or too hard, or when the caller gives up. */
export async function solve(
  challenge: Problem['challenge'],
  signal?: AbortSignal,
): Promise<string | undefined> {
  const { token, bits } = challenge ?? {};
  if (typeof token !== 'string' || typeof bits !== 'number' || !(bits >= 0 && bits <= mostBits))
    return undefined;
  const utf8 = new TextEncoder();
  for (let start = 0; !signal?.aborted; start += batch) {
    const answers = Array.from({ length: batch }, (_, index) => `${token}.${start + index}`);
    const hashes = await Promise.all(answers.map((answer) => subtle.digest('SHA-256', utf8.encode(answer))));
    const found = hashes.findIndex((hash) => zeroBits(new Uint8Array(hash)) >= bits);
    if (found >= 0) return answers[found];
    // Promises alone would not let the page have its turn.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return undefined;
}

/** How many bits at the front are zero. */
function zeroBits(bytes: Uint8Array): number {
  let bits = 0;
  for (const byte of bytes) {
    bits += Math.clz32(byte) - 24;
    if (byte) break;
  }
  return bits;
}
