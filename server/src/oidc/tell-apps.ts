/**
 * Tells apps that somebody has logged out (OpenID Connect Back-Channel Logout 1.0). Who is to be told stands in the
 * database since the log-out itself, so nothing is lost with a process; a lease keeps several of them apart.
 */
import type { Business } from '../domain/business.ts';
import type { Dependencies, LeasedLogOut } from '../domain/ports.ts';

/** Longer than the provider waits for an app, 2.5 s. */
const leaseMs = 30_000;
/** Told side by side, so that one slow app does not hold up the others. */
const batch = 20;
/** Waits between attempts; the last repeats until the log-out is too old to matter. */
const waits = [2_000, 10_000, 30_000, 60_000, 300_000, 900_000];

export interface TellAppsNeeds extends Pick<Dependencies, 'storage' | 'clock'> {
  /** Never with an address or a token. */
  log(entry: {
    level: 'info' | 'warn';
    event: 'app-told' | 'app-not-told' | 'app-given-up';
    business: string;
    app: string;
    attempt: number;
    reason?: string;
  }): void;
}

/** Makes the signed token and posts it; rejects unless the app takes it. */
export type SendLogOut = (logOut: LeasedLogOut) => Promise<'told' | 'not-wanted'>;

/** All that are due now. */
export async function tellApps(
  { storage, clock, log }: TellAppsNeeds,
  send: (business: Business, logOut: LeasedLogOut) => ReturnType<SendLogOut>,
): Promise<void> {
  for (;;) {
    const due = await storage.logOuts.lease(clock.now(), leaseMs, batch);
    if (due.length === 0) return;
    const businesses = new Map((await storage.businesses.all()).map((business) => [business.id, business]));
    await Promise.all(due.map((logOut) => tell(logOut, businesses.get(logOut.businessId))));
  }

  async function tell(logOut: LeasedLogOut, business: Business | undefined): Promise<void> {
    const { appId: app, attempt, expiresAt } = logOut;
    const entry = { business: business?.slug ?? '', app, attempt };
    try {
      const outcome = business && (await send(business, logOut));
      if (outcome === 'told') log({ level: 'info', event: 'app-told', ...entry });
    } catch (error) {
      // Not its message: that repeats the address.
      const reason = reasonOf(error);
      const next = clock.now() + (waits[Math.min(attempt, waits.length) - 1] ?? 0);
      if (next < expiresAt) {
        log({ level: 'info', event: 'app-not-told', ...entry, reason });
        return storage.logOuts.postpone(logOut, next);
      }
      log({ level: 'warn', event: 'app-given-up', ...entry, reason });
    }
    await storage.logOuts.remove(logOut);
  }
}

function reasonOf(error: unknown): string {
  const { response, name } = error as { response?: Response; name?: string };
  return response ? `status ${response.status}` : (name ?? 'unknown');
}
