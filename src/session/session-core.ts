/** What the store and its late part (after/) both stand on: who is signed in, on which key, and who follows it. */
import { toJson, type Json } from '../api/json.ts';
import type { PortalClient } from '../api/portal-client.ts';
import type { Account } from '../contract/operations.ts';
import type { RecordStorage } from './record-storage.ts';
import type { SessionRecord, StoredSession } from './session-record.ts';
import type { SessionState } from './types.ts';

export class SessionCore {
  readonly client: PortalClient;
  readonly storage: RecordStorage;
  readonly subscribers = new Set<() => void>();
  state: SessionState = { status: 'unknown' };
  key: CryptoKeyPair | undefined;
  /** What the state shows, with its tokens. */
  session: StoredSession | undefined;
  /** Who was signed in when the page was last told of it (after/announce.ts). */
  told: Account | undefined;

  constructor(client: PortalClient, storage: RecordStorage) {
    this.client = client;
    this.storage = storage;
  }

  /** `reason`: why nobody is signed in, if it was not the visitor's wish. */
  adopt(record: SessionRecord | undefined, reason?: 'ended'): void {
    this.key = record?.key;
    this.session = record?.session;
    const account = this.session?.account;
    this.told ??= account;
    const state: SessionState = account
      ? { status: 'signed-in', account, persistent: this.storage.persistent }
      : { status: 'signed-out', ...(reason && { reason }) };
    // A new token alone is no news: whatever is under way in this state stays valid.
    if (toJson(state as Json) !== toJson(this.state as Json)) this.set(state);
  }

  /** Back to what was before the choice. */
  endChoice(): void {
    const { key, session } = this;
    this.adopt(key && { key, session });
  }

  set(state: SessionState): void {
    this.state = state;
    this.notify();
  }

  notify(): void {
    for (const subscriber of [...this.subscribers]) {
      try {
        subscriber();
      } catch (error) {
        // One of the page's scripts; the others and the session must go on.
        reportError(error);
      }
    }
  }
}
