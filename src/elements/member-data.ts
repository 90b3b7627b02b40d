/** What an element shows of the account that is signed in: loaded when that is known, dropped when it is another's. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionController } from '../session/session-controller.ts';
import type { SessionStore } from '../session/session-store.ts';
import type { Problem, Result } from '../session/types.ts';
import { RequestController } from './request.ts';

export type Member = Awaited<ReturnType<SessionStore['member']>>;

/** Says that the session moved on, which the session itself says, too. */
const moved: readonly Problem['code'][] = ['account-changed', 'session-ended'];

export class MemberData<T extends object> implements ReactiveController {
  /** Nothing before the first answer. Stays while newer data is asked for, and when that fails. */
  value: T | undefined;
  readonly request: RequestController;
  #host: ReactiveControllerHost & HTMLElement;
  #session: SessionController;
  #load: (member: Member, signal: AbortSignal) => Promise<Result<T>>;
  /** Whose data it is, or will be. */
  #account: string | undefined;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    session: SessionController,
    load: (member: Member, signal: AbortSignal) => Promise<Result<T>>,
  ) {
    this.#host = host;
    this.#session = session;
    this.#load = load;
    this.request = new RequestController(host);
    host.addController(this);
  }

  /** Before each render, so that nothing of another account is ever shown. */
  hostUpdate(): void {
    const { state } = this.#session;
    const account = state.status === 'signed-in' ? state.account.id : undefined;
    if (account === this.#account) return;
    this.#account = account;
    this.value = undefined;
    if (this.request.isPending || this.request.problem) this.request.clear();
    if (account !== undefined) void this.reload();
  }

  /** An element that left the page and comes back asks again. */
  hostDisconnected(): void {
    if (!this.value) this.#account = undefined;
  }

  /** Asks anew; what is there stays meanwhile. */
  reload = async (): Promise<void> => {
    const { store } = this.#session;
    const account = this.#account;
    if (!store || account === undefined) return;
    if (this.request.isPending) this.request.clear();
    const value = await this.request.run(
      async (signal) => this.#load(await store.member(), signal),
      this.reload,
    );
    if (account !== this.#account) return;
    if (value) this.set(value);
    else if (this.request.problem && moved.includes(this.request.problem.code)) this.request.clear();
  };

  /** What an act has answered in the loaded data's place. */
  set(value: T): void {
    this.value = value;
    this.#host.requestUpdate();
  }
}
