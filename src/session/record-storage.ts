/**
 * Keeps the record of one backend in IndexedDB, or in memory from the first failure on: storage that is
 * blocked, full, hangs or cannot hold a key costs the visitor persistence, never the login.
 */
import type { SessionRecord, StoredSession } from './session-record.ts';

/** Returns what shall be kept; the same value changes nothing. May be called a second time, without effect from the first. */
type Change<T> = (current: SessionRecord | undefined) => T;

const objectStore = 'sessions';
/** Milliseconds: what a visitor may wait for a database that does not answer. */
const patience = 1000;

export class RecordStorage {
  #persistent = true;
  #memory: SessionRecord | undefined;
  #backend: string;

  constructor(backend: string) {
    this.#backend = backend;
  }

  /** Whether what was kept last is there after a reload. */
  get persistent(): boolean {
    return this.#persistent;
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
  async update<T extends SessionRecord | undefined>(change: Change<T>): Promise<T> {
    if (this.#persistent) {
      try {
        const tooLate = new Promise<never>((_, reject) => setTimeout(reject, patience));
        const next = await Promise.race([this.#transact(change), tooLate]);
        // Memory may have taken over for a change that came later: what it says is newer.
        if (this.#persistent) return (this.#memory = next) as T;
      } catch {
        this.#persistent = false;
      }
    }
    const before = this.#memory;
    const next = change(before);
    this.#memory = next;
    if (before?.session && next !== before) void this.#catchUp(before.session, next).catch(() => {});
    return next;
  }

  /**
   * Storage may hold the session from before it failed. Nobody waits for this, but were it to come back at
   * the next visit, a sign-out would be undone, and a token replaced long ago would look stolen.
   */
  #catchUp({ sid }: StoredSession, next: SessionRecord | undefined): Promise<unknown> {
    return this.#transact((kept) =>
      kept?.session?.sid === sid && !(next?.session && next.session.generation < kept.session.generation)
        ? next
        : kept,
    );
  }

  /** A connection for each change: none is left open to block an upgrade, or to be closed behind our back. */
  async #transact<T extends SessionRecord | undefined>(change: Change<T>): Promise<T> {
    const deadline = performance.now() + patience;
    const open = indexedDB.open('portal-elements', 1);
    open.onupgradeneeded = () => open.result.createObjectStore(objectStore);
    const database = await success(open);
    try {
      const transaction = database.transaction(objectStore, 'readwrite');
      const completed = new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onabort = reject;
      });
      // When a request fails nobody waits for this any more: the page must not hear of it as an error of its own.
      completed.catch(() => {});
      const records = transaction.objectStore(objectStore);
      const current: SessionRecord | undefined = await success(records.get(this.#backend));
      // Memory has taken over: a write that nobody knows of must not come back at the next visit.
      if (performance.now() > deadline) throw deadline;
      const next = change(current);
      if (next !== current) {
        const write: IDBRequest = next ? records.put(next, this.#backend) : records.delete(this.#backend);
        await success(write);
      }
      await completed;
      return next;
    } finally {
      database.close();
    }
  }
}

const success = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });
