/**
 * Guesses of short codes, over all flows of a mailbox: a new flow or another code brings no new ones (SECURITY
 * T6; NIST SP 800-63B-4, 3.1.3.2). When they are used up, mails carry a code of 65 bits, which needs no limit:
 * who burns the guesses of a mailbox does not lock its owner out.
 */
import { Budget } from './budget.ts';
import type { Caller } from './caller.ts';
import { numbers } from './numbers.ts';
import type { Dependencies, FlowRecord } from './ports.ts';
import { byMailboxOrDevice } from './subjects.ts';

type CodeFormat = FlowRecord['codeFormat'];

/** Both last, whatever was right in between. */
const limits = [
  ['code', numbers.codeGuesses],
  ['code-in-all', numbers.codeGuessesInAll],
] as const;

export interface Guess {
  /** How many more wrong ones there may be; Infinity where they are not limited. */
  left: number;
  /** It was not compared, or it was right. */
  giveBack(): Promise<void>;
}

/** Counts a guess ahead of its comparison; undefined when there is none left. */
export async function countGuess(
  deps: Dependencies,
  caller: Caller,
  { email, codeFormat }: Pick<FlowRecord, 'email' | 'codeFormat'>,
  isKnown: boolean,
): Promise<Guess | undefined> {
  const budget = new Budget(deps);
  const guess = { left: Infinity, giveBack: () => budget.giveBack() };
  if (codeFormat === 'letters') return guess;
  for (const [scope, rule] of limits) {
    const taken = await budget.take(await byMailboxOrDevice(deps, caller, scope, email, isKnown), rule);
    if (!taken.ok) {
      await budget.giveBack();
      return undefined;
    }
    guess.left = Math.min(guess.left, rule.limit - taken.value.count);
  }
  return guess;
}

/** What the next code for this mailbox and device looks like. */
export async function nextCodeFormat(
  deps: Dependencies,
  caller: Caller,
  email: string,
  isKnown: boolean,
): Promise<CodeFormat> {
  const now = deps.clock.now();
  let format: CodeFormat = 'digits';
  for (const [scope, { limit }] of limits) {
    const key = await byMailboxOrDevice(deps, caller, scope, email, isKnown);
    if ((await deps.storage.counters.peek(key, now)) >= limit) format = 'letters';
  }
  return format;
}
