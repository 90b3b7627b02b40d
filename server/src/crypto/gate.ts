/**
 * Lets a bounded number of expensive calls run, a bounded number wait for a bounded time, and turns
 * the rest away at once: without it a burst of logins takes the machine's memory (SECURITY T17).
 */
export interface GateLimits {
  /** Calls that run at the same time. */
  concurrency: number;
  /** Calls that may wait for their turn. */
  queue: number;
  /** Longest wait, milliseconds. */
  waitMs: number;
}

export interface Gate {
  /** The result of `work`, its rejection, or `busy` when it was not even started. */
  run<T>(work: () => Promise<T>): Promise<T | 'busy'>;
}

export function createGate({ concurrency, queue, waitMs }: GateLimits): Gate {
  let running = 0;
  /** In order of arrival; calling one gives it the place that has become free. */
  const waiting = new Set<() => void>();

  function turn(): Promise<'go' | 'busy'> {
    if (running < concurrency) {
      running++;
      return Promise.resolve('go');
    }
    if (waiting.size >= queue) return Promise.resolve('busy');
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(timer);
        waiting.delete(go);
        resolve('go');
      };
      const timer = setTimeout(() => {
        waiting.delete(go);
        resolve('busy');
      }, waitMs);
      waiting.add(go);
    });
  }

  function leave(): void {
    const [next] = waiting;
    // The place is handed on, not freed: a newcomer must not overtake who waits.
    if (next) next();
    else running--;
  }

  return {
    async run(work) {
      if ((await turn()) === 'busy') return 'busy';
      try {
        return await work();
      } finally {
        leave();
      }
    },
  };
}
