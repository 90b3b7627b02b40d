import { expect, it } from 'vitest';
import type { SelectionRecord } from '../../src/domain/ports.ts';
import { describeStorage } from '../support/databases.ts';
import { aSelection, inParallel, now } from '../support/records.ts';

describeStorage('selections', (current) => {
  const stored = async (more: Partial<SelectionRecord> = {}) => {
    const selection = aSelection(more);
    await current().storage.selections.insert(selection);
    const { ticketDigest, businessId, keyThumbprint } = selection;
    return { selection, key: { ticketDigest, businessId, keyThumbprint, handle: 'handle-a' } };
  };

  it('hands the selection over as it was, choices in their order, and only once', async () => {
    const { selections } = current().storage;
    const { selection, key } = await stored();
    expect(await selections.take(key, now)).toEqual(selection);
    expect(await selections.take(key, now)).toBeUndefined();
  });

  it('is taken by exactly one of twenty at once', async () => {
    const { selections } = current().storage;
    const { selection, key } = await stored({ remember: false });
    const handles = ['handle-a', 'handle-b'];
    const taken = await inParallel(20, (index) =>
      selections.take({ ...key, handle: handles[index % 2] ?? '' }, now),
    );
    expect(taken.filter(Boolean)).toEqual([selection]);
  });

  it.each([
    ['a handle that is not offered', { handle: 'handle-c' }],
    ['a handle in other letters', { handle: 'HANDLE-A' }],
    ['a part of a handle', { handle: 'handle' }],
    ['another key', { keyThumbprint: 'other' }],
    ['another business', { businessId: 'other' }],
    ['another ticket', { ticketDigest: 'other' }],
  ])('stays in place for %s', async (_, difference) => {
    const { selections } = current().storage;
    const { selection, key } = await stored();
    expect(await selections.take({ ...key, ...difference }, now)).toBeUndefined();
    expect(await selections.take(key, now)).toEqual(selection);
  });

  it('stays in place when the handle belongs to another selection', async () => {
    const { selections } = current().storage;
    const { key } = await stored();
    await stored({ choices: [{ handle: 'handle-elsewhere', accountId: 'account' }] });
    expect(await selections.take({ ...key, handle: 'handle-elsewhere' }, now)).toBeUndefined();
  });

  it('lives until it expires, not at that moment', async () => {
    const { selections } = current().storage;
    const { selection, key } = await stored();
    expect(await selections.take(key, selection.expiresAt)).toBeUndefined();
    expect(await selections.take(key, selection.expiresAt - 1)).toEqual(selection);
  });

  it('goes on without an account that was withdrawn', async () => {
    const { selections } = current().storage;
    const [gone, stays] = [`gone-${Math.random()}`, 'stays'];
    const { key } = await stored({
      choices: [
        { handle: 'handle-a', accountId: gone },
        { handle: 'handle-b', accountId: stays },
      ],
    });
    await selections.withdraw(gone);
    expect(await selections.take(key, now)).toBeUndefined();
    const taken = await selections.take({ ...key, handle: 'handle-b' }, now);
    expect(taken?.choices).toEqual([{ handle: 'handle-b', accountId: stays }]);
  });

  it('can be inserted in a transaction', async () => {
    const { storage } = current();
    const selection = aSelection();
    await storage.transaction((stores) => stores.selections.insert(selection));
    expect(await storage.selections.take({ ...selection, handle: 'handle-b' }, now)).toEqual(selection);
  });
});
