/** What the hub's lists hold in a preview: a bakery's customer, some months in. */
import type { Activity, Affiliate, Commission, Community, Course } from '../contract/hub-operations.ts';
import type { Answers } from './client.ts';

export const site = 'https://hearth.example';

const day = 24 * 3600 * 1000;

/** So many days ago, at nine. */
export function ago(days: number): string {
  const at = new Date(Date.now() - days * day);
  at.setUTCHours(9, 0, 0, 0);
  return at.toJSON();
}

const month = (back: number): string => {
  const at = new Date();
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - back)).toJSON().slice(0, 7);
};

const course = (id: string, title: string, summary: string, more: Partial<Course>): Course => ({
  ...{ id, title, summary, url: `${site}/learn/${id}`, state: 'open', lessons: 12, done: 0 },
  ...more,
});

const courses: Record<string, Course[]> = {
  mine: [
    course(
      'sourdough',
      'Sourdough from scratch',
      'From flour and water to a loaf that sings when it cools.',
      {
        done: 7,
        continue: { title: 'Shaping a tight round', url: `${site}/learn/sourdough/8` },
      },
    ),
    course('baguettes', 'Baguettes before breakfast', 'A dough that works overnight while you sleep.', {
      ...{ state: 'done', lessons: 9, done: 9 },
    }),
    course(
      'laminated',
      'Croissants and lamination',
      'Twenty-seven layers, two days, one very cold kitchen.',
      {
        ...{ state: 'locked', lessons: 14 },
        lock: {
          reason: 'The next class starts when the kitchen is cold enough for butter.',
          opensAt: ago(-12),
        },
      },
    ),
  ],
  offered: [
    course('rye', 'Dark rye', 'Long fermentation, caraway, and patience.', {
      ...{ state: 'offered', lessons: 8 },
      offer: { text: 'Club members get a third off.', url: `${site}/join` },
    }),
  ],
};

const community = (id: string, title: string, summary: string, more: Partial<Community>): Community => ({
  ...{
    id,
    title,
    summary,
    url: `${site}/talk/${id}`,
    access: 'open',
    isMember: true,
    members: 36,
    unread: 0,
  },
  ...more,
});

const mine = [
  community(
    'sourdough-circle',
    'Sourdough circle',
    'Photos of crumbs, cries for help, and starters to share.',
    {
      unread: 14,
    },
  ),
  community('bread-club', 'Bread Club', 'News from the oven, and first pick of the seasonal bakes.', {
    ...{ access: 'closed', members: 1204, unread: 2 },
  }),
];

const open = [
  community('early-birds', 'Early birds', 'For those who collect before seven. The coffee is on us.', {
    ...{ isMember: false, members: 12 },
  }),
  community('small-bakers', 'Small bakers', 'Baking with children on Sunday mornings.', {
    ...{ isMember: false, members: 8 },
  }),
];

const entry = (kind: Activity['kind'], days: number, title: string, detail?: string): Activity => ({
  ...{ id: `${kind}-${days}`, kind, title, at: ago(days), state: days < 0 ? 'present' : 'past' },
  ...(detail && { detail }),
});

const activities: Activity[] = [
  entry('appointment', -3, 'Tasting of the winter loaves', 'At the shop, 14 Alder Street.'),
  entry('order', -1, 'Two sourdough rounds', 'Ready to collect from seven.'),
  { ...entry('course', 1, 'Sourdough from scratch', 'Seven of twelve lessons done.'), url: `${site}/learn` },
  entry('message', 2, 'Your starter question, answered', 'Feed it twice on the day before you bake.'),
  entry('invoice', 6, 'Invoice 2041', '£18.40, paid by card.'),
  entry('order', 7, 'Birthday brioche'),
  entry('document', 33, 'Recipe cards, autumn'),
  entry('community', 120, 'You joined Sourdough circle'),
];

const earned = [1280, 2240, 1720, 3360, 2880, 4100, 3640, 4820, 4460, 5240, 4980, 6100];

const affiliate: Affiliate = {
  links: [
    {
      ...{ campaign: 'friends', title: 'Bring a friend', url: `${site}/join?from=friends-mira` },
      summary: '8 % of their first year for you.',
    },
    {
      ...{ campaign: 'kits', title: 'Starter kits', url: `${site}/join?from=kits-mira` },
      summary: '€5 for every starter kit that we post.',
    },
  ],
  leads: 34,
  customers: 12,
  totals: [{ currency: 'EUR', pending: 6100, approved: 4980, paid: 33_740, cancelled: 960 }],
  months: earned.map((paid, index) => ({
    ...{ month: month(earned.length - 1 - index), currency: 'EUR', cancelled: 0 },
    ...{ pending: index === 11 ? paid : 0, approved: index === 10 ? paid : 0, paid: index < 10 ? paid : 0 },
  })),
};

const friends = ['R. Achebe', 'J. Brandt', 'S. Castell', 'L. Dubois', 'P. Ekström', 'M. Farouk'];

const commissions: Commission[] = friends.map((name, index) => ({
  ...{ id: `commission-${index}`, title: `Bread Club, ${name}`, campaign: 'Bring a friend' },
  ...{ amount: 640 + 160 * index, currency: 'EUR', at: ago(4 + 9 * index) },
  state: (['pending', 'approved', 'paid', 'cancelled'] as const)[Math.min(index, 3)]!,
}));

/** As many as were asked for. */
const page = <T>(items: T[], query: URLSearchParams): { items: T[] } => ({
  items: items.slice(0, Number(query.get('limit') ?? items.length)),
});

export const hub: Answers = {
  readCourses: (_, query) => page(courses[query.get('state') ?? 'mine'] ?? [], query),
  readCommunities: (_, query) => page(query.get('show') === 'open' ? open : mine, query),
  joinCommunity: (_, _query, id) => moved(id, true),
  leaveCommunity: (_, _query, id) => moved(id, false),
  readActivity: (_, query) =>
    page(
      activities.filter(({ kind }) => kind === (query.get('kind') ?? kind)),
      query,
    ),
  readAffiliate: () => affiliate,
  readCommissions: (_, query) => page(commissions, query),
  readReferrals: (_, query) =>
    page(
      friends.map((name, index) => ({
        ...{ id: `referral-${index}`, name, campaign: 'Bring a friend', at: ago(5 + 9 * index) },
        state: index < 2 ? ('lead' as const) : ('customer' as const),
      })),
      query,
    ),
  readPayouts: (_, query) =>
    page(
      [1, 2, 3].map((back) => ({
        ...{ id: `payout-${back}`, amount: earned[11 - back]!, currency: 'EUR', at: ago(30 * back) },
        ...{ state: 'paid' as const, note: 'By SEPA transfer' },
      })),
      query,
    ),
};

const moved = (id: string, isMember: boolean): Community => ({
  ...[...mine, ...open].find((one) => one.id === id)!,
  isMember,
});

const none = () => ({ items: [] });

/** Of somebody who has just joined. */
export const freshHub: Answers = {
  readCourses: none,
  readCommunities: none,
  readActivity: none,
  readAffiliate: () => ({ links: [], leads: 0, customers: 0, totals: [], months: [] }),
  readCommissions: none,
  readReferrals: none,
  readPayouts: none,
};
