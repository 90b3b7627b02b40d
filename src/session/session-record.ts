/** What of a session outlives the page. */
import type { Account, SessionGrant } from '../contract/operations.ts';

/** One for each backend: the key and what is bound to it are written together, so they cannot part. */
export interface SessionRecord {
  key: CryptoKeyPair;
  session?: StoredSession;
}

export interface StoredSession {
  sid: string;
  account: Account;
  refresh: string;
  /** Counts the rotations of `refresh`. */
  generation: number;
  access: string;
  /** Milliseconds. */
  accessLifetime: number;
  /** By this device's clock, which may be wrong: good for comparing with itself only. */
  accessExpiresAt: number;
}

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
