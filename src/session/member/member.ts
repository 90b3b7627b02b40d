/** What a visitor can do once signed in: requests with an access token, and those that renew or end the session. */
import { accountHeader } from '../../api/after/later.ts';
import type { Callable } from '../../api/answers.ts';
import { failure, type Failure, type Result } from '../../api/result.ts';
import type { PartEndpoints } from '../../contract/all-endpoints.ts';
import type { endpoints } from '../../contract/endpoints.ts';
import type {
  FlowStarted,
  Me,
  RequestOf,
  ResponseOf,
  SessionGrant,
  SessionList,
} from '../../contract/operations.ts';
import type { LateSession } from '../after/late-session.ts';
import type { SessionCore } from '../session-core.ts';
import type { StoredSession } from '../session-record.ts';
import { SharedMe } from './shared-me.ts';

type Endpoints = typeof endpoints & PartEndpoints;
type WithToken<N extends keyof Endpoints> = N extends N
  ? Endpoints[N]['credential'] extends 'token'
    ? N
    : never
  : never;
/** Endpoints that take an access token. */
export type Authorized = WithToken<keyof Endpoints> & Callable;
/** Of those, whose answer is a new session. */
type Renewing = 'switchAccount' | 'stepUpWithPassword' | 'verifyStepUpCode' | 'verifyEmailChange';

interface Options {
  signal?: AbortSignal | undefined;
  /** For a path with `{id}`. */
  target?: string | undefined;
  /** What stands behind the path. */
  query?: URLSearchParams | undefined;
}

export class Member {
  /** `me`, asked once for all elements of the page. */
  readonly shared: SharedMe;
  #core: SessionCore;
  #late: LateSession;

  constructor(core: SessionCore, late: LateSession) {
    this.#core = core;
    this.#late = late;
    this.shared = new SharedMe(core, () => this.me());
  }

  /**
   * One request for the account that is shown now. Should another tab switch meanwhile, nothing is sent or applied:
   * `account-changed`. A token that is refused is refreshed once.
   */
  authorized<N extends Authorized>(
    name: N,
    body: RequestOf<N>,
    options: Options = {},
  ): Promise<Result<ResponseOf<N>>> {
    return this.#send(name, body, options);
  }

  me(signal?: AbortSignal): Promise<Result<Me>> {
    return this.authorized('readMe', undefined, { signal });
  }

  /** Of all the account's devices, this one included. */
  sessions(signal?: AbortSignal): Promise<Result<SessionList>> {
    return this.authorized('listSessions', undefined, { signal });
  }

  /** Logs out another device. `id`: from `sessions`. */
  endSession(id: string, signal?: AbortSignal): Promise<Result<undefined>> {
    return this.authorized('revokeSession', undefined, { target: id, signal });
  }

  /** Logs out every device, this one included. */
  signOutEverywhere(signal?: AbortSignal): Promise<Result<undefined>> {
    return this.#end('revokeAllSessions', false, signal);
  }

  /** To another account of `me`. `password`: the other account's, after the answer `step-up-required`. */
  switchAccount(body: RequestOf<'switchAccount'>, signal?: AbortSignal): Promise<Result<'signed-in'>> {
    return this.#renew('switchAccount', body, signal);
  }

  /** Proves again who is here, for what the answer `step-up-required` refused. */
  stepUpWithPassword(
    body: RequestOf<'stepUpWithPassword'>,
    signal?: AbortSignal,
  ): Promise<Result<'signed-in'>> {
    return this.#renew('stepUpWithPassword', body, signal);
  }

  /** … by a code, for an account without a password: it goes to the account's email. */
  requestStepUpCode(signal?: AbortSignal): Promise<Result<FlowStarted>> {
    return this.authorized('requestStepUpCode', undefined, { signal });
  }

  verifyStepUpCode(body: RequestOf<'verifyStepUpCode'>, signal?: AbortSignal): Promise<Result<'signed-in'>> {
    return this.#renew('verifyStepUpCode', body, signal);
  }

  /** The account's other devices are logged out by it. */
  changePassword(body: RequestOf<'changePassword'>, signal?: AbortSignal): Promise<Result<undefined>> {
    return this.authorized('changePassword', body, { signal });
  }

  /** A code goes to the new email. */
  requestEmailChange(
    body: RequestOf<'requestEmailChange'>,
    signal?: AbortSignal,
  ): Promise<Result<FlowStarted>> {
    return this.authorized('requestEmailChange', body, { signal });
  }

  verifyEmailChange(
    body: RequestOf<'verifyEmailChange'>,
    signal?: AbortSignal,
  ): Promise<Result<'signed-in'>> {
    return this.#renew('verifyEmailChange', body, signal);
  }

  /** Nothing is left of it in this browser either, the key included. */
  deleteAccount(signal?: AbortSignal): Promise<Result<undefined>> {
    return this.#end('deleteAccount', true, signal);
  }

  async #end(
    name: 'revokeAllSessions' | 'deleteAccount',
    isAccountGone: boolean,
    signal: AbortSignal | undefined,
  ): Promise<Result<undefined>> {
    let session: StoredSession | undefined;
    const result = await this.#send(name, undefined, { signal }, (call, used) => {
      session = used;
      return call();
    });
    if (result.ok) await this.#late.ended(session, isAccountGone);
    return result;
  }

  async #renew<N extends Renewing>(
    name: N,
    body: RequestOf<N>,
    signal: AbortSignal | undefined,
  ): Promise<Result<'signed-in'>> {
    let kept: Result<'signed-in'> | undefined;
    const result: Result<SessionGrant> = await this.#send(name, body, { signal }, (call, { sid }, key) =>
      // A refresh beside it, in any tab, would find its session ended.
      this.#late.inTurn(async () => {
        const answer: Result<SessionGrant> = await call();
        if (answer.ok) kept = await this.#late.renew(answer.value, key, sid);
        return answer as Result<ResponseOf<N>>;
      }),
    );
    return kept ?? (result.ok ? failure('superseded') : result);
  }

  async #send<N extends Authorized>(
    name: N,
    body: RequestOf<N>,
    { target, query, signal }: Options,
    renew?: (
      call: () => Promise<Result<ResponseOf<N>>>,
      session: StoredSession,
      key: CryptoKeyPair,
    ) => Promise<Result<ResponseOf<N>>>,
  ): Promise<Result<ResponseOf<N>>> {
    const core = this.#core;
    const asked = core.session?.account.id;
    await this.#late.look();
    for (let refused: string | undefined; ;) {
      const token = await this.#late.token(refused);
      const { key, session } = core;
      if (!key || !session || asked === undefined || session.account.id !== asked) return this.#moved(asked);
      if (!token.ok) {
        // Another tab has renewed the session of the same account.
        if (token.problem.code === 'superseded') continue;
        return token;
      }
      const headers = { [accountHeader]: asked };
      if (signal?.aborted) return failure('aborted');
      // Past this point a renewal is not given up: the backend has ended the old session, and the new one must be kept.
      const options = {
        key,
        token: token.value,
        target,
        query: query && `?${query}`,
        signal: renew ? undefined : signal,
        headers,
      };
      const call = () => core.client.call(name, body, options);
      const result = await (renew ? renew(call, session, key) : call());
      // One account's data must not be shown as another's.
      if (!renew && core.session?.account.id !== asked) return this.#moved(asked);
      if (!result.ok && result.problem.code === 'token-invalid' && refused === undefined) {
        refused = token.value;
        continue;
      }
      return result;
    }
  }

  #moved(asked: string | undefined): Failure {
    return failure(asked !== undefined && this.#core.session ? 'account-changed' : 'session-ended');
  }
}

export const member = (core: SessionCore, late: LateSession): Member => new Member(core, late);
