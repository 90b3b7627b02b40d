import type { AccountExport } from '../../../src/contract/profile-operations.ts';
import type { Authenticated } from './authenticate.ts';
import type { Caller } from './caller.ts';
import { exportHub } from './export-hub.ts';
import { listSessions } from './manage-sessions.ts';
import type { Dependencies } from './ports.ts';
import { type Result, succeed } from './result.ts';

/**
 * What the parts of a portal keep of an account, by the part. A part that keeps something adds a line here; what it
 * answers is JSON as a person would want it: names beside identifiers, instants in ISO 8601, nothing sealed.
 */
const parts: Record<string, (deps: Dependencies, caller: Caller, who: Authenticated) => Promise<unknown>> = {
  hub: (deps, _, who) => exportHub(deps, who),
};

/** Secrets are not data of a person: no password, no token and nothing that was made of them is in it. */
export async function exportAccount(
  deps: Dependencies,
  caller: Caller,
  who: Authenticated,
): Promise<Result<AccountExport>> {
  const { account } = who;
  const { id, name, email, locale, createdAt, lastSignInAt, passwordVerifier } = account;
  const sessions = await listSessions(deps, who);
  if (!sessions.ok) return sessions;
  const told = await Promise.all(
    Object.entries(parts).map(async ([part, tell]) => [part, await tell(deps, caller, who)] as const),
  );
  const launched = await deps.storage.apps.launchedBy(account.businessId, id);
  return succeed({
    exportedAt: instant(deps.clock.now()),
    account: {
      id,
      name,
      email,
      ...(locale !== null && { locale }),
      createdAt: instant(createdAt),
      ...(lastSignInAt !== null && { lastSignInAt: instant(lastSignInAt) }),
      hasPassword: passwordVerifier !== null,
    },
    profile: await deps.storage.profiles.of(account),
    sessions: sessions.value.sessions,
    apps: launched,
    parts: Object.fromEntries(told),
  });
}

const instant = (at: number): string => new Date(at).toISOString();
