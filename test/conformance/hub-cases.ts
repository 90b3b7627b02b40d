/** The hub as the account sees it: pages, states, groups, and money that is never added across currencies. */
import { limits } from '../../src/contract/limits.ts';
import { check, checkEqual } from './check.ts';
import { type HubMember, hubMember, type KeyTarget, keyCase, ownName, put } from './hub-member.ts';
import { memberOf } from './member.ts';
import type { Case } from './target.ts';

const url = 'https://hearth.example/somewhere';
const dayOf = (day: number) => `2026-03-${String(day).padStart(2, '0')}T10:00:00.000Z`;

const lists = [
  'readActivity',
  'readCourses',
  'readCommunities',
  'readCommissions',
  'readReferrals',
  'readPayouts',
] as const;
type List = (typeof lists)[number];

/** All pages of a list, and how many there were. */
async function allOf(
  { visitor, accessToken }: Pick<HubMember, 'visitor' | 'accessToken'>,
  name: List,
  query: Record<string, string>,
  between: () => Promise<unknown> = async () => {},
) {
  const ids: string[] = [];
  let pages = 0;
  let cursor: string | undefined;
  do {
    const page = await visitor.succeed(name, undefined, {
      accessToken,
      query: { ...query, ...(cursor !== undefined && { cursor }) },
    });
    pages += 1;
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.next;
    await between();
  } while (cursor !== undefined);
  return { ids, pages };
}

const group = async (target: KeyTarget, access: 'open' | 'closed') => {
  const member = await hubMember(target);
  const id = ownName();
  await put(member, 'communities', { id, title: 'Early birds', url, access });
  const overrides = { accessToken: member.accessToken, parameters: { id } };
  return { ...member, id, overrides };
};

export const hubCases: Case[] = [
  ...lists.map((name): Case => ({
    title: `${name}: of an account with nothing → an empty page`,
    async run(target) {
      const { visitor, accessToken } = await memberOf(target);
      checkEqual(await visitor.succeed(name, undefined, { accessToken }), { items: [] }, 'page');
    },
  })),
  {
    title: 'readAffiliate: of an account that recommends nobody → nothing, in no currency',
    async run(target) {
      const { visitor, accessToken } = await memberOf(target);
      const affiliate = await visitor.succeed('readAffiliate', undefined, { accessToken });
      checkEqual(affiliate, { links: [], leads: 0, customers: 0, totals: [], months: [] }, 'affiliate');
    },
  },
  ...(['joinCommunity', 'leaveCommunity'] as const).map((name): Case => ({
    title: `${name}: a group that is not there → community-not-found`,
    async run(target) {
      const { visitor, accessToken } = await memberOf(target);
      await visitor.refused(name, 'community-not-found', undefined, {
        accessToken,
        parameters: { id: 'none' },
      });
    },
  })),

  keyCase(
    'readActivity: pages of the size asked for, newest first, each row once while others come in',
    async (target) => {
      const member = await hubMember(target);
      const { account } = member;
      const row = (id: string, day: number) => ({
        id,
        account,
        kind: 'order' as const,
        title: 'A loaf',
        at: dayOf(day),
      });
      const names = Array.from({ length: 7 }, ownName);
      // Two at the same instant: the name decides.
      await put(member, 'activities', ...names.map((id, index) => row(id, 1 + Math.floor(index / 2))));
      const incoming = () => put(member, 'activities', row(ownName(), 28));
      const { ids, pages } = await allOf(member, 'readActivity', { limit: '2' }, incoming);
      checkEqual(ids, names.toSorted().toReversed(), 'rows');
      checkEqual(pages, 4, 'pages');
    },
  ),

  keyCase(
    'readActivity: a page holds twenty, unless asked otherwise; the last has no cursor',
    async (target) => {
      const member = await hubMember(target);
      const rows = Array.from({ length: limits.page.usual + 1 }, () => ({
        ...{ id: ownName(), account: member.account, kind: 'order' as const, title: 'A loaf', at: dayOf(1) },
      }));
      await put(member, 'activities', ...rows);
      const page = await member.visitor.succeed('readActivity', undefined, member);
      checkEqual([page.items.length, page.next !== undefined], [limits.page.usual, true], 'first page');
      const query = { limit: String(limits.page.usual + 1) };
      const whole = await member.visitor.succeed('readActivity', undefined, { ...member, query });
      checkEqual(
        [whole.items.length, whole.next],
        [limits.page.usual + 1, undefined],
        'a page of just the size',
      );
    },
  ),

  keyCase('readActivity: one kind alone; what is under way is present, what is over past', async (target) => {
    const member = await hubMember(target);
    const base = { account: member.account, title: 'Something', at: dayOf(1) };
    const [order, visit, course, talk] = [ownName(), ownName(), ownName(), ownName()];
    await put(
      member,
      'activities',
      { ...base, id: order, kind: 'order' },
      { ...base, id: visit, kind: 'appointment', until: '2999-01-01T00:00:00Z' },
      { ...base, id: course, kind: 'course', ongoing: true },
      { ...base, id: talk, kind: 'appointment', until: dayOf(2), detail: 'At the counter', url },
    );
    const { items } = await member.visitor.succeed('readActivity', undefined, member);
    const states = Object.fromEntries(items.map(({ id, state }) => [id, state]));
    checkEqual(
      [order, visit, course, talk].map((id) => states[id]),
      ['past', 'present', 'present', 'past'],
      'states',
    );
    const { ids } = await allOf(member, 'readActivity', { kind: 'appointment' });
    checkEqual(ids.toSorted(), [visit, talk].toSorted(), 'appointments');
  }),

  keyCase('T27: readActivity: the cursor of one account shows another nothing of it', async (target) => {
    const [owner, other] = [await hubMember(target), await hubMember(target)];
    const rows = Array.from({ length: 3 }, () => ({
      ...{ id: ownName(), account: owner.account, kind: 'order' as const, title: 'A loaf', at: dayOf(1) },
    }));
    await put(owner, 'activities', ...rows);
    const query = { limit: '1' };
    const { next } = await owner.visitor.succeed('readActivity', undefined, { ...owner, query });
    check(next, 'There is a further page');
    const stolen = { accessToken: other.accessToken, query: { cursor: next } };
    checkEqual(await other.visitor.succeed('readActivity', undefined, stolen), { items: [] }, 'page');
  }),

  keyCase('T27: a sibling on the same mailbox sees nothing of what is the account’s', async (target) => {
    const owner = await hubMember(target);
    const sibling = await hubMember(target, owner.email);
    const { account } = owner;
    const id = ownName();
    await put(owner, 'courses', { id, title: 'Sourdough', url, lessons: 3 });
    await put(owner, 'communities', { id, title: 'Closed', url });
    await put(owner, 'campaigns', { id, title: 'Friends' });
    await put(owner, 'enrolments', { course: id, account, at: dayOf(1) });
    await put(owner, 'memberships', { community: id, account, at: dayOf(1) });
    await put(owner, 'partners', { campaign: id, account, url });
    await put(owner, 'activities', { id, account, kind: 'order', title: 'A loaf', at: dayOf(1) });
    await put(owner, 'commissions', { id, account, amount: 1, currency: 'EUR', state: 'paid', at: dayOf(1) });
    await put(owner, 'referrals', { id, account, name: 'M.', state: 'lead', at: dayOf(1) });
    await put(owner, 'payouts', { id, account, amount: 1, currency: 'EUR', state: 'paid', at: dayOf(1) });
    for (const name of lists) {
      checkEqual((await allOf(owner, name, {})).ids, [id], `${name} of the owner`);
      checkEqual((await allOf(sibling, name, {})).ids, [], `${name} of the sibling`);
    }
    const affiliate = await sibling.visitor.succeed('readAffiliate', undefined, sibling);
    checkEqual(affiliate, { links: [], leads: 0, customers: 0, totals: [], months: [] }, 'affiliate');
    const parameters = { id };
    for (const name of ['joinCommunity', 'leaveCommunity'] as const)
      await sibling.visitor.refused(name, 'community-not-found', undefined, { ...sibling, parameters });
  }),

  keyCase(
    'readCourses: open, done, locked and waiting; what is on offer until one has it',
    async (target) => {
      const member = await hubMember(target);
      const { account, visitor } = member;
      const [open, done, locked, waiting, offered] = Array.from({ length: 5 }, ownName) as [
        string,
        string,
        string,
        string,
        string,
      ];
      const course = { title: 'Sourdough', url, lessons: 4 };
      await put(member, 'courses', ...[open, done, locked, waiting].map((id) => ({ ...course, id })));
      await put(member, 'courses', {
        ...course,
        id: offered,
        access: 'offered',
        offer: 'With the club.',
        offerUrl: `${url}/club`,
      });
      await put(
        member,
        'enrolments',
        { course: open, account, at: dayOf(4), done: 1, lesson: 'Shaping', lessonUrl: `${url}/2` },
        // A course that has fewer lessons than it had.
        { course: done, account, at: dayOf(3), done: 9, lesson: 'Shaping' },
        { course: locked, account, at: dayOf(2), locked: 'An invoice is open.', lockedUrl: `${url}/pay` },
        { course: waiting, account, at: dayOf(1), opensAt: '2999-01-01T00:00:00Z' },
      );
      const { items } = await visitor.succeed('readCourses', undefined, member);
      checkEqual(
        items.map(({ id, state, done }) => [id, state, done]),
        [
          [open, 'open', 1],
          [done, 'done', 4],
          [locked, 'locked', 0],
          [waiting, 'locked', 0],
        ],
        'my courses',
      );
      const [first, second, third, fourth] = items;
      checkEqual(first?.continue, { title: 'Shaping', url: `${url}/2` }, 'where it was left');
      checkEqual(second?.continue, { title: 'Shaping', url }, 'a lesson without an address');
      checkEqual(third?.lock, { reason: 'An invoice is open.', url: `${url}/pay` }, 'why it is locked');
      checkEqual(fourth?.lock, { opensAt: '2999-01-01T00:00:00.000Z' }, 'when it opens');
      const query = { state: 'offered', limit: '100' };
      const isOffered = async () => (await allOf(member, 'readCourses', query)).ids.includes(offered);
      check(await isOffered(), 'What is on offer is shown');
      await put(member, 'enrolments', { course: offered, account, at: dayOf(5) });
      check(!(await isOffered()), 'What one has is not on offer');
    },
  ),

  keyCase('joinCommunity, leaveCommunity: as often as they are sent, counted once', async (target) => {
    const { visitor, overrides, id, accessToken } = await group(target, 'open');
    for (let times = 0; times < 2; times += 1) {
      const {
        isMember,
        members,
        url: address,
      } = await visitor.succeed('joinCommunity', undefined, overrides);
      checkEqual([isMember, members, address], [true, 1, url], 'joined');
    }
    const mine = await visitor.succeed('readCommunities', undefined, { accessToken });
    checkEqual(
      mine.items.map((one) => [one.id, one.members]),
      [[id, 1]],
      'my groups',
    );
    for (let times = 0; times < 2; times += 1) {
      const { isMember, members, ...rest } = await visitor.succeed('leaveCommunity', undefined, overrides);
      checkEqual([isMember, members, 'url' in rest], [false, 0, false], 'left');
    }
    const query = { show: 'open', limit: '100' };
    check(
      (await allOf({ visitor, accessToken }, 'readCommunities', query)).ids.includes(id),
      'It is open to join',
    );
  }),

  keyCase('joinCommunity: twenty at once, of two accounts → two members', async (target) => {
    const one = await group(target, 'open');
    const other = await hubMember(target);
    const attempts = Array.from({ length: 20 }, (_, index) => {
      const { visitor, accessToken } = index % 2 ? one : other;
      return visitor.succeed('joinCommunity', undefined, { accessToken, parameters: { id: one.id } });
    });
    await Promise.all(attempts);
    const { members } = await one.visitor.succeed('joinCommunity', undefined, one.overrides);
    checkEqual(members, 2, 'members');
  }),

  keyCase(
    'T27: a closed group: outside it is not there, inside nobody leaves by themselves',
    async (target) => {
      const { visitor, overrides, id, account } = await group(target, 'closed');
      for (const name of ['joinCommunity', 'leaveCommunity'] as const)
        await visitor.refused(name, 'community-not-found', undefined, overrides);
      await put({ visitor }, 'memberships', { community: id, account, at: dayOf(1), unread: 3 });
      const { isMember, unread } = await visitor.succeed('joinCommunity', undefined, overrides);
      checkEqual([isMember, unread], [true, 3], 'the one who is in');
      await visitor.refused('leaveCommunity', 'community-closed', undefined, overrides);
    },
  ),

  keyCase('readCommunities: an account that is deleted is counted no more', async (target) => {
    const { visitor, overrides, id } = await group(target, 'open');
    const other = await hubMember(target);
    await other.visitor.succeed('joinCommunity', undefined, { ...other, parameters: { id } });
    await visitor.succeed('joinCommunity', undefined, overrides);
    await other.visitor.succeed('deleteAccount', undefined, other);
    const { members } = await visitor.succeed('joinCommunity', undefined, overrides);
    checkEqual(members, 1, 'members');
  }),

  keyCase('readAffiliate: sums by state, of each currency by itself; leads and customers', async (target) => {
    const member = await hubMember(target);
    const { account, visitor } = member;
    const campaign = ownName();
    const month = new Date().toISOString().slice(0, 7);
    const at = `${month}-01T00:00:00.000Z`;
    const commission = (
      amount: number,
      currency: string,
      state: 'pending' | 'approved' | 'paid' | 'cancelled',
      when = at,
    ) => ({
      ...{ id: ownName(), account, campaign, amount, currency, state, at: when },
    });
    await put(member, 'campaigns', { id: campaign, title: 'Bring a friend' });
    await put(member, 'partners', { campaign, account, url });
    const changed = commission(500, 'EUR', 'pending');
    await put(
      member,
      'commissions',
      changed,
      commission(1_250, 'EUR', 'approved'),
      commission(750, 'EUR', 'approved'),
      commission(900, 'JPY', 'paid'),
      commission(10, 'EUR', 'cancelled', '2020-01-01T00:00:00Z'),
    );
    await put(member, 'commissions', { ...changed, state: 'approved' });
    await put(
      member,
      'referrals',
      ...(['lead', 'lead', 'customer'] as const).map((state) => ({
        id: ownName(),
        account,
        name: 'M.',
        state,
        at,
      })),
    );
    const affiliate = await visitor.succeed('readAffiliate', undefined, member);
    const none = { pending: 0, approved: 0, paid: 0, cancelled: 0 };
    const euro = { ...none, approved: 2_500 };
    const yen = { ...none, paid: 900 };
    checkEqual(affiliate.links, [{ campaign, title: 'Bring a friend', url }], 'links');
    checkEqual([affiliate.leads, affiliate.customers], [2, 1], 'leads and customers');
    const byCurrency = affiliate.totals.toSorted((a, b) => (a.currency < b.currency ? -1 : 1));
    checkEqual(
      byCurrency,
      [
        { currency: 'EUR', ...euro, cancelled: 10 },
        { currency: 'JPY', ...yen },
      ],
      'totals',
    );
    checkEqual(
      affiliate.months,
      [
        { month, currency: 'EUR', ...euro },
        { month, currency: 'JPY', ...yen },
      ],
      'months',
    );
  }),

  keyCase('readCommissions: of a state, from a day on, before a day', async (target) => {
    const member = await hubMember(target);
    const rows = ([1, 2, 3, 4] as const).map((number) => ({
      ...{ id: ownName(), account: member.account, amount: number, currency: 'EUR', at: dayOf(number) },
      state: number % 2 ? ('paid' as const) : ('pending' as const),
    }));
    await put(member, 'commissions', ...rows);
    const [first, second, third, fourth] = rows.map(({ id }) => id);
    const idsOf = async (query: Record<string, string>) =>
      (await allOf(member, 'readCommissions', query)).ids;
    checkEqual(await idsOf({ state: 'paid' }), [third, first], 'paid');
    checkEqual(await idsOf({ from: '2026-03-02', to: '2026-03-04' }), [third, second], 'two days');
    checkEqual(
      await idsOf({ from: '2026-03-02', state: 'pending', limit: '1' }),
      [fourth, second],
      'pending',
    );
  }),

  keyCase('readCommissions: a day that is none → invalid-input', async (target) => {
    const member = await hubMember(target);
    for (const from of ['2026-02-31', 'yesterday', '']) {
      const overrides = { accessToken: member.accessToken, query: { from } };
      const { errors } = await member.visitor.refused(
        'readCommissions',
        'invalid-input',
        undefined,
        overrides,
      );
      checkEqual(
        errors?.map(({ pointer }) => pointer),
        ['/from'],
        `errors of "${from}"`,
      );
    }
  }),

  keyCase(
    'T27: exportAccount: what the hub keeps of the account, page by page, and nothing of a sibling',
    async (target) => {
      const member = await hubMember(target);
      const sibling = await hubMember(target, member.email);
      const { visitor, account, accessToken } = member;
      const [course, ...ids] = Array.from({ length: 103 }, ownName);
      const row = { account, kind: 'order' as const, title: 'A loaf', at: '2026-03-04T10:00:00.000Z' };
      await put(member, 'activities', ...ids.map((id) => ({ ...row, id })));
      await put(member, 'activities', { ...row, id: `${course}-theirs`, account: sibling.account });
      await put(member, 'courses', {
        ...{ id: course!, title: 'Sourdough', url: 'https://hearth.example/', lessons: 3 },
      });
      await put(member, 'enrolments', { course: course!, account, at: row.at });
      const exported = await visitor.succeed('exportAccount', undefined, { accessToken });
      const hub = exported.parts['hub'] as Record<string, { items: { id: string }[]; isWhole: boolean }>;
      const named = (part: string) => hub[part]?.items.map(({ id }) => id).toSorted();
      checkEqual(named('activity'), ids, 'activity');
      checkEqual([named('courses'), hub['courses']?.isWhole], [[course], true], 'courses');
      checkEqual(hub['payouts'], { items: [], isWhole: true }, 'payouts');
    },
  ),
];
