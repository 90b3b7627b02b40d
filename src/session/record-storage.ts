/**
 * Keeps the record of one backend in IndexedDB, or in memory while that fails: storage that is blocked, full,
 * slow, hangs or cannot hold a key costs the visitor persistence, never the login. after/recovery.ts wins it back.
 */
import type { SessionRecord } from './session-record.ts';

/** Returns what shall be kept; the same value changes nothing. May be called a second time, without effect from the first. */
type Change<T> = (current: SessionRecord | undefined) => T;

const objectStore = 'sessions';

export class RecordStorage {
  /** Called when `persistent` has changed, and when memory has while it stands in for the database. */
  onChange: () => void = () => {};
  /** Whether what was kept last is there after a reload. */
  persistent = true;
  /** What was kept last. */
  memory: SessionRecord | undefined;
  /** What `memory` was when the database was last heard of. */
  kept: SessionRecord | undefined;
  /** In the order of the calls: what each of those under way does if memory takes over. */
  #waiting = new Set<() => void>();
  #backend: string;
  #patience: number;

  /** `patience`: milliseconds that a visitor may wait for a database that does not answer. */
  constructor(backend: string, patience = 1000) {
    this.#backend = backend;
    this.#patience = patience;
  }

  /**
   * Notes at once that a session is over: the record takes longer to write than a page takes to be left. Without
   * `sid`, that the record says so by now.
   */
  bury(sid = ''): void {
    try {
      localStorage.setItem(this.#grave, sid);
    } catch {
      // Where this is blocked, the record is in memory and goes with the page.
    }
  }

  isBuried(sid: string): boolean {
    try {
      return localStorage.getItem(this.#grave) === sid;
    } catch {
      return false;
    }
  }

  get #grave(): string {
    return `portal-elements:over:${this.#backend}`;
  }

  /** Atomic across tabs: the change sees and replaces the record in one transaction. */
  update<T extends SessionRecord | undefined>(change: Change<T>): Promise<T> {
    return new Promise((resolve) => {
      const inMemory = () => resolve((this.memory = change(this.memory)) as T);
      if (!this.persistent) {
        const before = this.memory;
        inMemory();
        return before !== this.memory && this.onChange();
      }
      const isWaiting = () => this.#waiting.has(inMemory);
      this.#waiting.add(inMemory);
      const fail = () => isWaiting() && this.#fail();
      // In halves: the first may end the moment that a page is woken, and the answer is only now on its way.
      const half = this.#patience / 2;
      setTimeout(() => setTimeout(fail, half), half);
      this.transact((current) => {
        // A write that nobody knows of must not come back at the next visit.
        if (!isWaiting()) throw isWaiting;
        return change(current);
      }).then((next) => {
        // Else memory has taken over, and what it says is newer.
        if (this.#waiting.delete(inMemory)) resolve((this.kept = this.memory = next) as T);
      }, fail);
    });
  }

  /** Memory takes over for all that wait: one after the other, as they would have been written. */
  #fail(): void {
    this.persistent = false;
    for (const inMemory of this.#waiting) inMemory();
    this.#waiting.clear();
    this.onChange();
  }

  /** A connection for each change: none is left open to block an upgrade, or to be closed behind our back. */
  async transact<T extends SessionRecord | undefined>(change: Change<T>): Promise<T> {
    const open = indexedDB.open('portal-elements', 1);
    open.onupgradeneeded = () => open.result.createObjectStore(objectStore);
    const database = await success(open);
    let running: IDBTransaction | undefined;
    // WebKit lets some of those that a page leaves behind block the record for every page that comes after.
    const leave = ({ persisted }: PageTransitionEvent) => {
      try {
        if (!persisted) running?.abort();
      } catch {
        // Its end is on the way.
      }
    };
    addEventListener('pagehide', leave);
    try {
      const transaction = (running = database.transaction(objectStore, 'readwrite'));
      const completed = new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = reject;
      });
      // When a request fails nobody waits for this any more: the page must not hear of it as an error of its own.
      completed.catch(() => {});
      const records = transaction.objectStore(objectStore);
      const current: SessionRecord | undefined = await success(records.get(this.#backend));
      const next = change(current);
      if (next !== current) {
        const write: IDBRequest = next ? records.put(next, this.#backend) : records.delete(this.#backend);
        await success(write);
      }
      await completed;
      return next;
    } finally {
      removeEventListener('pagehide', leave);
      database.close();
    }
  }
}

const success = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
