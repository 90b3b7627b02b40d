/** Has the apps told, again and again, of those who have logged out. */
import { describeError, type Log } from './log.ts';

const POLL_MS = 1_000;

/** `stop` resolves when what was being sent is done. */
export function startLogOuts(tellApps: () => Promise<void>, log: Log): { stop(): Promise<void> } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  let turn = take();

  async function take(): Promise<void> {
    await tellApps().catch((error: unknown) =>
      // The database is away for a moment: the next turn tries again.
      log({ level: 'error', event: 'log-outs-failed', ...describeError(error) }),
    );
    if (!isStopped) timer = setTimeout(() => (turn = take()), POLL_MS);
  }

  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await turn;
    },
  };
}
