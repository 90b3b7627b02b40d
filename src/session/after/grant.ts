/** A grant as it is kept, and how long its access token is good. */
import type { SessionGrant } from '../../contract/operations.ts';
import type { StoredSession } from '../session-record.ts';

export const toStored = (grant: SessionGrant): StoredSession => ({
  sid: grant.session.id,
  account: grant.session.account,
  refresh: grant.refresh_token,
  generation: grant.session.generation,
  access: grant.access_token,
  accessLifetime: grant.expires_in * 1000,
  accessExpiresAt: Date.now() + grant.expires_in * 1000,
});

/** Milliseconds that the access token is good for, less the 20 % that a request needs to arrive in time. */
export function freshFor({ accessExpiresAt, accessLifetime }: StoredSession): number {
  const left = accessExpiresAt - Date.now();
  // More than its lifetime is left: the clock was set back, so nothing is known.
  return left > accessLifetime ? 0 : left - accessLifetime / 5;
}
