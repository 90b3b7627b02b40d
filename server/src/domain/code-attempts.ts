/**
 * Guesses of short codes, over all flows of a mailbox: a new flow or another code brings no new ones (SECURITY
 * T6; NIST SP 800-63B-4, 3.1.3.2). When they are used up, mails carry a code of 65 bits, which needs no limit:
 * who burns the guesses of a mailbox does not lock its owner out.
 */
import type { Caller } from './caller.ts';
import { numbers } from './numbers.ts';
import type { Dependencies, FlowRecord } from './ports.ts';
import { byMailboxOrDevice } from './subjects.ts';

type CodeFormat = FlowRecord['codeFormat'];

const scope = 'code';

export interface Guess {
  /** How many more wrong ones there may be; Infinity where they are not limited. */
  left: number;
  /** It was not compared. */
  undo(): Promise<void>;
  /** It was right. */
  forgive(): Promise<void>;
}

/** Counts a guess ahead of its comparison; undefined when there is none left. */
export async function countGuess(
  deps: Dependencies,
  caller: Caller,
  { email, codeFormat }: Pick<FlowRecord, 'email' | 'codeFormat'>,
  isKnown: boolean,
): Promise<Guess | undefined> {
  const { counters, strikes } = deps.storage;
  const key = await byMailboxOrDevice(deps, caller, scope, email, isKnown);
  const forgive = () => strikes.clear(key);
  if (codeFormat === 'letters') return { left: Infinity, undo: async () => {}, forgive };

  const now = deps.clock.now();
  const { limit, window } = numbers.codeGuesses;
  const tally = await counters.take(key, limit, window, now);
  if (!tally.isTaken) return undefined;
  const inARow = await strikes.count(key, numbers.wrongCodesInARow, now);
  if (!inARow.isCounted) {
    await counters.giveBack(key, tally);
    return undefined;
  }
  return {
    left: Math.min(limit - tally.count, numbers.wrongCodesInARow.most - inARow.failures),
    async undo() {
      await counters.giveBack(key, tally);
      await strikes.undo(key, inARow);
    },
    async forgive() {
      await counters.giveBack(key, tally);
      await forgive();
    },
  };
}

/** What the next code for this mailbox and device looks like. */
export async function nextCodeFormat(
  deps: Dependencies,
  caller: Caller,
  email: string,
  isKnown: boolean,
): Promise<CodeFormat> {
  const { counters, strikes } = deps.storage;
  const key = await byMailboxOrDevice(deps, caller, scope, email, isKnown);
  const guesses = await counters.peek(key, deps.clock.now());
  const { failures } = await strikes.read(key);
  const isSpent = guesses >= numbers.codeGuesses.limit || failures >= numbers.wrongCodesInARow.most;
  return isSpent ? 'letters' : 'digits';
}
