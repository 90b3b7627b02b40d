import type { Target } from '../../../test/conformance/target.ts';
import { connect, type TestDatabase } from './databases.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from './test-portal.ts';

export interface TwoServers {
  portals: TestPortal[];
  first: TestPortal;
  /** Asks them in turn. */
  target: Target;
  close(): Promise<void>;
}

/**
 * Two servers on one database where it allows that. Two SQLite connections in one process would block it: their
 * wait is synchronous. Two processes do that well (server/test/storage); here SQLite's requests race in one.
 */
export async function startTwoServers({ db, address }: TestDatabase): Promise<TwoServers> {
  const masterKey = crypto.getRandomValues(new Uint8Array(32));
  const first = await startTestPortal(db, masterKey);
  const portals = [first];
  if (address?.kind === 'postgres') portals.push(await startTestPortal(connect(address), masterKey));
  let turn = 0;
  const target = {
    ...(await conformanceTarget(first)),
    fetch: (request: Request) => (portals[(turn += 1) % portals.length] ?? first).fetch(request),
  };
  const close = async () => {
    // The database that was given is closed by whoever opened it.
    for (const portal of portals.slice(1)) await portal.close();
  };
  return { portals, first, target, close };
}
