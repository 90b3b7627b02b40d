/**
 * What a client does when a request fails: again, later, or not at all. Nothing of it is needed before
 * the first failure. Numbers: SECURITY numbers in docs/decisions/0003-numbers.md.
 */
import type { Callable } from '../answers.ts';
import type { CallOptions } from '../portal-client.ts';
import type { Failure } from '../result.ts';
import { knownEndpoints } from './known-endpoints.ts';

const passing = [408, 425, 502, 503, 504];
/** After these nobody knows whether the request was carried out. */
const unanswered: readonly string[] = ['network', 'timeout', 'idempotency-running'];

const mostRetries = 2;
/** A proof of work that is not accepted will not be the next time either. */
const mostChallenges = 2;
/** Seconds: a visitor waits no longer without being told. */
const mostPatience = 5;
/** Retries are at most this share of the calls, lest they keep down a backend that tries to get up … */
const retryShare = 0.1;
/** … but so many may come at once. */
const retriesAtOnce = 6;
const failuresToRest = 5;
const restMs = 30_000;
/** How long a request that got no answer, asked for again by the visitor, counts as the same one. */
const sameActMs = 60_000;

/** One act of the visitor or of the widget, as it goes through its attempts. */
export interface Act extends CallOptions {
  name: Callable;
  /** What is asked for, as one text. */
  what: string;
  /** Its Idempotency-Key. */
  id: string;
  /** `performance.now()` at which it ends, whatever became of it. */
  end: number;
  isNonceRenewed?: boolean;
  retries?: number;
  challenges?: number;
}

export class Trouble {
  #backend: string;
  #failures = 0;
  #restsUntil = 0;
  #allowance = retriesAtOnce;
  /** What is asked for → its act. */
  #lost = new Map<string, string>();

  constructor(backend: string) {
    this.#backend = backend;
    // Nothing is known of a backend that was out of reach only because this device was.
    addEventListener('online', () => this.#wakeUp());
  }

  /** The backend has failed so often that only a visitor's wish is worth a request. */
  get isResting(): boolean {
    return performance.now() < this.#restsUntil;
  }

  /** The same act, if the visitor tries again what got no answer: it may have been carried out. */
  idOf(what: string): string | undefined {
    const id = this.#lost.get(what);
    this.#lost.delete(what);
    return id;
  }

  succeeded(): void {
    this.#wakeUp();
    this.#allow(retryShare);
  }

  /** Undefined: try again, now. `status` is 0 when there was no answer. */
  async after(failed: Failure, status: number, act: Act): Promise<Failure | undefined> {
    // A backend may know codes that are newer than this widget.
    const code: string = failed.problem.code;
    if (!act.retries) this.#allow(retryShare);
    if (code === 'aborted') return failed;
    if (code === 'challenge-required') return meetChallenge(failed, act);

    if (status && status < 500) this.#wakeUp();
    else if (++this.#failures >= failuresToRest) this.#restsUntil = performance.now() + restMs;

    const delay = this.#delay(failed, status, act);
    if (delay !== undefined) {
      this.#allow(-1);
      await pause(delay, act.signal);
      return undefined;
    }
    if (unanswered.includes(code)) this.#lose(act);
    return code === 'network' ? explain(failed, this.#backend) : failed;
  }

  /** Milliseconds, full jitter; undefined: do not retry. */
  #delay({ problem: { code, retryAfter } }: Failure, status: number, act: Act): number | undefined {
    const { retries = 0 } = act;
    const isHopeful =
      passing.includes(status) ||
      code === 'network' ||
      code === 'idempotency-running' ||
      (status === 429 && retryAfter !== undefined);
    // A POST has its Idempotency-Key, PUT and PATCH say what shall be; a DELETE that was done is refused the second time.
    const mayRepeat = knownEndpoints[act.name].method !== 'DELETE';
    const wait = retryAfter ?? 0;
    if (!isHopeful || !mayRepeat || wait > mostPatience || retries >= mostRetries || this.#allowance < 1)
      return undefined;
    const delay = wait * 1000 + Math.random() * 300 * 2 ** retries;
    act.retries = retries + 1;
    return performance.now() + delay < act.end ? delay : undefined;
  }

  /** For a minute only: what is asked for holds what the visitor typed. */
  #lose({ what, id }: Act): void {
    this.#lost.set(what, id);
    setTimeout(() => this.#lost.get(what) === id && this.#lost.delete(what), sameActMs);
  }

  /** The backend is up: nothing that it failed at before counts. */
  #wakeUp(): void {
    this.#failures = 0;
    this.#restsUntil = 0;
  }

  #allow(more: number): void {
    this.#allowance = Math.min(retriesAtOnce, this.#allowance + more);
  }
}

/** Ends early when the caller gives up. */
function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal?.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}

/** Solves it and tries again; the visitor's device needed the time, so the act has all of its own anew. */
async function meetChallenge(failed: Failure, act: Act): Promise<Failure | undefined> {
  const { challenges = 0 } = act;
  if (challenges >= mostChallenges) return failed;
  const started = performance.now();
  try {
    const { solve } = await import('./challenge.ts');
    const answer = await solve(failed.problem.challenge, act.signal);
    if (answer === undefined) return failed;
    act.challenges = challenges + 1;
    act.headers = { ...act.headers, 'Portal-Challenge': answer };
    act.end += performance.now() - started;
    return undefined;
  } catch {
    return failed;
  }
}

/** A failed fetch says nothing. Without the code that finds out more, it stays so. */
async function explain(failed: Failure, backend: string): Promise<Failure> {
  try {
    const { diagnose } = await import('./diagnosis.ts');
    return (await diagnose(backend)) ?? failed;
  } catch {
    return failed;
  }
}
