/**
 * Guessing that spreads over the mailboxes of a business stays below the limits of each. So many wrong codes in
 * an hour that it may be that: unknown devices have to work for codes then, and the operator hears of it.
 */
import type { Caller } from './caller.ts';
import { numbers } from './numbers.ts';
import type { Dependencies } from './ports.ts';
import { byBusiness } from './subjects.ts';

const scope = 'wrong-codes';

export async function countWrongCode(deps: Dependencies, caller: Caller): Promise<void> {
  const { limit, window } = numbers.wrongCodesOfBusiness;
  const key = await byBusiness(deps, caller, scope);
  // It only counts: nobody is refused here.
  const { count } = await deps.storage.counters.take(key, numbers.endless, window, deps.clock.now());
  // Exactly: once a window.
  if (count === limit) deps.alert({ event: 'many-wrong-codes', business: caller.business.slug });
}

export async function isAlarmed(deps: Dependencies, caller: Caller): Promise<boolean> {
  const key = await byBusiness(deps, caller, scope);
  const count = await deps.storage.counters.peek(key, deps.clock.now());
  return count >= numbers.wrongCodesOfBusiness.limit;
}
