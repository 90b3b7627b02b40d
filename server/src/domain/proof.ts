/** What a session's proof is good for. */
import { numbers } from './numbers.ts';
import type { AccountRecord, ProofRecord, SessionRecord, Stores } from './ports.ts';

/** A proof that is older than an account's password or mailbox says nothing of its owner. */
export const isGoodFor = (proof: ProofRecord, account: AccountRecord): boolean =>
  proof.accountIds.includes(account.id) && proof.provedAt >= account.proofsGoodFrom;

/** From when on proofs are good for an account that changes now. What is proved in the same millisecond counts as older. */
export const goodAfter = (now: number): number => now + 1;

/** The accounts that a session's proof is good for and that still exist, oldest first. The session's own is always one. */
export async function accountsOf(
  stores: Pick<Stores, 'accounts'>,
  { businessId, accountId, proof }: SessionRecord,
): Promise<AccountRecord[]> {
  const accounts = await stores.accounts.byIds(businessId, [...new Set([...proof.accountIds, accountId])]);
  return accounts.filter((account) => account.id === accountId || isGoodFor(proof, account));
}

/** May this session change what matters: password, email, whether the account exists (SECURITY T14)? */
export const isFresh = (proof: ProofRecord, now: number): boolean =>
  isProvedWithin(numbers.stepUpFresh, proof, now);

/** Was the proof given at most `life` milliseconds ago? */
export const isProvedWithin = (life: number, proof: ProofRecord, now: number): boolean =>
  now - proof.provedAt <= life;
