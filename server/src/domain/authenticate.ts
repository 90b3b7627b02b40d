import type { Caller } from './caller.ts';
import type { AccountRecord, Dependencies, SessionRecord } from './ports.ts';
import { fail, type Result, succeed } from './result.ts';
import { endStolen } from './session.ts';

export interface Authenticated {
  session: SessionRecord;
  account: AccountRecord;
}

/** Who an access token speaks for: the account comes from the token alone, never from a request (SECURITY T27). */
export async function authenticate(
  deps: Dependencies,
  caller: Caller,
  accessToken: string,
): Promise<Result<Authenticated>> {
  const digest = await deps.secrets.digest(accessToken);
  const found = await deps.storage.sessions.byAccessToken(caller.business.id, digest, deps.clock.now());
  if (!found) return fail('token-invalid');
  if (found.session.keyThumbprint === caller.keyThumbprint) return succeed(found);
  await endStolen(deps, caller.business, found.session);
  return fail('token-invalid');
}
