/** Seconds until something is allowed again, or is over. Counted to a deadline, so a sleeping laptop stays right. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class Countdown implements ReactiveController {
  #host: ReactiveControllerHost;
  #deadline: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, seconds: number) {
    this.#host = host;
    this.#deadline = Date.now() + seconds * 1000;
    host.addController(this);
  }

  /** Whole seconds; 0 when it is over. */
  get left(): number {
    return Math.max(0, Math.ceil((this.#deadline - Date.now()) / 1000));
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
    const rest = (this.#deadline - Date.now()) % 1000 || 1000;
    this.#timer = setTimeout(() => this.hostConnected(), rest);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
