/** What of a session outlives the page. */
import type { Account } from '../contract/operations.ts';

/** One for each backend: the key and what is bound to it are written together, so they cannot part. */
export interface SessionRecord {
  /** Stays when a session ends: by it the backend knows a device that has logged in before. */
  key: CryptoKeyPair;
  session?: StoredSession | undefined;
  /** Sessions that are over here, of which the backend may not have been told yet. Never shown again. */
  revoking?: readonly Revoking[];
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

export interface Revoking {
  /** The session's own: presenting its token with another one would look like theft. */
  key: CryptoKeyPair;
  refresh: string;
  /** By this device's clock. */
  since: number;
}

/** The record with one more session to revoke. */
export const toRevoke = (record: SessionRecord, key: CryptoKeyPair, { refresh }: StoredSession) => ({
  ...record,
  revoking: [...(record.revoking ?? []), { key, refresh, since: Date.now() }],
});

/** Signed out on a page that was left before the record could say so. */
export const withoutBuried = (
  storage: { isBuried(sid: string): boolean },
  record: SessionRecord | undefined,
): SessionRecord | undefined =>
  record?.session && storage.isBuried(record.session.sid)
    ? toRevoke({ ...record, session: undefined }, record.key, record.session)
    : record;
