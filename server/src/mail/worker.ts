/** Takes due mails out of the outbox and hands them to a transport. */
import type { Business } from '../domain/business.ts';
import type { Mail } from '../domain/mail.ts';
import type { Clock, LeasedMail, MailTransport, Secrets, Stores } from '../domain/ports.ts';
import { createQueueWorker, type QueueWorker } from '../queue/worker.ts';
import { MailFailure } from './failure.ts';

const LEASE_MS = 60_000;
/** Below the lease: a mail that still hangs in a slow server must not be taken by another worker. */
const SEND_LIMIT_MS = 50_000;
/** Sent side by side, so that one slow recipient does not use up the leases of the others. */
const BATCH = 5;

/** Waits between attempts; after the last one it repeats, until the mail expires. */
const RETRY_MS = [30_000, 60_000, 120_000, 300_000];

/** A type, not an interface: only a type fits into a log's wider entries. */
export type MailLogEntry = {
  level: 'info' | 'warn' | 'error';
  event: 'mail-sent' | 'mail-postponed' | 'mail-given-up' | 'mail-worker-failed';
  /** The outbox id; never an address, a subject or a code (SECURITY T31). */
  mail?: string;
  attempt?: number;
  reason?: string;
};

export interface MailWorkerParts {
  storage: Pick<Stores, 'outbox' | 'businesses'>;
  secrets: Secrets;
  transport: MailTransport;
  clock: Clock;
  log(entry: MailLogEntry): void;
}

export function createMailWorker({ storage, secrets, transport, clock, log }: MailWorkerParts): QueueWorker {
  const businesses = new Map<string, Business>();
  return createQueueWorker({
    lease: () => storage.outbox.lease(clock.now(), LEASE_MS, BATCH),
    async prepare() {
      businesses.clear();
      for (const business of await storage.businesses.all()) businesses.set(business.id, business);
    },
    handle: (mail) => handle(mail, businesses.get(mail.businessId)),
    onFailure: (reason) => log({ level: 'error', event: 'mail-worker-failed', reason }),
  });

  /** True when the mail was sent. Rejects only when the database does; the lease then runs out. */
  async function handle(leased: LeasedMail, business: Business | undefined): Promise<boolean> {
    const { id, attempt } = leased;
    const giveUp = async (reason: string) => {
      log({ level: 'warn', event: 'mail-given-up', mail: id, attempt, reason });
      await storage.outbox.giveUp(id, clock.now(), reason);
      return false;
    };
    if (leased.expiresAt <= clock.now()) return giveUp('expired');
    if (!business) return giveUp('business-gone');
    const opened = await secrets.open('outbox', leased.sealedMail);
    if (opened === undefined) return giveUp('unreadable');

    const failure = await attemptToSend(JSON.parse(opened) as Mail, business, id);
    if (!failure) {
      await storage.outbox.markSent(id, clock.now());
      log({ level: 'info', event: 'mail-sent', mail: id, attempt });
      return true;
    }
    const { reason, isPermanent } = failure;
    const next = clock.now() + retryDelay(attempt);
    // A later attempt would bring a dead code: erase the mail now rather than at its expiry.
    if (isPermanent || next >= leased.expiresAt) return giveUp(reason);
    log({ level: 'warn', event: 'mail-postponed', mail: id, attempt, reason });
    await storage.outbox.postpone(leased, next, reason);
    return false;
  }

  /** The outbox id names the message, so that every repetition of a mail is recognised as the same. */
  async function attemptToSend(mail: Mail, business: Business, id: string): Promise<MailFailure | undefined> {
    let limit: ReturnType<typeof setTimeout> | undefined;
    try {
      await Promise.race([
        transport.send(mail, business, id),
        new Promise<never>((_, reject) => {
          limit = setTimeout(() => reject(new MailFailure('timed-out', false)), SEND_LIMIT_MS);
        }),
      ]);
      return undefined;
    } catch (error) {
      // Not the error's own message: it may repeat the address.
      return error instanceof MailFailure ? error : new MailFailure('transport-failed', false);
    } finally {
      clearTimeout(limit);
    }
  }
}

function retryDelay(attempt: number): number {
  return RETRY_MS[Math.min(attempt, RETRY_MS.length) - 1] ?? RETRY_MS[0]!;
}
