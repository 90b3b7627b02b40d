/**
 * The session of one backend, as elements and pages see it: nothing that it shows holds a secret, and the
 * access token is asked for by name. Here is what the first form needs: reading what is kept, and sending
 * what was typed. All that can only come later is in after/ (docs/decisions/0005), fetched once the record
 * was read; whoever needs it before it is there waits for it.
 */
import { createKey } from '../api/proof.ts';
import type { PortalClient } from '../api/portal-client.ts';
import { failure, type Result } from '../api/result.ts';
import type { FlowStarted, Outcome, Portal, RequestOf, ResponseOf } from '../contract/operations.ts';
import { eventually } from '../internal/eventually.ts';
import { advise } from './advise.ts';
import type { Member } from './member/member.ts';
import type { RecordStorage } from './record-storage.ts';
import { SessionCore } from './session-core.ts';
import { toRevoke, withoutBuried } from './session-record.ts';
import type { Problem, SessionState, SignInResult } from './types.ts';

type Asking = 'startSignUp' | 'requestSignInCode' | 'resendCode';
type Proving = 'signInWithPassword' | 'verifySignInCode' | 'verifySignInLink' | 'verifySignUp';

export class SessionStore {
  #core: SessionCore;
  #portal: Portal | undefined;
  #isPortalAsked = false;
  /** The backend URL leads to a server that has no such business. */
  #isUnknown = false;
  #ready: Promise<void>;
  #late = eventually(
    () => import('./after/late-session.ts'),
    ({ lateSession }) => lateSession(this.#core),
  );

  #member = eventually(
    () => import('./member/member.ts'),
    async ({ member }) => member(this.#core, await this.#late()),
  );

  constructor(client: PortalClient, storage: RecordStorage) {
    this.#core = new SessionCore(client, storage);
    storage.onChange = () => void this.#late().then((late) => late.storageChanged());
    this.#ready = this.#start();
  }

  /** A new object whenever it changed or somebody signed out, and only then. */
  get state(): SessionState {
    return this.#core.state;
  }

  /** The business's public facts; undefined until they arrived, and when they could not be had. */
  get portal(): Portal | undefined {
    return this.#portal;
  }

  /** Why this backend cannot be used on this page, as far as is known: nothing that a visitor can mend. */
  get blocked(): Problem['code'] | undefined {
    return this.#core.client.unusable?.problem.code ?? (this.#isUnknown ? 'business-not-found' : undefined);
  }

  /** Calls back after every change of `state`, `portal` or `blocked`; returns what ends that. */
  subscribe(subscriber: () => void): () => void {
    const { subscribers } = this.#core;
    subscribers.add(subscriber);
    void this.#loadPortal();
    return () => void subscribers.delete(subscriber);
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

  verifyLink(body: RequestOf<'verifySignInLink'>, signal?: AbortSignal): Promise<Result<SignInResult>> {
    return this.#prove('verifySignInLink', body, signal);
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

  /** What only a signed-in visitor can do; its code is fetched at the first call. */
  member(): Promise<Member> {
    return this.#member();
  }

  /** Of the accounts that the state `choosing` offers. */
  async chooseAccount(choice: { handle: string }, signal?: AbortSignal): Promise<Result<'signed-in'>> {
    return (await this.#late()).chooseAccount(choice, signal);
  }

  cancelChoice(): void {
    if (this.state.status === 'choosing') this.#core.endChoice();
  }

  /**
   * Signed out here at once, and done when that is kept, whatever the network does; the backend is told meanwhile, if
   * need be at a later visit.
   */
  async signOut(): Promise<void> {
    const core = this.#core;
    const { key, session } = core;
    if (session) core.storage.bury(session.sid);
    core.session = undefined;
    // A new object even for who was signed out already: a log-in that is under way then comes too late.
    core.set({ status: 'signed-out' });
    // In the record before the late part is there: a page that is left now must not come back signed in.
    const written = core.storage.update((current = key && { key }) => {
      const over = current?.session ?? session;
      return current && over ? toRevoke({ ...current, session: undefined }, current.key, over) : current;
    });
    void this.#late().then((late) => late.signedOut(session, written));
    await written;
    if (core.storage.persistent) core.storage.bury();
  }

  /** Undefined when nobody is signed in, or when a refresh was due and did not succeed. */
  async getAccessToken(): Promise<string | undefined> {
    await this.#ready;
    return this.#core.session && (await this.#late()).accessToken();
  }

  async #start(): Promise<void> {
    const core = this.#core;
    const isUsable = !core.client.unusable;
    const record = isUsable
      ? await core.storage.update((current) => withoutBuried(core.storage, current))
      : undefined;
    // Unless a sign-out came first.
    if (core.state.status === 'unknown') core.adopt(record);
    if (isUsable) void this.#late();
  }

  /** Made at the first request that needs it: everything from a flow's start to its session is bound to it. */
  async #key(): Promise<CryptoKeyPair | undefined> {
    await this.#ready;
    const core = this.#core;
    if (core.client.unusable || core.key) return core.key;
    const key = await createKey();
    // The key that was kept first wins, so that two tabs starting at once agree.
    return (core.key = (await core.storage.update((current) => current ?? { key })).key);
  }

  async #ask<N extends Asking>(
    name: N,
    body: RequestOf<N>,
    signal: AbortSignal | undefined,
  ): Promise<Result<ResponseOf<N>>> {
    return this.#core.client.call(name, body, { key: await this.#key(), signal });
  }

  async #prove<N extends Proving>(
    name: N,
    body: RequestOf<N>,
    signal: AbortSignal | undefined,
  ): Promise<Result<SignInResult>> {
    const key = await this.#key();
    const from = this.state;
    const result: Result<Outcome> = await this.#core.client.call(name, body, { key, signal });
    if (result.ok && key) return (await this.#late()).settle(result.value, key, from);
    return this.state === from && !result.ok ? result : failure('superseded');
  }

  /** Once; after a failure again with the next subscriber, or when the network is back. */
  async #loadPortal(): Promise<void> {
    if (this.#portal || this.#isPortalAsked) return;
    this.#isPortalAsked = true;
    const { client } = this.#core;
    const result = await client.call('readPortal', undefined);
    this.#isPortalAsked = false;
    if (result.ok) {
      this.#portal = result.value;
    } else if (result.problem.code === 'network') {
      addEventListener('online', this.#onOnline, { once: true });
      return;
    } else if (result.problem.code === 'business-not-found') {
      advise(result.problem.code, client.backend);
      this.#isUnknown = true;
    } else return;
    this.#core.notify();
  }

  #onOnline = (): void => void this.#loadPortal();
}
