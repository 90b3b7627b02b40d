/** What the hub promises however much there is in it: a page costs the same, and members are counted right. */
import { CompiledQuery, sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { HubStore, Owner } from '../../src/domain/hub-ports.ts';
import { aBusiness, anAccount, inParallel, now, storedAccount, unique } from '../support/records.ts';
import { databases, describeStorage } from '../support/databases.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { createStorage } from '../../src/storage/storage.ts';

const page = { after: undefined, limit: 20 };
const url = 'https://hearth.example/';

describeStorage('the hub', (current) => {
  const stored = async () => {
    const { storage } = current();
    const account = await storedAccount(storage);
    const owner: Owner = { businessId: account.businessId, accountId: account.id };
    const group = { id: unique('group'), title: 'Early birds', url, access: 'open', position: 0 };
    await storage.hubRows.put(owner.businessId, 'communities', group);
    const another = async () => {
      const { id: accountId } = await storedAccount(storage, { businessId: owner.businessId });
      return { ...owner, accountId };
    };
    const members = async () => (await storage.hub.community(owner, group.id))?.members;
    return { ...storage, owner, group, another, members };
  };

  it('counts each member once, however many join and leave at a time', async () => {
    const { hub, owner, group, another, members } = await stored();
    const people = [owner, await another(), await another()];
    await inParallel(30, (index) => hub.join(people[index % 3]!, group.id, now));
    expect(await members()).toBe(3);
    await inParallel(30, (index) => hub.leave(people[index % 2]!, group.id));
    expect(await members()).toBe(1);
  });

  it('counts right when accounts are deleted while they join', async () => {
    const { hub, accounts, owner, group, another, members } = await stored();
    const people = await Promise.all(Array.from({ length: 10 }, another));
    await Promise.allSettled(
      people.flatMap((one) => [hub.join(one, group.id, now), accounts.delete(one.businessId, one.accountId)]),
    );
    await hub.join(owner, group.id, now);
    expect(await members()).toBe(1);
  });

  it('takes everything of an account along when that is deleted', async () => {
    const { hubRows, accounts, owner, group } = await stored();
    const { businessId, accountId: account } = owner;
    const id = unique('row');
    const put = (kind: Parameters<typeof hubRows.put>[1], row: Parameters<typeof hubRows.put>[2]) =>
      hubRows.put(businessId, kind, { account, at: now, ...row });
    await put('courses', { id, title: 'Sourdough', url, access: 'private', lessons: 1, position: 0 });
    await put('campaigns', { id, title: 'Friends', position: 0 });
    await put('enrolments', { course: id, done: 0 });
    await put('memberships', { community: group.id, unread: 0 });
    await put('partners', { campaign: id, url });
    await put('referrals', { id, name: 'M.', state: 'lead' });
    await put('commissions', { id, amount: 1, currency: 'EUR', state: 'paid' });
    await put('payouts', { id, amount: 1, currency: 'EUR', state: 'paid' });
    await put('activities', { id, kind: 'order', title: 'A loaf', ongoing: false });
    const { db } = current();
    const left = async () => {
      const tables = (await db.introspection.getTables()).filter(({ columns }) =>
        columns.some(({ name }) => name === 'account_id'),
      );
      const counts = await Promise.all(
        tables.map(async ({ name }) => {
          const { rows } = await sql`select 1 from ${sql.table(name)} where account_id = ${account}`.execute(
            db,
          );
          return rows.length > 0 ? [name] : [];
        }),
      );
      return counts.flat().toSorted();
    };
    expect(await left()).toEqual(
      [
        'activities',
        'commissions',
        'enrolments',
        'memberships',
        'partners',
        'payouts',
        'referrals',
      ].toSorted(),
    );
    await accounts.delete(businessId, account);
    expect(await left()).toEqual([]);
  });

  it('a row belongs to the business that put it, whatever another calls its own', async () => {
    const { hubRows, businesses, owner, group } = await stored();
    const { id: other } = await businesses.put(aBusiness());
    expect(await hubRows.hold(other, 'community', group.id)).toBe(false);
    expect(await hubRows.remove(other, 'communities', [group.id])).toBe(false);
    expect(await hubRows.put(other, 'communities', { ...group, title: 'Theirs' })).toBe('created');
    expect((await hubRows.list(owner.businessId, 'communities', undefined, 10))[0]?.['title']).toBe(
      'Early birds',
    );
  });
});

/** Rows of an account whose page is asked for, and of others beside it. */
const many = 20_000;

describe.each(databases.filter(({ name }) => name !== 'SQLite in WebAssembly'))(
  'the plan of a page ($name)',
  ({ name, create }) => {
    it(
      `reads no more than the page, of ${many} rows: by an index in its order, without sorting`,
      { timeout: 60_000 },
      async () => {
        const { db, drop } = await create();
        await migrate(db);
        const storage = createStorage(db);
        const business = await storage.businesses.put(aBusiness());
        const account = anAccount({ businessId: business.id });
        await storage.accounts.insert(account, 1);
        const numbers = sql`with recursive n(i) as (select 1 union all select i + 1 from n where i < ${sql.lit(many)})`;
        const id = sql`'row-' || i`;
        await sql`insert into activities (business_id, id, account_id, at, kind, title, ongoing)
        ${numbers} select ${business.id}, ${id}, ${account.id}, i, 'order', 'A loaf', 0 from n`.execute(db);
        await sql`insert into commissions (business_id, id, account_id, at, amount, currency, state, month)
        ${numbers} select ${business.id}, ${id}, ${account.id}, i, 1, 'EUR', 'paid', 24310 from n`.execute(
          db,
        );
        await sql`analyze`.execute(db);
        const owner = { businessId: business.id, accountId: account.id };
        const lists: ((hub: HubStore) => Promise<unknown>)[] = [
          (hub) => hub.activities(owner, { ...page, after: { order: many / 2, id: 'row-1' } }),
          (hub) => hub.activities(owner, page, 'order'),
          (hub) => hub.commissions(owner, { ...page, after: { order: many / 2, id: 'row-1' } }, {}),
          (hub) => hub.commissions(owner, page, { state: 'paid', from: 0, to: many }),
        ];
        for (const list of lists) {
          const queries: CompiledQuery[] = [];
          const executor = db.getExecutor();
          const recorded = createStorage(
            db.withPlugin({
              transformQuery({ node, queryId }) {
                queries.push(executor.compileQuery(node, queryId));
                return node;
              },
              transformResult: async ({ result }) => result,
            }),
          );
          await list(recorded.hub);
          for (const query of queries) expect(await worstOf[name]?.(db, query), query.sql).toBe('');
        }
        await drop();
      },
    );
  },
);

type Db = Parameters<typeof migrate>[0];

/** What in a plan grows with the table: empty where nothing does. */
const worstOf: Record<string, (db: Db, query: CompiledQuery) => Promise<string>> = {
  SQLite: async (db, { sql: text, parameters }) => {
    const { rows } = await db.executeQuery<{ detail: string }>(
      CompiledQuery.raw(`explain query plan ${text}`, [...parameters]),
    );
    return rows
      .map(({ detail }) => detail)
      .filter((detail) => detail.startsWith('SCAN') || detail.includes('TEMP B-TREE'))
      .join('; ');
  },
  PostgreSQL: async (db, { sql: text, parameters }) => {
    const { rows } = await db.executeQuery<{ 'QUERY PLAN': { Plan: Node }[] }>(
      CompiledQuery.raw(`explain (analyze, format json) ${text}`, [...parameters]),
    );
    return rows
      .flatMap((row) => row['QUERY PLAN'])
      .flatMap(({ Plan }) => nodes(Plan))
      .filter((node) => node['Node Type'].includes('Sort') || node['Actual Rows'] > page.limit)
      .map((node) => `${node['Node Type']} of ${node['Actual Rows']} rows`)
      .join('; ');
  },
};

interface Node {
  'Node Type': string;
  'Actual Rows': number;
  Plans?: Node[];
}
const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
