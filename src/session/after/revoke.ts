/** Tells the backend of sessions that are over here, until it has heard of it. */
import type { SessionCore } from '../session-core.ts';
import type { Revoking } from '../session-record.ts';
import { inTurn } from './lock.ts';

/** Milliseconds; after a day without a connection only the session's own end is left. */
const patience = 24 * 3_600_000;

/** Of one session, now. True when the backend has heard: then it is struck out of the record. */
export async function tell(
  { client, storage }: SessionCore,
  { key, refresh }: Omit<Revoking, 'since'>,
  isBackground = false,
): Promise<boolean> {
  const body = { refresh_token: refresh };
  const { ok } = await client.call('endSession', body, { key, keepalive: true, isBackground });
  if (ok) await strike(storage, refresh);
  return ok;
}

/** `isBackground`: nobody has just logged out. */
export const revoke = (core: SessionCore, isBackground = false): Promise<void> =>
  inTurn(
    core,
    async () => {
      const { storage } = core;
      const record = await storage.update((current) => current);
      for (const one of record?.revoking ?? []) {
        // A clock that was set back must not make this endless.
        if (Math.abs(Date.now() - one.since) < patience) await tell(core, one, isBackground);
        else await strike(storage, one.refresh);
      }
    },
    'revoking',
  );

const strike = (storage: SessionCore['storage'], refresh: string): Promise<unknown> =>
  storage.update(
    (current) =>
      current && {
        ...current,
        revoking: (current.revoking ?? []).filter((one) => one.refresh !== refresh),
      },
  );
