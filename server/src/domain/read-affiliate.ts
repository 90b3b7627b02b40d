import type { Affiliate } from '../../../src/contract/hub-operations.ts';
import type { QueryOf, ResponseOf } from '../../../src/contract/operations.ts';
import type { Authenticated } from './authenticate.ts';
import type { CommissionSum, PageRequest, Place } from './hub-ports.ts';
import { monthName, monthOf } from './months.ts';
import { numbers } from './numbers.ts';
import { ownerOf } from './owner.ts';
import { instantOf, type Paging, pageOf } from './page.ts';
import type { Dependencies } from './ports.ts';
import { type Result, succeed } from './result.ts';

export async function readAffiliate(
  { storage, clock }: Dependencies,
  who: Authenticated,
): Promise<Result<Affiliate>> {
  const owner = ownerOf(who);
  const [links, sums, counts] = await Promise.all([
    storage.hub.links(owner, numbers.page.largest),
    storage.hub.commissionSums(owner),
    storage.hub.referralCounts(owner),
  ]);
  const countOf = (wanted: string) => counts.find(({ state }) => state === wanted)?.count ?? 0;
  const thisMonth = monthOf(clock.now());
  const shown = sums.filter(({ month }) => month > thisMonth - numbers.monthsShown && month <= thisMonth);
  return succeed({
    links,
    leads: countOf('lead'),
    customers: countOf('customer'),
    totals: added(sums, ({ currency }) => ({ currency })),
    months: added(shown, ({ currency, month }) => ({ month: monthName(month), currency })),
  });
}

type Sums = Record<CommissionSum['state'], number>;

/** By what `groupOf` names, in the order in which that comes first. Never across currencies. */
function added<G extends { currency: string }>(
  sums: readonly CommissionSum[],
  groupOf: (sum: CommissionSum) => G,
): (G & Sums)[] {
  const groups = new Map<string, G & Sums>();
  for (const sum of sums) {
    const group = groupOf(sum);
    const name = JSON.stringify(group);
    const known = groups.get(name) ?? { ...group, pending: 0, approved: 0, paid: 0, cancelled: 0 };
    groups.set(name, { ...known, [sum.state]: known[sum.state] + sum.amount });
  }
  return [...groups.values()];
}

/** Without the place in the list, and with the instant as it travels. */
const dated = <R extends { place: Place; at: number }>({ place: _, at, ...rest }: R) => ({
  ...rest,
  at: instantOf(at),
});

const startOf = (day: string | undefined) => (day === undefined ? undefined : Date.parse(`${day}T00:00Z`));

export function readCommissions(
  { storage }: Dependencies,
  who: Authenticated,
  { state, from, to, ...paging }: QueryOf<'readCommissions'>,
): Promise<Result<ResponseOf<'readCommissions'>>> {
  const filter = { state, from: startOf(from), to: startOf(to) };
  const rows = (page: PageRequest) => storage.hub.commissions(ownerOf(who), page, filter);
  return pageOf(paging, rows, dated);
}

export function readReferrals(
  { storage }: Dependencies,
  who: Authenticated,
  paging: Paging,
): Promise<Result<ResponseOf<'readReferrals'>>> {
  return pageOf(paging, (page) => storage.hub.referrals(ownerOf(who), page), dated);
}

export function readPayouts(
  { storage }: Dependencies,
  who: Authenticated,
  paging: Paging,
): Promise<Result<ResponseOf<'readPayouts'>>> {
  return pageOf(paging, (page) => storage.hub.payouts(ownerOf(who), page), dated);
}
