/** What a visitor sees of a database that does not answer in its second, and of one that then does. */
import { expect } from '@open-wc/testing';
import { RecordStorage } from '../../src/session/record-storage.ts';
import type { SessionStore } from '../../src/session/session-store.ts';
import { breakStorage, inAnotherTab } from '../support/broken-storage.ts';
import { accountOf, CountingBackend, openTab as openTabOn, SharedDisk } from '../support/shared-browser.ts';
import { stateOf } from '../support/state-of.ts';
import { waitUntil } from '../support/wait-until.ts';

const openTab = (backend: CountingBackend) => openTabOn(backend, new RecordStorage(backend.url));
const credentials = { email: 'ada@example.com', password: 'ada' };
const signedIn = (persistent: boolean) => ({ status: 'signed-in', account: accountOf('ada'), persistent });

const shows = (tab: SessionStore, state: object) =>
  waitUntil(() => JSON.stringify(tab.state) === JSON.stringify(state), JSON.stringify(state));

let mend: () => void = () => {};
afterEach(() => mend());

/** A signed-in tab in a browser whose storage has stopped to answer. */
async function stalled() {
  const backend = new CountingBackend();
  const tab = openTab(backend);
  await tab.signInWithPassword(credentials);
  await tab.getAccessToken();
  mend = breakStorage('slow');
  return { backend, tab };
}

describe('storage that is slow', () => {
  it('leaves a visitor signed out for no longer than it takes', async () => {
    const { backend } = await stalled();
    const next = openTab(backend);
    expect(await stateOf(next)).to.deep.equal({ status: 'signed-out' });
    mend();
    await shows(next, signedIn(true));
  });

  it('makes a log-in last for this tab only, until it answers: then it is every tab’s', async () => {
    const backend = new CountingBackend();
    mend = breakStorage('slow');
    const tab = openTab(backend);
    await tab.signInWithPassword(credentials);
    expect(tab.state).to.deep.equal(signedIn(false));
    mend();
    await shows(tab, signedIn(true));
    expect(await stateOf(openTab(backend))).to.deep.equal(signedIn(true));
  });

  it('is told of while somebody is signed in', async () => {
    const { tab } = await stalled();
    dispatchEvent(new Event('focus'));
    await shows(tab, signedIn(false));
    mend();
    await shows(tab, signedIn(true));
  });

  it('T28: brings nobody back who logged out meanwhile, in this tab or the next', async () => {
    const { backend, tab } = await stalled();
    await tab.signOut();
    mend();
    expect(await stateOf(openTab(backend))).to.deep.equal({ status: 'signed-out' });
    await waitUntil(() => backend.alive.length === 0);
    expect(tab.state).to.deep.equal({ status: 'signed-out' });
  });

  it('T28: brings nobody back who logged out in another tab meanwhile', async () => {
    const backend = new CountingBackend();
    const [tab, other] = [openTab(backend), openTab(backend)];
    await Promise.all([stateOf(tab), stateOf(other)]);
    await tab.signInWithPassword(credentials);
    await shows(other, signedIn(true));
    mend = breakStorage('slow');
    dispatchEvent(new Event('focus'));
    await Promise.all([shows(tab, signedIn(false)), shows(other, signedIn(false))]);
    await inAnotherTab(() => openTab(backend).signOut());
    mend();
    await Promise.all([shows(tab, { status: 'signed-out' }), shows(other, { status: 'signed-out' })]);
  });

  it('T28: leaves nobody signed in who logged out while the log-in was being shown', async () => {
    const backend = new CountingBackend();
    const disk = new SharedDisk();
    const tab = openTabOn(backend, disk.storage());
    await tab.member();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    // The log-in is kept, and the look that shows it is under way.
    let looks = 0;
    disk.delay = () => (disk.record?.session ? (looks++, held) : undefined);
    const logIn = tab.signInWithPassword(credentials);
    await waitUntil(() => looks);
    const logOut = tab.signOut();
    release();
    await Promise.all([logIn, logOut]);
    await shows(tab, { status: 'signed-out' });
    await waitUntil(() => backend.alive.length === 0, 'the backend is told');
  });

  it('shows a log-out at once, although looks at the record are under way', async () => {
    const { backend, tab } = await stalled();
    const seen: string[] = [];
    tab.subscribe(() => seen.push(tab.state.status));
    dispatchEvent(new Event('focus'));
    const done = tab.signOut();
    dispatchEvent(new Event('focus'));
    await done;
    mend();
    expect(await stateOf(openTab(backend))).to.deep.equal({ status: 'signed-out' });
    expect(seen).to.deep.equal(['signed-out']);
  });
});
