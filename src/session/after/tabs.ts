/**
 * How tabs hear of each other. What counts is the record that they share: whatever arrives, forged or not,
 * is a reason to look there, and to look there once a second is enough.
 */
import type { SessionCore } from '../session-core.ts';
import { withoutBuried, type SessionRecord, type StoredSession } from '../session-record.ts';

/** Milliseconds between two looks. */
const pause = 1000;

export class Tabs {
  #core: SessionCore;
  #onWake: () => void;
  #channel: BroadcastChannel | undefined;
  #lookedAt = -pause;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wakes = false;
  /** New each time that somebody comes back; none while the page is kept for that. */
  #visit: object | undefined = {};

  /** `onWake`: somebody looks at this page again, and what is kept has been looked at. */
  constructor(core: SessionCore, onWake: () => void) {
    this.#core = core;
    this.#onWake = onWake;
    this.#open();
    // Never `unload`: with it, no browser would keep the page for going back.
    addEventListener('pagehide', ({ persisted }) => {
      this.#channel?.close();
      if (!persisted) return;
      this.#channel = this.#visit = undefined;
      // By then somebody else may sit here, and the first picture shows what is left now.
      if (core.state.status === 'signed-in') core.set({ status: 'unknown' });
    });
    addEventListener('pageshow', ({ persisted }) => {
      if (!persisted) return;
      this.#visit = {};
      this.#open();
      void this.look().then(onWake);
    });
    // Also for browsers, and frames, without a channel.
    for (const type of ['visibilitychange', 'focus', 'online']) {
      addEventListener(type, () => this.#lookSoon(true));
    }
  }

  /** A hint for the other tabs, after the record was written. */
  tell(type: 'signed-in' | 'signed-out' | 'refreshed', session: StoredSession | undefined): void {
    try {
      this.#channel?.postMessage({ type, sid: session?.sid, gen: session?.generation });
    } catch {
      // They look at the record before they use it.
    }
  }

  /** Adopts what is kept, if another tab has moved on. */
  async look(): Promise<void> {
    const core = this.#core;
    for (;;) {
      const { state, session } = core;
      const visit = this.#visit;
      // Written or not: a log-out counts from when it was asked for, in whichever tab.
      const record = await core.storage.update((current) => withoutBuried(core.storage, current));
      // This tab has moved on itself, or was away: what was read may be from before that.
      if (core.state !== state || core.session !== session || this.#visit !== visit) continue;
      return this.follow(record);
    }
  }

  /** `record`: as just read or written. `reason`: should it hold no session any more. */
  follow(record: SessionRecord | undefined, reason?: 'ended'): void {
    // Asked for before the page was left: not into the first picture of who comes back.
    if (!this.#visit) return;
    const core = this.#core;
    const { session } = core;
    const kept = record?.session;
    const { state } = core;
    const isNews = kept
      ? // Never back to a generation from before.
        kept.sid !== session?.sid || kept.generation > session.generation
      : !!session;
    const isPersistenceNews = state.status === 'signed-in' && state.persistent !== core.storage.persistent;
    if (isNews || isPersistenceNews || state.status === 'unknown') core.adopt(record, reason);
  }

  #open(): void {
    // A preview's (src/preview): it is nobody's session.
    if (!this.#core.client.backend) return;
    try {
      this.#channel = new BroadcastChannel(`portal-elements:${this.#core.client.backend}`);
      this.#channel.onmessage = () => this.#lookSoon(false);
    } catch {
      // Not in this engine or frame.
    }
  }

  #lookSoon(wakes: boolean): void {
    // Leaving is an occasion as well (visibilitychange), and browsers do not keep a page that is busy with storage.
    if (!this.#visit) return;
    this.#wakes ||= wakes;
    const rest = this.#lookedAt + pause - performance.now();
    if (rest <= 0) this.#lookNow();
    else this.#timer ??= setTimeout(() => this.#lookNow(), rest);
  }

  #lookNow(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#lookedAt = performance.now();
    const wakes = this.#wakes;
    this.#wakes = false;
    void this.look().then(() => wakes && this.#onWake());
  }
}
