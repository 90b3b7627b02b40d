import { expect, waitUntil } from '@open-wc/testing';
import { createKey } from '../../src/api/proof.ts';
import { RecordStorage } from '../../src/session/record-storage.ts';
import { toStored } from '../../src/session/after/grant.ts';
import { grant } from '../support/answers.ts';
import { breakStorage } from '../support/broken-storage.ts';

const name = () => `https://scripted.example/${crypto.randomUUID()}`;
const read = (storage: RecordStorage) => storage.update((current) => current);

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

  describe('goes on in memory', () => {
    let mend: (() => void) | undefined;
    afterEach(() => mend?.());

    for (const fault of ['blocked', 'failing', 'hanging', 'full', 'no keys'] as const) {
      it(`when storage is ${fault}`, async () => {
        const backend = name();
        const storage = new RecordStorage(backend);
        const key = await createKey();
        mend = breakStorage(fault);
        const started = performance.now();
        await storage.update(() => ({ key }));
        expect(performance.now() - started, 'milliseconds').to.be.lessThan(1500);
        expect(storage.persistent).to.equal(false);
        expect((await read(storage))?.key).to.equal(key);
        mend();
        expect(await read(new RecordStorage(backend)), 'nothing half written').to.equal(undefined);
      });
    }

    /** Storage of one session that fails once, and is there again for the next visit. */
    async function interrupted() {
      const backend = name();
      const key = await createKey();
      const record = (generation: number) => ({ key, session: toStored(grant(generation)) });
      const storage = new RecordStorage(backend);
      await storage.update(() => record(1));
      mend = breakStorage('failing');
      await read(storage);
      mend();
      return { backend, storage, record };
    }

    it('a record that is deleted then does not come back at the next visit', async () => {
      const { backend, storage } = await interrupted();
      await storage.update(() => undefined);
      expect(storage.persistent).to.equal(false);
      await waitUntil(async () => !(await read(new RecordStorage(backend))), 'deleted');
    });

    it('a token that was replaced then does not come back at the next visit', async () => {
      const { backend, storage, record } = await interrupted();
      await storage.update(() => record(2));
      await waitUntil(
        async () => (await read(new RecordStorage(backend)))?.session?.generation === 2,
        'replaced',
      );
    });

    it('what another tab kept meanwhile stays', async () => {
      const { backend, storage, record } = await interrupted();
      await new RecordStorage(backend).update(() => record(3));
      await storage.update(() => record(2));
      await new Promise((resume) => setTimeout(resume, 100));
      expect((await read(new RecordStorage(backend)))?.session?.generation).to.equal(3);
    });

    it('with what it read before the fault', async () => {
      const storage = new RecordStorage(name());
      const key = await createKey();
      await storage.update(() => ({ key }));
      mend = breakStorage('failing');
      expect((await read(storage))?.key.publicKey).to.be.instanceOf(CryptoKey);
      expect(storage.persistent).to.equal(false);
    });
  });
});
