/**
 * Tells apps that somebody has logged out (OpenID Connect Back-Channel Logout 1.0). Who is to be told stands in the
 * database since the log-out itself, so nothing is lost with a process.
 */
import type { Business } from '../domain/business.ts';
import type { Dependencies, LeasedLogOut } from '../domain/ports.ts';
import { createQueueWorker, type QueueWorker } from '../queue/worker.ts';

/** Longer than the provider waits for an app, 2.5 s. */
const leaseMs = 30_000;
/** Told side by side, so that one slow app does not hold up the others. */
const batch = 20;
/** Waits between attempts; the last repeats until the log-out is too old to matter. */
const waits = [2_000, 10_000, 30_000, 60_000, 300_000, 900_000];

/** A type, not an interface: only a type fits into a log's wider entries. Never with an address or a token. */
type LogOutLogEntry =
  | {
      level: 'info' | 'warn';
      event: 'app-told' | 'app-not-told' | 'app-given-up';
      business: string;
      app: string;
      attempt: number;
      reason?: string;
    }
  | { level: 'error'; event: 'log-outs-failed'; reason: string };

export interface TellAppsNeeds extends Pick<Dependencies, 'storage' | 'clock'> {
  log(entry: LogOutLogEntry): void;
}

/** Makes the signed token and posts it; rejects unless the app takes it. */
export type SendLogOut = (logOut: LeasedLogOut) => Promise<'told' | 'not-wanted'>;

export function createLogOutWorker(
  { storage, clock, log }: TellAppsNeeds,
  send: (business: Business, logOut: LeasedLogOut) => ReturnType<SendLogOut>,
): QueueWorker {
  const businesses = new Map<string, Business>();
  return createQueueWorker({
    lease: () => storage.logOuts.lease(clock.now(), leaseMs, batch),
    async prepare() {
      businesses.clear();
      for (const business of await storage.businesses.all()) businesses.set(business.id, business);
    },
    handle: (logOut) => tell(logOut, businesses.get(logOut.businessId)),
    onFailure: (reason) => log({ level: 'error', event: 'log-outs-failed', reason }),
  });

  async function tell(logOut: LeasedLogOut, business: Business | undefined): Promise<boolean> {
    const { appId: app, attempt, expiresAt } = logOut;
    const entry = { business: business?.slug ?? '', app, attempt };
    const outcome = await attemptTo(logOut, business);
    if (typeof outcome === 'object') {
      const next = clock.now() + (waits[Math.min(attempt, waits.length) - 1] ?? 0);
      if (next < expiresAt) {
        log({ level: 'info', event: 'app-not-told', ...entry, ...outcome });
        await storage.logOuts.postpone(logOut, next);
        return false;
      }
      log({ level: 'warn', event: 'app-given-up', ...entry, ...outcome });
    } else if (outcome === 'told') log({ level: 'info', event: 'app-told', ...entry });
    await storage.logOuts.remove(logOut);
    return outcome === 'told';
  }

  async function attemptTo(logOut: LeasedLogOut, business: Business | undefined) {
    try {
      return business ? await send(business, logOut) : 'not-wanted';
    } catch (error) {
      return { reason: reasonOf(error) };
    }
  }
}

/** Not its message: that repeats the address. */
function reasonOf(error: unknown): string {
  const { response, name } = error as { response?: Response; name?: string };
  return response ? `status ${response.status}` : (name ?? 'unknown');
}
