/** Solves a backend's challenge: the plain way that every client can go, hash after hash. */
// Not WebCrypto: a turn of the event loop for each of 32,768 hashes took a browser longer than all else in a case.
import { sha256 } from '@noble/hashes/sha2.js';
import { check } from './check.ts';

const utf8 = new TextEncoder();
/** Far beyond 2^20 hashes no visitor would wait. */
const mostTries = 2 ** 24;

/** `<token>.<n>` for the header Portal-Challenge. */
export function solveChallenge({ token, bits }: { token: string; bits: number }): string {
  for (let n = 0; n < mostTries; n++) {
    const answer = `${token}.${n}`;
    if (leadingZeroBits(sha256(utf8.encode(answer))) >= bits) return answer;
  }
  check(false, `Nobody solves a challenge of ${bits} bits`);
}

function leadingZeroBits(bytes: Uint8Array): number {
  const whole = bytes.findIndex((byte) => byte !== 0);
  if (whole === -1) return bytes.length * 8;
  return whole * 8 + Math.clz32(bytes[whole] ?? 0) - 24;
}
