/** The account's devices: who is logged in, and logging them out. */
import type { SessionList } from '../../../src/contract/operations.ts';
import type { Authenticated } from './authenticate.ts';
import type { Dependencies } from './ports.ts';
import { fail, type Result, succeed } from './result.ts';

export async function listSessions(
  deps: Dependencies,
  { session, account }: Authenticated,
): Promise<Result<SessionList>> {
  const open = await deps.storage.sessions.open(account.id, deps.clock.now());
  return succeed({
    sessions: open.map((one) => ({
      id: one.id,
      current: one.id === session.id,
      method: one.proof.method,
      createdAt: new Date(one.createdAt).toISOString(),
      lastUsedAt: new Date(one.lastUsedAt).toISOString(),
      ...(one.device === null ? {} : { device: one.device }),
    })),
  });
}

/**
 * Only a session of the same account: another's is as unknown as none. The device may be in wrong hands, so it is a
 * stranger from then on; this one is where the owner sits.
 */
export async function revokeSession(
  deps: Dependencies,
  { session: own, account }: Authenticated,
  id: string,
): Promise<Result<undefined>> {
  const { businessId } = account;
  return deps.storage.transaction(async (stores) => {
    const session = await stores.sessions.byId(businessId, id);
    const isEnded = await stores.sessions.end(businessId, id, account.id, deps.clock.now());
    if (!session || !isEnded) return fail('session-not-found');
    if (session.keyThumbprint !== own.keyThumbprint) {
      await stores.devices.forget(account.id, { only: session.keyThumbprint });
    }
    return succeed(undefined);
  });
}

/** Here included, but this device stays known: forgetting it would help only who uses up the strangers' tries. */
export async function revokeAllSessions(
  deps: Dependencies,
  { session, account }: Authenticated,
): Promise<Result<undefined>> {
  await deps.storage.transaction(async (stores) => {
    await stores.sessions.endAll(account.id, deps.clock.now());
    await stores.devices.forget(account.id, { except: session.keyThumbprint });
  });
  return succeed(undefined);
}
