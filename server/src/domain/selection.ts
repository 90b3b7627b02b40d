/** A selection: the accounts that one proof was good for, on offer to one key for five minutes. */
import type { Selection } from '../../../src/contract/operations.ts';
import { datesOf } from './account-dates.ts';
import type { Caller } from './caller.ts';
import { inSeconds, numbers } from './numbers.ts';
import type { AccountRecord, Dependencies, ProofRecord, Stores } from './ports.ts';

export async function offerSelection(
  deps: Dependencies,
  stores: Stores,
  caller: Caller,
  offer: {
    accounts: AccountRecord[];
    proof: Omit<ProofRecord, 'accountIds'>;
    remember: boolean;
    reason: Selection['reason'];
  },
): Promise<Selection> {
  const ticket = deps.random.token();
  const offered = offer.accounts.map((account) => ({ account, handle: deps.random.id() }));
  await stores.selections.insert({
    ticketDigest: await deps.secrets.digest(ticket),
    businessId: caller.business.id,
    keyThumbprint: caller.keyThumbprint,
    choices: offered.map(({ account, handle }) => ({ handle, accountId: account.id })),
    proof: { ...offer.proof, accountIds: offer.accounts.map(({ id }) => id) },
    remember: offer.remember,
    expiresAt: deps.clock.now() + numbers.selectionLife,
  });
  return {
    ticket,
    expiresIn: inSeconds(numbers.selectionLife),
    reason: offer.reason,
    email: offer.accounts[0]?.email ?? '',
    accounts: offered.map(({ account, handle }) => ({
      handle,
      name: account.name,
      ...datesOf(account),
    })),
  };
}
