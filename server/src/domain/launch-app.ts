import type { AppLaunch } from '../../../src/contract/app-operations.ts';
import { accessTo } from './app-access.ts';
import type { Authenticated } from './authenticate.ts';
import { Budget } from './budget.ts';
import type { Caller } from './caller.ts';
import { inSeconds, numbers } from './numbers.ts';
import type { Dependencies } from './ports.ts';
import { fail, type Result, succeed } from './result.ts';
import { byAccount } from './subjects.ts';

/** A ticket that takes the account to an app, from the page that asked and from no other. */
export async function launchApp(
  deps: Dependencies,
  caller: Caller,
  { session, account }: Authenticated,
  appId: string,
): Promise<Result<AppLaunch>> {
  // The same answer, whether there is no such app or it is not for this account.
  const access = await accessTo(deps, caller.business, appId, account.id);
  if (!access) return fail('app-not-found');
  if (!access.app.client) return fail('app-is-a-link');
  if (!access.isComplete) return fail('profile-incomplete');
  const counted = await byAccount(deps, caller, 'launches', account.id, 'launch');
  const taken = await new Budget(deps).take(counted, numbers.launches);
  if (!taken.ok) return taken;

  const ticket = deps.random.token();
  await deps.storage.handOffs.insert({
    id: deps.random.id(),
    ticketDigest: await deps.secrets.digest(ticket),
    businessId: caller.business.id,
    appId,
    accountId: account.id,
    sessionId: session.id,
    origin: caller.origin,
    expiresAt: deps.clock.now() + numbers.launchTicketLife,
    redeemedAt: null,
    cookieDigest: null,
    answeredAt: null,
    endedAt: null,
  });
  const url = `${deps.publicUrl}/${caller.business.slug}/launch`;
  return succeed({ url, ticket, expiresIn: inSeconds(numbers.launchTicketLife) });
}
