/** The business's side of the hub: rows by the business's own names, each with its own result. */
import { hubAdminName } from '../../src/contract/hub-admin.ts';
import { type HubKind, hubKindNames } from '../../src/contract/hub-rows.ts';
import { check, checkEqual } from './check.ts';
import { rowExamples } from './hub-examples.ts';
import { hubMember, keyCase, ownName, put } from './hub-member.ts';
import type { Case } from './target.ts';
import { Visitor } from './visitor.ts';

const url = 'https://hearth.example/somewhere';
const at = '2026-03-04T10:00:00.000Z';

export const hubAdminCases: Case[] = [
  ...hubKindNames.map((kind) =>
    keyCase(`${kind}: put twice, listed once as it was put, removed once`, async (target) => {
      const member = await hubMember(target);
      const { visitor } = member;
      const id = ownName();
      await put(member, 'courses', { id, title: 'Sourdough', url, lessons: 3 });
      await put(member, 'communities', { id, title: 'Early birds', url });
      await put(member, 'campaigns', { id, title: 'Friends' });
      const known: Record<string, string> = {
        id,
        course: id,
        community: id,
        campaign: id,
        account: member.account,
      };
      const named = (row: Record<string, unknown>) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, known[name] ?? value]));
      const row = named(rowExamples[kind].put);
      const key = named(rowExamples[kind].remove);
      const outcomes = async (verb: 'put' | 'remove', item: Record<string, unknown>) => {
        const { results } = await visitor.succeed(hubAdminName(verb, kind), { items: [item, item] });
        return results.map(({ outcome }) => outcome);
      };
      const isParent = ['courses', 'communities', 'campaigns'].includes(kind);
      checkEqual(await outcomes('put', row), [isParent ? 'updated' : 'created', 'updated'], 'put');
      const isIt = (one: Record<string, unknown>) =>
        Object.entries(key).every(([name, value]) => one[name] === value);
      const listed = await listAll(visitor, hubAdminName('list', kind));
      const [found, ...others] = listed.filter(isIt);
      checkEqual(others, [], 'listed more than once');
      check(found, 'It is listed');
      for (const [name, value] of Object.entries(row)) checkEqual(found[name], value, name);
      checkEqual(await outcomes('remove', key), ['removed', 'absent'], 'remove');
      check(!(await listAll(visitor, hubAdminName('list', kind))).some(isIt), 'It is gone');
    }),
  ),

  keyCase(
    'putCommissions: what is wrong with one row is said at its place, and refuses that one',
    async (target) => {
      const member = await hubMember(target);
      const good = { account: member.account, amount: 5, currency: 'EUR', state: 'paid', at };
      const ids = [ownName(), ownName()];
      const { results } = await member.visitor.succeed('putCommissions', {
        items: [
          { ...good, id: ids[0]! },
          { ...good, id: 'x', amount: -1, currency: 'euro' },
          { ...good, id: 'x', account: 'none' },
          { ...good, id: 'x', campaign: 'none-such' },
          { ...good, id: 'x', at: '2026-13-01T00:00:00Z' },
          { ...good, id: 'x', surplus: true },
          { ...good, id: 'a~b' },
          { ...good, id: ids[1]! },
        ],
      });
      checkEqual(
        results.map(({ outcome, problem }) => [
          outcome,
          problem?.code,
          problem?.errors?.map((one) => one.pointer),
        ]),
        [
          ['created', undefined, undefined],
          ['refused', 'invalid-input', ['/amount', '/currency']],
          ['refused', 'account-not-found', undefined],
          ['refused', 'campaign-not-found', undefined],
          ['refused', 'invalid-input', ['/at']],
          ['refused', 'invalid-input', ['/surplus']],
          ['refused', 'invalid-input', ['/id']],
          ['created', undefined, undefined],
        ],
        'results',
      );
      const { items } = await member.visitor.succeed('readCommissions', undefined, member);
      checkEqual(items.map(({ id }) => id).toSorted(), ids.toSorted(), 'what is there');
    },
  ),

  keyCase('listActivities: of one account alone, by any of its names', async (target) => {
    const [one, other] = [await hubMember(target), await hubMember(target)];
    const ids = [ownName(), ownName(), ownName()];
    for (const [index, id] of ids.entries()) {
      const { account } = index < 2 ? one : other;
      await put(one, 'activities', { id, account, kind: 'order', title: 'A loaf', at });
    }
    for (const account of [one.account, one.email]) {
      const first = await one.visitor.succeed('listActivities', undefined, {
        query: { account, limit: '1' },
      });
      const query = { account, cursor: first.next ?? '' };
      const second = await one.visitor.succeed('listActivities', undefined, { query });
      const found = [...first.items, ...second.items].map(({ id }) => id);
      checkEqual(found, ids.slice(0, 2), 'rows');
    }
    await one.visitor.refused('listActivities', 'account-not-found', undefined, {
      query: { account: 'none' },
    });
    const problem = await one.visitor.refused('listCourses', 'invalid-input', undefined, {
      query: { account: one.account },
    });
    checkEqual(problem.errors, [{ pointer: '/account', code: 'unknown-field' }], 'errors');
  }),

  keyCase('putActivities: an email names its account, if it has one only', async (target) => {
    const member = await hubMember(target);
    const row = { id: ownName(), account: member.email.toUpperCase(), kind: 'order', title: 'A loaf', at };
    const outcome = async () => {
      const { results } = await member.visitor.succeed('putActivities', { items: [row] });
      return results.map(({ outcome, problem }) => problem?.code ?? outcome);
    };
    checkEqual(await outcome(), ['created'], 'one account');
    const { items } = await member.visitor.succeed('readActivity', undefined, member);
    checkEqual(items.length, 1, 'what is there');
    await hubMember(target, member.email);
    checkEqual(await outcome(), ['account-ambiguous'], 'two accounts');
    row.account = 'nobody@example.com';
    checkEqual(await outcome(), ['account-not-found'], 'no account');
  }),

  keyCase('putMemberships, removeMemberships: members are counted once, whoever counts', async (target) => {
    const member = await hubMember(target);
    const { visitor, account, accessToken } = member;
    const community = ownName();
    await put(member, 'communities', { id: community, title: 'Early birds', url, access: 'open' });
    const count = async () => {
      const { items } = await visitor.succeed('readCommunities', undefined, { accessToken });
      return items.find(({ id }) => id === community)?.members;
    };
    const membership = { community, account, at };
    await Promise.all([
      ...Array.from({ length: 5 }, () => put(member, 'memberships', membership)),
      ...Array.from({ length: 5 }, () =>
        visitor.succeed('joinCommunity', undefined, { accessToken, parameters: { id: community } }),
      ),
    ]);
    checkEqual(await count(), 1, 'members');
    await put(member, 'communities', { id: community, title: 'Early birds, renamed', url, access: 'open' });
    checkEqual(await count(), 1, 'members after the group was put again');
  }),

  keyCase('T21: putCourses: an address that a browser would run as script is refused', async (target) => {
    const visitor = await Visitor.arrive(target);
    const addresses = [
      'javascript:alert(1)',
      'data:text/html,x',
      'http://hearth.example/',
      ' https://a.example',
      '//a',
    ];
    const { results } = await visitor.succeed('putCourses', {
      items: addresses.map((address) => ({ id: 'x', title: 'x', url: address, lessons: 1 })),
    });
    checkEqual([...new Set(results.map(({ outcome }) => outcome))], ['refused'], 'outcomes');
  }),
];

async function listAll(
  visitor: Visitor,
  name: `list${Capitalize<HubKind>}`,
): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for (let cursor: string | undefined, isMore = true; isMore; isMore = cursor !== undefined) {
    const query = { limit: '7', ...(cursor !== undefined && { cursor }) };
    const page = await visitor.succeed(name, undefined, { query });
    rows.push(...page.items);
    cursor = page.next;
  }
  return rows;
}
