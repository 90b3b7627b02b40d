import type { Caller } from './caller.ts';
import type { Dependencies } from './ports.ts';
import { readRefreshToken } from './refresh-token.ts';
import { type Result, succeed } from './result.ts';
import { endStolen } from './session.ts';

/** Logs out. Whatever the token is, the answer is the same (RFC 7009 section 2.2): the browser has forgotten it already. */
export async function endSession(
  deps: Dependencies,
  caller: Caller,
  { refresh_token: token }: { refresh_token: string },
): Promise<Result<undefined>> {
  const issued = await readRefreshToken(deps.secrets, token);
  const session = issued && (await deps.storage.sessions.byId(caller.business.id, issued.sessionId));
  if (!session) return succeed(undefined);
  if (session.keyThumbprint === caller.keyThumbprint) {
    await deps.storage.sessions.end(caller.business.id, session.id, session.accountId, deps.clock.now());
  } else {
    await endStolen(deps, caller.business, session);
  }
  return succeed(undefined);
}
