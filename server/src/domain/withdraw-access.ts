import type { Stores } from './ports.ts';

/**
 * Takes back all that was given out for an account: its sessions but for `except`, its place in
 * selections, its open flows and links.
 */
export async function withdrawAccess(
  stores: Stores,
  accountId: string,
  now: number,
  except?: string,
): Promise<void> {
  await stores.sessions.endAll(accountId, now, except);
  await stores.selections.withdraw(accountId);
  await stores.flows.deleteOf(accountId);
  await stores.accountLinks.deleteOf(accountId);
}
