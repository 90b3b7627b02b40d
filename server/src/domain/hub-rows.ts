/**
 * What the business keeps in the hub, for its systems (admin API) and its operator (command line) alike. Rows come here
 * well formed; whether what they name exists is decided here, row by row: a refused one leaves the others in peace.
 */
import type { RowResult } from '../../../src/contract/hub-admin.ts';
import { type HubKind, hubKinds } from '../../../src/contract/hub-rows.ts';
import type { Business } from './business.ts';
import type { HubParent, HubRow } from './hub-ports.ts';
import { accountNamed } from './named-account.ts';
import { cursorOf, instantOf, limitOf, malformedCursor, type Paging, partsOf } from './page.ts';
import type { Dependencies, Stores } from './ports.ts';
import type { ProblemCode } from '../../../src/contract/problems.ts';
import { type Failure, fail, type Result, succeed } from './result.ts';

export type GivenRow = Record<string, unknown>;
type Given = Result<GivenRow>;

const instants = new Set(['at', 'until', 'opensAt']);
const parents: readonly HubParent[] = ['course', 'community', 'campaign'];
const flags = new Set(['ongoing']);

/** All in one transaction: a crash leaves none of the rows behind, and the request can be sent again as it is. */
export function putRows(
  { storage }: Pick<Dependencies, 'storage'>,
  { id: businessId }: Business,
  kind: HubKind,
  rows: readonly Given[],
): Promise<RowResult[]> {
  return storage.transaction((stores) => {
    const named = references(stores, businessId);
    return inTurn(rows, async (row) => {
      const known = await named(row);
      return known.ok
        ? succeed({ outcome: await stores.hubRows.put(businessId, kind, stored({ ...row, ...known.value })) })
        : known;
    });
  });
}

export function removeRows(
  { storage }: Pick<Dependencies, 'storage'>,
  { id: businessId }: Business,
  kind: HubKind,
  rows: readonly Given[],
): Promise<RowResult[]> {
  return storage.transaction((stores) => {
    const named = references(stores, businessId);
    return inTurn(rows, async ({ account, ...row }) => {
      const known = await named({ account });
      if (!known.ok) return known;
      const key = hubKinds[kind].key.map((name) => String({ ...row, ...known.value }[name]));
      const isRemoved = await stores.hubRows.remove(businessId, kind, key);
      return succeed({ outcome: isRemoved ? 'removed' : 'absent' });
    });
  });
}

export async function listRows(
  { storage }: Pick<Dependencies, 'storage'>,
  { id: businessId }: Business,
  kind: HubKind,
  { account, ...paging }: Paging & { account?: string | undefined },
): Promise<Result<{ items: GivenRow[]; next?: string }>> {
  const { key } = hubKinds[kind];
  const after = paging.cursor === undefined ? undefined : partsOf(paging.cursor);
  if (after && (after.length !== key.length || after.includes(''))) return malformedCursor();
  const owner = account === undefined ? undefined : await accountNamed(storage, businessId, account);
  if (owner?.ok === false) return owner;
  const limit = limitOf(paging);
  const found = await storage.hubRows.list(businessId, kind, after, limit + 1, owner?.value.id);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const isMore = found.length > limit && last !== undefined;
  return succeed({
    items: items.map(shown),
    ...(isMore && { next: cursorOf(...key.map((name) => String(last[name]))) }),
  });
}

async function inTurn(
  rows: readonly Given[],
  work: (row: GivenRow) => Promise<Result<RowResult>>,
): Promise<RowResult[]> {
  const results: RowResult[] = [];
  for (const row of rows) {
    const result = row.ok ? await work(row.value) : row;
    results.push(result.ok ? result.value : refused(result));
  }
  return results;
}

const refused = ({ code, errors }: Failure): RowResult => ({
  outcome: 'refused',
  problem: { code, ...(errors && { errors }) },
});

/** What rows name beside themselves: found, and held until the transaction ends. Each is looked up once. */
function references(stores: Stores, businessId: string) {
  const seen = new Map<string, Promise<Result<string>>>();
  const find = (what: 'account' | HubParent, given: string): Promise<Result<string>> => {
    const name = `${what} ${given}`;
    const found = seen.get(name) ?? look(what, given);
    seen.set(name, found);
    return found;
  };
  const look = async (what: 'account' | HubParent, given: string): Promise<Result<string>> => {
    const found = what === 'account' ? await accountNamed(stores, businessId, given) : succeed({ id: given });
    if (!found.ok) return found;
    const { id } = found.value;
    return (await stores.hubRows.hold(businessId, what, id)) ? succeed(id) : fail(missing[what]);
  };
  return async (row: GivenRow): Promise<Result<Record<string, string>>> => {
    const known: Record<string, string> = {};
    for (const what of ['account', ...parents] as const) {
      const given = row[what];
      if (typeof given !== 'string') continue;
      const found = await find(what, given);
      if (!found.ok) return found;
      known[what] = found.value;
    }
    return succeed(known);
  };
}

const missing = {
  account: 'account-not-found',
  course: 'course-not-found',
  community: 'community-not-found',
  campaign: 'campaign-not-found',
} as const satisfies Record<'account' | HubParent, ProblemCode>;

const stored = (row: GivenRow): HubRow =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      instants.has(name) && typeof value === 'string' ? Date.parse(value) : (value as HubRow[string]),
    ]),
  );

/** As it was put: without what it does not have. */
const shown = (row: HubRow): GivenRow =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) => {
      if (value === null) return [];
      if (flags.has(name)) return [[name, value === 1]];
      return [[name, instants.has(name) ? instantOf(Number(value)) : value]];
    }),
  );
