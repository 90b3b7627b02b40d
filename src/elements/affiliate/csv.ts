/** Commissions as a file for spreadsheets, put together in the browser from all pages. */
import { decimal } from '../../i18n/hub/money.ts';
import type { AffiliateDetailStrings } from '../../i18n/hub/strings.ts';
import { create } from '../../internal/page.ts';
import type { Page } from '../../session/hub/answers.ts';
import type { Commission } from '../../session/hub/affiliate-lists.ts';
import type { Result } from '../../session/types.ts';

/** More than that is not waited for, nor asked of a backend by one press. */
export const mostRows = 10_000;
/** How long a browser may take to begin with the file. */
const graceMs = 60_000;

export interface Collected {
  items: Commission[];
  /** There are more. */
  isCut: boolean;
}

export async function collect(
  ask: (cursor: string | undefined) => Promise<Result<Page<Commission>>>,
  onProgress: (rows: number) => void,
  most = mostRows,
): Promise<Result<Collected>> {
  const items: Commission[] = [];
  let cursor: string | undefined;
  do {
    const page = await ask(cursor);
    if (!page.ok) return page;
    items.push(...page.value.items);
    // A backend that answers with the cursor it was asked with would never end.
    cursor = page.value.next === cursor ? undefined : page.value.next;
    onProgress(items.length);
  } while (cursor !== undefined && items.length < most);
  return {
    ok: true,
    value: { items: items.slice(0, most), isCut: cursor !== undefined || items.length > most },
  };
}

/** What a spreadsheet would take for a formula is made text (OWASP, CSV injection). */
const cell = (text: string): string => `"${text.replace(/^[=+\-@\t\r\n]/, "'$&").replaceAll('"', '""')}"`;

export function toCsv(
  items: readonly Commission[],
  strings: AffiliateDetailStrings,
  state: Record<string, string>,
): string {
  const head = [
    strings.affiliateCsvDate,
    strings.affiliateCsvTitle,
    strings.affiliateCsvCampaign,
    strings.affiliateState,
    strings.affiliateCsvAmount,
    strings.affiliateCurrency,
  ];
  const rows = items.map((one) => [
    new Date(one.at).toJSON().slice(0, 10),
    one.title ?? '',
    one.campaign ?? '',
    state[one.state] ?? one.state,
    decimal(one.amount, one.currency),
    one.currency,
  ]);
  // RFC 4180. The mark at the start tells spreadsheets that it is UTF-8.
  return `\uFEFF${[head, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** No policy for scripts, frames or connections stands in the way of a link to a blob. */
export function download(text: string, name: string): void {
  const link = create('a') as HTMLAnchorElement;
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), graceMs);
}
