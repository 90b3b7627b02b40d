/** Everything that the demo bakery keeps in its hub, kind by kind: what others belong to comes first. */
import { type HubKind, type HubRowOf, rowSchemaOf } from '../../../src/contract/hub-rows.ts';
import type { Business } from '../domain/business.ts';
import { putRows } from '../domain/hub-rows.ts';
import type { Dependencies } from '../domain/ports.ts';
import { parseRows } from '../http/body.ts';
import { demoActivities } from './activities.ts';
import { demoCommunities, demoMemberships } from './communities.ts';
import { demoCourses, demoEnrolments } from './courses.ts';
import { demoCampaigns, demoCommissions, demoPartners, demoPayouts, demoReferrals } from './earnings.ts';
import { demoTime } from './time.ts';

/** `site`: the origin of the demo pages. */
export function demoRows(site: string, now: number): { [K in HubKind]: HubRowOf<K>[] } {
  const time = demoTime(now);
  return {
    courses: demoCourses(site),
    communities: demoCommunities(site),
    campaigns: demoCampaigns,
    enrolments: demoEnrolments(site, time),
    memberships: demoMemberships(time),
    partners: demoPartners(site),
    referrals: demoReferrals(time),
    commissions: demoCommissions(time),
    payouts: demoPayouts(time),
    activities: demoActivities(site, time),
  };
}

/** By the business's own names: a second run renews the rows, and adds none. */
export async function putDemoRows(
  deps: Pick<Dependencies, 'storage'>,
  business: Business,
  rows: ReturnType<typeof demoRows>,
): Promise<void> {
  for (const kind of Object.keys(rows) as HubKind[]) {
    const results = await putRows(deps, business, kind, parseRows(rowSchemaOf(kind), rows[kind]));
    const refused = results.find(({ outcome }) => outcome === 'refused');
    if (refused) throw new Error(`The demo's ${kind} do not fit: ${refused.problem?.code}`);
  }
}
