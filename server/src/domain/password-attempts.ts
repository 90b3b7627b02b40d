/**
 * Wrong passwords are counted before the slow hash, so that requests in parallel get no more of them, and the
 * same rows are touched whether the mailbox has accounts or not (SECURITY T3, T4, T16).
 */
import { Budget } from './budget.ts';
import type { Caller } from './caller.ts';
import { knownAccounts } from './devices.ts';
import { numbers } from './numbers.ts';
import type { AccountRecord, Dependencies } from './ports.ts';
import { fail, rateLimited, type Result, succeed } from './result.ts';
import { byAddress, byMailbox, byMailboxOrDevice } from './subjects.ts';

const scope = 'password';

export interface Attempt {
  /** May the password open this account? If not it is wrong, whatever it is. */
  mayOpen(account: AccountRecord): boolean;
  /** Nothing was checked after all. */
  undo(): Promise<void>;
  /** The password was right. */
  forgive(): Promise<void>;
}

/**
 * Fails with `rate-limited` or `password-paused`. Whoever goes on must say how it ended, unless it was wrong.
 *
 * A right password takes back its own attempt and no other. Did it begin the strangers' count anew, whoever knows the
 * password of one account could guess at its siblings without end, and anybody could see that an owner was here.
 */
export async function countAttempt(
  deps: Dependencies,
  caller: Caller,
  email: string,
): Promise<Result<Attempt>> {
  const { counters, strikes } = deps.storage;
  const now = deps.clock.now();
  const known = await knownAccounts(deps, caller, email);
  const isKnown = known.length > 0;
  const budget = new Budget(deps);
  if (!isKnown && caller.address !== null) {
    const address = await byAddress(deps, caller, scope, caller.address);
    const there = await budget.take(address, numbers.wrongPasswordsPerAddress);
    if (!there.ok) return there;
  }

  const key = await byMailboxOrDevice(deps, caller, scope, email, isKnown);
  // Before the wait, which would be over without the password being worth anything then.
  if ((await counters.peek(key, now)) >= numbers.wrongPasswordsInAll.limit) {
    await budget.giveBack();
    return fail('password-paused');
  }
  const counted = await strikes.count(key, numbers.wrongPasswords, now);
  if (!counted.isCounted) {
    // Nothing was tried: who shares the address with an impatient visitor must not pay for it.
    await budget.giveBack();
    return rateLimited(counted.blockedUntil, now);
  }
  const inAll = await budget.take(key, numbers.wrongPasswordsInAll);
  if (!inAll.ok) {
    await budget.giveBack();
    await strikes.undo(key, counted, numbers.wrongPasswords);
    return fail('password-paused');
  }
  return succeed({
    mayOpen: isKnown ? await guardSiblings() : () => true,
    async undo() {
      await budget.giveBack();
      await strikes.undo(key, counted, numbers.wrongPasswords);
    },
    async forgive() {
      await budget.giveBack();
      await (isKnown ? strikes.clear(key) : strikes.undo(key, counted, numbers.wrongPasswords));
    },
  });

  /**
   * For an account that this device has not been in it is a stranger as any other, and so it counts with them. When
   * their hundred is used up it still opens its own accounts: nobody locks a known device out.
   */
  async function guardSiblings(): Promise<Attempt['mayOpen']> {
    const mailbox = await byMailbox(deps, caller, scope, email);
    const amongStrangers = await budget.take(mailbox, numbers.wrongPasswordsInAll);
    return ({ id }) => amongStrangers.ok || known.includes(id);
  }
}
