/** The session beyond the first form: one instance for each store. */
// There before the first call: one that is made offline must fail, not wait for a file.
import '../../api/after/later.ts';
import { failure, type Result } from '../../api/result.ts';
import type { Outcome, Selection, SessionGrant } from '../../contract/operations.ts';
import { eventually } from '../../internal/eventually.ts';
import type { SessionCore } from '../session-core.ts';
import { toRevoke, type SessionRecord, type StoredSession } from '../session-record.ts';
import type { SessionState, SignInResult } from '../types.ts';
import { announce } from './announce.ts';
import { toStored } from './grant.ts';
import { inTurn } from './lock.ts';
import { Refresher } from './refresher.ts';
import { revoke, tell } from './revoke.ts';
import { Tabs } from './tabs.ts';

export class LateSession {
  #core: SessionCore;
  #tabs: Tabs;
  #refresher: Refresher;
  /** Of the selection that the state shows. */
  #ticket = '';
  #recovery = eventually(
    () => import('./recovery.ts'),
    ({ recover }) => recover,
  );

  constructor(core: SessionCore) {
    this.#core = core;
    this.#tabs = new Tabs(core, () => this.#wake());
    this.#refresher = new Refresher(core, this.#tabs);
    const tell = () => announce(core);
    core.subscribers.add(tell);
    tell();
    addEventListener('online', () => void revoke(core, true));
    void revoke(core, true);
    this.#wake();
  }

  async accessToken(): Promise<string | undefined> {
    const token = await this.token();
    return token.ok ? token.value : undefined;
  }

  /** Fresh, and of the session that is kept now. `refused`: a token that the backend did not take. */
  async token(refused?: string): Promise<Result<string>> {
    return this.#refresher.token(refused);
  }

  /** While no other tab refreshes or renews the session. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    return inTurn(this.#core, work);
  }

  /** Adopts what another tab has kept. */
  look(): Promise<void> {
    return this.#tabs.look();
  }

  /** Memory stands in for it, or it is there again. */
  async storageChanged(): Promise<void> {
    const core = this.#core;
    if (!core.storage.persistent) void this.#recovery().then((recover) => recover(core.storage));
    await this.#tabs.look();
    if (!core.storage.persistent) return;
    // A session that was in memory is now the other tabs' too, or is over for them.
    this.#tabs.tell(core.session ? 'signed-in' : 'signed-out', core.session);
    void revoke(core);
  }

  /** What a proof led to, unless the state has moved on since it was `from`. */
  async settle(value: Outcome, key: CryptoKeyPair, from: SessionState): Promise<Result<SignInResult>> {
    if (value.outcome === 'signed-in') return this.#open(value.grant, key, from);
    if (this.#core.state !== from) return failure('superseded');
    if (value.outcome === 'choose-account') this.#offer(value.selection);
    return { ok: true, value: value.outcome };
  }

  async chooseAccount({ handle }: { handle: string }, signal?: AbortSignal): Promise<Result<'signed-in'>> {
    const core = this.#core;
    const { state: from, key } = core;
    if (from.status !== 'choosing' || !key) return failure('superseded');
    const body = { ticket: this.#ticket, handle };
    const result = await core.client.call('chooseAccount', body, { key, signal });
    if (result.ok) return this.#open(result.value, key, from);
    if (core.state !== from) return failure('superseded');
    if (result.problem.code === 'selection-invalid') core.endChoice();
    return result;
  }

  /** The store has signed out. `session`: which it showed; `written`: when the record says what is to be revoked. */
  async signedOut(session: StoredSession | undefined, written: Promise<unknown>): Promise<void> {
    const core = this.#core;
    // Before anything is waited for: the page may be left in the next moment, by its own script for one.
    const told = session && core.key && tell(core, { key: core.key, refresh: session.refresh });
    await written;
    this.#tabs.tell('signed-out', session);
    // What else the record names; where this did not arrive, that will not either.
    if ((await told) ?? true) void revoke(core);
  }

  #offer({ ticket, ...choice }: Selection): void {
    const core = this.#core;
    const offered: SessionState = { status: 'choosing', choice };
    this.#ticket = ticket;
    core.set(offered);
    // An hour at most: setTimeout takes what is far too long for no time at all.
    const life = Math.min(choice.expiresIn, 3600) * 1000;
    setTimeout(() => core.state === offered && core.endChoice(), life);
  }

  /** A session that takes the place of another, by the backend's own hand. `replaced`: which. */
  renew(grant: SessionGrant, key: CryptoKeyPair, replaced: string): Promise<Result<'signed-in'>> {
    // Signed out meanwhile, here or in another tab, or switched: then this one must not come after it.
    return this.#keep(
      grant,
      key,
      (current) => current.session?.sid === replaced && this.#core.session?.sid === replaced,
      replaced,
    );
  }

  #open(grant: SessionGrant, key: CryptoKeyPair, from: SessionState): Promise<Result<'signed-in'>> {
    // Another sign-in may have been faster: what is kept must be what the page shows.
    return this.#keep(grant, key, () => this.#core.state === from);
  }

  /** Keeps and shows a new session. The one that was kept before is revoked, or else this, if it came too late. */
  async #keep(
    grant: SessionGrant,
    key: CryptoKeyPair,
    isInTime: (current: SessionRecord) => boolean,
    replaced?: string,
  ): Promise<Result<'signed-in'>> {
    const core = this.#core;
    const session = toStored(grant);
    const record = await core.storage.update((current = { key }) => {
      if (!isInTime(current)) return toRevoke(current, key, session);
      const next = { ...current, key, session };
      return current.session && current.session.sid !== replaced
        ? toRevoke(next, current.key, current.session)
        : next;
    });
    await this.#tabs.look();
    if (record.revoking?.length) void revoke(core);
    if (core.session?.sid !== session.sid) return failure('superseded');
    this.#tabs.tell('signed-in', session);
    return { ok: true, value: 'signed-in' };
  }

  /** After the backend has ended this session, or the whole account: then nothing is kept, the key included. */
  async ended(session: StoredSession | undefined, isAccountGone: boolean): Promise<void> {
    await this.#core.storage.update((current) => {
      // Somebody has logged in or switched meanwhile: that is another session.
      if (current?.session?.sid !== session?.sid) return current;
      return isAccountGone || !current ? undefined : { ...current, session: undefined };
    });
    await this.#tabs.look();
    this.#tabs.tell('signed-out', session);
  }

  /** Somebody looks at this page: whether the session still stands should not wait for the first request. */
  #wake(): void {
    if (!this.#core.storage.persistent) void this.storageChanged();
    // `<img name="visibilityState">` replaces the document's own: then this is left out.
    if (this.#core.session && !this.#refresher.fresh && document.visibilityState === 'visible') {
      void this.#refresher.token(undefined, true);
    }
  }
}

export const lateSession = (core: SessionCore): LateSession => new LateSession(core);
