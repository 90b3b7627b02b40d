// `npm test`: every check and every suite, also after one has failed; the last line is the sum of them all.
// `--quick` (`npm run verify`) leaves out two of the three browsers and the end-to-end journeys.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onInterrupt, runCommand } from './run-command.mjs';
import { checks, quickStages, readCounts, stages } from './suites.mjs';

const CHECKS_AT_ONCE = 2;
/** Ten thousand sequences and a hundred races take a busy machine a while. */
const SUITE_LIMIT_MS = 20 * 60_000;

const reports = mkdtempSync(join(tmpdir(), 'portal-test-'));
process.once('exit', () => rmSync(reports, { recursive: true, force: true }));

/** @type {{ name: string, seconds: number, passed: number, failed: number, skipped: number, problems: string[], skippedTitles: string[], slowest: string[] }[]} */
const results = [];
onInterrupt(() => {
  results.push(result('interrupted', 0, { failed: 1, problems: ['stopped before the end'] }));
  summarize();
});

const queue = [...checks];
await Promise.all(Array.from({ length: CHECKS_AT_ONCE }, runChecks));
for (const lanes of process.argv.includes('--quick') ? quickStages : stages) {
  await Promise.all(lanes.map((lane) => runLane(lane, lanes.length === 1)));
}
process.exitCode = summarize() ? 1 : 0;

async function runChecks() {
  for (let check = queue.shift(); check; check = queue.shift()) {
    const { code, output, seconds } = await runCommand(check.command);
    console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${check.name} (${seconds.toFixed(1)} s)`);
    if (code !== 0) console.log(output.trim());
    const counts =
      code === 0 ? { passed: 1 } : { failed: 1, problems: [`see \`npm run ${check.command.at(-1)}\``] };
    results.push(result(check.name, seconds, counts));
  }
}

async function runLane(lane, isAlone) {
  for (const suite of lane) await runSuite(suite, isAlone);
}

/** `isAlone`: its output is shown as it comes; else when it ends, for two at once could not be told apart. */
async function runSuite(suite, isAlone) {
  if (isAlone) console.log(`\n=== ${suite.name}`);
  const report = join(reports, `${suite.name.replaceAll(' ', '-')}.json`);
  const { code, output, seconds } = await runCommand(suite.command(report), {
    show: isAlone,
    env: suite.env(report),
    limitMs: SUITE_LIMIT_MS,
  });
  if (!isAlone) console.log(`\n=== ${suite.name}\n${output}`);
  results.push(result(suite.name, seconds, readCounts(suite, report, code)));
}

function result(name, seconds, counts) {
  const none = { passed: 0, failed: 0, skipped: 0, problems: [], skippedTitles: [], slowest: [] };
  return { name, seconds, ...none, ...counts };
}

/** @returns {number} how many tests failed */
function summarize() {
  console.log('\n=== summary');
  for (const { name, seconds, passed, failed, skipped, problems, skippedTitles, slowest } of results) {
    console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped (${seconds.toFixed(1)} s)`);
    for (const problem of problems) console.log(`  failed: ${problem}`);
    for (const title of skippedTitles) console.log(`  skipped: ${title}`);
    if (slowest.length) console.log(`  slowest: ${slowest.join(', ')}`);
  }
  const sum = (key) => results.reduce((total, counts) => total + counts[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return sum('failed');
}
