import type { FlowRecord, SessionRecord, Stores } from './ports.ts';
import { withdrawAccess } from './withdraw-access.ts';

/**
 * Whoever reads the mailbox has just shown it. Accounts that were imported without anybody's word for it belong to them
 * from now on, and to nobody who came before: the password that the account came with opens nothing any more, and who
 * used it is out (SECURITY T1, T2). `except`: a session that gave this proof.
 */
export async function proveMailbox(
  stores: Stores,
  { businessId, email }: Pick<FlowRecord, 'businessId' | 'email'>,
  now: number,
  except?: Pick<SessionRecord, 'id' | 'keyThumbprint'>,
): Promise<void> {
  for (const id of (await stores.accounts.proveMailbox(businessId, email, now)).toSorted()) {
    await withdrawAccess(stores, id, now, except);
  }
}
