/** Accounts from a file: read row by row, put in batches, told about as it goes. */
import type { AccountRow, RowOutcome } from '../../domain/account-rows.ts';
import type { Business } from '../../domain/business.ts';
import { canonicalEmail } from '../../domain/email.ts';
import { putAccounts } from '../../domain/put-accounts.ts';
import { accountRow, unknownColumns } from './account-columns.ts';
import type { Progress } from './progress.ts';
import type { FileRecord } from './records.ts';
import type { Report } from './report.ts';
import type { Seen } from './seen.ts';
import { reasonOf } from './reasons.ts';

export type Tally = Record<RowOutcome['outcome'], number>;

export interface ImportParts {
  deps: Parameters<typeof putAccounts>[0];
  business: Business;
  isDryRun: boolean;
  report: Report;
  progress: Progress;
  seen: Seen;
  /** Columns that mean nothing here, once. */
  tellUnknown(columns: string[]): void;
}

/** Small enough that nobody waits for the transaction, large enough that a disk's pace does not matter. */
const batchRows = 250;

interface Line {
  line: number;
  row: AccountRow;
}

export async function importAccounts(records: AsyncIterable<FileRecord>, parts: ImportParts): Promise<Tally> {
  const tally: Tally = { created: 0, updated: 0, unchanged: 0, refused: 0 };
  const fields = parts.business.settings.profileFields;
  const batch: Line[] = [];
  let rows = 0;
  let place = 0;
  const refuse = async (line: number, row: AccountRow | undefined, reason: string) => {
    tally.refused += 1;
    await parts.report.refuse(line, row?.externalId ?? row?.email ?? '', reason);
  };
  async function flush(): Promise<void> {
    const { deps, business, isDryRun, progress } = parts;
    const put = batch.splice(0);
    const outcomes = await putAccounts(
      deps,
      business,
      put.map(({ row }) => row),
      { isDryRun },
    );
    for (const [index, outcome] of outcomes.entries()) {
      const { line, row } = put[index]!;
      if (outcome.outcome === 'refused') await refuse(line, row, reasonOf(outcome, business));
      else tally[outcome.outcome] += 1;
    }
    progress.at(place, rows);
  }

  for await (const record of records) {
    rows += 1;
    place = Math.max(place, record.bytes);
    if ('fault' in record) {
      await refuse(record.line, undefined, record.fault);
      continue;
    }
    const { line, values } = record;
    if (rows === 1) parts.tellUnknown(unknownColumns(values.keys(), fields));
    const row = accountRow(values, fields);
    const fault = typeof row === 'string' ? row : repetition(row, line, parts);
    if (typeof row === 'string' || fault !== undefined) {
      await refuse(line, typeof row === 'string' ? undefined : row, fault ?? '');
      continue;
    }
    batch.push({ line, row });
    if (batch.length === batchRows) await flush();
  }
  await flush();
  return tally;
}

/** Two rows for one account: which of them is right is not for us to say. */
function repetition(row: AccountRow, line: number, { seen, business }: ImportParts): string | undefined {
  const id = row.externalId?.normalize('NFC');
  const sameId = id === undefined ? undefined : seen.before('id', id, line);
  if (sameId !== undefined) return `line ${sameId} has the same identifier`;
  const email = canonicalEmail(row.email);
  if (email === undefined || business.settings.allowDuplicateAccounts) return undefined;
  const sameEmail = seen.before('email', email, line);
  return sameEmail === undefined ? undefined : `line ${sameEmail} has the same email`;
}
