/** What the hub's lists are made of, as a backend would answer it. */
import type {
  Activity,
  Affiliate,
  Commission,
  Community,
  Course,
} from '../../src/contract/hub-operations.ts';

export const course = (id: string, more: Partial<Course> = {}): Course => ({
  id,
  title: `Course ${id}`,
  summary: 'From starter to crust: all that happens between flour and oven, in short films of a few minutes.',
  url: `https://learn.example/${id}`,
  state: 'open',
  lessons: 12,
  done: 7,
  ...more,
});

export const community = (id: string, more: Partial<Community> = {}): Community => ({
  id,
  title: `Circle ${id}`,
  access: 'open',
  isMember: true,
  members: 10,
  unread: 0,
  url: `https://talk.example/${id}`,
  ...more,
});

export const entry = (id: string, more: Partial<Activity> = {}): Activity => ({
  id,
  kind: 'order',
  title: `Entry ${id}`,
  at: '2026-11-12T12:00:00.000Z',
  state: 'past',
  ...more,
});

export const commission = (id: string, more: Partial<Commission> = {}): Commission => ({
  id,
  title: `Order ${id}`,
  campaign: 'Friends',
  amount: 1250,
  currency: 'EUR',
  state: 'paid',
  at: '2026-11-12T12:00:00.000Z',
  ...more,
});

/** This month's, so that the chart shows it whenever the test runs. */
export const affiliate = (more: Partial<Affiliate> = {}): Affiliate => ({
  links: [
    {
      campaign: 'friends',
      title: 'Friends',
      summary: 'For their first order.',
      url: 'https://hearth.example/?via=ada',
    },
  ],
  leads: 34,
  customers: 12,
  totals: [{ currency: 'EUR', pending: 4800, approved: 12_450, paid: 86_200, cancelled: 2400 }],
  months: [
    {
      month: new Date().toJSON().slice(0, 7),
      currency: 'EUR',
      pending: 4800,
      approved: 1000,
      paid: 200,
      cancelled: 2400,
    },
  ],
  ...more,
});
