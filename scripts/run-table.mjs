// Runs the end-to-end tests whose results are a page of docs/, prints them as its table and, with `--record`, keeps them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { record } from './published-page.mjs';
import { onInterrupt, runCommand } from './run-command.mjs';
import { readReport, suites } from './suites.mjs';

const LIMIT_MS = 15 * 60_000;

/**
 * @param {import('./published-page.mjs').Published<unknown>} published
 * @param {object} how
 * @param {string[]} how.files of tests
 * @param {Record<string, string>} [how.env] for them
 * @param {(test: import('./suites.mjs').Test) => unknown} how.toRow
 * @param {(rows: unknown[]) => string[]} how.tableOf
 */
export async function runTable(published, { files, env, toRow, tableOf }) {
  const folder = mkdtempSync(join(tmpdir(), 'portal-table-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  onInterrupt(() => {});

  const suite = suites.find(({ name }) => name === 'end to end');
  const report = join(folder, 'report.json');
  const { code, output } = await runCommand([...suite.command(report), ...files], {
    env: { ...suite.env(report), ...env },
    limitMs: LIMIT_MS,
  });
  const { tests, problems } = readReport(suite, report, code);
  const rows = tests.map(toRow);
  console.log(tableOf(rows).join('\n'));

  const failures = [
    ...problems,
    ...tests
      .filter(({ status }) => status === 'failed')
      .map((test) => `${test.titles.join(' ')}: ${test.message}`),
  ];
  if (code !== 0 && failures.length === 0) failures.push(output.slice(-2_000));
  for (const failure of failures) console.log(`FAILED  ${failure}`);
  if (process.argv.includes('--record') && failures.length === 0) await record(published, rows);
  process.exitCode = failures.length === 0 ? 0 : 1;
}
