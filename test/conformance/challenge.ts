/** Solves a backend's challenge: the slow way that every client can go, hash after hash. */
import { check } from './check.ts';

const utf8 = new TextEncoder();
/** Asked for together, because each call of WebCrypto costs a turn of the event loop. */
const batch = 512;
/** Far beyond 2^20 hashes no visitor would wait. */
const mostTries = 2 ** 24;

/** `<token>.<n>` for the header Portal-Challenge. */
export async function solveChallenge({ token, bits }: { token: string; bits: number }): Promise<string> {
  for (let first = 0; first < mostTries; first += batch) {
    const answers = Array.from({ length: batch }, (_, index) => `${token}.${first + index}`);
    const hashes = await Promise.all(
      answers.map((answer) => crypto.subtle.digest('SHA-256', utf8.encode(answer))),
    );
    const found = hashes.findIndex((hash) => leadingZeroBits(new Uint8Array(hash)) >= bits);
    const answer = answers[found];
    if (answer !== undefined) return answer;
  }
  check(false, `Nobody solves a challenge of ${bits} bits`);
}

function leadingZeroBits(bytes: Uint8Array): number {
  const whole = bytes.findIndex((byte) => byte !== 0);
  if (whole === -1) return bytes.length * 8;
  return whole * 8 + Math.clz32(bytes[whole] ?? 0) - 24;
}
