/**
 * Known devices: keys that have logged in to accounts of a mailbox. Limits keep them apart from strangers, so that
 * whoever uses up the strangers' tries does not lock the owner out (OWASP Authentication Cheat Sheet, device cookies).
 */
import type { Caller } from './caller.ts';
import { numbers } from './numbers.ts';
import type { AccountRecord, Dependencies, DeviceKey, ProofRecord, Stores } from './ports.ts';

const deviceOf = async (
  deps: Dependencies,
  { business, keyThumbprint }: Caller,
  email: string,
): Promise<DeviceKey> => ({
  businessId: business.id,
  mailbox: await deps.secrets.mac('mailbox', business.id, email),
  keyThumbprint,
});

/** The accounts of the mailbox that this device is known for; none: it is a stranger. */
export const knownAccounts = async (deps: Dependencies, caller: Caller, email: string): Promise<string[]> =>
  deps.storage.devices.accountsOf(await deviceOf(deps, caller, email), deps.clock.now() - numbers.deviceKept);

export const isKnownDevice = async (deps: Dependencies, caller: Caller, email: string): Promise<boolean> =>
  (await knownAccounts(deps, caller, email)).length > 0;

/** Known for what was proved with it. A link that the business made proves nothing of whoever opened it. */
export async function rememberDevice(
  deps: Dependencies,
  stores: Stores,
  caller: Caller,
  { email }: AccountRecord,
  { accountIds, provedAt }: ProofRecord,
): Promise<void> {
  if (provedAt === 0) return;
  const device = await deviceOf(deps, caller, email);
  // In one order: two log-ins that proved the same accounts would otherwise deadlock.
  for (const accountId of accountIds.toSorted()) {
    await stores.devices.touch(device, accountId, numbers.devicesPerAccount, deps.clock.now());
  }
}
