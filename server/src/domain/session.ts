/** Sessions: opened after proof, bound to the key that gave it, and what travels of them. */
import { localeOf } from './account-locale.ts';
import type { SessionGrant } from '../../../src/contract/operations.ts';
import { queueNotice } from './account-notice.ts';
import type { Business } from './business.ts';
import type { Caller } from './caller.ts';
import { rememberDevice } from './devices.ts';
import { inSeconds, numbers } from './numbers.ts';
import type { AccountRecord, Dependencies, ProofRecord, SessionRecord, Stores } from './ports.ts';
import { issueRefreshToken } from './refresh-token.ts';
import { fail, type Result, succeed } from './result.ts';

/**
 * Every identifier is new, whatever the browser held before (SECURITY T19). Undefined when the account
 * has gone, or its password or mailbox has changed, since it was read for the proof.
 */
export async function openSession(
  deps: Dependencies,
  stores: Stores,
  caller: Caller,
  account: AccountRecord,
  proof: ProofRecord,
  remember: boolean,
  latestEnd = Infinity,
): Promise<SessionGrant | undefined> {
  const now = deps.clock.now();
  if (!(await stores.accounts.touchSignIn(account, now))) return undefined;
  const id = deps.random.id();
  const refreshToken = await issueRefreshToken(deps, { sessionId: id, generation: 0 });
  const session: SessionRecord = {
    id,
    businessId: caller.business.id,
    accountId: account.id,
    keyThumbprint: caller.keyThumbprint,
    proof,
    remember,
    device: caller.device,
    generation: 0,
    refreshDigest: await deps.secrets.digest(refreshToken),
    sealedCurrent: null,
    sealedPrevious: null,
    rotatedAt: now,
    createdAt: now,
    lastUsedAt: now,
    idleExpiresAt: idleEnd(now, remember),
    expiresAt: Math.min(now + (remember ? numbers.sessionLife : numbers.unrememberedLife), latestEnd),
    endedAt: null,
  };
  await stores.sessions.insert(session);
  await rememberDevice(deps, stores, caller, account, proof);
  const open = await stores.sessions.open(account.id, now);
  for (const { id: surplus } of open
    .filter((other) => other.id !== id)
    .slice(numbers.sessionsPerAccount - 1)) {
    await stores.sessions.end(caller.business.id, surplus, account.id, now);
  }
  return grantFor(deps, stores, session, account, refreshToken);
}

/**
 * A new session in place of an open one, for the same key. Of requests in parallel one gets it: ending
 * the old session decides. Without a new proof the new one ends no later than the old one would have.
 */
export async function replaceSession(
  deps: Dependencies,
  stores: Stores,
  caller: Caller,
  old: SessionRecord,
  account: AccountRecord,
  proof: ProofRecord,
): Promise<Result<SessionGrant>> {
  const now = deps.clock.now();
  // The account before its sessions, as everything that ends them all does: the other way round they would deadlock.
  const isThere = await stores.accounts.touchSignIn(account, now);
  // The same person at the same device stays in the apps that were launched.
  const isReplaced = account.id === old.accountId;
  if (!isThere || !(await stores.sessions.end(old.businessId, old.id, old.accountId, now, { isReplaced }))) {
    return fail('token-invalid');
  }
  const latestEnd = proof === old.proof ? old.expiresAt : Infinity;
  const grant = await openSession(deps, stores, caller, account, proof, old.remember, latestEnd);
  if (grant && isReplaced) await stores.handOffs.follow(old.id, grant.session.id);
  return grant ? succeed(grant) : fail('token-invalid');
}

export const idleEnd = (now: number, remember: boolean): number =>
  now + (remember ? numbers.sessionIdle : numbers.unrememberedLife);

export const isOver = (session: SessionRecord, now: number): boolean =>
  session.endedAt !== null || session.idleExpiresAt <= now || session.expiresAt <= now;

/** A new access token beside the given refresh token. It never outlives the session. */
export async function grantFor(
  deps: Dependencies,
  stores: Stores,
  session: SessionRecord,
  account: AccountRecord,
  refreshToken: string,
): Promise<SessionGrant> {
  const now = deps.clock.now();
  const accessToken = deps.random.token();
  const expiresAt = Math.min(now + numbers.accessTokenLife, session.expiresAt);
  await stores.sessions.insertAccessToken({
    digest: await deps.secrets.digest(accessToken),
    sessionId: session.id,
    expiresAt,
  });
  return {
    access_token: accessToken,
    token_type: 'DPoP',
    expires_in: inSeconds(expiresAt - now),
    refresh_token: refreshToken,
    session: {
      id: session.id,
      generation: session.generation,
      account: { id: account.id, name: account.name, email: account.email },
    },
  };
}

/**
 * A token came with a key that is not its own, or one came that was replaced long ago: somebody has
 * a copy. The session ends, and its owner is told, once.
 */
export async function endStolen(
  deps: Dependencies,
  business: Business,
  session: SessionRecord,
): Promise<void> {
  const now = deps.clock.now();
  await deps.storage.transaction(async (stores) => {
    if (!(await stores.sessions.end(session.businessId, session.id, null, now))) return;
    await stores.devices.forget(session.accountId, { only: session.keyThumbprint });
    const account = await stores.accounts.byId(session.businessId, session.accountId);
    if (!account) return;
    const locale = localeOf(account, { business, locale: business.settings.languages[0] ?? 'en' });
    await queueNotice(deps, stores, { business, locale, device: session.device }, account, 'session-stolen');
  });
  deps.notifyOutbox();
}
