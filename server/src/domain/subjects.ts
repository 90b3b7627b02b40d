/**
 * What limits count by. Everything that names somebody is a MAC under the server's key, so that the tables of
 * the limits tell a thief neither who was there nor from where.
 */
import type { Caller } from './caller.ts';
import type { Dependencies, LimitKey } from './ports.ts';

/** What is counted. */
type Scope =
  | 'password'
  | 'code'
  | 'code-in-all'
  | 'wrong-codes'
  | 'sends'
  | 'sends-today'
  | 'sends-reserved'
  | 'notices'
  | 'api-key'
  | 'launches'
  | 'wrong-tickets';

const keyOf = async (
  deps: Pick<Dependencies, 'secrets'>,
  { business }: Pick<Caller, 'business'>,
  scope: Scope,
  ...parts: string[]
): Promise<LimitKey> => ({
  businessId: business.id,
  scope,
  subject: await deps.secrets.mac('limit', business.id, ...parts),
});

/** One mailbox: the same row whoever asks. */
export const byMailbox = (deps: Dependencies, caller: Caller, scope: Scope, email: string) =>
  keyOf(deps, caller, scope, 'mailbox', email);

/** One browser's key at one mailbox. */
export const byDevice = (deps: Dependencies, caller: Caller, scope: Scope, email: string) =>
  keyOf(deps, caller, scope, 'device', email, caller.keyThumbprint);

/** The known device on its own, all unknown ones together: what strangers use up is never the owner's. */
export const byMailboxOrDevice = (
  deps: Dependencies,
  caller: Caller,
  scope: Scope,
  email: string,
  isKnown: boolean,
) => (isKnown ? byDevice : byMailbox)(deps, caller, scope, email);

/** The business as a whole. */
export const byBusiness = (deps: Dependencies, caller: Caller, scope: Scope) => keyOf(deps, caller, scope);

export const byAddress = (deps: Dependencies, of: Pick<Caller, 'business'>, scope: Scope, address: string) =>
  keyOf(deps, of, scope, 'address', address);

/** One account, and what is done to it. */
export const byAccount = (
  deps: Pick<Dependencies, 'secrets'>,
  of: Pick<Caller, 'business'>,
  scope: Scope,
  accountId: string,
  what: string,
) => keyOf(deps, of, scope, 'account', accountId, what);

export const byApiKey = (deps: Dependencies, of: Pick<Caller, 'business'>, scope: Scope, id: string) =>
  keyOf(deps, of, scope, 'api-key', id);
