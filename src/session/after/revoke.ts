/** Tells the backend of sessions that are over here, until it has heard of it. */
import type { SessionCore } from '../session-core.ts';
import { inTurn } from './lock.ts';

/** Milliseconds; after a day without a connection only the session's own end is left. */
const patience = 24 * 3_600_000;

/** `isBackground`: nobody has just logged out. */
export const revoke = (core: SessionCore, isBackground = false): Promise<void> =>
  inTurn(
    core,
    async () => {
      const { client, storage } = core;
      const record = await storage.update((current) => current);
      for (const { key, refresh, since } of record?.revoking ?? []) {
        // A clock that was set back must not make this endless.
        if (Math.abs(Date.now() - since) < patience) {
          const result = await client.call(
            'endSession',
            { refresh_token: refresh },
            // The page may be left right after a log-out.
            { key, keepalive: true, isBackground },
          );
          if (!result.ok) continue;
        }
        await storage.update(
          (current) =>
            current && {
              ...current,
              revoking: (current.revoking ?? []).filter((one) => one.refresh !== refresh),
            },
        );
      }
    },
    'revoking',
  );
