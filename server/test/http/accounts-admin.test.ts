import { beforeAll, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import type { Business } from '../../src/domain/business.ts';
import type { Storage } from '../../src/domain/ports.ts';
import { putAccounts } from '../../src/domain/put-accounts.ts';
import { describeStorage } from '../support/databases.ts';
import { inParallel, unique } from '../support/records.ts';
import { conformanceTarget, publicUrl, startTestPortal, type TestPortal } from '../support/test-portal.ts';

describeStorage("accounts that the business's systems keep", (current) => {
  let portal: TestPortal;
  let target: Target;
  let businesses: { many: Business; single: Business };
  beforeAll(async () => {
    portal = await startTestPortal(current().db);
    target = await conformanceTarget(portal);
    const of = async (slug: string) => (await portal.deps.storage.businesses.bySlug(slug))!;
    businesses = { many: await of('many'), single: await of('single') };
  });

  const systemOf = async (slug: 'many' | 'single', scopes?: Parameters<TestPortal['apiKeyFor']>[1]) => {
    const apiKey = await portal.apiKeyFor(businesses[slug], scopes);
    return Visitor.arrive({ ...target, apiKey }, `${publicUrl}/${slug}`);
  };
  const aRow = (more: object = {}) => {
    const externalId = unique('customer');
    return { externalId, email: `${externalId}@example.com`, name: 'Ada Lovelace', ...more };
  };
  const at = (id: string) => ({ parameters: { id } });

  it('log in directly, with the password that they had; no answer holds anything of it', async () => {
    const system = await systemOf('many');
    const row = aRow({ passwordHash: 'test$brought along' });
    const put = await system.succeed('putAccounts', { items: [row] });
    expect(await system.succeed('readAccount', undefined, at(row.externalId))).toMatchObject({
      passwordOrigin: 'imported',
    });
    const visitor = await Visitor.arrive(target);
    await visitor.signIn(row.email, 'brought along');
    const read = await system.succeed('readAccount', undefined, at(row.externalId));
    expect(read).toMatchObject({ passwordOrigin: 'own', lastSignInAt: expect.any(String) as string });
    expect(JSON.stringify([put, read])).not.toMatch(/test\$|brought|salt|verifier/);
    // Told again the old hash changes nothing: the password is the customer's own by now.
    const again = await system.succeed('putAccounts', { items: [{ ...row, passwordHash: 'test$another' }] });
    expect(again.results).toEqual([{ outcome: 'unchanged', account: read.account }]);
  });

  it("T27: are found under another business's names by nobody", async () => {
    const [mine, theirs] = [await systemOf('many'), await systemOf('single')];
    const row = aRow();
    const { results } = await theirs.succeed('putAccounts', { items: [row] });
    const id = results[0]?.account ?? '';
    for (const name of [row.externalId, id]) {
      await mine.refused('readAccount', 'account-not-found', undefined, at(name));
      await mine.refused('removeAccount', 'account-not-found', undefined, at(name));
    }
    for (const query of [{ email: row.email }, { externalId: row.externalId }]) {
      expect(await mine.succeed('listAccounts', undefined, { query })).toEqual({ items: [] });
    }
    const put = await mine.succeed('putAccounts', { items: [{ ...row, name: 'Eve' }] });
    expect(put.results).toMatchObject([{ outcome: 'created' }]);
    expect(await theirs.succeed('readAccount', undefined, at(row.externalId))).toMatchObject({
      account: id,
      name: row.name,
    });
  });

  it('T27: open to a key that has the scope for it, reading and writing apart', async () => {
    const row = aRow();
    const reader = await systemOf('many', ['accounts:read']);
    const writer = await systemOf('many', ['accounts:write']);
    const neither = await systemOf('many', ['links', 'apps', 'activity']);
    for (const system of [reader, neither]) {
      await system.refused('putAccounts', 'scope-missing', { items: [row] });
      await system.refused('removeAccount', 'scope-missing', undefined, at(row.externalId));
    }
    await writer.succeed('putAccounts', { items: [row] });
    for (const system of [writer, neither]) {
      await system.refused('readAccount', 'scope-missing', undefined, at(row.externalId));
      await system.refused('listAccounts', 'scope-missing');
    }
    await reader.succeed('readAccount', undefined, at(row.externalId));
    await writer.succeed('removeAccount', undefined, at(row.externalId));
  });

  it('tell their mailbox when they are deleted, in the language of the account', async () => {
    const system = await systemOf('many');
    const row = aRow({ locale: 'en' });
    await system.succeed('putAccounts', { items: [row] });
    await system.succeed('removeAccount', undefined, at(row.externalId));
    expect(await portal.mailsTo(row.email)).toMatchObject([
      { template: 'account-deleted', locale: 'en', data: { name: row.name, device: null } },
    ]);
  });

  it('are made once by systems that put the same ones at the same time', async () => {
    const system = await systemOf('many');
    const rows = Array.from({ length: 10 }, () => aRow({ profile: { title: 'Countess' } }));
    const answers = await inParallel(4, () => system.succeed('putAccounts', { items: rows }));
    for (const [index, row] of rows.entries()) {
      const outcomes = answers.map(({ results }) => results[index]?.outcome).toSorted();
      expect(outcomes).toEqual(['created', 'unchanged', 'unchanged', 'unchanged']);
      const { items } = await system.succeed('listAccounts', undefined, { query: { email: row.email } });
      expect(items).toMatchObject([{ externalId: row.externalId, profile: { title: 'Countess' } }]);
    }
  });

  it('leave nothing of a row behind that is refused: not the name, where somebody takes the room in the mailbox', async () => {
    const system = await systemOf('single');
    const [one, other] = [aRow(), aRow()];
    await system.succeed('putAccounts', { items: [one, other] });
    const read = () => system.succeed('readAccount', undefined, at(one.externalId));
    const before = await read();
    const moved = { ...one, email: other.email, name: 'Somebody else', locale: 'en' };
    const { results } = await system.succeed('putAccounts', { items: [moved] });
    expect(results).toEqual([{ outcome: 'refused', problem: { code: 'account-limit' } }]);
    expect(await read()).toEqual(before);

    // Somebody who comes between the look and the move.
    const { storage } = portal.deps;
    const crowded: Storage = {
      ...storage,
      transaction: (work) =>
        storage.transaction((stores) =>
          work({ ...stores, accounts: { ...stores.accounts, move: async () => 'full' } }),
        ),
    };
    const free = { ...moved, email: aRow().email, passwordHash: 'test$new' };
    const outcomes = await putAccounts({ ...portal.deps, storage: crowded }, businesses.single, [free]);
    expect(outcomes).toMatchObject([{ outcome: 'refused', failure: { code: 'account-limit' } }]);
    expect(await read()).toEqual(before);
  });
});
