import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createGate } from '../../src/crypto/gate.ts';

/** Work that ends when the test says so. */
function held() {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  return {
    work: vi.fn(() => promise),
    finish: () => resolve('done'),
    fail: () => reject(new Error('broken')),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the gate', () => {
  it('runs as many as allowed and starts the next in order of arrival', async () => {
    const gate = createGate({ concurrency: 2, queue: 10, waitMs: 1_000 });
    const jobs = Array.from({ length: 4 }, held);
    const results = jobs.map((job) => gate.run(job.work));
    await vi.advanceTimersByTimeAsync(0);
    expect(jobs.map((job) => job.work.mock.calls.length)).toEqual([1, 1, 0, 0]);
    jobs[1]!.finish();
    await results[1];
    await vi.advanceTimersByTimeAsync(0);
    expect(jobs.map((job) => job.work.mock.calls.length)).toEqual([1, 1, 1, 0]);
    for (const job of jobs) job.finish();
    expect(await Promise.all(results)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('T17: turns away at once who finds the queue full', async () => {
    const gate = createGate({ concurrency: 1, queue: 1, waitMs: 1_000 });
    const [running, waiting, surplus] = [held(), held(), held()];
    const first = gate.run(running.work);
    const second = gate.run(waiting.work);
    expect(await gate.run(surplus.work)).toBe('busy');
    expect(surplus.work).not.toHaveBeenCalled();
    running.finish();
    waiting.finish();
    expect(await Promise.all([first, second])).toEqual(['done', 'done']);
  });

  it('T17: turns away who has waited too long, and that place is free for others', async () => {
    const gate = createGate({ concurrency: 1, queue: 1, waitMs: 1_500 });
    const [running, impatient, patient] = [held(), held(), held()];
    const first = gate.run(running.work);
    const second = gate.run(impatient.work);
    await vi.advanceTimersByTimeAsync(1_499);
    const stillWaiting = await Promise.race([second, Promise.resolve('waiting')]);
    expect(stillWaiting).toBe('waiting');
    await vi.advanceTimersByTimeAsync(1);
    expect(await second).toBe('busy');
    const third = gate.run(patient.work);
    running.finish();
    patient.finish();
    expect(await Promise.all([first, third])).toEqual(['done', 'done']);
    expect(impatient.work).not.toHaveBeenCalled();
  });

  it('does not count waiting against who got a turn', async () => {
    const gate = createGate({ concurrency: 1, queue: 1, waitMs: 1_000 });
    const [first, second] = [held(), held()];
    const results = [gate.run(first.work), gate.run(second.work)];
    await vi.advanceTimersByTimeAsync(900);
    first.finish();
    await results[0];
    await vi.advanceTimersByTimeAsync(5_000);
    second.finish();
    expect(await results[1]).toBe('done');
  });

  it('passes a failure on and gives the place to the next', async () => {
    const gate = createGate({ concurrency: 1, queue: 1, waitMs: 1_000 });
    const [broken, next] = [held(), held()];
    const first = gate.run(broken.work);
    const second = gate.run(next.work);
    broken.fail();
    next.finish();
    await expect(first).rejects.toThrow('broken');
    expect(await second).toBe('done');
    expect(await gate.run(async () => 'again')).toBe('again');
  });
});
