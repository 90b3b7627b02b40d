import { expect } from '@open-wc/testing';
import type { ReactiveController } from 'lit';
import { Countdown } from '../../src/ui/after/countdown.ts';

/** A host and a clock that move only when the test says so. */
function stage() {
  const real = {
    now: Date.now,
    steady: performance.now,
    set: globalThis.setTimeout,
    clear: globalThis.clearTimeout,
  };
  let now = 1_000_000;
  /** What the visitor's clock is ahead of the other: by sleep, or because somebody set it. */
  let ahead = 0;
  const timers = new Map<number, { at: number; run: () => void }>();
  let ids = 0;
  Date.now = () => now + ahead;
  performance.now = () => now;
  globalThis.setTimeout = ((run: () => void, delay: number) => {
    timers.set(++ids, { at: now + delay, run });
    return ids;
  }) as unknown as typeof setTimeout;
  globalThis.clearTimeout = ((id: number) => timers.delete(id)) as unknown as typeof clearTimeout;
  const controllers = new Set<ReactiveController>();
  return {
    timers,
    controllers,
    updates: 0,
    addController(controller: ReactiveController) {
      controllers.add(controller);
      controller.hostConnected?.();
    },
    removeController: (controller: ReactiveController) => void controllers.delete(controller),
    requestUpdate() {
      this.updates++;
    },
    updateComplete: Promise.resolve(true),
    /** Lets time pass and fires what is due in between, in order. */
    pass(ms: number) {
      const end = now + ms;
      for (;;) {
        const due = [...timers].sort(([, a], [, b]) => a.at - b.at).find(([, { at }]) => at <= end);
        if (!due) break;
        timers.delete(due[0]);
        now = due[1].at;
        due[1].run();
      }
      now = end;
    },
    /** The lid is closed: time passes, no timer fires, and one of the clocks stands still. */
    sleep(ms: number) {
      ahead += ms;
    },
    setClock(ms: number) {
      ahead += ms;
    },
    end() {
      Date.now = real.now;
      performance.now = real.steady;
      globalThis.setTimeout = real.set;
      globalThis.clearTimeout = real.clear;
    },
  };
}

describe('Countdown', () => {
  let host: ReturnType<typeof stage>;
  beforeEach(() => void (host = stage()));
  afterEach(() => host.end());

  it('shows every second once and then rests', () => {
    const countdown = new Countdown(host, 3);
    const seen = [countdown.left];
    for (let i = 0; i < 3; i++) {
      host.pass(1000);
      seen.push(countdown.left);
    }
    expect(seen).to.deep.equal([3, 2, 1, 0]);
    expect(host.updates).to.equal(4);
    expect(host.timers.size).to.equal(0);
    expect(host.controllers.size).to.equal(0);
  });

  it('does not grow when the clock is set back', () => {
    const countdown = new Countdown(host, 60);
    host.pass(10_000);
    host.setClock(-3_600_000);
    expect(countdown.left).to.equal(50);
    host.pass(50_000);
    expect(countdown.left).to.equal(0);
    expect(host.controllers.size).to.equal(0);
  });

  it('is right again at once after the device slept', () => {
    const countdown = new Countdown(host, 60);
    host.sleep(45_500);
    expect(countdown.left).to.equal(15);
    host.pass(15_000);
    expect(countdown.left).to.equal(0);
  });

  it('keeps no timer while its element is off the page', () => {
    const countdown = new Countdown(host, 10);
    countdown.hostDisconnected();
    expect(host.timers.size).to.equal(0);
    host.sleep(4000);
    countdown.hostConnected();
    expect(countdown.left).to.equal(6);
    expect(host.timers.size).to.equal(1);
    countdown.stop();
    expect(host.timers.size).to.equal(0);
  });
});
