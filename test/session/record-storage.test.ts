import { expect } from '@open-wc/testing';
import { createKey } from '../../src/api/proof.ts';
import { RecordStorage } from '../../src/session/record-storage.ts';
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
