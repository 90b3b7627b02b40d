/** What a business keeps in its customers' hub, from files: the admin API's use cases, for who has the server at hand. */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import type { RowResult } from '../../../src/contract/hub-admin.ts';
import { type HubKind, hubKindNames, hubKinds, rowSchemaOf } from '../../../src/contract/hub-rows.ts';
import { limits } from '../../../src/contract/limits.ts';
import type { Business } from '../domain/business.ts';
import { listRows, putRows, removeRows } from '../domain/hub-rows.ts';
import { succeed } from '../domain/result.ts';
import { parseRows } from '../http/body.ts';
import { parsed } from './arguments.ts';
import { businessNamed } from './business.ts';
import type { CommandContext } from './command.ts';
import { csvRecords } from './import/csv.ts';
import { oneOf } from './settings.ts';
import { UsageError } from './usage-error.ts';

/** Between the parts of a key on the command line: no name has it in it. */
const separator = '/';

/** A JSON array of rows, or a row a line, as `hub list` prints them; or a CSV file with the members' names above. */
export async function putHub(args: string[], context: CommandContext): Promise<void> {
  const { business, kind, rest } = await named(args, context);
  const [file, ...surplus] = rest;
  if (file === undefined || surplus.length > 0) throw new UsageError('give one FILE of rows.');
  const rows = parseRows(
    rowSchemaOf(kind),
    await (extname(file) === '.csv' ? csvRowsIn(file, kind) : rowsIn(file)),
  );
  const results: RowResult[] = [];
  for (let from = 0; from < rows.length; from += limits.bulkRows) {
    results.push(...(await putRows(context, business, kind, rows.slice(from, from + limits.bulkRows))));
  }
  report(results, (index) => `row ${index + 1}`, kind, context);
}

export async function listHub(args: string[], context: CommandContext): Promise<void> {
  const { business, kind, rest } = await named(args, context);
  const [account, ...surplus] = rest;
  if (surplus.length > 0) throw new UsageError('give a SLUG, a KIND and at most one ACCOUNT.');
  if (account !== undefined && !('account' in hubKinds[kind].row.entries))
    throw new UsageError(`${kind} are nobody's: leave out the ACCOUNT.`);
  const limit = String(limits.page.largest);
  let cursor: string | undefined;
  do {
    const page = await listRows(context, business, kind, { cursor, limit, account });
    if (!page.ok) throw new UsageError(`${page.code}: ${account}`);
    for (const row of page.value.items) context.print(JSON.stringify(row));
    cursor = page.value.next;
  } while (cursor !== undefined);
}

export async function removeHub(args: string[], context: CommandContext): Promise<void> {
  const { business, kind, rest } = await named(args, context);
  const { key } = hubKinds[kind];
  if (rest.length === 0) throw new UsageError(`name what goes: ${key.join(separator).toUpperCase()}`);
  const rows = rest.map((given) => {
    const parts = given.split(separator);
    if (parts.length === key.length)
      return Object.fromEntries(key.map((name, index) => [name, parts[index]]));
    throw new UsageError(`"${given}" does not name one of the ${kind}: ${key.join(separator).toUpperCase()}`);
  });
  const results = await removeRows(context, business, kind, rows.map(succeed));
  report(results, (index) => rest[index] ?? '', kind, context);
}

/** Each refusal on a line of its own, and the sums; refused rows are a failure, for scripts. */
function report(
  results: readonly RowResult[],
  nameOf: (index: number) => string,
  kind: HubKind,
  { print }: CommandContext,
): void {
  for (const [index, { problem }] of results.entries()) {
    if (!problem) continue;
    const fields = problem.errors?.map(({ pointer, code }) => `${pointer.slice(1)} ${code}`).join(', ');
    print(`${nameOf(index)}: ${problem.code}${fields ? ` (${fields})` : ''}`);
  }
  const counts = new Map<RowResult['outcome'], number>();
  for (const { outcome } of results) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  const sums = [...counts].map(([outcome, count]) => `${count} ${outcome}`);
  print(`${kind}: ${sums.join(', ') || 'no rows'}`);
  const refused = counts.get('refused') ?? 0;
  if (refused > 0) throw new UsageError(`${refused} of ${results.length} rows refused; the others are done.`);
}

async function rowsIn(file: string): Promise<unknown[]> {
  try {
    const text = (await readFile(file, 'utf8')).trim();
    const rows: unknown = text.startsWith('[')
      ? JSON.parse(text)
      : text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [JSON.parse(line) as unknown]));
    return rows as unknown[];
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function csvRowsIn(file: string, kind: HubKind): Promise<Record<string, unknown>[]> {
  const rows: Record<string, unknown>[] = [];
  for await (const record of csvRecords(file)) {
    if ('fault' in record) throw new UsageError(`${file}, line ${record.line}: ${record.fault}`);
    const given = [...record.values].filter(([, text]) => text !== '');
    rows.push(Object.fromEntries(given.map(([name, text]) => [name, typed(kind, name, text)])));
  }
  return rows;
}

interface Entry {
  type: string;
  wrapped?: Entry;
}

/** A CSV file holds nothing but texts: what is to be a number or a switch becomes one, if it looks like it. */
function typed(kind: HubKind, name: string, text: string): unknown {
  const entry = (hubKinds[kind].row.entries as Record<string, Entry>)[name];
  const type = (entry?.wrapped ?? entry)?.type;
  if (type === 'number' && /^\d+$/.test(text)) return Number(text);
  return type === 'boolean' && ['true', 'false'].includes(text) ? text === 'true' : text;
}

async function named(
  args: string[],
  { storage }: CommandContext,
): Promise<{ business: Business; kind: HubKind; rest: string[] }> {
  const { positionals } = parsed(() => parseArgs({ args, options: {}, allowPositionals: true }));
  const [slug, kind, ...rest] = positionals;
  if (slug === undefined || kind === undefined) throw new UsageError('give a SLUG and a KIND.');
  const business = await businessNamed(slug, storage);
  return { business, kind: oneOf('KIND', kind, hubKindNames), rest };
}
