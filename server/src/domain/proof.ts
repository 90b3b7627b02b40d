/** What a session's proof is good for. */
import type { AccountRecord, ProofRecord, SessionRecord, Stores } from './ports.ts';

/** The accounts that the proof opens and that still exist, oldest first. */
export const accountsOf = (
  stores: Pick<Stores, 'accounts'>,
  { businessId, proof }: Pick<SessionRecord, 'businessId' | 'proof'>,
): Promise<AccountRecord[]> => stores.accounts.byIds(businessId, proof.accountIds);

/** Was the proof given at most `life` milliseconds ago? */
export const isProvedWithin = (life: number, proof: ProofRecord, now: number): boolean =>
  now - proof.provedAt <= life;
