// `npm run test:security [-- --record]`: every test that is named after a threat, and one table of the threats with
// what proves them and where it ran. Fails when a test fails and when a threat that is dealt with has no test.
// BROWSERS names the engines (default: Chromium). `--record` keeps the results for docs/security.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onInterrupt, runCommand } from './run-command.mjs';
import { readReport, suites } from './suites.mjs';
import { resultsFile, writePage } from './security-page.mjs';
import {
  anyThreat,
  bareTitle,
  databaseOf,
  sourceOf,
  threats,
  threatsNamedIn,
  titlesInSources,
} from './threats.mjs';

const LIMIT_MS = 20 * 60_000;
const engineNames = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKitGTK' };

const reports = mkdtempSync(join(tmpdir(), 'portal-security-'));
process.once('exit', () => rmSync(reports, { recursive: true, force: true }));
onInterrupt(() => {});

const wanted = process.env.BROWSERS?.split(',') ?? ['chromium'];
const sources = titlesInSources();
/** @typedef {{ file: string, title: string, where: string[], passed: number, failed: number, skipped: number }} Row */
/** @type {Map<number, Map<string, Row>>} rows by threat, then by file and title */
const proofs = new Map(threats.map(({ number }) => [number, new Map()]));
const problems = [];

for (const suite of suites) {
  if (!suite.engine || wanted.includes(suite.engine)) await run(suite);
}
const record = threats.map(({ number }) => ({ threat: number, tests: rowsOf(number) }));
for (const threat of threats) judge(threat, rowsOf(threat.number));
printTable();

if (process.argv.includes('--record')) {
  if (record.some(({ tests }) => tests.some(({ failed }) => failed > 0))) {
    problems.push('nothing is recorded while a test fails');
  } else {
    writeFileSync(resultsFile, JSON.stringify(record));
    await writePage();
  }
}
for (const problem of problems) console.log(`FAILED  ${problem}`);
console.log(problems.length === 0 ? 'Every threat that is dealt with is proved.' : '');
process.exitCode = problems.length === 0 ? 0 : 1;

async function run(suite) {
  console.log(`=== ${suite.name}`);
  const file = join(reports, `${suite.name.replaceAll(' ', '-')}.json`);
  const { code, output, seconds } = await runCommand(suite.command(file, anyThreat), {
    // Set but empty: a tenth of the random input, as in `npm test`.
    env: { PORTAL_TESTS_THOROUGH: '1', ...process.env, ...suite.env(file, anyThreat) },
    limitMs: LIMIT_MS,
  });
  const report = readReport(suite, file, code);
  const tests = report.tests.filter(({ titles }) => titles.some((title) => threatsNamedIn(title).length > 0));
  console.log(`${tests.length} tests named after threats (${seconds.toFixed(1)} s)`);
  for (const test of tests) fileUnderThreats(suite, test);
  problems.push(...report.problems.map((problem) => `${suite.name}: ${problem}`));
  const isExplained = report.problems.length > 0 || report.tests.some(({ status }) => status === 'failed');
  if (code !== 0 && !isExplained) problems.push(`${suite.name} ended with ${code}:\n${output.slice(-2_000)}`);
}

/** Files a test under each threat that it names, beside those that share its title in the sources. */
function fileUnderThreats(suite, { file, titles, status, message }) {
  const named = titles.findLast((title) => threatsNamedIn(title).length > 0);
  const source = sourceOf(sources, named, file) ?? { title: named, file };
  const where = placeOf(suite, file, titles);
  for (const number of threatsNamedIn(named)) {
    const rows = proofs.get(number);
    if (!rows) {
      problems.push(`${file}: "${named}" names T${number}, which docs/threats.json does not list`);
      continue;
    }
    const key = `${source.file} ${source.title}`;
    const title = bareTitle(source.title);
    const row = rows.get(key) ?? { file: source.file, title, where: [], passed: 0, failed: 0, skipped: 0 };
    rows.set(key, row);
    row[status] += 1;
    if (!row.where.includes(where)) row.where.push(where);
  }
  if (status === 'failed') problems.push(`${file}: ${named}: ${message}`);
}

function placeOf(suite, file, titles) {
  if (suite.engine) return engineNames[suite.engine];
  if (suite.name === 'end to end') return engineNames.chromium;
  return databaseOf(titles) ?? (file.endsWith('/conformance/http.test.ts') ? 'Node over HTTP' : 'Node');
}

function rowsOf(number) {
  const key = ({ file, title }) => `${file} ${title}`;
  return [...proofs.get(number).values()].toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}

function judge({ number, threat, notBuilt }, rows) {
  const passed = rows.reduce((sum, row) => sum + row.passed, 0);
  if (notBuilt && rows.length > 0) problems.push(`T${number} is listed as not built, and has tests`);
  if (!notBuilt && passed === 0) problems.push(`T${number} (${threat}) has no test that passed`);
}

function printTable() {
  const width = Math.max(
    ...proofs
      .values()
      .flatMap((rows) => rows.values())
      .map(({ title }) => title.length),
    0,
  );
  console.log('');
  for (const { number, threat, notBuilt } of threats) {
    const rows = rowsOf(number);
    console.log(`T${number}`.padEnd(5) + threat);
    for (const { title, where, passed, failed, skipped } of rows) {
      const result = failed > 0 ? 'FAILED' : passed > 0 ? 'passed' : 'skipped';
      const counts = passed + failed + skipped > 1 ? ` (${passed} of ${passed + failed + skipped})` : '';
      console.log(`     ${result.padEnd(8)}${title.padEnd(width)}  ${where.join(', ')}${counts}`);
    }
    if (rows.length === 0) console.log(`     ${notBuilt ? `not built yet: ${notBuilt}` : 'NO TEST'}`);
  }
  console.log('');
}
