/**
 * Empties a queue that stands in the database, turn by turn. Any number of workers may share one queue: a lease keeps them
 * apart, and a worker that dies loses its leases by time.
 */

const POLL_MS = 1_000;

export interface QueueWorkerParts<Item> {
  /** What is due now, for this worker alone; none: all is done. */
  lease(): Promise<Item[]>;
  /** Once for all that were leased together. */
  prepare?(items: readonly Item[]): Promise<void>;
  /** True when it was sent. Rejects only when the database does; the lease then runs out. */
  handle(item: Item): Promise<boolean>;
  /** A turn that failed, because the database is away for a moment: the next turn tries again. */
  onFailure(reason: string): void;
}

export interface QueueWorker {
  /** Handles all that is due now, and says how many were sent. */
  drain(): Promise<number>;
  start(): void;
  /** Looks now instead of at the next turn. */
  wake(): void;
  /** Resolves when what was being sent is done. */
  stop(): Promise<void>;
}

export function createQueueWorker<Item>({
  lease,
  prepare,
  handle,
  onFailure,
}: QueueWorkerParts<Item>): QueueWorker {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state: 'idle' | 'started' | 'stopping' = 'idle';
  let turn: Promise<void> | undefined;
  let isWoken = false;

  async function drain(): Promise<number> {
    let sent = 0;
    while (state !== 'stopping') {
      const items = await lease();
      if (items.length === 0) break;
      await prepare?.(items);
      // Settled, not raced: a drain that ends early would leave what is in flight behind `stop`.
      for (const result of await Promise.allSettled(items.map(handle))) {
        if (result.status === 'rejected') throw result.reason;
        if (result.value) sent += 1;
      }
    }
    return sent;
  }

  function schedule(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      turn = takeTurn();
    }, delay);
  }

  async function takeTurn(): Promise<void> {
    isWoken = false;
    try {
      await drain();
    } catch (error) {
      onFailure(error instanceof Error ? error.name : 'unknown');
    }
    turn = undefined;
    if (state === 'started') schedule(isWoken ? 0 : POLL_MS);
  }

  return {
    drain,
    start() {
      if (state === 'started') return;
      state = 'started';
      schedule(0);
    },
    wake() {
      isWoken = true;
      if (state === 'started' && !turn) schedule(0);
    },
    async stop() {
      state = 'stopping';
      clearTimeout(timer);
      await turn;
      state = 'idle';
    },
  };
}
