/**
 * The session of one backend: who is signed in, on which key, with which tokens. Only this file writes
 * them. What it shows the page's elements holds no secret; the access token is asked for by name.
 */
import { toJson, type Json } from '../api/json.ts';
import { createKey } from '../api/proof.ts';
import type { PortalClient } from '../api/portal-client.ts';
import { failure, type Result } from '../api/result.ts';
import type {
  FlowStarted,
  Outcome,
  Portal,
  RequestOf,
  ResponseOf,
  Selection,
  SessionGrant,
} from '../contract/operations.ts';
import type { RecordStorage } from './record-storage.ts';
import { freshFor, toStored, type SessionRecord } from './session-record.ts';
import type { Problem, SessionState, SignInResult } from './types.ts';
import { warnOnce } from './warn-once.ts';

type Asking = 'startSignUp' | 'requestSignInCode' | 'resendCode';
type Proving = 'signInWithPassword' | 'verifySignInCode' | 'verifySignUp';

/** Answers to a refresh after which the tokens are worth nothing. Any other failure keeps the session. */
const ended: readonly string[] = ['session-ended', 'token-invalid', 'proof-invalid'];

export class SessionStore {
  #client: PortalClient;
  #storage: RecordStorage;
  #state: SessionState = { status: 'unknown' };
  #record: SessionRecord | undefined;
  /** `performance.now()` until which the access token needs no refresh, whatever is done to the clock. */
  #freshUntil = 0;
  /** Of the selection that the state shows. */
  #ticket = '';
  #refreshing: Promise<string | undefined> | undefined;
  #portal: Portal | undefined;
  #isPortalAsked = false;
  /** The backend URL leads to a server that has no such business. */
  #isUnknown = false;
  #subscribers = new Set<() => void>();
  #ready: Promise<void>;

  constructor(client: PortalClient, storage: RecordStorage) {
    this.#client = client;
    this.#storage = storage;
    this.#ready = this.#start();
  }

  /** A new object whenever it changed, and only then. */
  get state(): SessionState {
    return this.#state;
  }

  /** The business's public facts; undefined until they arrived, and when they could not be had. */
  get portal(): Portal | undefined {
    return this.#portal;
  }

  /** Why this backend cannot be used on this page, as far as is known: nothing that a visitor can mend. */
  get blocked(): Problem['code'] | undefined {
    return this.#client.unusable?.problem.code ?? (this.#isUnknown ? 'business-not-found' : undefined);
  }

  /** Calls back after every change of `state`, `portal` or `blocked`; returns what ends that. */
  subscribe(subscriber: () => void): () => void {
    this.#subscribers.add(subscriber);
    void this.#loadPortal();
    return () => void this.#subscribers.delete(subscriber);
  }

  signInWithPassword(
    body: RequestOf<'signInWithPassword'>,
    signal?: AbortSignal,
  ): Promise<Result<SignInResult>> {
    return this.#prove('signInWithPassword', body, signal);
  }

  requestSignInCode(
    body: RequestOf<'requestSignInCode'>,
    signal?: AbortSignal,
  ): Promise<Result<FlowStarted>> {
    return this.#ask('requestSignInCode', body, signal);
  }

  verifySignInCode(body: RequestOf<'verifySignInCode'>, signal?: AbortSignal): Promise<Result<SignInResult>> {
    return this.#prove('verifySignInCode', body, signal);
  }

  signUp(body: RequestOf<'startSignUp'>, signal?: AbortSignal): Promise<Result<FlowStarted>> {
    return this.#ask('startSignUp', body, signal);
  }

  verifySignUp(body: RequestOf<'verifySignUp'>, signal?: AbortSignal): Promise<Result<SignInResult>> {
    return this.#prove('verifySignUp', body, signal);
  }

  resendCode(body: RequestOf<'resendCode'>, signal?: AbortSignal): Promise<Result<FlowStarted>> {
    return this.#ask('resendCode', body, signal);
  }

  /** Of the accounts that the state `choosing` offers. */
  async chooseAccount({ handle }: { handle: string }, signal?: AbortSignal): Promise<Result<'signed-in'>> {
    const from = this.#state;
    if (from.status !== 'choosing') return failure('superseded');
    const key = await this.#key();
    const result = await this.#client.call(
      'chooseAccount',
      { ticket: this.#ticket, handle },
      { key, signal },
    );
    if (this.#state !== from) return failure('superseded');
    if (result.ok) return this.#open(result.value, key, from);
    if (result.problem.code === 'selection-invalid') this.cancelChoice();
    return result;
  }

  cancelChoice(): void {
    if (this.#state.status === 'choosing') this.#set({ status: 'signed-out' });
  }

  /** Signed out here at once, whatever the network does; then the backend is told. */
  async signOut(): Promise<void> {
    let record = this.#record;
    this.#adopt(undefined);
    await this.#storage.update((current) => {
      // Another tab may have rotated the token since.
      record = current ?? record;
      return undefined;
    });
    if (!record?.session) return;
    const { key, session } = record;
    await this.#client.call('endSession', { refresh_token: session.refresh }, { key, keepalive: true });
  }

  /** Undefined when nobody is signed in, or when a refresh was due and did not succeed. */
  async getAccessToken(): Promise<string | undefined> {
    await this.#ready;
    return (
      this.#fresh() ?? (this.#refreshing ??= this.#refresh().finally(() => (this.#refreshing = undefined)))
    );
  }

  async #start(): Promise<void> {
    const record = this.#client.unusable ? undefined : await this.#storage.update((current) => current);
    // Unless a sign-out came first.
    if (this.#state.status === 'unknown') this.#adopt(record);
  }

  /** Made at the first request that needs it: everything from a flow's start to its session is bound to it. */
  async #key(): Promise<CryptoKeyPair | undefined> {
    await this.#ready;
    if (this.#client.unusable) return undefined;
    if (!this.#record) {
      const key = await createKey();
      // The key that was kept first wins, so that two tabs starting at once agree.
      this.#record = await this.#storage.update((current) => current ?? { key });
    }
    return this.#record.key;
  }

  async #ask<N extends Asking>(
    name: N,
    body: RequestOf<N>,
    signal: AbortSignal | undefined,
  ): Promise<Result<ResponseOf<N>>> {
    return this.#client.call(name, body, { key: await this.#key(), signal });
  }

  async #prove<N extends Proving>(
    name: N,
    body: RequestOf<N>,
    signal: AbortSignal | undefined,
  ): Promise<Result<SignInResult>> {
    const key = await this.#key();
    const from = this.#state;
    const result: Result<Outcome> = await this.#client.call(name, body, { key, signal });
    if (this.#state !== from) return failure('superseded');
    if (!result.ok) return result;
    const { value } = result;
    if (value.outcome === 'signed-in') return this.#open(value.grant, key, from);
    if (value.outcome === 'choose-account') this.#offer(value.selection);
    return { ok: true, value: value.outcome };
  }

  #offer({ ticket, ...choice }: Selection): void {
    const offered: SessionState = { status: 'choosing', choice };
    this.#set(offered, ticket);
    // An hour at most: setTimeout takes what is far too long for no time at all.
    const life = Math.min(choice.expiresIn, 3600) * 1000;
    setTimeout(() => this.#state === offered && this.cancelChoice(), life);
  }

  async #open(
    grant: SessionGrant,
    key: CryptoKeyPair | undefined,
    from: SessionState,
  ): Promise<Result<'signed-in'>> {
    const session = toStored(grant);
    const record =
      key &&
      (await this.#storage.update((current) =>
        // Another sign-in may have been faster: what is kept must be what the page shows.
        this.#state === from ? { key, session } : current,
      ));
    if (this.#state !== from) return failure('superseded');
    this.#adopt(record);
    return { ok: true, value: 'signed-in' };
  }

  #fresh(): string | undefined {
    const session = this.#record?.session;
    return session && freshFor(session) > 0 && performance.now() < this.#freshUntil
      ? session.access
      : undefined;
  }

  /**
   * One at a time in this tab (`#refreshing`). Tabs meet in the record only: whichever finds that another
   * has moved on adopts what is kept there, and a backend answers two that race with one successor.
   */
  async #refresh(): Promise<string | undefined> {
    const from = this.#state;
    if (from.status !== 'signed-in') return undefined;
    const stored = await this.#storage.update((current) => current);
    if (this.#state !== from) return undefined;
    if (!stored?.session || stored.session.refresh !== this.#record?.session?.refresh) {
      this.#adopt(stored);
      return this.#fresh() ?? this.#refresh();
    }
    const { key, session } = stored;
    const used = session.refresh;
    const result = await this.#client.call(
      'refreshSession',
      { grant_type: 'refresh_token', refresh_token: used },
      { key },
    );
    if (this.#state !== from || (!result.ok && !ended.includes(result.problem.code))) return undefined;
    const next = result.ok ? { key, session: toStored(result.value) } : undefined;
    const record = await this.#storage.update((current) =>
      current?.session?.refresh === used ? next : current,
    );
    if (this.#state !== from) return undefined;
    this.#adopt(record);
    return this.#fresh();
  }

  #adopt(record: SessionRecord | undefined): void {
    this.#record = record;
    const session = record?.session;
    if (session) this.#freshUntil = performance.now() + freshFor(session);
    const state: SessionState = session
      ? { status: 'signed-in', account: session.account, persistent: this.#storage.persistent }
      : { status: 'signed-out' };
    // A new token alone is no news: whatever is under way in this state stays valid.
    if (toJson(state as Json) !== toJson(this.#state as Json)) this.#set(state);
  }

  #set(state: SessionState, ticket = ''): void {
    this.#state = state;
    this.#ticket = ticket;
    this.#notify();
  }

  #notify(): void {
    for (const subscriber of [...this.#subscribers]) {
      try {
        subscriber();
      } catch (error) {
        // One of the page's scripts; the others and the session must go on.
        reportError(error);
      }
    }
  }

  /** Once; after a failure again with the next subscriber, or when the network is back. */
  async #loadPortal(): Promise<void> {
    if (this.#portal || this.#isPortalAsked) return;
    this.#isPortalAsked = true;
    const result = await this.#client.call('readPortal', undefined);
    this.#isPortalAsked = false;
    if (result.ok) {
      this.#portal = result.value;
      this.#notify();
    } else if (result.problem.code === 'network') {
      addEventListener('online', this.#onOnline, { once: true });
    } else if (result.problem.code === 'business-not-found') {
      warnOnce(`there is no portal at the backend URL ${this.#client.backend}.`);
      this.#isUnknown = true;
      this.#notify();
    }
  }

  #onOnline = (): void => void this.#loadPortal();
}
