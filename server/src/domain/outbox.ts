import type { Mail } from './mail.ts';
import type { Dependencies, Stores } from './ports.ts';

/**
 * Queues a mail in the caller's transaction: what is acknowledged is mailed, what is rolled back is
 * not. Sealed, because a dump of the table must not hold codes in clear (SECURITY T30).
 */
export async function queueMail(
  deps: Pick<Dependencies, 'clock' | 'random' | 'secrets'>,
  stores: Stores,
  businessId: string,
  mail: Mail,
  expiresAt: number,
): Promise<void> {
  await stores.outbox.insert({
    id: deps.random.id(),
    businessId,
    sealedMail: await deps.secrets.seal('outbox', JSON.stringify(mail)),
    createdAt: deps.clock.now(),
    expiresAt,
  });
}
