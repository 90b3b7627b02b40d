/**
 * Wrong passwords are counted before the slow hash, so that requests in parallel get no more of them, and the
 * same rows are touched whether the mailbox has accounts or not (SECURITY T3, T4, T16).
 */
import type { Caller } from './caller.ts';
import { isKnownDevice } from './devices.ts';
import { numbers } from './numbers.ts';
import type { Dependencies, LimitKey, Strikes } from './ports.ts';
import { fail, type Failure, rateLimited, type Result, succeed } from './result.ts';
import { byAddress, byMailboxOrDevice } from './subjects.ts';

const scope = 'password';

export interface Attempt {
  /** Nothing was checked after all. */
  undo(): Promise<void>;
  /** The password was right. */
  forgive(): Promise<void>;
}

/** Fails with `rate-limited` or `password-paused`. Whoever goes on must say how it ended, unless it was wrong. */
export async function countAttempt(
  deps: Dependencies,
  caller: Caller,
  email: string,
): Promise<Result<Attempt>> {
  const { strikes } = deps.storage;
  const now = deps.clock.now();
  const isKnown = await isKnownDevice(deps, caller, email);
  const address = await countAddress(deps, isKnown ? { ...caller, address: null } : caller, now);
  if (!address.ok) return address;

  const key = await byMailboxOrDevice(deps, caller, scope, email, isKnown);
  const counted = await strikes.count(key, ruleOf(caller), now);
  if (!counted.isCounted) {
    // Nothing was tried: who shares the address with an impatient visitor must not pay for it.
    await address.value();
    return whyBlocked(counted, caller, now);
  }
  return succeed({
    async undo() {
      await address.value();
      await strikes.undo(key, counted);
    },
    async forgive() {
      await address.value();
      await strikes.clear(key);
    },
  });
}

/** Resolves to how the attempt is given back. */
async function countAddress(
  deps: Dependencies,
  caller: Caller,
  now: number,
): Promise<Result<() => Promise<void>>> {
  if (caller.address === null) return succeed(async () => {});
  const { counters } = deps.storage;
  const { limit, window } = numbers.wrongPasswordsPerAddress;
  const key: LimitKey = await byAddress(deps, caller, scope, caller.address);
  const tally = await counters.take(key, limit, window, now);
  if (!tally.isTaken) return rateLimited(tally.resetsAt, now);
  return succeed(() => counters.giveBack(key, tally));
}

/**
 * A pause is over when the mailbox is proved by a code. Where a business offers none it would never be over,
 * and anybody could lock anybody out for good: there the longest wait repeats instead.
 */
function ruleOf({ business }: Caller) {
  const { free, waits, most } = numbers.wrongPasswords;
  return { free, waits, most: business.settings.methods.includes('code') ? most : numbers.endless };
}

function whyBlocked({ failures, blockedUntil }: Strikes, caller: Caller, now: number): Failure {
  return failures >= ruleOf(caller).most ? fail('password-paused') : rateLimited(blockedUntil, now);
}
