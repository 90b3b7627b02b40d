import type { Dependencies, LimitKey, Tally } from './ports.ts';
import { rateLimited, type Result, succeed } from './result.ts';

/** What one request took from several counters, to be given back together. */
export class Budget {
  readonly #deps: Dependencies;
  readonly #taken: { key: LimitKey; tally: Tally }[] = [];

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  /** Fails with `rate-limited`. */
  async take(key: LimitKey, { limit, window }: { limit: number; window: number }): Promise<Result<Tally>> {
    const now = this.#deps.clock.now();
    const tally = await this.#deps.storage.counters.take(key, limit, window, now);
    if (!tally.isTaken) return rateLimited(tally.resetsAt, now);
    this.#taken.push({ key, tally });
    return succeed(tally);
  }

  async giveBack(): Promise<void> {
    for (const { key, tally } of this.#taken.splice(0)) {
      await this.#deps.storage.counters.giveBack(key, tally);
    }
  }
}
