import { expect } from '@open-wc/testing';
import { eventually } from '../../src/internal/eventually.ts';

/** The three seconds between two tries, in no time. */
const { setTimeout } = globalThis;
beforeEach(() => void (globalThis.setTimeout = ((run: () => void) => setTimeout(run)) as typeof setTimeout));
afterEach(() => void (globalThis.setTimeout = setTimeout));

interface Flaky {
  answered: number;
}

describe('code that is loaded late', () => {
  it('comes after a failure that the browser remembers, once for all who ask', async () => {
    // The test server's: its first two answers are 503 (web-test-runner.config.mjs).
    const url = `/flaky-module.js?${crypto.randomUUID()}`;
    let uses = 0;
    const get = eventually(
      () => import(/* @vite-ignore */ url) as Promise<Flaky>,
      ({ answered }) => [++uses, answered],
    );
    const all = await Promise.all([get(), get()]);
    expect(all).to.deep.equal([
      [1, 3],
      [1, 3],
    ]);
  });

  it('is asked for as before after a failure that names no file', async () => {
    let tries = 0;
    const get = eventually(
      () =>
        ++tries < 3 ? Promise.reject(new Error('of the network')) : Promise.resolve({ answered: tries }),
      ({ answered }) => answered,
    );
    expect(await get()).to.equal(3);
  });
});
