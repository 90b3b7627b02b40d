import { expect, it, vi } from 'vitest';
import { startPurge } from '../src/purge.ts';

it('goes on until nothing is left, and pauses between the batches', async () => {
  let left = 3_500;
  const purge = vi.fn(async (_: number, most: number) => {
    const taken = Math.min(left, most);
    left -= taken;
    return taken === most;
  });
  const purging = startPurge({ purge }, () => {}, { intervalMs: 5, pauseMs: 1 });
  await vi.waitFor(() => expect(left).toBe(0));
  purging.stop();
  await purging.done();
  expect(purge.mock.calls.every(([, most]) => most === 1_000)).toBe(true);
});

it('stops although there is more', async () => {
  const purge = vi.fn(async () => true);
  const purging = startPurge({ purge }, () => {}, { intervalMs: 5, pauseMs: 1 });
  await vi.waitFor(() => expect(purge).toHaveBeenCalled());
  purging.stop();
  await purging.done();
  const { length } = purge.mock.calls;
  await new Promise((resume) => setTimeout(resume, 30));
  expect(purge).toHaveBeenCalledTimes(length);
});

it('reports a failure and goes on at the next turn', async () => {
  const log = vi.fn();
  const purge = vi.fn(async () => false).mockRejectedValueOnce(new Error('away'));
  const purging = startPurge({ purge }, log, { intervalMs: 5 });
  await vi.waitFor(() => expect(purge.mock.calls.length).toBeGreaterThan(1));
  purging.stop();
  expect(log).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ event: 'purge-failed' }));
});
