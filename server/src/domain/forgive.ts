import type { Caller } from './caller.ts';
import type { Dependencies, Stores } from './ports.ts';
import { byDevice, byMailbox } from './subjects.ts';

/**
 * After the mailbox was proved by a code or a link: its owner is here. What strangers and this device got wrong in
 * a row no longer counts, neither passwords nor codes.
 */
export async function forgiveMailbox(
  deps: Dependencies,
  stores: Stores,
  caller: Caller,
  email: string,
): Promise<void> {
  for (const scope of ['password', 'code'] as const) {
    await stores.strikes.clear(await byMailbox(deps, caller, scope, email));
    await stores.strikes.clear(await byDevice(deps, caller, scope, email));
  }
}
