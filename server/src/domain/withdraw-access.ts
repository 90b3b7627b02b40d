import type { SessionRecord, Stores } from './ports.ts';

/**
 * Takes back all that was given out for an account: its sessions but for `except`, its place in
 * selections, its open flows and links, and that its devices are known.
 */
export async function withdrawAccess(
  stores: Stores,
  accountId: string,
  now: number,
  except?: Pick<SessionRecord, 'id' | 'keyThumbprint'>,
): Promise<void> {
  await stores.sessions.endAll(accountId, now, except?.id);
  await stores.selections.withdraw(accountId);
  await stores.flows.deleteOf(accountId);
  await stores.accountLinks.deleteOf(accountId);
  await stores.devices.forget(accountId, except && { except: except.keyThumbprint });
}
