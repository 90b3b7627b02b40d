/**
 * Rotates the refresh token (SECURITY section 2). The rules, by the token that was presented:
 *
 * | token                                        | answer                                   |
 * | -------------------------------------------- | ---------------------------------------- |
 * | current                                      | the next generation                      |
 * | previous; its successor was never used       | that successor again, at any time        |
 * | the one before; replaced 30 s ago at most    | the current one (tabs side by side)      |
 * | any older one                                | the session ends, its owner is mailed    |
 * | any, with another key                        | the session ends, its owner is mailed    |
 *
 * Old tokens get their successor, not an error, because replies get lost and laptops sleep; the key
 * that every token is bound to makes that safe.
 */
import type { SessionGrant } from '../../../src/contract/operations.ts';
import type { Caller } from './caller.ts';
import { numbers } from './numbers.ts';
import type { Dependencies, SessionRecord } from './ports.ts';
import { issueRefreshToken, readRefreshToken } from './refresh-token.ts';
import { fail, type Result, succeed } from './result.ts';
import { endStolen, grantFor, idleEnd, isOver } from './session.ts';

const sealPurpose = 'refresh-successor';
/** A request that lost the race sees the winner's rotation at its next look; twice would mean a bug. */
const mostLooks = 3;

export async function refreshSession(
  deps: Dependencies,
  caller: Caller,
  { refresh_token: token }: { refresh_token: string },
): Promise<Result<SessionGrant>> {
  const issued = await readRefreshToken(deps.secrets, token);
  if (!issued) return fail('session-ended');
  for (let look = 1; look <= mostLooks; look += 1) {
    const session = await deps.storage.sessions.byId(caller.business.id, issued.sessionId);
    if (!session || isOver(session, deps.clock.now())) return fail('session-ended');
    if (session.keyThumbprint !== caller.keyThumbprint) return stolen(deps, caller, session);

    const isCurrent = deps.secrets.equal(await deps.secrets.digest(token), session.refreshDigest);
    const current = isCurrent ? undefined : await successorOf(deps, session, token);
    if (!isCurrent && current === undefined) return stolen(deps, caller, session);
    const grant =
      current === undefined ? await rotate(deps, session, token) : await regrant(deps, session, current);
    if (grant) return succeed(grant);
  }
  return fail('unavailable', { retryAfter: numbers.busyRetryAfter });
}

/** The next generation; undefined when another request was faster. */
async function rotate(
  deps: Dependencies,
  session: SessionRecord,
  token: string,
): Promise<SessionGrant | undefined> {
  const now = deps.clock.now();
  const next = await issueRefreshToken(deps, { sessionId: session.id, generation: session.generation + 1 });
  const to = {
    refreshDigest: await deps.secrets.digest(next),
    sealedCurrent: await deps.secrets.seal(sealPurpose, next, token),
    rotatedAt: now,
    idleExpiresAt: idleEnd(now, session.remember),
  };
  return deps.storage.transaction(async (stores) => {
    const rotated = await stores.sessions.rotate(session.id, session, to);
    const account = rotated && (await stores.accounts.byId(session.businessId, session.accountId));
    return account && grantFor(deps, stores, rotated, account, next);
  });
}

/** The current pair again, with a fresh access token. */
async function regrant(
  deps: Dependencies,
  session: SessionRecord,
  current: string,
): Promise<SessionGrant | undefined> {
  const account = await deps.storage.accounts.byId(session.businessId, session.accountId);
  return account && grantFor(deps, deps.storage, session, account, current);
}

/** The current token, for whoever holds its predecessor, or for 30 s the one before. */
async function successorOf(
  deps: Dependencies,
  session: SessionRecord,
  token: string,
): Promise<string | undefined> {
  const { clock, secrets } = deps;
  const { sealedCurrent, sealedPrevious, rotatedAt } = session;
  if (sealedCurrent === null) return undefined;
  const successor = await secrets.open(sealPurpose, sealedCurrent, token);
  if (successor !== undefined) return successor;
  if (sealedPrevious === null || clock.now() - rotatedAt > numbers.refreshGrace) return undefined;
  const previous = await secrets.open(sealPurpose, sealedPrevious, token);
  return previous && secrets.open(sealPurpose, sealedCurrent, previous);
}

async function stolen(deps: Dependencies, caller: Caller, session: SessionRecord) {
  await endStolen(deps, caller.business, session);
  return fail('session-ended');
}
