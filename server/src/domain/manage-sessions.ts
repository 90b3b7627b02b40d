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

/** Only a session of the same account: another's is as unknown as none. */
export async function revokeSession(
  deps: Dependencies,
  { account }: Authenticated,
  id: string,
): Promise<Result<undefined>> {
  const isEnded = await deps.storage.sessions.end(account.businessId, id, account.id, deps.clock.now());
  return isEnded ? succeed(undefined) : fail('session-not-found');
}

export async function revokeAllSessions(
  deps: Dependencies,
  { account }: Authenticated,
): Promise<Result<undefined>> {
  await deps.storage.sessions.endAll(account.id, deps.clock.now());
  return succeed(undefined);
}
