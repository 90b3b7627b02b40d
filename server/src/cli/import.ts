import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { createPasswordGate } from '../crypto/argon2.ts';
import { createImportedHasher } from '../crypto/node-imported-hasher.ts';
import { createRandom } from '../crypto/random.ts';
import { createSecrets } from '../crypto/secrets.ts';
import { findMasterKey } from '../open-storage.ts';
import { phones } from '../phones.ts';
import { one, parsed } from './arguments.ts';
import { businessNamed } from './business.ts';
import type { CommandContext } from './command.ts';
import { importAccounts, type Tally } from './import/accounts.ts';
import { csvRecords } from './import/csv.ts';
import { jsonRecords } from './import/json.ts';
import { createProgress } from './import/progress.ts';
import { createReport } from './import/report.ts';
import { createSeen } from './import/seen.ts';
import { utf8Fault } from './import/utf8.ts';
import { oneOf } from './settings.ts';
import { UsageError } from './usage-error.ts';

const options = {
  business: one,
  kind: one,
  report: one,
  'dry-run': { type: 'boolean' },
} as const;
const forms = {
  '.csv': csvRecords,
  '.json': jsonRecords,
  '.ndjson': jsonRecords,
  '.jsonl': jsonRecords,
} as const;

export async function importFile(args: string[], context: CommandContext): Promise<void> {
  const { values, positionals } = parsed(() => parseArgs({ args, options, allowPositionals: true }));
  const [file, ...surplus] = positionals;
  if (file === undefined || surplus.length > 0) throw new UsageError('give one FILE.');
  if (values.business === undefined) throw new UsageError('say whose they are with --business SLUG.');
  oneOf('--kind', values.kind ?? 'accounts', ['accounts']);
  const business = await businessNamed(values.business, context.storage);
  const extension = oneOf(
    'the name of FILE',
    extname(file).toLowerCase(),
    Object.keys(forms) as (keyof typeof forms)[],
  );
  const size = (await stat(file).catch(() => undefined))?.size;
  if (size === undefined) throw new UsageError(`there is no file "${file}".`);
  const fault = await utf8Fault(file);
  if (fault !== undefined) throw new UsageError(`${file}: ${fault}`);

  const isDryRun = values['dry-run'] ?? false;
  const report = await createReport(values.report);
  const progress = createProgress(process.stderr, size);
  const seen = createSeen();
  try {
    const tally = await importAccounts(forms[extension](file), {
      deps: {
        clock: { now: () => Date.now() },
        random: createRandom(),
        secrets: await createSecrets(await findMasterKey(context.config)),
        storage: context.storage,
        phones,
        importedHasher: createImportedHasher(createPasswordGate()),
      },
      business,
      isDryRun,
      report,
      progress,
      seen,
      tellUnknown: (columns) => {
        if (columns.length > 0) context.print(`Not used: ${columns.join(', ')}.`);
      },
    });
    progress.end();
    for (const line of [summary(tally, isDryRun), ...report.lines()]) context.print(line);
  } finally {
    progress.end();
    seen.close();
    await report.close();
  }
}

function summary({ created, updated, unchanged, refused }: Tally, isDryRun: boolean): string {
  const said = Object.entries({ created, updated, unchanged, refused })
    .map(([outcome, count]) => `${count.toLocaleString('en')} ${outcome}`)
    .join(', ');
  return isDryRun ? `Nothing was changed. It would be: ${said}.` : `Accounts: ${said}.`;
}
