/** How the rows of hub-rows.ts (contract) stand in their tables: by their members' names, a few rules apart. */
import { type HubKind, hubKinds } from '../../../src/contract/hub-rows.ts';
import type { HubRow } from '../domain/hub-ports.ts';
import { monthOf } from '../domain/months.ts';

/** Members that name something else. */
const references = new Set(['account', 'course', 'community', 'campaign']);

export const columnOf = (member: string): string =>
  references.has(member)
    ? `${member}_id`
    : member.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const membersOf = (kind: HubKind): string[] => Object.keys(hubKinds[kind].row.entries);

/** What is kept beside the members, because queries ask for it. */
const derived: { [K in HubKind]?: (row: HubRow) => Record<string, number> } = {
  commissions: ({ at }) => ({ month: monthOf(Number(at)) }),
};

export const keyColumnsOf = (kind: HubKind): string[] => ['business_id', ...hubKinds[kind].key.map(columnOf)];

export function toColumns(
  businessId: string,
  kind: HubKind,
  row: HubRow,
): Record<string, string | number | null> {
  const own = membersOf(kind).map((member) => {
    const value = row[member] ?? null;
    return [columnOf(member), typeof value === 'boolean' ? Number(value) : value] as const;
  });
  return { business_id: businessId, ...Object.fromEntries(own), ...derived[kind]?.(row) };
}

export const toRow = (kind: HubKind, columns: Record<string, unknown>): HubRow =>
  Object.fromEntries(
    membersOf(kind).map((member) => [member, columns[columnOf(member)] as string | number | null]),
  );
