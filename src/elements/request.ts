/** One request of an element at a time: what became of it, and its end when the element leaves the page. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem, Result } from '../session/types.ts';

export type RequestState =
  { status: 'idle' } | { status: 'pending' } | { status: 'failed'; problem: Problem; retry: () => void };

export class RequestController implements ReactiveController {
  state: RequestState = { status: 'idle' };
  #host: ReactiveControllerHost & HTMLElement;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  get isPending(): boolean {
    return this.state.status === 'pending';
  }

  get problem(): Problem | undefined {
    return this.state.status === 'failed' ? this.state.problem : undefined;
  }

  /** Resolves to the value, or to `undefined` when there is none to go on with: then `state` says why. */
  async run<T extends object | string>(
    operation: (signal: AbortSignal) => Promise<Result<T>>,
    retry: () => void,
  ): Promise<T | undefined> {
    if (this.isPending) return undefined;
    const abort = (this.#abort = new AbortController());
    this.#become({ status: 'pending' });
    const result = await operation(abort.signal);
    // Removed and put back meanwhile: this answer belongs to nobody.
    if (abort.signal.aborted) return undefined;
    if (result.ok) {
      this.#become({ status: 'idle' });
      return result.value;
    }
    const { problem } = result;
    if (problem.code === 'aborted' || problem.code === 'superseded') this.#become({ status: 'idle' });
    else this.fail(problem, retry);
    return undefined;
  }

  /** Also for what is known without asking: an empty field. */
  fail(problem: Problem, retry: () => void): void {
    this.#become({ status: 'failed', problem, retry });
    this.#host.dispatchEvent(
      new CustomEvent('portal-failed', { detail: { code: problem.code }, bubbles: true, composed: true }),
    );
  }

  /** Gives up what is under way and forgets the last failure. */
  clear(): void {
    this.#abort?.abort();
    this.#become({ status: 'idle' });
  }

  hostDisconnected(): void {
    if (this.isPending) this.clear();
  }

  #become(state: RequestState) {
    this.state = state;
    this.#host.requestUpdate();
  }
}
