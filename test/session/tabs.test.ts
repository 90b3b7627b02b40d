import { expect } from '@open-wc/testing';
import { RecordStorage } from '../../src/session/record-storage.ts';
import { failure } from '../../src/api/result.ts';
import { SessionStore } from '../../src/session/session-store.ts';
import type { SessionState } from '../../src/session/types.ts';
import { accountOf, CountingBackend, openTab, transition } from '../support/shared-browser.ts';
import { patience } from '../support/patience.ts';
import { stateOf } from '../support/state-of.ts';
import { travel } from '../support/travel.ts';
import { waitUntil } from '../support/wait-until.ts';

const hours = 3_600_000;
const credentials = { email: 'ada@example.com', password: 'ada' };
const signedIn = (account: string): SessionState => ({
  status: 'signed-in',
  account: accountOf(account),
  persistent: true,
});

/** The first tab signs in, the others find that when they open. */
async function openTabs(count: number, backend = new CountingBackend()) {
  const first = openTab(backend);
  await first.signInWithPassword(credentials);
  const tabs: [SessionStore, ...SessionStore[]] = [first];
  // One after the other: thirty at once can keep a busy machine's storage from answering in its second.
  while (tabs.length < count) {
    const tab = openTab(backend);
    await stateOf(tab);
    tabs.push(tab);
  }
  return { backend, tabs };
}

const shows = (tab: SessionStore, state: SessionState) =>
  waitUntil(
    () => JSON.stringify(tab.state) === JSON.stringify(state),
    `shows ${JSON.stringify(state)}, not ${JSON.stringify(tab.state)}`,
  );

/** Puts something in the place of a global's member for the rest of the test. */
const mends: (() => void)[] = [];
function replace<T extends object>(object: T, name: keyof T, value: unknown): void {
  const own = Object.getOwnPropertyDescriptor(object, name);
  Object.defineProperty(object, name, { value, configurable: true, writable: true });
  mends.push(() =>
    own ? Object.defineProperty(object, name, own) : void Reflect.deleteProperty(object, name),
  );
}
afterEach(() => {
  for (const mend of mends.splice(0)) mend();
});

const locks: Record<string, () => void> = {
  'take turns': () => {},
  'have no locks': () => replace(navigator, 'locks', undefined),
  'have their locks stolen': () => {
    const { locks } = navigator;
    const steal = (name: string, options: LockOptions, work: () => Promise<unknown>) =>
      locks.request(name, { ...options }, () => {
        void locks.request(name, { steal: true }, () => {});
        return work();
      });
    replace(navigator, 'locks', { request: steal });
  },
};

describe('T12: thirty tabs that wake after eight hours', () => {
  for (const [how, prepare] of Object.entries(locks)) {
    it(`rotate once, and nobody is logged out, a hundred times over: tabs that ${how}`, async function () {
      this.timeout(90_000);
      const { backend, tabs } = await openTabs(30);
      prepare();
      for (let run = 1; run <= 100; run++) {
        travel(8 * hours);
        const tokens = await Promise.all(tabs.map((tab) => tab.getAccessToken()));
        expect(backend.rotations, `rotations after ${run} nights`).to.equal(run);
        expect([...new Set(tokens)], 'tokens').to.have.length(1);
        expect(tokens[0], 'the newest').to.include(`/${run}/`);
      }
      for (const tab of tabs) expect(tab.state).to.deep.equal(signedIn('ada'));
      expect(backend.thefts).to.equal(0);
      if (how === 'take turns') expect(backend.count('refreshSession')).to.equal(100);
    });
  }

  it('go ahead without the lock when it is never granted', async function () {
    const { backend, tabs } = await openTabs(2);
    replace(navigator, 'locks', {
      request: (_name: string, { signal }: LockOptions) =>
        new Promise((_, reject) => signal!.addEventListener('abort', () => reject(signal!.reason as Error))),
    });
    const { setTimeout } = globalThis;
    // The ten seconds that it waits at most.
    replace(globalThis, 'setTimeout', (run: () => void, wait: number) => setTimeout(run, wait / 1000));
    travel(8 * hours);
    const tokens = await Promise.all(tabs.map((tab) => tab.getAccessToken()));
    expect(tokens[0]).to.include('/1/');
    expect(new Set(tokens).size).to.equal(1);
    expect(backend.rotations).to.equal(1);
  });
});

describe('tabs of one browser', () => {
  it('hear of a log-in, a log-out, a new name and another account', async () => {
    const backend = new CountingBackend();
    const [one, other] = [openTab(backend), openTab(backend)];
    await Promise.all([stateOf(one), stateOf(other)]);
    await one.signInWithPassword(credentials);
    await shows(other, signedIn('ada'));
    backend.names['ada'] = 'Ada Miller';
    travel(hours);
    await one.getAccessToken();
    await shows(other, { ...signedIn('ada'), account: { ...accountOf('ada'), name: 'Ada Miller' } } as never);
    expect((await (await other.member()).switchAccount({ account: 'shop' })).ok).to.equal(true);
    await shows(one, signedIn('shop'));
    await one.signOut();
    await shows(other, { status: 'signed-out' });
    await waitUntil(() => backend.alive.length === 0, 'the backend is told');
  });

  it('are logged out, and whoever waits for that goes on, while the backend does not answer', async () => {
    const { backend, tabs } = await openTabs(2);
    let release = () => {};
    const answered = new Promise<void>((resolve) => (release = resolve));
    backend.delay = () => answered;
    await tabs[0].signOut();
    expect(tabs[0].state).to.deep.equal({ status: 'signed-out' });
    await shows(tabs[1]!, { status: 'signed-out' });
    expect(backend.alive).to.have.length(1);
    release();
    await waitUntil(() => backend.alive.length === 0, 'the backend is told');
  });

  it('do in the background what nobody asked for; what a visitor asks for meanwhile is not given up with it', async () => {
    const backend = new CountingBackend();
    const client = backend.client();
    const background: string[] = [];
    const awaited: string[] = [];
    let release = () => {};
    const resting = new Promise<void>((resolve) => (release = resolve));
    const call = client.call.bind(client) as (...of: unknown[]) => Promise<never>;
    client.call = async (name: string, body: unknown, options: { isBackground?: boolean } = {}) => {
      if (!options.isBackground) {
        const result = await call(name, body, options);
        awaited.push(name);
        return result;
      }
      background.push(name);
      await resting;
      return failure('network') as never;
    };
    const tab = new SessionStore(client, new RecordStorage(backend.url, patience));
    await tab.signInWithPassword(credentials);
    await tab.getAccessToken();
    travel(hours);
    dispatchEvent(new Event('visibilitychange'));
    await waitUntil(() => background.length, 'a wake');
    const token = tab.getAccessToken();
    release();
    expect(await token).to.include('/1/');
    expect(background).to.deep.equal(['refreshSession']);
    backend.isOffline = true;
    await tab.signOut();
    await waitUntil(() => awaited.includes('endSession'), 'news that do not arrive');
    backend.isOffline = false;
    dispatchEvent(new Event('online'));
    await waitUntil(() => background.length > 1, 'news of a log-out that is over');
    expect(background).to.deep.equal(['refreshSession', 'endSession']);
  });

  for (const event of ['visibilitychange', 'focus', 'online']) {
    it(`look when ${event} comes, where there is no channel`, async () => {
      replace(globalThis, 'BroadcastChannel', undefined);
      const { tabs } = await openTabs(2);
      // The late part has to be there to hear of anything.
      await tabs[1]!.getAccessToken();
      await tabs[0].signOut();
      expect(tabs[1]!.state).to.deep.equal(signedIn('ada'));
      dispatchEvent(new Event(event));
      await shows(tabs[1]!, { status: 'signed-out' });
    });
  }

  it('learn when somebody looks at them that the session was ended elsewhere, and say so', async () => {
    const { backend, tabs } = await openTabs(2);
    await tabs[1]!.getAccessToken();
    travel(hours);
    backend.endAll();
    dispatchEvent(new Event('visibilitychange'));
    await Promise.all(tabs.map((tab) => stateOf(tab, 'signed-out')));
    // Whoever found it first wiped the record; another tab may only see that it is gone.
    expect(tabs.map(({ state }) => state)).to.deep.include({ status: 'signed-out', reason: 'ended' });
  });

  it('tell the page once that somebody else, then nobody, is signed in', async () => {
    // The tabs of the tests before, which may still be busy: who is away tells the page nothing.
    transition('pagehide');
    const seen: string[] = [];
    const note = (event: Event) =>
      seen.push(`${event.type} ${JSON.stringify((event as CustomEvent<unknown>).detail)}`);
    for (const type of ['portal-account-changed', 'portal-signed-out']) document.addEventListener(type, note);
    const { backend, tabs } = await openTabs(1);
    const [tab] = tabs;
    for (let i = 0; i < 5; i++) tab.subscribe(() => {});
    await (await tab.member()).switchAccount({ account: 'shop' });
    // A new name is nobody else.
    backend.names['shop'] = 'New name';
    travel(hours);
    await tab.getAccessToken();
    await tab.signOut();
    for (const type of ['portal-account-changed', 'portal-signed-out'])
      document.removeEventListener(type, note);
    expect(seen).to.deep.equal([
      `portal-account-changed ${JSON.stringify({ account: accountOf('shop') })}`,
      'portal-signed-out {}',
    ]);
  });
});

describe('T24: forged messages between tabs', () => {
  it('10,000 of them change nothing, and cost one look a second', async function () {
    this.timeout(60_000);
    const backend = new CountingBackend();
    const storage = new RecordStorage(backend.url, patience);
    const tab = openTab(backend, storage);
    await tab.signInWithPassword(credentials);
    await tab.getAccessToken();
    const before = tab.state;
    const errors: unknown[] = [];
    const note = (event: Event) => errors.push(event);
    addEventListener('error', note);
    addEventListener('unhandledrejection', note);
    let looks = 0;
    const { update } = storage;
    storage.update = (change) => {
      looks++;
      return update.call(storage, change) as never;
    };
    const forger = new BroadcastChannel(`portal-elements:${backend.url}`);
    const witness = new BroadcastChannel(`portal-elements:${backend.url}`);
    const forged: unknown[] = [
      { type: 'signed-out', sid: 'any', gen: 9 },
      { type: 'signed-in', sid: 'evil', gen: Infinity, account: { id: 'evil' } },
      { type: 'refreshed' },
      null,
      undefined,
      'logout',
      7n,
      [[]],
      new ArrayBuffer(8),
      new Map([['type', 'signed-out']]),
    ];
    let arrived = 0;
    const started = performance.now();
    await new Promise<void>((resolve) => {
      witness.onmessage = () => ++arrived === 10_000 && resolve();
      for (let i = 0; i < 10_000; i++) forger.postMessage(forged[i % forged.length]);
    });
    const seconds = (performance.now() - started) / 1000;
    forger.close();
    witness.close();
    removeEventListener('error', note);
    removeEventListener('unhandledrejection', note);
    expect(tab.state).to.equal(before);
    expect(looks).to.be.within(1, Math.ceil(seconds) + 1);
    expect(errors).to.deep.equal([]);
    expect(backend.requests).to.deep.equal(['signInWithPassword']);
  });
});

describe('a page that is kept for going back', () => {
  it('shows nobody’s data until it has looked: here after a log-out in another tab', async () => {
    const { backend, tabs } = await openTabs(1);
    const [tab] = tabs;
    await tab.getAccessToken();
    transition('pagehide');
    expect(tab.state).to.deep.equal({ status: 'unknown' });
    await new RecordStorage(backend.url).update((current) => current && { ...current, session: undefined });
    const seen: string[] = [];
    tab.subscribe(() => seen.push(tab.state.status));
    transition('pageshow');
    await shows(tab, { status: 'signed-out' });
    expect(seen).to.deep.equal(['signed-out']);
  });

  it('goes on where it was, and hears the other tabs again', async () => {
    const { tabs } = await openTabs(2);
    await Promise.all(tabs.map((tab) => tab.getAccessToken()));
    transition('pagehide');
    transition('pageshow');
    await Promise.all(tabs.map((tab) => shows(tab, signedIn('ada'))));
    await tabs[0].signOut();
    await shows(tabs[1]!, { status: 'signed-out' });
  });
});

describe('a log-out that the backend was not told of', () => {
  const kept = async (backend: CountingBackend) =>
    (await new RecordStorage(backend.url).update((current) => current))?.revoking?.length;

  it('is told at the next visit, and shown as a log-out all the while', async () => {
    const { backend, tabs } = await openTabs(1);
    backend.isOffline = true;
    await tabs[0].signOut();
    expect(await kept(backend)).to.equal(1);
    expect(backend.alive).to.have.length(1);
    const next = openTab(backend);
    expect(await stateOf(next)).to.deep.equal({ status: 'signed-out' });
    backend.isOffline = false;
    openTab(backend);
    await waitUntil(async () => (await kept(backend)) === 0);
    expect(backend.alive).to.deep.equal([]);
  });

  it('is told when the network is back', async () => {
    const { backend, tabs } = await openTabs(1);
    backend.isOffline = true;
    await tabs[0].signOut();
    backend.isOffline = false;
    dispatchEvent(new Event('online'));
    await waitUntil(async () => (await kept(backend)) === 0);
    expect(backend.alive).to.deep.equal([]);
  });

  it('is given up after a day', async () => {
    const { backend, tabs } = await openTabs(1);
    backend.isOffline = true;
    await tabs[0].signOut();
    backend.isOffline = false;
    travel(25 * hours);
    openTab(backend);
    await waitUntil(async () => (await kept(backend)) === 0);
    expect(backend.count('endSession')).to.equal(0);
  });
});
