/**
 * How many mails with codes a mailbox gets (SECURITY T18). Whoever asks must be handed a send before a flow can
 * be opened or a code renewed; the counts are the same whether the mailbox is known or not.
 */
import { isAlarmed } from './alarm.ts';
import type { Caller } from './caller.ts';
import { demandChallenge, hasSolvedChallenge } from './challenge.ts';
import { nextCodeFormat } from './code-attempts.ts';
import { isKnownDevice } from './devices.ts';
import { numbers } from './numbers.ts';
import type { Dependencies, FlowRecord, LimitKey, Tally } from './ports.ts';
import { rateLimited, type Result, succeed } from './result.ts';
import { byAddress, byMailbox } from './subjects.ts';

/** The right to send one code to one mailbox. */
export interface Send {
  email: string;
  codeFormat: FlowRecord['codeFormat'];
  /** It was not sent after all. */
  giveBack(): Promise<void>;
}

/** Fails with `rate-limited` or `challenge-required`; nothing is used up then. */
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

  if (caller.address !== null) {
    const key = await byAddress(deps, caller, 'sends', caller.address);
    const byAnybodyThere = await budget.take(key, numbers.sends.perAddress);
    if (!byAnybodyThere.ok) return byAnybodyThere;
  }
  const today = await budget.take(await byMailbox(deps, caller, 'sends-today', email), numbers.sends.perDay);
  const taken = today.ok ? await takeThisHour(deps, caller, email, isKnown, budget) : today;
  if (taken.ok) return succeed(send);
  await budget.giveBack();
  return taken;
}

/** The first ones are free; for the others strangers have to work, for all of them while there is an alarm. */
async function takeThisHour(
  deps: Dependencies,
  caller: Caller,
  email: string,
  isKnown: boolean,
  budget: Budget,
): Promise<Result<unknown>> {
  const key = await byMailbox(deps, caller, 'sends', email);
  const { perHour, withoutChallenge } = numbers.sends;
  if (isKnown) return budget.take(key, perHour);
  if (!(await isAlarmed(deps, caller))) {
    const free = await budget.take(key, { ...perHour, limit: withoutChallenge });
    if (free.ok) return free;
  }
  // Nobody shall work for what is used up anyway.
  const hasRoom = (await deps.storage.counters.peek(key, deps.clock.now())) < perHour.limit;
  if (hasRoom && !(await hasSolvedChallenge(deps, caller))) return demandChallenge(deps, caller);
  return budget.take(key, perHour);
}

/** What was counted for one send, to be given back together. */
class Budget {
  readonly #deps: Dependencies;
  readonly #taken: { key: LimitKey; tally: Tally }[] = [];

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  async take(key: LimitKey, { limit, window }: { limit: number; window: number }): Promise<Result<Tally>> {
    const now = this.#deps.clock.now();
    const tally = await this.#deps.storage.counters.take(key, limit, window, now);
    if (!tally.isTaken) return rateLimited(tally.resetsAt, now);
    this.#taken.push({ key, tally });
    return succeed(tally);
  }

  async giveBack(): Promise<void> {
    for (const { key, tally } of this.#taken.splice(0)) {
      await this.#deps.storage.counters.giveBack(key, tally);
    }
  }
}
