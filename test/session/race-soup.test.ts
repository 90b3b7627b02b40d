/**
 * Three tabs of one browser, in which things happen at random moments, on a network and a storage that are slow at
 * random. Written down are only the rules that must hold whatever happens.
 */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import type { SessionStore } from '../../src/session/session-store.ts';
import { CountingBackend, openTab, SharedDisk } from '../support/shared-browser.ts';
import { stateOf } from '../support/state-of.ts';

const races = 1000;
/** At a time: most of a race is waiting. */
const together = 100;
const accounts = ['ada', 'shop', 'club'];

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

const act = fc.record({
  tab: fc.nat(2),
  /** Milliseconds after the start. */
  at: fc.nat(60),
  what: fc.constantFrom('log in', 'log in', 'log out', 'switch', 'switch', 'refresh', 'ask', 'ask'),
  account: fc.constantFrom(...accounts),
});
const race = fc.record({
  acts: fc.array(act, { minLength: 3, maxLength: 14 }),
  /** Longest waits in milliseconds. */
  network: fc.nat(20),
  disk: fc.nat(4),
  seed: fc.nat(),
});
type Race = typeof race extends fc.Arbitrary<infer T> ? T : never;

/** The same delays for the same seed, as far as the browser's timers are. */
function dice(seed: number) {
  let state = seed >>> 0;
  return (most: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 32) * most;
  };
}

const shown = ({ state }: SessionStore) => (state.status === 'signed-in' ? state.account.id : undefined);

/** What went wrong, in words. */
async function run({ acts, network, disk: slowness, seed }: Race): Promise<string[]> {
  const wrong: string[] = [];
  const roll = dice(seed);
  const backend = new CountingBackend();
  // Half of the races with tokens that are due again after 24 ms.
  backend.tokenLife = seed % 2 ? 300 : 0.03;
  const disk = new SharedDisk();
  const first = openTab(backend, disk.storage());
  await first.signInWithPassword({ email: 'ada@example.com', password: 'ada' });
  const tabs = [first, openTab(backend, disk.storage()), openTab(backend, disk.storage())];
  // All code is there, and everybody is signed in: else the race would be over before it begins.
  await Promise.all(tabs.map((tab) => tab.member().then(() => stateOf(tab))));
  backend.delay = () => pause(roll(network));
  disk.delay = () => (slowness ? pause(roll(slowness)) : undefined);

  await Promise.all(
    acts.map(async ({ tab: index, at, what, account }) => {
      const tab = tabs[index]!;
      await pause(at);
      switch (what) {
        case 'log in':
          await tab.signInWithPassword({ email: 'ada@example.com', password: account });
          break;
        case 'log out':
          await tab.signOut();
          break;
        case 'switch':
          await (await tab.member()).switchAccount({ account });
          break;
        case 'refresh':
          await tab.getAccessToken();
          break;
        default: {
          const member = await tab.member();
          const before = shown(tab);
          const me = await member.me();
          if (!me.ok) break;
          const { id } = me.value.account;
          if (id !== before) wrong.push(`tab ${index} showed ${before}, and was told of ${id}`);
          if (id !== shown(tab)) wrong.push(`tab ${index} shows ${shown(tab)}, and is given ${id}`);
        }
      }
    }),
  );

  // Messages, the look that follows them within a second, and the news for the backend.
  const settled = () => {
    const kept = disk.record?.session;
    const isSame = tabs.every((tab) => shown(tab) === kept?.account.id);
    return isSame && backend.alive.join() === (kept?.sid ?? '') && !disk.record?.revoking?.length;
  };
  for (const end = performance.now() + 10_000; !settled() && performance.now() < end;) await pause(50);
  if (!settled())
    wrong.push(
      `in the end tabs show ${tabs.map(shown).join('|')}, kept is ${disk.record?.session?.account.id} ${
        disk.record?.session?.sid
      }, alive on the server ${backend.alive.join('|')}`,
    );
  if (backend.thefts) wrong.push('a token came that was too old');
  return wrong;
}

describe('three tabs in a race', () => {
  it(`T27: ${races} races of log-in, log-out, switch and refresh: never two accounts in one tab, no session left over`, async function () {
    this.timeout(170_000);
    const seed = Date.now() % 2 ** 31;
    const samples = fc.sample(race, { numRuns: races, seed });
    for (let start = 0; start < races; start += together) {
      const results = await Promise.all(
        samples.slice(start, start + together).map(async (one) => ({ one, wrong: await run(one) })),
      );
      const failed = results.filter(({ wrong }) => wrong.length);
      // The smallest says most.
      failed.sort((a, b) => a.one.acts.length - b.one.acts.length);
      const [worst] = failed;
      const count = `${failed.length} of ${start + together} races, seed ${seed}`;
      expect(worst && `${count}: ${JSON.stringify(worst)}`).to.equal(undefined);
      // The channels of races that are over: an engine has only so many.
      dispatchEvent(Object.assign(new Event('pagehide'), { persisted: false }));
    }
  });
});
