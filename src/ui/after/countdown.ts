/**
 * Seconds until something is allowed again, or is over. By two clocks, and the one on which more has passed counts: the
 * visitor's may be set back, and in some browsers the other stands still while a laptop sleeps.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class Countdown implements ReactiveController {
  #host: ReactiveControllerHost;
  #length: number;
  #steady = performance.now();
  #wall = Date.now();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, seconds: number) {
    this.#host = host;
    this.#length = seconds * 1000;
    host.addController(this);
  }

  /** Whole seconds; 0 when it is over. */
  get left(): number {
    return Math.max(0, Math.ceil(this.#rest / 1000));
  }

  /** Milliseconds. */
  get #rest(): number {
    return this.#length - Math.max(performance.now() - this.#steady, Date.now() - this.#wall);
  }

  /** For who no longer waits. */
  stop(): void {
    this.hostDisconnected();
    this.#host.removeController(this);
  }

  hostConnected(): void {
    this.hostDisconnected();
    this.#host.requestUpdate();
    if (!this.left) return this.stop();
    // To the next change of the number, not a second from now: interval drift would skip numbers.
    this.#timer = setTimeout(() => this.hostConnected(), this.#rest % 1000 || 1000);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
