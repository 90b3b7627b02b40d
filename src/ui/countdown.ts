/** Seconds until something is allowed again, or is over. Counted to a deadline, so a sleeping laptop stays right. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class Countdown implements ReactiveController {
  #host: ReactiveControllerHost;
  #deadline: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Whole seconds, 0 when it is over, `undefined` when none was started. */
  get left(): number | undefined {
    return this.#deadline === undefined
      ? undefined
      : Math.max(0, Math.ceil((this.#deadline - Date.now()) / 1000));
  }

  start(seconds: number): void {
    this.#deadline = Date.now() + seconds * 1000;
    this.hostConnected();
  }

  stop(): void {
    this.#deadline = undefined;
    this.hostDisconnected();
  }

  hostConnected(): void {
    clearTimeout(this.#timer);
    this.#host.requestUpdate();
    if (!this.left) return;
    // To the next change of the number, not a second from now: interval drift would skip numbers.
    const rest = (this.#deadline! - Date.now()) % 1000 || 1000;
    this.#timer = setTimeout(() => this.hostConnected(), rest);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
