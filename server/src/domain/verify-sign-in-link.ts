import type { Outcome } from '../../../src/contract/operations.ts';
import { offersLinks } from './business.ts';
import type { Caller } from './caller.ts';
import { consumeFlow } from './flow.ts';
import { findLink } from './link.ts';
import type { AccountLinkRecord, Dependencies, FlowRecord, ProofRecord } from './ports.ts';
import { fail, type Result, succeed } from './result.ts';
import { openSession } from './session.ts';
import { settle } from './settle.ts';

/**
 * Log-in by a link. Of one that was mailed only the browser that asked gets anything, and another one
 * uses nothing up: mail scanners open links, run scripts and click everything (SECURITY T9).
 */
export async function verifySignInLink(
  deps: Dependencies,
  caller: Caller,
  { token, remember = true }: { token: string; remember?: boolean | undefined },
): Promise<Result<Outcome>> {
  if (!offersLinks(caller.business)) return fail('method-disabled');
  const found = await findLink(deps, caller.business, token);
  if (!found) return fail('link-invalid');
  if (found.kind === 'account') return redeemAccountLink(deps, caller, found.link, remember);
  if (found.flow.keyThumbprint !== caller.keyThumbprint) return fail('link-other-device');
  return redeemFlow(deps, caller, found.flow, remember);
}

/** Uses up the flow, its code included: before anything else can go wrong (SECURITY T10). */
function redeemFlow(
  deps: Dependencies,
  caller: Caller,
  flow: FlowRecord,
  remember: boolean,
): Promise<Result<Outcome>> {
  return deps.storage.transaction(async (stores) => {
    if (!(await consumeFlow(deps, stores, caller, flow))) return fail('link-invalid');
    const provedAt = deps.clock.now();
    const accounts = await stores.accounts.byEmail(caller.business.id, flow.email);
    // Deleted since the link was mailed: there is nothing left to open.
    if (accounts.length === 0) return fail('link-invalid');
    const proved = { accounts, method: 'link', provedAt, remember } as const;
    return (await settle(deps, stores, caller, proved)) ?? fail('link-invalid');
  });
}

function redeemAccountLink(
  deps: Dependencies,
  caller: Caller,
  { businessId, digest }: AccountLinkRecord,
  remember: boolean,
): Promise<Result<Outcome>> {
  return deps.storage.transaction(async (stores) => {
    const taken = await stores.accountLinks.take(businessId, digest, deps.clock.now());
    const account = taken && (await stores.accounts.byId(businessId, taken.accountId));
    if (!account) return fail('link-invalid');
    // The business vouched for whoever holds the link, who has proved nothing: never fresh enough for a
    // change of email or password (SECURITY T14).
    const proof: ProofRecord = { method: 'link', accountIds: [account.id], provedAt: 0 };
    const grant = await openSession(deps, stores, caller, account, proof, remember);
    return grant ? succeed({ outcome: 'signed-in', grant }) : fail('link-invalid');
  });
}
