import type { SessionGrant } from '../../../src/contract/operations.ts';
import type { Caller } from './caller.ts';
import type { Dependencies } from './ports.ts';
import { isGoodFor } from './proof.ts';
import { fail, type Result, succeed } from './result.ts';
import { openSession } from './session.ts';

/** Redeems a selection: once, by the key that it was offered to, for an account that it offers. */
export async function chooseAccount(
  deps: Dependencies,
  caller: Caller,
  chosen: { ticket: string; handle: string },
): Promise<Result<SessionGrant>> {
  const { business, keyThumbprint } = caller;
  const ticketDigest = await deps.secrets.digest(chosen.ticket);
  return deps.storage.transaction(async (stores) => {
    const key = { ticketDigest, businessId: business.id, keyThumbprint, handle: chosen.handle };
    const selection = await stores.selections.take(key, deps.clock.now());
    const choice = selection?.choices.find(({ handle }) => handle === chosen.handle);
    const account = choice && (await stores.accounts.byId(business.id, choice.accountId));
    if (!selection || !account || !isGoodFor(selection.proof, account)) return fail('selection-invalid');
    const grant = await openSession(deps, stores, caller, account, selection.proof, selection.remember);
    return grant ? succeed(grant) : fail('selection-invalid');
  });
}
