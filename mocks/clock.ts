/** The mock server's clock: the real one, moved forward by tests and demos. */
import type { Clock } from '../server/src/domain/ports.ts';

export class MovableClock implements Clock {
  #ahead = 0;

  now(): number {
    return Date.now() + this.#ahead;
  }

  /** Only the server's time moves: timers in the page keep running on the browser's. */
  advance(ms: number): void {
    this.#ahead += ms;
  }
}
