// `npm run test:guest [-- --record]`: the built widget on pages of others, as a table of page × result.
// `--record` keeps it as docs/guest.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bare, parts, record, tableOf } from './guest-page.mjs';
import { onInterrupt, runCommand } from './run-command.mjs';
import { readReport, suites } from './suites.mjs';

const LIMIT_MS = 15 * 60_000;

const folder = mkdtempSync(join(tmpdir(), 'portal-guest-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
onInterrupt(() => {});

const suite = suites.find(({ name }) => name === 'end to end');
const report = join(folder, 'report.json');
const { code, output } = await runCommand([...suite.command(report), ...Object.keys(parts)], {
  env: suite.env(report),
  limitMs: LIMIT_MS,
});
const { tests, problems } = readReport(suite, report, code);
const rows = tests.map(({ file, titles, status, meta }) => ({
  file,
  title: bare(titles.at(-1)),
  status,
  ...(meta?.differences && { differences: meta.differences }),
}));
console.log(tableOf(rows).join('\n'));

const failures = [
  ...problems,
  ...tests.filter(({ status }) => status === 'failed').map((test) => test.message),
];
if (code !== 0 && failures.length === 0) failures.push(output.slice(-2_000));
for (const failure of failures) console.log(`FAILED  ${failure}`);
if (process.argv.includes('--record') && failures.length === 0) await record(rows);
process.exitCode = failures.length === 0 ? 0 : 1;
