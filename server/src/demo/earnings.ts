/** A year of recommending the bakery: commissions in two currencies, and payouts that add up to them. */
import type { HubRowOf } from '../../../src/contract/hub-rows.ts';
import { mira } from './people.ts';
import type { DemoTime } from './time.ts';

const account = mira.id;

export const demoCampaigns: HubRowOf<'campaigns'>[] = [
  {
    id: 'friends',
    title: 'Bring a friend',
    summary: 'A friend joins the Bread Club: 8 % of their first year for you.',
  },
  {
    id: 'starter-kits',
    title: 'Starter kits',
    summary: '€5 for every sourdough starter kit that we post.',
    position: 1,
  },
];

export const demoPartners = (site: string): HubRowOf<'partners'>[] =>
  demoCampaigns.map(({ id }) => ({ campaign: id, account, url: `${site}/join.html?from=${id}-mira` }));

const months = 12;
const days = [3, 8, 14, 19, 25];
/** Of each of the five days; the fourth one is a kit. */
const amounts = [640, 960, 480, 500, 1280];
const friends = ['R. Achebe', 'J. Brandt', 'S. Castell', 'L. Dubois', 'P. Ekström'];

/** The first months were slow. */
const soldIn = (monthsAgo: number) => days.length - (monthsAgo > 8 ? 3 : monthsAgo % 3);

export const demoCommissions = ({ inMonth }: DemoTime): HubRowOf<'commissions'>[] =>
  everySale(inMonth).map(({ monthsAgo, sale, at }) => {
    const isKit = sale === 3;
    return {
      id: `commission-${at.slice(0, 10)}`,
      account,
      campaign: isKit ? 'starter-kits' : 'friends',
      title: isKit ? 'Starter kit' : `Bread Club, ${friends[(sale + monthsAgo) % friends.length]}`,
      amount: amounts[sale] ?? 0,
      currency: isKit ? 'EUR' : 'GBP',
      state: stateOf(monthsAgo, sale),
      at,
    };
  });

function everySale(inMonth: DemoTime['inMonth']): { monthsAgo: number; sale: number; at: string }[] {
  return Array.from({ length: months }, (_, monthsAgo) => monthsAgo).flatMap((monthsAgo) =>
    days.slice(0, soldIn(monthsAgo)).flatMap((day, sale) => {
      const at = inMonth(monthsAgo, day);
      return at === undefined ? [] : [{ monthsAgo, sale, at }];
    }),
  );
}

function stateOf(monthsAgo: number, sale: number): HubRowOf<'commissions'>['state'] {
  if (monthsAgo % 5 === 2 && sale === 1) return 'cancelled';
  if (monthsAgo === 0) return 'pending';
  return monthsAgo === 1 ? 'approved' : 'paid';
}

/** What a month's commissions came to, on the first of the month after the next; the latest is on its way. */
export function demoPayouts(time: DemoTime): HubRowOf<'payouts'>[] {
  const earned = demoCommissions(time).filter(({ state }) => state === 'paid' || state === 'approved');
  const sums = new Map<string, HubRowOf<'payouts'>>();
  for (const { at, currency, amount, state } of earned) {
    const month = at.slice(0, 7);
    const id = `payout-${month}-${currency}`;
    const sum = sums.get(id)?.amount ?? 0;
    sums.set(id, {
      id,
      account,
      amount: sum + amount,
      currency,
      state: state === 'paid' ? 'paid' : 'scheduled',
      at: payday(month),
      note: currency === 'GBP' ? 'To your account ending in 4021' : 'By SEPA transfer',
    });
  }
  return [...sums.values()];
}

function payday(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number + 1)).toISOString();
}

export const demoReferrals = (time: DemoTime): HubRowOf<'referrals'>[] => {
  const customers = demoCommissions(time).filter(({ state }) => state !== 'cancelled');
  return [
    ...customers.slice(0, 18).map(({ at, campaign }, index) => ({
      id: `customer-${at.slice(0, 10)}`,
      account,
      ...(campaign !== undefined && { campaign }),
      name: friends[index % friends.length] ?? 'A friend',
      state: 'customer' as const,
      at,
    })),
    ...['M. Farouk', 'T. Grant', 'A. Holm', 'C. Ito'].map((name, index) => ({
      id: `lead-${index + 1}`,
      account,
      campaign: 'friends',
      name,
      state: 'lead' as const,
      at: time.ago(3 + index * 6),
    })),
  ];
};
