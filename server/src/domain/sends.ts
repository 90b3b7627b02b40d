/**
 * How many mails with codes a mailbox gets (SECURITY T18). Whoever asks must be handed a send before a flow can
 * be opened or a code renewed; the counts are the same whether the mailbox is known or not.
 */
import { isAlarmed } from './alarm.ts';
import { Budget } from './budget.ts';
import type { Caller } from './caller.ts';
import { demandChallenge, hasSolvedChallenge } from './challenge.ts';
import { nextCodeFormat } from './code-attempts.ts';
import { isKnownDevice } from './devices.ts';
import { numbers } from './numbers.ts';
import type { Dependencies, FlowRecord, LimitKey } from './ports.ts';
import { type Result, succeed } from './result.ts';
import { byAddress, byMailbox } from './subjects.ts';

/** The right to send one code to one mailbox. */
export interface Send {
  email: string;
  codeFormat: FlowRecord['codeFormat'];
  /** It was not sent after all. */
  giveBack(): Promise<void>;
}

/** Fails with `rate-limited` or `challenge-required`; nothing is used up then, nor while it is decided. */
export async function takeSend(deps: Dependencies, caller: Caller, email: string): Promise<Result<Send>> {
  const isKnown = await isKnownDevice(deps, caller, email);
  const codeFormat = await nextCodeFormat(deps, caller, email, isKnown);
  const budget = new Budget(deps);
  const send: Send = { email, codeFormat, giveBack: () => budget.giveBack() };
  if (isKnown) {
    // Nobody else can use these up, on this address or on another.
    const reserved = await byMailbox(deps, caller, 'sends-reserved', email);
    if ((await budget.take(reserved, numbers.sends.reserved)).ok) return succeed(send);
  }

  const wanted = await budgetsOf(deps, caller, email);
  // Counting comes after this: whoever asks and never works would otherwise use up what the owner waits for.
  const standing = isKnown ? 'paid' : await standingOf(deps, caller, wanted);
  if (standing === 'owing') return demandChallenge(deps, caller);
  for (const { key, rule, free } of wanted) {
    const limit = standing === 'free' ? free : rule.limit;
    const taken = await budget.take(key, { ...rule, limit });
    if (taken.ok) continue;
    await budget.giveBack();
    // The last free one went to a request in parallel.
    return limit < rule.limit ? demandChallenge(deps, caller) : taken;
  }
  return succeed(send);
}

interface Wanted {
  key: LimitKey;
  rule: { limit: number; window: number };
  /** So many of them a stranger gets without work. */
  free: number;
}

/** Everything that one mail with a code counts in. */
async function budgetsOf(deps: Dependencies, caller: Caller, email: string): Promise<Wanted[]> {
  const { perAddress, perDay, perHour, withoutChallenge } = numbers.sends;
  const today = await byMailbox(deps, caller, 'sends-today', email);
  const thisHour = await byMailbox(deps, caller, 'sends', email);
  const mailbox = [
    { key: today, rule: perDay, free: withoutChallenge.perDay },
    { key: thisHour, rule: perHour, free: withoutChallenge.perHour },
  ];
  if (caller.address === null) return mailbox;
  const key = await byAddress(deps, caller, 'sends', caller.address);
  return [{ key, rule: perAddress, free: perAddress.limit }, ...mailbox];
}

/** The first ones are free; for the others strangers have to work, for all of them while there is an alarm. */
async function standingOf(
  deps: Dependencies,
  caller: Caller,
  wanted: readonly Wanted[],
): Promise<'free' | 'owing' | 'paid'> {
  let isFree = !(await isAlarmed(deps, caller));
  for (const { key, rule, free } of wanted) {
    const count = await deps.storage.counters.peek(key, deps.clock.now());
    // Nobody shall work for what is used up anyway: counting it says how long to wait.
    if (count >= rule.limit) return 'paid';
    isFree &&= count < free;
  }
  if (isFree) return 'free';
  return (await hasSolvedChallenge(deps, caller)) ? 'paid' : 'owing';
}
