/** Deletes what is over, every minute, until nothing of it is left. */
import type { Storage } from './domain/ports.ts';
import { describeError, type Log } from './log.ts';

const defaults = {
  intervalMs: 60_000,
  /** Rows of a kind at a time, so that a purge never holds the database for long … */
  rows: 1_000,
  /**
   * … and the pause before the next ones, in which requests go on. Every proof is a row: one batch a
   * minute would fall behind at 17 requests a second, and the tables grow for ever.
   */
  pauseMs: 100,
};

export function startPurge(
  storage: Pick<Storage, 'purge'>,
  log: Log,
  options: Partial<typeof defaults> = {},
) {
  const { intervalMs, rows, pauseMs } = { ...defaults, ...options };
  let isStopped = false;
  let current: Promise<void> | undefined;

  async function purgeAll(): Promise<void> {
    while (!isStopped && (await storage.purge(Date.now(), rows))) {
      await new Promise((resume) => setTimeout(resume, pauseMs));
    }
  }

  const timer = setInterval(() => {
    current ??= purgeAll()
      .catch((error: unknown) => log({ level: 'error', event: 'purge-failed', ...describeError(error) }))
      .finally(() => (current = undefined));
  }, intervalMs);
  return {
    stop() {
      isStopped = true;
      clearInterval(timer);
    },
    done: () => current,
  };
}
