/**
 * DPoP nonces without state (RFC 9449 section 8): the number of a five-minute window and its MAC.
 * The current and the previous window are good. With a nonce the proof's own clock need not be
 * right, so a device whose clock is wrong by years can log in (section 4.3, item 11).
 */
import type { Clock, Secrets } from '../domain/ports.ts';

const windowLength = 5 * 60_000;
const purpose = 'dpop-nonce';

export interface Nonces {
  current(): Promise<string>;
  /** When a nonce dies, milliseconds since the epoch; undefined when it is dead or not ours. */
  endOf(nonce: string): Promise<number | undefined>;
}

export function createNonces(clock: Clock, secrets: Secrets): Nonces {
  const windowNow = () => Math.floor(clock.now() / windowLength);
  const nonceOf = async (window: number) => `${window}.${await secrets.mac(purpose, String(window))}`;
  return {
    current: () => nonceOf(windowNow()),
    async endOf(nonce) {
      const window = windowNow();
      for (const candidate of [window, window - 1]) {
        if (secrets.equal(await nonceOf(candidate), nonce)) return (candidate + 2) * windowLength;
      }
      return undefined;
    },
  };
}
