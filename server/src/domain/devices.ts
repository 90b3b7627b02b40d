/**
 * Known devices: keys that have logged in to a mailbox. Limits keep them apart from strangers, so that whoever
 * uses up the strangers' tries does not lock the owner out (OWASP Authentication Cheat Sheet, device cookies).
 */
import type { Caller } from './caller.ts';
import { numbers } from './numbers.ts';
import type { Dependencies, DeviceKey } from './ports.ts';

export const deviceOf = async (
  deps: Dependencies,
  { business, keyThumbprint }: Caller,
  email: string,
): Promise<DeviceKey> => ({
  businessId: business.id,
  mailbox: await deps.secrets.mac('mailbox', business.id, email),
  keyThumbprint,
});

export const isKnownDevice = async (deps: Dependencies, caller: Caller, email: string): Promise<boolean> =>
  deps.storage.devices.isKnown(await deviceOf(deps, caller, email), deps.clock.now() - numbers.deviceKept);
