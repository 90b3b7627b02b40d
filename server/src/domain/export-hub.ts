/** What the hub keeps of an account, for its export: as its pages show it, list by list. */
import type { Authenticated } from './authenticate.ts';
import { limits } from '../../../src/contract/limits.ts';
import type { Paging } from './page.ts';
import type { Dependencies } from './ports.ts';
import { readActivity } from './read-activity.ts';
import { readAffiliate, readCommissions, readPayouts, readReferrals } from './read-affiliate.ts';
import { readCommunities } from './read-communities.ts';
import { readCourses } from './read-courses.ts';
import type { Result } from './result.ts';

/**
 * Of each list: an export is one answer, and the widget reads none above 1 MiB (docs/decisions/0015). What is beyond is in
 * the lists themselves, which have no end; `isWhole` says so.
 */
const most = 500;

type Page = Result<{ items: unknown[]; next?: string | undefined }>;

async function listed(
  read: (paging: Paging) => Promise<Page>,
): Promise<{ items: unknown[]; isWhole: boolean }> {
  const items: unknown[] = [];
  let cursor: string | undefined;
  do {
    const page = await read({ cursor, limit: String(limits.page.largest) });
    // The cursor is our own: nothing of it can be wrong.
    if (!page.ok) throw new Error(page.code);
    items.push(...page.value.items);
    cursor = page.value.next;
  } while (cursor !== undefined && items.length < most);
  return { items, isWhole: cursor === undefined };
}

export async function exportHub(deps: Dependencies, who: Authenticated): Promise<Record<string, unknown>> {
  const affiliate = await readAffiliate(deps, who);
  return {
    activity: await listed((paging) => readActivity(deps, who, paging)),
    courses: await listed((paging) => readCourses(deps, who, paging)),
    communities: await listed((paging) => readCommunities(deps, who, paging)),
    ...(affiliate.ok && { affiliate: { links: affiliate.value.links, totals: affiliate.value.totals } }),
    referrals: await listed((paging) => readReferrals(deps, who, paging)),
    commissions: await listed((paging) => readCommissions(deps, who, paging)),
    payouts: await listed((paging) => readPayouts(deps, who, paging)),
  };
}
