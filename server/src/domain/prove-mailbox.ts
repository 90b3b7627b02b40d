import type { Dependencies, FlowRecord, SessionRecord, Stores } from './ports.ts';
import { queueEvent } from './queue-event.ts';
import { withdrawAccess } from './withdraw-access.ts';

/**
 * Whoever reads the mailbox has just shown it. Accounts that were imported without anybody's word for it belong to them
 * from now on, and to nobody who came before: the password that the account came with opens nothing any more, and who
 * used it is out (SECURITY T1, T2). `except`: a session that gave this proof.
 */
export async function proveMailbox(
  deps: Pick<Dependencies, 'clock' | 'random'>,
  stores: Stores,
  { businessId, email }: Pick<FlowRecord, 'businessId' | 'email'>,
  except?: Pick<SessionRecord, 'id' | 'keyThumbprint'>,
): Promise<void> {
  const now = deps.clock.now();
  const proved = (await stores.accounts.proveMailbox(businessId, email, now)).toSorted();
  for (const id of proved) await withdrawAccess(stores, id, now, except);
  for (const account of await stores.accounts.byIds(businessId, proved)) {
    await queueEvent(deps, stores, 'email.verified', account);
  }
}
