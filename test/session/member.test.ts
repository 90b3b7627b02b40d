import { expect } from '@open-wc/testing';
import { RecordStorage } from '../../src/session/record-storage.ts';
import { accountOf, CountingBackend, openTab } from '../support/shared-browser.ts';
import { stateOf } from '../support/state-of.ts';
import { waitUntil } from '../support/wait-until.ts';

const credentials = { email: 'ada@example.com', password: 'ada' };
const codeOf = (result: { ok: boolean; problem?: { code: string } }) => result.problem?.code;

const { BroadcastChannel } = globalThis;
const replaceChannel = () => Reflect.set(globalThis, 'BroadcastChannel', undefined);
afterEach(() => void Reflect.set(globalThis, 'BroadcastChannel', BroadcastChannel));

/** Lets the test decide when the requests that come from now on arrive. */
function hold(backend: CountingBackend) {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  backend.delay = () => released;
  return () => {
    backend.delay = () => undefined;
    release();
  };
}

/** Lets the test decide when the answer to the next request arrives; `isThere`: the request itself has. */
function holdAnswer(backend: CountingBackend) {
  let arrived = () => {};
  const isThere = new Promise<void>((resolve) => (arrived = resolve));
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  let calls = 0;
  // The second wait is the one before its answer.
  backend.delay = () => (++calls === 2 ? (arrived(), held) : undefined);
  return { isThere, release: () => release() };
}

async function twoTabs() {
  const backend = new CountingBackend();
  const one = openTab(backend);
  await one.signInWithPassword(credentials);
  const other = openTab(backend);
  await stateOf(other);
  return { backend, one, other, member: await one.member(), elsewhere: await other.member() };
}

const record = ({ url }: CountingBackend) => new RecordStorage(url).update((current) => current);

describe('what a member asks for', () => {
  it('is about the account that is shown', async () => {
    const { member } = await twoTabs();
    const me = await member.me();
    expect(me.ok && me.value.account).to.deep.equal(accountOf('ada'));
  });

  it('T27: is not sent once another tab has switched, although this one has not heard of it yet', async () => {
    replaceChannel();
    const { backend, one, member, elsewhere } = await twoTabs();
    await elsewhere.switchAccount({ account: 'shop' });
    expect(one.state.status === 'signed-in' && one.state.account.id).to.equal('ada');
    expect(codeOf(await member.me())).to.equal('account-changed');
    expect(backend.count('readMe')).to.equal(0);
    // From here on the visitor sees whom they ask for.
    const me = await member.me();
    expect(me.ok && me.value.account.id).to.equal('shop');
  });

  it('T27: an answer that comes after a switch is not shown', async () => {
    const { backend, one, member, elsewhere } = await twoTabs();
    await member.me();
    const { isThere, release } = holdAnswer(backend);
    const stale = member.me();
    await isThere;
    await elsewhere.switchAccount({ account: 'shop' });
    await waitUntil(
      () => one.state.status === 'signed-in' && one.state.account.id === 'shop',
      'has heard of it',
    );
    release();
    expect(codeOf(await stale)).to.equal('account-changed');
  });

  it('is refreshed and sent again, once, when the token is refused', async () => {
    const { backend, member, one } = await twoTabs();
    backend.refuseOnce = true;
    const me = await member.me();
    expect(me.ok).to.equal(true);
    expect(backend.count('refreshSession')).to.equal(1);
    backend.endAll();
    expect(codeOf(await member.me())).to.equal('session-ended');
    expect(one.state).to.deep.equal({ status: 'signed-out', reason: 'ended' });
  });

  it('is nothing when nobody is signed in', async () => {
    const backend = new CountingBackend();
    const tab = openTab(backend);
    expect(codeOf(await (await tab.member()).me())).to.equal('session-ended');
    expect(backend.requests).to.deep.equal([]);
  });
});

describe('another session in the place of this one', () => {
  it('T19: comes with a step-up, under a new id, and the old one is over', async () => {
    const { backend, one, member } = await twoTabs();
    const before = (await record(backend))!.session!;
    expect((await member.stepUpWithPassword({ password: 'ada' })).ok).to.equal(true);
    const after = (await record(backend))!.session!;
    expect(after.sid).not.to.equal(before.sid);
    expect(after.refresh).not.to.equal(before.refresh);
    expect(backend.alive).to.deep.equal([after.sid]);
    expect(one.state.status === 'signed-in' && one.state.account).to.deep.equal(accountOf('ada'));
  });

  for (const who of ['one', 'other'] as const) {
    it(`does not come back from a switch after a log-out (${who} tab)`, async () => {
      const tabs = await twoTabs();
      await tabs.member.me();
      const release = hold(tabs.backend);
      const switching = tabs.member.switchAccount({ account: 'shop' });
      const leaving = tabs[who].signOut();
      release();
      const result = await switching;
      await leaving;
      expect(result.ok).to.equal(false);
      await stateOf(tabs.one, 'signed-out');
      expect((await record(tabs.backend))?.session).to.equal(undefined);
      await waitUntil(() => tabs.backend.alive.length === 0, 'no session is left open on the server');
    });
  }
});

describe('an element that leaves the page', () => {
  it('leaves no session behind that the backend has ended: a switch under way is kept', async () => {
    const { backend, one, member } = await twoTabs();
    await member.me();
    const asked = new AbortController();
    let answer = () => {};
    const answered = new Promise<void>((resolve) => (answer = resolve));
    // It arrives, and its answer waits.
    backend.delay = () => (backend.count('switchAccount') ? answered : undefined);
    const switching = member.switchAccount({ account: 'shop' }, asked.signal);
    await waitUntil(() => backend.count('switchAccount') === 1, 'the switch has arrived');
    asked.abort();
    answer();
    await switching;
    expect(one.state.status === 'signed-in' && one.state.account.id).to.equal('shop');
    expect(backend.alive).to.deep.equal([(await record(backend))?.session?.sid]);
  });

  it('asks for no switch any more', async () => {
    const { backend, member } = await twoTabs();
    expect(codeOf(await member.switchAccount({ account: 'shop' }, AbortSignal.abort()))).to.equal('aborted');
    expect(backend.count('switchAccount')).to.equal(0);
  });
});

describe('T28: after the end', () => {
  it('of all sessions, one that was opened before the answer came stays', async () => {
    const { backend, one, other, member } = await twoTabs();
    await member.me();
    const { isThere, release } = holdAnswer(backend);
    const ending = member.signOutEverywhere();
    await isThere;
    expect((await other.signInWithPassword(credentials)).ok).to.equal(true);
    const opened = (await record(backend))?.session?.sid;
    release();
    await ending;
    expect((await record(backend))?.session?.sid).to.equal(opened);
    expect(one.state.status).to.equal('signed-in');
    expect(backend.alive).to.deep.equal([opened]);
  });

  it('of the account, nothing is left in this browser, the key included, in any tab', async () => {
    const { backend, one, other, member } = await twoTabs();
    expect((await member.deleteAccount()).ok).to.equal(true);
    expect(one.state).to.deep.equal({ status: 'signed-out' });
    expect(await record(backend)).to.equal(undefined);
    await stateOf(other, 'signed-out');
    expect(await record(backend), 'the other tab puts nothing back').to.equal(undefined);
    expect(await one.getAccessToken()).to.equal(undefined);
  });

  it('everywhere, no token is left, and the other tabs know', async () => {
    const { backend, one, other, member } = await twoTabs();
    expect((await member.signOutEverywhere()).ok).to.equal(true);
    expect(one.state).to.deep.equal({ status: 'signed-out' });
    const kept = await record(backend);
    expect([kept?.session, kept?.revoking]).to.deep.equal([undefined, undefined]);
    expect(kept?.key, 'the device stays known').to.be.an('object');
    await stateOf(other, 'signed-out');
  });
});
