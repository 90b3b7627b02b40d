import type { Caller } from './caller.ts';
import type { Dependencies, Stores } from './ports.ts';
import { byDevice } from './subjects.ts';

/**
 * After the mailbox was proved by a code or a link: its owner is at this device, and what was wrong here no longer
 * counts. What strangers got wrong stays: were their wait or their pause over early, they would know that the mailbox
 * has an account and that its owner has just been there (SECURITY T3).
 */
export async function forgiveDevice(
  deps: Dependencies,
  stores: Stores,
  caller: Caller,
  email: string,
): Promise<void> {
  const passwords = await byDevice(deps, caller, 'password', email);
  await stores.strikes.clear(passwords);
  await stores.counters.clear(passwords);
  for (const scope of ['code', 'code-in-all'] as const) {
    await stores.counters.clear(await byDevice(deps, caller, scope, email));
  }
}
