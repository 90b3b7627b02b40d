/** Access tokens, one refresh for all tabs. On demand only: nothing ticks in a tab that nobody looks at. */
import { failure, type Result } from '../../api/result.ts';
import type { SessionCore } from '../session-core.ts';
import type { StoredSession } from '../session-record.ts';
import { freshFor, toStored } from './grant.ts';
import { inTurn } from './lock.ts';
import type { Tabs } from './tabs.ts';

/** Answers after which the tokens are worth nothing. Any other failure keeps the session. */
const ended: readonly string[] = ['session-ended', 'token-invalid', 'proof-invalid'];
/** Milliseconds for a refresh, its retries included. */
const limit = 8000;

export class Refresher {
  #core: SessionCore;
  #tabs: Tabs;
  #refreshing: Promise<Result<string>> | undefined;
  /** Of `#refreshing`: nobody has asked for it. */
  #isBackground = false;
  #seen: StoredSession | undefined;
  /** `performance.now()` until which the token of `#seen` needs no refresh, whatever is done to the clock. */
  #freshUntil = 0;

  constructor(core: SessionCore, tabs: Tabs) {
    this.#core = core;
    this.#tabs = tabs;
  }

  /** Undefined: a refresh is due, or nobody is signed in. */
  get fresh(): string | undefined {
    const { session } = this.#core;
    if (session !== this.#seen) {
      this.#seen = session;
      this.#freshUntil = session ? performance.now() + freshFor(session) : 0;
    }
    return session && freshFor(session) > 0 && performance.now() < this.#freshUntil
      ? session.access
      : undefined;
  }

  /** `refused`: a token that the backend did not take. `isBackground`: nobody waits for it. */
  async token(refused?: string, isBackground = false): Promise<Result<string>> {
    const { fresh } = this;
    if (fresh !== undefined && fresh !== refused) return { ok: true, value: fresh };
    if (refused !== undefined) this.#freshUntil = 0;
    // While the backend rests, one that nobody asked for is given up unsent: a visitor's is not.
    if (this.#refreshing && this.#isBackground && !isBackground) {
      const result = await this.#refreshing;
      if (result.ok) return result;
    }
    // One at a time in this tab, and then one at a time in all.
    if (!this.#refreshing) {
      this.#isBackground = isBackground;
      this.#refreshing = inTurn(this.#core, () => this.#refresh(isBackground)).finally(
        () => (this.#refreshing = undefined),
      );
    }
    return this.#refreshing;
  }

  async #refresh(isBackground: boolean): Promise<Result<string>> {
    const core = this.#core;
    await this.#tabs.look();
    const { fresh } = this;
    if (fresh !== undefined) return { ok: true, value: fresh };
    const { key, session } = core;
    if (!key || !session) return failure('session-ended');
    const used = session.refresh;
    const result = await core.client.call(
      'refreshSession',
      { grant_type: 'refresh_token', refresh_token: used },
      { key, signal: AbortSignal.timeout(limit), isBackground },
    );
    const code = result.ok ? undefined : result.problem.code;
    if (!result.ok && !ended.includes(result.problem.code))
      return code === 'aborted' ? failure('timeout') : result;
    const next = result.ok ? toStored(result.value) : undefined;
    const record = await core.storage.update((current) => {
      // Signed out, switched, or refreshed by another tab: this answer is about something that is no more.
      if (current?.session?.refresh !== used) return current;
      // A key whose proofs are not accepted would fail for ever.
      return code === 'proof-invalid' ? undefined : { ...current, session: next };
    });
    if (core.session?.sid !== session.sid) return failure('superseded');
    this.#tabs.follow(record, 'ended');
    this.#tabs.tell(next ? 'refreshed' : 'signed-out', session);
    const token = this.fresh;
    return token === undefined ? failure('session-ended') : { ok: true, value: token };
  }
}
