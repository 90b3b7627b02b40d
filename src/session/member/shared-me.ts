/**
 * One `GET /me` for everything on a page that shows something of it. It is dropped with the account: after a switch or
 * a log-out, in this tab or another, nobody reads what was another's.
 */
import type { Result } from '../../api/result.ts';
import type { Account, Me } from '../../contract/operations.ts';
import type { SessionCore } from '../session-core.ts';

/** Opening a menu asks for nothing within this time. */
const freshMs = 60_000;

export class SharedMe {
  #core: SessionCore;
  #ask: () => Promise<Result<Me>>;
  #subscribers = new Set<() => void>();
  #me: Me | undefined;
  /** Of the session that it was asked with: what it may switch to depends on that. */
  #sid: string | undefined;
  #account: string | undefined;
  #at = 0;
  #pending: Promise<Result<Me>> | undefined;

  constructor(core: SessionCore, ask: () => Promise<Result<Me>>) {
    this.#core = core;
    this.#ask = ask;
    core.subscribers.add(() => this.#follow());
  }

  /** Of the account that is signed in now, once somebody has asked. */
  get value(): Me | undefined {
    this.#follow();
    return this.#me;
  }

  /** What is there; else the one answer that all who ask meanwhile wait for. */
  async read(): Promise<Result<Me>> {
    const { value } = this;
    return value ? { ok: true, value } : (this.#pending ?? this.refresh());
  }

  /** After something in it has changed. What is there stays until the answer comes. */
  refresh(): Promise<Result<Me>> {
    this.#follow();
    // What was asked before it may not know of the change.
    if (this.#pending) return this.#pending.then(() => this.refresh());
    const pending = this.#load().finally(() => {
      if (this.#pending === pending) this.#pending = undefined;
    });
    return (this.#pending = pending);
  }

  /** For who opens a menu: what stands there may be old, and is replaced once the answer comes. */
  freshen(): void {
    const isOld = performance.now() - this.#at > freshMs || this.#sid !== this.#core.session?.sid;
    if (this.value && isOld && !this.#pending) void this.refresh();
  }

  /** Calls back when there is another value; returns what ends that. */
  subscribe(subscriber: () => void): () => void {
    this.#subscribers.add(subscriber);
    return () => void this.#subscribers.delete(subscriber);
  }

  async #load(): Promise<Result<Me>> {
    const result = await this.#ask();
    const { session } = this.#core;
    // Somebody else is signed in by now: whoever asked is told so by the member's own check, or it is theirs.
    if (!result.ok || result.value.account.id !== session?.account.id) return result;
    if (result.value.account.name !== session.account.name)
      await this.#rename(result.value.account, session.sid);
    this.#me = result.value;
    this.#sid = session.sid;
    this.#account = session.account.id;
    this.#at = performance.now();
    for (const subscriber of [...this.#subscribers]) subscriber();
    return result;
  }

  /** Elements read the name from the session, and so does whoever comes back tomorrow. */
  async #rename(account: Account, sid: string): Promise<void> {
    const core = this.#core;
    const record = await core.storage.update((current) =>
      current?.session?.sid === sid ? { ...current, session: { ...current.session, account } } : current,
    );
    if (record?.session?.sid === sid && core.session?.sid === sid) core.adopt(record);
  }

  #follow() {
    const account = this.#core.session?.account.id;
    if (account === this.#account) return;
    this.#account = account;
    this.#me = this.#pending = undefined;
  }
}
