/** After proof: one account is a session, several are a choice. */
import type { Outcome } from '../../../src/contract/operations.ts';
import type { Caller } from './caller.ts';
import type { AccountRecord, Dependencies, ProofMethod, Stores } from './ports.ts';
import { type Result, succeed } from './result.ts';
import { offerSelection } from './selection.ts';
import { openSession } from './session.ts';

/**
 * `provedAt`: before the accounts were read. Undefined when there is nothing to log in to any more: the
 * only account has gone, or what opened it has changed, since it was read.
 */
export async function settle(
  deps: Dependencies,
  stores: Stores,
  caller: Caller,
  proved: { accounts: AccountRecord[]; method: ProofMethod; provedAt: number; remember: boolean },
): Promise<Result<Outcome> | undefined> {
  const { accounts, method, provedAt, remember } = proved;
  const proof = { method, provedAt };
  const [only, ...others] = accounts;
  if (only && others.length === 0) {
    const grant = await openSession(
      deps,
      stores,
      caller,
      only,
      { ...proof, accountIds: [only.id] },
      remember,
    );
    return grant ? succeed({ outcome: 'signed-in', grant }) : undefined;
  }
  const offer = { accounts, proof, remember, reason: 'several-accounts' } as const;
  return succeed({ outcome: 'choose-account', selection: await offerSelection(deps, stores, caller, offer) });
}
