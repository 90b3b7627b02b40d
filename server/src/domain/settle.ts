/** After proof: one account is a session, several are a choice. */
import type { Outcome } from '../../../src/contract/operations.ts';
import type { Caller } from './caller.ts';
import type { AccountRecord, Dependencies, ProofMethod, Stores } from './ports.ts';
import { type Result, succeed } from './result.ts';
import { offerSelection } from './selection.ts';
import { openSession } from './session.ts';

export async function settle(
  deps: Dependencies,
  stores: Stores,
  caller: Caller,
  proved: { accounts: AccountRecord[]; method: ProofMethod; remember: boolean },
): Promise<Result<Outcome>> {
  const { accounts, method, remember } = proved;
  const proof = { method, provedAt: deps.clock.now() };
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
    return succeed({ outcome: 'signed-in', grant });
  }
  const offer = { accounts, proof, remember, reason: 'several-accounts' } as const;
  return succeed({ outcome: 'choose-account', selection: await offerSelection(deps, stores, caller, offer) });
}
