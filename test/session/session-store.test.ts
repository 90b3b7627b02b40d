import { expect } from '@open-wc/testing';
import { kept as keptAlive } from '../support/visible-keepalive.ts';
import { EmbeddedJWK, calculateJwkThumbprint, jwtVerify, type JWK } from 'jose';
import { PortalClient } from '../../src/api/portal-client.ts';
import type { Outcome } from '../../src/contract/operations.ts';
import { RecordStorage } from '../../src/session/record-storage.ts';
import { SessionStore } from '../../src/session/session-store.ts';
import { account, flowStarted, grant, portal, selection } from '../support/answers.ts';
import { breakStorage } from '../support/broken-storage.ts';
import {
  answer,
  held,
  problem,
  raw,
  refused,
  useScriptedBackend,
  type Received,
} from '../support/scripted-backend.ts';
import { patience as busyPatience } from '../support/patience.ts';
import { stateOf } from '../support/state-of.ts';
import { waitUntil } from '../support/wait-until.ts';

const backend = useScriptedBackend();
/** Of storage that answers. */
let patience: number | undefined = busyPatience;
const newStore = () =>
  new SessionStore(new PortalClient(backend.url), new RecordStorage(backend.url, patience));

const credentials = { email: account.email, password: 'correct horse' };
const signedIn = (generation = 0, more = {}): Outcome => ({
  outcome: 'signed-in',
  grant: grant(generation, more),
});
const choosing = { outcome: 'choose-account', selection } satisfies Outcome;
const inMemory = { status: 'signed-in', account, persistent: false };
const kept = { status: 'signed-in', account, persistent: true };

async function signedInStore(more = {}): Promise<SessionStore> {
  backend.on('signInWithPassword', answer('signInWithPassword', signedIn(0, more)));
  const store = newStore();
  await store.signInWithPassword(credentials);
  return store;
}

const keptRecord = () => new RecordStorage(backend.url).update((current) => current);

/** The backend is told of a log-out, after it is one here. */
const told = (refresh_token: string) =>
  waitUntil(() => backend.received.at(-1)?.body === JSON.stringify({ refresh_token }), 'endSession');

/** Whose tokens are due at once. */
const dueStore = () => signedInStore({ expires_in: 0 });

async function thumbprint({ request }: Received): Promise<string> {
  const { protectedHeader } = await jwtVerify(request.headers.get('DPoP') ?? '', EmbeddedJWK);
  return calculateJwkThumbprint(protectedHeader.jwk as JWK);
}

describe('SessionStore', () => {
  it('does not know at first, then is signed out, without asking the network', async () => {
    const store = newStore();
    expect(store.state).to.deep.equal({ status: 'unknown' });
    expect(await stateOf(store)).to.deep.equal({ status: 'signed-out' });
    expect(backend.received.filter(({ name }) => name !== 'readPortal')).to.deep.equal([]);
  });

  it('signs in with a password, and tells its subscribers once', async () => {
    backend.on('signInWithPassword', answer('signInWithPassword', signedIn()));
    const store = newStore();
    await stateOf(store);
    const seen: unknown[] = [];
    const unsubscribe = store.subscribe(() => seen.push(store.state));
    expect(await store.signInWithPassword({ ...credentials, remember: false })).to.deep.equal({
      ok: true,
      value: 'signed-in',
    });
    expect(seen).to.deep.equal([kept]);
    expect(
      JSON.parse(backend.received.find(({ name }) => name === 'signInWithPassword')!.body),
    ).to.deep.equal({
      ...credentials,
      remember: false,
    });
    unsubscribe();
    await store.signOut();
    expect(seen).to.have.length(1);
  });

  it('keeps the session that it shows when two sign-ins end side by side', async () => {
    const other = { id: 'other', name: 'Other', email: 'other@example.com' };
    const { session } = grant(0);
    backend.on(
      'signInWithPassword',
      answer('signInWithPassword', signedIn()),
      answer('signInWithPassword', signedIn(0, { session: { ...session, id: 'other', account: other } })),
    );
    const store = newStore();
    await stateOf(store);
    await Promise.all([store.signInWithPassword(credentials), store.signInWithPassword(credentials)]);
    expect(await stateOf(newStore())).to.deep.equal(store.state);
  });

  it('signs in on a page that teaches all objects another JSON', async () => {
    const body = JSON.stringify(signedIn());
    backend.on('signInWithPassword', raw(body));
    const store = newStore();
    await stateOf(store);
    Object.defineProperty(Object.prototype, 'toJSON', { value: () => 'evil', configurable: true });
    try {
      await store.signInWithPassword(credentials);
      expect(store.state.status).to.equal('signed-in');
    } finally {
      Reflect.deleteProperty(Object.prototype, 'toJSON');
    }
  });

  it('is signed in again at the next visit, without asking the network', async () => {
    await signedInStore();
    backend.received = [];
    const next = newStore();
    expect(await stateOf(next)).to.deep.equal(kept);
    expect(await next.getAccessToken()).to.equal('access-0');
    expect(backend.received.filter(({ name }) => name !== 'readPortal')).to.deep.equal([]);
  });

  it('passes a refusal on, and stays as it was', async () => {
    backend.on('signInWithPassword', problem('credentials-invalid'));
    const store = newStore();
    const result = await store.signInWithPassword(credentials);
    expect(!result.ok && result.problem.code).to.equal('credentials-invalid');
    expect(store.state).to.deep.equal({ status: 'signed-out' });
  });

  it('uses one key from the first request for a code to the end of the session', async () => {
    backend.on('requestSignInCode', answer('requestSignInCode', flowStarted));
    backend.on('resendCode', answer('resendCode', flowStarted));
    backend.on('verifySignInCode', answer('verifySignInCode', choosing));
    backend.on('chooseAccount', answer('chooseAccount', grant(0, { expires_in: 0 })));
    backend.on('refreshSession', answer('refreshSession', grant(1)));
    backend.on('endSession', answer('endSession', undefined));
    const store = newStore();
    await store.requestSignInCode({ email: account.email });
    await store.resendCode({ flow: 'flow-1' });
    await store.verifySignInCode({ flow: 'flow-1', code: '123456' });
    await store.chooseAccount({ handle: 'handle-2' });
    await store.getAccessToken();
    await store.signOut();
    await told('refresh-1');
    const proved = backend.received.filter(({ name }) => name !== 'readPortal');
    expect(proved.map(({ name }) => name)).to.deep.equal([
      'requestSignInCode',
      'resendCode',
      'verifySignInCode',
      'chooseAccount',
      'refreshSession',
      'endSession',
    ]);
    expect(new Set(await Promise.all(proved.map(thumbprint))).size).to.equal(1);
  });

  it('agrees with another tab on the key when both start at once', async () => {
    backend.on('requestSignInCode', answer('requestSignInCode', flowStarted));
    await Promise.all(
      Array.from({ length: 5 }, () => newStore().requestSignInCode({ email: account.email })),
    );
    expect(backend.received).to.have.length(5);
    expect(new Set(await Promise.all(backend.received.map(thumbprint))).size).to.equal(1);
  });

  it('signs up by code, and leaves it to the login when the backend says so', async () => {
    backend.on('startSignUp', answer('startSignUp', flowStarted));
    backend.on('verifySignUp', answer('verifySignUp', { outcome: 'verified' }));
    const store = newStore();
    expect(await store.signUp({ ...credentials, name: 'Ada' })).to.deep.equal({
      ok: true,
      value: flowStarted,
    });
    expect(await store.verifySignUp({ flow: 'flow-1', code: '123456' })).to.deep.equal({
      ok: true,
      value: 'verified',
    });
    expect(store.state).to.deep.equal({ status: 'signed-out' });
  });

  describe('with several accounts', () => {
    const { ticket, ...choice } = selection;

    async function choosingStore(expiresIn = 300): Promise<SessionStore> {
      const offer: Outcome = { ...choosing, selection: { ...selection, expiresIn } };
      backend.on('signInWithPassword', answer('signInWithPassword', offer));
      const store = newStore();
      expect(await store.signInWithPassword(credentials)).to.deep.equal({
        ok: true,
        value: 'choose-account',
      });
      return store;
    }

    it('offers them, and keeps the ticket to itself', async () => {
      const store = await choosingStore();
      expect(store.state).to.deep.equal({ status: 'choosing', choice });
    });

    it('signs in to the one that is chosen', async () => {
      const store = await choosingStore();
      backend.on('chooseAccount', answer('chooseAccount', grant()));
      expect(await store.chooseAccount({ handle: 'handle-2' })).to.deep.equal({
        ok: true,
        value: 'signed-in',
      });
      expect(JSON.parse(backend.received.at(-1)!.body)).to.deep.equal({ ticket, handle: 'handle-2' });
      expect(store.state).to.deep.equal(kept);
    });

    it('goes back to the login when the choice is cancelled, refused, or too late', async () => {
      const cancelled = await choosingStore();
      cancelled.cancelChoice();
      expect(cancelled.state).to.deep.equal({ status: 'signed-out' });

      const refusing = await choosingStore();
      backend.on('chooseAccount', problem('selection-invalid'));
      await refusing.chooseAccount({ handle: 'handle-1' });
      expect(refusing.state).to.deep.equal({ status: 'signed-out' });

      const late = await choosingStore(0);
      expect(await stateOf(late, 'signed-out')).to.deep.equal({ status: 'signed-out' });
    });

    it('sends no ticket that is not open', async () => {
      const store = await choosingStore();
      store.cancelChoice();
      const result = await store.chooseAccount({ handle: 'handle-1' });
      expect(!result.ok && result.problem.code).to.equal('superseded');
      expect(backend.count('chooseAccount')).to.equal(0);
    });
  });

  describe('getAccessToken', () => {
    it('is undefined when nobody is signed in', async () => {
      expect(await newStore().getAccessToken()).to.equal(undefined);
      expect(backend.received).to.deep.equal([]);
    });

    it('refreshes a token that is due, once for all who ask', async () => {
      const store = await dueStore();
      backend.on('refreshSession', answer('refreshSession', grant(1)));
      const tokens = await Promise.all(Array.from({ length: 10 }, () => store.getAccessToken()));
      expect(new Set(tokens)).to.deep.equal(new Set(['access-1']));
      expect(backend.count('refreshSession')).to.equal(1);
      expect(JSON.parse(backend.received.at(-1)!.body)).to.deep.equal({
        grant_type: 'refresh_token',
        refresh_token: 'refresh-0',
      });
    });

    it('refreshes a token with less than a fifth of its life left', async () => {
      const store = await signedInStore();
      backend.on('refreshSession', answer('refreshSession', grant(1)));
      const { now } = Date;
      const at = async (seconds: number) => {
        Date.now = () => now() + seconds * 1000;
        const token = await store.getAccessToken().finally(() => (Date.now = now));
        return token;
      };
      expect(await at(235)).to.equal('access-0');
      expect(await at(245)).to.equal('access-1');
    });

    it('does not trust a clock that was set back', async () => {
      const store = await signedInStore();
      backend.on('refreshSession', answer('refreshSession', grant(1)));
      const { now } = Date;
      Date.now = () => now() - 3_600_000;
      expect(await store.getAccessToken().finally(() => (Date.now = now))).to.equal('access-1');
    });

    it('is no news to subscribers', async () => {
      const store = await dueStore();
      const before = store.state;
      backend.on('refreshSession', answer('refreshSession', grant(1)));
      await store.getAccessToken();
      expect(store.state).to.equal(before);
    });

    it('shows the account as the refresh found it', async () => {
      const store = await dueStore();
      const session = { ...grant(1).session, account: { ...account, name: 'Ada Miller' } };
      backend.on('refreshSession', answer('refreshSession', grant(1, { session })));
      await store.getAccessToken();
      expect(store.state).to.deep.equal({ ...kept, account: session.account });
    });

    for (const code of ['session-ended', 'token-invalid', 'proof-invalid'] as const) {
      it(`signs out, says why, and wipes the tokens when the answer is ${code}`, async () => {
        const store = await dueStore();
        backend.on('refreshSession', problem(code));
        expect(await store.getAccessToken()).to.equal(undefined);
        expect(store.state).to.deep.equal({ status: 'signed-out', reason: 'ended' });
        const record = await keptRecord();
        expect(record?.session).to.equal(undefined);
        // A key whose proofs are not accepted is of no use for the next log-in either.
        expect(!record?.key).to.equal(code === 'proof-invalid');
      });
    }

    for (const [what, reply] of Object.entries({
      'the network fails': refused,
      'the backend fails': problem('internal'),
      'the origin is refused': problem('origin-not-allowed'),
    })) {
      it(`keeps the session when ${what}`, async () => {
        const store = await dueStore();
        backend.on('refreshSession', reply);
        expect(await store.getAccessToken()).to.equal(undefined);
        expect(store.state).to.deep.equal(kept);
        backend.on('refreshSession', answer('refreshSession', grant(1)));
        expect(await store.getAccessToken()).to.equal('access-1');
      });
    }

    it('adopts what another tab refreshed', async () => {
      const store = await dueStore();
      const other = newStore();
      backend.on('refreshSession', answer('refreshSession', grant(1)));
      expect(await other.getAccessToken()).to.equal('access-1');
      expect(await store.getAccessToken()).to.equal('access-1');
      expect(backend.count('refreshSession')).to.equal(1);
    });

    it('finds that another tab signed out', async () => {
      const store = await dueStore();
      backend.on('endSession', answer('endSession', undefined));
      await newStore().signOut();
      expect(await store.getAccessToken()).to.equal(undefined);
      expect(store.state).to.deep.equal({ status: 'signed-out' });
      expect(backend.count('refreshSession')).to.equal(0);
    });
  });

  describe('signing out', () => {
    it('holds although the page was left before storage could write it, and the backend is told by the next', async () => {
      backend.on('endSession', answer('endSession', undefined));
      const storage = new RecordStorage(backend.url);
      backend.on('signInWithPassword', answer('signInWithPassword', signedIn()));
      const store = new SessionStore(new PortalClient(backend.url), storage);
      await store.signInWithPassword(credentials);
      // What is left of a write when its page goes.
      storage.update = () => new Promise(() => {});
      void store.signOut();
      expect(await stateOf(newStore())).to.deep.equal({ status: 'signed-out' });
      await waitUntil(() => backend.received.some(({ name }) => name === 'endSession'));
      expect((await keptRecord())?.session).to.equal(undefined);
    });

    it('takes effect at once, wipes the record, and tells the backend', async () => {
      const store = await signedInStore();
      const waiting = held(answer('endSession', undefined));
      backend.on('endSession', waiting.reply);
      const done = store.signOut();
      expect(store.state).to.deep.equal({ status: 'signed-out' });
      await waiting.arrived;
      expect((await keptRecord())?.session).to.equal(undefined);
      expect(JSON.parse(backend.received.at(-1)!.body)).to.deep.equal({ refresh_token: 'refresh-0' });
      expect(keptAlive, 'goes on while the page is left').to.include(`${backend.url}/session/end`);
      waiting.release();
      await done;
      await waitUntil(async () => (await keptRecord())?.revoking?.length === 0, 'no token is kept');
      expect(await store.getAccessToken()).to.equal(undefined);
    });

    it('tells the backend before it waits for storage or for other tabs: the page may be left in the next moment', async () => {
      backend.on('endSession', answer('endSession', undefined));
      backend.on('signInWithPassword', answer('signInWithPassword', signedIn()));
      const storage = new RecordStorage(backend.url);
      const store = new SessionStore(new PortalClient(backend.url), storage);
      await store.signInWithPassword(credentials);
      const written = storage.update.bind(storage);
      let release = () => {};
      const released = new Promise<void>((resolve) => (release = resolve));
      storage.update = async (change) => {
        await released;
        return written(change);
      };
      const turn = `portal-elements:${backend.url}:revoking`;
      await navigator.locks.request(turn, { steal: true }, async () => {
        void store.signOut();
        await told('refresh-0');
      });
      expect((await keptRecord())?.session, 'not written yet').not.to.equal(undefined);
      release();
      await waitUntil(async () => (await keptRecord())?.revoking?.length === 0, 'no token is kept');
      expect(backend.count('endSession'), 'once is enough').to.equal(1);
    });

    it('works without the backend', async () => {
      const store = await signedInStore();
      backend.on('endSession', refused);
      await store.signOut();
      expect(store.state).to.deep.equal({ status: 'signed-out' });
      expect(await stateOf(newStore())).to.deep.equal({ status: 'signed-out' });
    });

    it('works before the record was read', async () => {
      await signedInStore();
      backend.on('endSession', answer('endSession', undefined));
      const store = newStore();
      await store.signOut();
      expect(await stateOf(store)).to.deep.equal({ status: 'signed-out' });
      await told('refresh-0');
    });

    it('keeps the key: the backend knows the device by it', async () => {
      const store = await signedInStore();
      backend.on('endSession', answer('endSession', undefined));
      await store.signOut();
      await store.signInWithPassword(credentials);
      const signIns = backend.received.filter(({ name }) => name === 'signInWithPassword');
      expect(new Set(await Promise.all(signIns.map(thumbprint))).size).to.equal(1);
    });
  });

  describe('an answer that comes too late', () => {
    it('does not sign in after a sign-out', async () => {
      const store = newStore();
      await stateOf(store);
      backend.on('signInWithPassword', answer('signInWithPassword', choosing));
      await store.signInWithPassword(credentials);
      const waiting = held(answer('chooseAccount', grant()));
      backend.on('chooseAccount', waiting.reply);
      const choice = store.chooseAccount({ handle: 'handle-1' });
      await waiting.arrived;
      await store.signOut();
      waiting.release();
      const result = await choice;
      expect(!result.ok && result.problem.code).to.equal('superseded');
      expect(store.state).to.deep.equal({ status: 'signed-out' });
      expect(await stateOf(newStore())).to.deep.equal({ status: 'signed-out' });
    });

    it('does not sign in after a sign-out of somebody who was not signed in', async () => {
      const store = newStore();
      const waiting = held(answer('signInWithPassword', signedIn()));
      backend.on('signInWithPassword', waiting.reply);
      backend.on('endSession', answer('endSession', undefined));
      const signIn = store.signInWithPassword(credentials);
      await waiting.arrived;
      await store.signOut();
      waiting.release();
      const result = await signIn;
      expect(!result.ok && result.problem.code).to.equal('superseded');
      expect(store.state).to.deep.equal({ status: 'signed-out' });
      expect(await stateOf(newStore())).to.deep.equal({ status: 'signed-out' });
      await told(grant().refresh_token);
    });

    it('does not bring a session back that a sign-out ended during its refresh', async () => {
      const store = await dueStore();
      const waiting = held(answer('refreshSession', grant(1)));
      backend.on('refreshSession', waiting.reply);
      backend.on('endSession', answer('endSession', undefined));
      const token = store.getAccessToken();
      await waiting.arrived;
      await store.signOut();
      waiting.release();
      expect(await token).to.equal(undefined);
      expect(store.state).to.deep.equal({ status: 'signed-out' });
      expect(await stateOf(newStore())).to.deep.equal({ status: 'signed-out' });
    });

    it('does not bring a session back that another tab ended', async () => {
      const store = await dueStore();
      const waiting = held(answer('refreshSession', grant(1)));
      backend.on('refreshSession', waiting.reply);
      backend.on('endSession', answer('endSession', undefined));
      const token = store.getAccessToken();
      await waiting.arrived;
      await newStore().signOut();
      waiting.release();
      expect(await token).to.equal(undefined);
      expect(store.state).to.deep.equal({ status: 'signed-out' });
    });

    it('does not take the place of a faster one', async () => {
      const store = newStore();
      const waiting = held(answer('signInWithPassword', choosing));
      backend.on('signInWithPassword', waiting.reply, answer('signInWithPassword', signedIn()));
      const slow = store.signInWithPassword(credentials);
      await waiting.arrived;
      await store.signInWithPassword(credentials);
      waiting.release();
      const result = await slow;
      expect(!result.ok && result.problem.code).to.equal('superseded');
      expect(store.state).to.deep.equal(kept);
    });

    it('is not waited for by a caller who left', async () => {
      const store = newStore();
      const waiting = held(answer('signInWithPassword', signedIn()));
      backend.on('signInWithPassword', waiting.reply);
      const leaving = new AbortController();
      const call = store.signInWithPassword(credentials, leaving.signal);
      await waiting.arrived;
      leaving.abort();
      const result = await call;
      expect(!result.ok && result.problem.code).to.equal('aborted');
      waiting.release();
      expect(store.state).to.deep.equal({ status: 'signed-out' });
    });
  });

  describe('on a page without storage', () => {
    before(() => (patience = undefined));
    after(() => (patience = busyPatience));
    for (const fault of ['blocked', 'hanging', 'no keys'] as const) {
      it(`keeps the session in memory (${fault})`, async () => {
        const mend = breakStorage(fault);
        try {
          const store = await dueStore();
          expect(store.state).to.deep.equal(inMemory);
          backend.on('refreshSession', answer('refreshSession', grant(1)));
          expect(await store.getAccessToken()).to.equal('access-1');
          backend.on('endSession', answer('endSession', undefined));
          await store.signOut();
          await told('refresh-1');
        } finally {
          mend();
        }
        expect(await stateOf(newStore())).to.deep.equal({ status: 'signed-out' });
      });
    }
  });

  it('is signed out, and sends nothing, without a backend', async () => {
    const store = new SessionStore(new PortalClient(undefined), new RecordStorage(''));
    expect(store.state).to.deep.equal({ status: 'signed-out' });
    const result = await store.signInWithPassword(credentials);
    expect(!result.ok && result.problem.code).to.equal('backend-missing');
    expect(backend.received).to.deep.equal([]);
  });

  it('goes on when a subscriber throws', async () => {
    const reported: string[] = [];
    const { onerror } = window;
    window.onerror = (_event, _source, _line, _column, error) => {
      reported.push(String(error?.message));
      return true;
    };
    const store = newStore();
    store.subscribe(() => {
      throw new Error('of the page');
    });
    let calls = 0;
    store.subscribe(() => calls++);
    await stateOf(store);
    window.onerror = onerror;
    expect(calls).to.equal(1);
    expect(reported).to.deep.equal(['of the page']);
  });

  describe('the public facts', () => {
    it('are asked for once, by the first subscriber', async () => {
      backend.on('readPortal', answer('readPortal', portal));
      const client = new PortalClient(backend.url);
      // By the store: a busy browser's network may need a second try.
      const asked: string[] = [];
      const call = client.call.bind(client) as (...of: unknown[]) => Promise<never>;
      client.call = (name: string, ...rest: unknown[]) => {
        asked.push(name);
        return call(name, ...rest);
      };
      const store = new SessionStore(client, new RecordStorage(backend.url, patience));
      await Promise.all(
        [1, 2].map(() => new Promise<void>((resolve) => store.subscribe(() => store.portal && resolve()))),
      );
      await stateOf(store);
      expect(store.portal).to.deep.equal(portal);
      expect(asked).to.deep.equal(['readPortal']);
    });

    it('are asked for again when the network is back', async () => {
      backend.on('readPortal', refused, refused, refused, answer('readPortal', portal));
      const store = newStore();
      const arrived = new Promise<void>((resolve) => store.subscribe(() => store.portal && resolve()));
      // The failure shows nowhere: going online over and over is what a tunnel does.
      const train = setInterval(() => dispatchEvent(new Event('online')), 50);
      await arrived;
      clearInterval(train);
      expect(store.portal).to.deep.equal(portal);
    });
  });

  it('shows no token, key or ticket', async () => {
    const store = await signedInStore();
    const shown = JSON.stringify([store, store.state, Object.entries(store), Object.keys(store)]);
    for (const secret of ['access-0', 'refresh-0', 'ticket-1']) expect(shown).not.to.include(secret);
    expect(Object.keys(store)).to.deep.equal([]);
  });
});
