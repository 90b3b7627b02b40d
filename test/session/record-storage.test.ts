import { expect } from '@open-wc/testing';
import { createKey } from '../../src/api/proof.ts';
import { RecordStorage } from '../../src/session/record-storage.ts';
import { toStored } from '../../src/session/after/grant.ts';
import { recover } from '../../src/session/after/recovery.ts';
import { grant } from '../support/answers.ts';
import { type SessionRecord, toRevoke } from '../../src/session/session-record.ts';
import { transition } from '../support/shared-browser.ts';
import { breakStorage, inAnotherTab } from '../support/broken-storage.ts';
import { waitUntil } from '../support/wait-until.ts';

const name = () => `https://scripted.example/${crypto.randomUUID()}`;
/** As a session has it. */
function watched(backend: string): RecordStorage {
  const storage = new RecordStorage(backend);
  storage.onChange = () => {
    if (!storage.persistent) void recover(storage);
  };
  return storage;
}
const read = (storage: RecordStorage) => storage.update((current) => current);

/** Of a page that does not let go when it is asked to. */
const connect = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('portal-elements', 1);
    request.onsuccess = () => resolve(request.result);
    request.onerror = reject;
  });

describe('RecordStorage', () => {
  it('keeps a record, its key included, for the next visit', async () => {
    const backend = name();
    const key = await createKey();
    await new RecordStorage(backend).update(() => ({ key }));
    const again = new RecordStorage(backend);
    const record = await read(again);
    expect(again.persistent).to.equal(true);
    const bytes = new Uint8Array([1, 2, 3]);
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = await crypto.subtle.sign(algorithm, record!.key.privateKey, bytes);
    expect(await crypto.subtle.verify(algorithm, key.publicKey, signature, bytes)).to.equal(true);
  });

  it('keeps the records of two backends apart', async () => {
    const [one, other] = [name(), name()];
    await new RecordStorage(one).update(() => undefined);
    const key = await createKey();
    await new RecordStorage(other).update(() => ({ key }));
    expect(await read(new RecordStorage(one))).to.equal(undefined);
  });

  it('deletes a record', async () => {
    const backend = name();
    const key = await createKey();
    await new RecordStorage(backend).update(() => ({ key }));
    await new RecordStorage(backend).update(() => undefined);
    expect(await read(new RecordStorage(backend))).to.equal(undefined);
  });

  it('lets changes of several tabs see each other: the first key wins', async () => {
    const backend = name();
    const keys = await Promise.all(Array.from({ length: 10 }, createKey));
    const kept = await Promise.all(
      keys.map((key) => new RecordStorage(backend).update((current) => current ?? { key })),
    );
    const points = await Promise.all(kept.map(({ key }) => crypto.subtle.exportKey('jwk', key.publicKey)));
    expect(new Set(points.map(({ x }) => x)).size).to.equal(1);
  });

  it('leaves no transaction behind when the page is left: in WebKit it would block the next page', async () => {
    const backend = name();
    const key = await createKey();
    await new RecordStorage(backend).update(() => {
      transition('pagehide', false);
      return { key };
    });
    expect(await read(new RecordStorage(backend))).to.equal(undefined);
    await new RecordStorage(backend).update(() => {
      transition('pagehide', true);
      return { key };
    });
    expect((await read(new RecordStorage(backend)))?.key, 'kept for going back').not.to.equal(undefined);
  });

  describe('goes on in memory', () => {
    let mend: (() => void) | undefined;
    afterEach(() => mend?.());

    for (const fault of ['blocked', 'failing', 'hanging', 'full', 'no keys'] as const) {
      it(`when storage is ${fault}`, async () => {
        const backend = name();
        const storage = watched(backend);
        const key = await createKey();
        mend = breakStorage(fault);
        const started = performance.now();
        await storage.update(() => ({ key }));
        expect(performance.now() - started, 'milliseconds').to.be.lessThan(1500);
        expect(storage.persistent).to.equal(false);
        expect((await read(storage))?.key).to.equal(key);
        if (fault === 'full' || fault === 'no keys')
          expect(await read(new RecordStorage(backend)), 'nothing half written').to.equal(undefined);
        mend();
        await waitUntil(() => storage.persistent, 'kept once the fault is over');
        expect((await read(new RecordStorage(backend)))?.key).not.to.equal(undefined);
      });
    }

    it('while another tab holds on to a database that is being deleted', async () => {
      const backend = name();
      const storage = watched(backend);
      const key = await createKey();
      await storage.update(() => ({ key }));
      const held = await connect();
      const deletion = indexedDB.deleteDatabase('portal-elements');
      const deleted = new Promise((resolve) => (deletion.onsuccess = resolve));
      await new Promise((resolve) => (deletion.onblocked = resolve));
      mend = () => held.close();
      const record = { key, revoking: [] };
      expect(await storage.update(() => record)).to.equal(record);
      expect(storage.persistent).to.equal(false);
      mend();
      await deleted;
      await waitUntil(() => storage.persistent, 'kept once the other tab let go');
      expect((await read(new RecordStorage(backend)))?.key, 'kept in a new database').not.to.equal(undefined);
    });

    it('with what it read before the fault', async () => {
      const storage = watched(name());
      const key = await createKey();
      await storage.update(() => ({ key }));
      mend = breakStorage('failing');
      expect((await read(storage))?.key.publicKey).to.be.instanceOf(CryptoKey);
      expect(storage.persistent).to.equal(false);
    });
  });

  describe('once a slow database answers', () => {
    const record = (key: CryptoKeyPair, generation: number, sid = 'session'): SessionRecord => {
      const session = toStored(grant(generation));
      return { key, session: { ...session, sid, refresh: `${sid}-${generation}` } };
    };
    let mend: () => void = () => {};
    afterEach(() => mend());

    /** A record that is kept; `storage` has read it, and then gets no answer any more. */
    async function slow({ isRead = true } = {}) {
      const backend = name();
      const key = await createKey();
      const other = new RecordStorage(backend);
      await other.update(() => record(key, 1));
      const storage = watched(backend);
      if (isRead) await read(storage);
      mend = breakStorage('slow');
      await read(storage);
      expect(storage.persistent).to.equal(false);
      const again = async () => {
        mend();
        await waitUntil(() => storage.persistent, 'persistent again');
        expect(await read(storage), 'the same for all').to.deep.equal(await read(other));
        return read(storage);
      };
      const kept = (next: SessionRecord | undefined) => inAnotherTab(() => other.update(() => next));
      return { storage, key, kept, again };
    }

    it('holds what was kept in memory', async () => {
      const backend = name();
      const key = await createKey();
      mend = breakStorage('slow');
      const storage = watched(backend);
      await storage.update(() => record(key, 1));
      mend();
      await waitUntil(() => storage.persistent);
      expect((await read(new RecordStorage(backend)))?.session?.generation).to.equal(1);
    });

    it('finds the session that it could not read', async () => {
      const { storage, again } = await slow({ isRead: false });
      expect(await read(storage)).to.equal(undefined);
      expect((await again())?.session?.sid).to.equal('session');
    });

    it('finds the session of another tab', async () => {
      const { key, kept, again } = await slow();
      await kept(record(key, 7));
      expect((await again())?.session?.generation).to.equal(7);
    });

    it('keeps the newer token of the two', async () => {
      for (const [here, there] of [
        [2, 1],
        [2, 3],
      ] as const) {
        const { storage, key, kept, again } = await slow();
        await storage.update(() => record(key, here));
        await kept(record(key, there));
        expect((await again())?.session?.generation).to.equal(Math.max(here, there));
      }
    });

    it('keeps a session that was opened meanwhile, and has the one that it could not read ended', async () => {
      const { storage, again } = await slow({ isRead: false });
      const key = await createKey();
      await storage.update(() => record(key, 0, 'new'));
      const end = await again();
      expect(end?.session?.sid).to.equal('new');
      expect(end?.revoking?.map(({ refresh }) => refresh)).to.deep.equal(['session-1']);
    });

    it('ends the session that was ended meanwhile, and keeps what the backend is to be told', async () => {
      const { storage, key, again } = await slow();
      const { session } = record(key, 1);
      await storage.update(
        (current) => current && toRevoke({ ...current, session: undefined }, key, session!),
      );
      const end = await again();
      expect(end?.session).to.equal(undefined);
      expect(end?.revoking).to.have.length(1);
    });

    it('ends no session that another tab has opened meanwhile', async () => {
      const { storage, key, kept, again } = await slow();
      await storage.update(() => ({ key }));
      await kept(record(key, 0, 'other'));
      expect((await again())?.session?.sid).to.equal('other');
    });

    it('brings no session back that another tab has ended meanwhile', async () => {
      for (const rest of [(key: CryptoKeyPair) => ({ key }), () => undefined]) {
        const { storage, key, kept, again } = await slow();
        await storage.update(() => record(key, 2));
        await kept(rest(key));
        expect((await again())?.session).to.equal(undefined);
      }
    });

    it('keeps nothing of an account that is gone', async () => {
      const { storage, again } = await slow();
      await storage.update(() => undefined);
      expect(await again()).to.equal(undefined);
    });

    it('brings no session back that was signed out on a page that is left', async () => {
      const { storage, again } = await slow({ isRead: false });
      storage.bury('session');
      const end = await again();
      expect(end?.session).to.equal(undefined);
      expect(end?.revoking).to.have.length(1);
    });
  });

  it('makes changes under way in the order of their calls when memory takes over', async () => {
    const key = await createKey();
    const storage = watched(name());
    await storage.update(() => ({ key }));
    const mend = breakStorage('slow');
    const order: number[] = [];
    const started = performance.now();
    await Promise.all(
      [1, 2, 3].map(async (number) => {
        if (number === 3) await new Promise((resolve) => setTimeout(resolve, 500));
        await storage.update((current) => (order.push(number), current));
      }),
    );
    expect(order).to.deep.equal([1, 2, 3]);
    expect(performance.now() - started, 'nobody waits longer than the first').to.be.lessThan(1400);
    mend();
  });

  it('tries again when a fault is over, and says so', async () => {
    const storage = watched(name());
    const seen: boolean[] = [];
    const { onChange } = storage;
    storage.onChange = () => {
      seen.push(storage.persistent);
      onChange();
    };
    const mend = breakStorage('blocked');
    await read(storage);
    mend();
    await waitUntil(() => storage.persistent, 'persistent again');
    expect(seen).to.deep.equal([false, true]);
  });
});
