/** Tabs take turns. An optimisation only: any script of the page can steal a lock, and the backend copes with a race. */
import type { SessionCore } from '../session-core.ts';

/** Milliseconds: longer than one refresh takes, its time limit included. */
const patience = 10_000;

/** Runs `work` once, when its turn has come, or when waiting for that makes no sense. */
export async function inTurn<T>(
  { client }: SessionCore,
  work: () => Promise<T>,
  purpose = 'renewing',
): Promise<T> {
  let working: Promise<T> | undefined;
  const once = () => (working ??= work());
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), patience);
  try {
    await navigator.locks.request(
      `portal-elements:${client.backend}:${purpose}`,
      { signal: waiting.signal },
      () => {
        clearTimeout(timer);
        return once();
      },
    );
  } catch {
    // No locks in this engine or frame, not granted in time, or stolen: then the work is under way already.
  }
  clearTimeout(timer);
  return once();
}
