/** One row of each kind, as the business's own systems put it. Their account is not there, unless a case names one. */
import type { HubKind, HubRowOf } from '../../src/contract/hub-rows.ts';

const at = '2026-03-04T10:00:00.000Z';
const account = 'none';
const url = 'https://hearth.example/somewhere';

const rows: { [K in HubKind]: HubRowOf<K> } = {
  courses: {
    id: 'sourdough',
    title: 'Sourdough',
    url,
    lessons: 12,
    access: 'offered',
    offer: 'With the club.',
  },
  enrolments: { course: 'sourdough', account, at, done: 5, lesson: 'Shaping', lessonUrl: url },
  communities: { id: 'early-birds', title: 'Early birds', url, access: 'open' },
  memberships: { community: 'early-birds', account, at, unread: 3 },
  campaigns: { id: 'friends', title: 'Bring a friend' },
  partners: { campaign: 'friends', account, url },
  referrals: { id: 'r-1', account, campaign: 'friends', name: 'M. Lovell', state: 'lead', at },
  commissions: {
    id: 'c-1',
    account,
    campaign: 'friends',
    amount: 1250,
    currency: 'EUR',
    state: 'approved',
    at,
  },
  payouts: { id: 'p-1', account, amount: 1250, currency: 'EUR', state: 'paid', at },
  activities: { id: 'a-1', account, kind: 'order', title: 'A loaf', at },
};

const keys: { [K in HubKind]: Record<string, string> } = {
  courses: { id: 'nothing' },
  enrolments: { course: 'nothing', account },
  communities: { id: 'nothing' },
  memberships: { community: 'nothing', account },
  campaigns: { id: 'nothing' },
  partners: { campaign: 'nothing', account },
  referrals: { id: 'nothing' },
  commissions: { id: 'nothing' },
  payouts: { id: 'nothing' },
  activities: { id: 'nothing' },
};

export const rowExamples = Object.fromEntries(
  (Object.keys(rows) as HubKind[]).map((kind) => [kind, { put: rows[kind], remove: keys[kind] }]),
) as unknown as Record<HubKind, { put: Record<string, unknown>; remove: Record<string, unknown> }>;
