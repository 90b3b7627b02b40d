// What `npm test` and `npm run test:security` run, and how to read the results that each suite leaves behind.
import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';

export const engines = ['chromium', 'firefox', 'webkit'];
export const wtrCommand = ['web-test-runner'];

/** Each passes or fails as a whole and counts as one test. */
export const checks = [
  { name: 'format', command: ['npm', 'run', '-s', 'format:check'] },
  { name: 'lint', command: ['npm', 'run', '-s', 'lint'] },
  { name: 'walls', command: ['npm', 'run', '-s', 'walls'] },
  { name: 'types', command: ['npm', 'run', '-s', 'types'] },
  { name: 'manifest', command: ['npm', 'run', '-s', 'manifest:check'] },
  { name: 'unused', command: ['npm', 'run', '-s', 'unused'] },
  { name: 'security page', command: ['npm', 'run', '-s', 'security:check'] },
  { name: 'guest page', command: ['npm', 'run', '-s', 'guest:check'] },
  { name: 'links of the docs', command: ['npm', 'run', '-s', 'docs:check'] },
  { name: 'accessibility page', command: ['npm', 'run', '-s', 'a11y:check'] },
  { name: 'build and size', command: ['npm', 'run', '-s', 'build:size'] },
];

/**
 * A suite is run by `command(report, only)` with `env(report, only)`: `report` is the file that it leaves
 * behind, `only` a regular expression for the titles that are wanted, or undefined for all.
 */
const vitest = (name, ...options) => ({
  name,
  command: (report, only) => [
    'vitest',
    'run',
    ...options,
    ...(only ? ['--testNamePattern', only] : []),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  env: () => ({}),
  read: readVitest,
});

const wtr = (engine) => ({
  name: `elements in ${engine}`,
  engine,
  command: () => wtrCommand,
  env: (report, only) => ({ BROWSERS: engine, WTR_REPORT: report, ...(only && { WTR_ONLY: only }) }),
  read: (report) => report,
});

const server = vitest('server');
const [chromium, firefox, webkit] = engines.map(wtr);
const journeys = vitest('end to end', '--config', 'vitest.e2e.config.ts');

/**
 * One stage after the other. The lanes of a stage run side by side, the suites of a lane one after the other:
 * Firefox and WebKitGTK test one page at a time, and leave half of two cores idle.
 */
export const stages = [
  [[server]],
  [
    [chromium, journeys],
    [firefox, webkit],
  ],
];

export const suites = stages.flat(2);

/** The stages of `npm run verify`: one engine, no journeys. */
export const quickStages = [[[server]], [[chromium]]];

/**
 * What a suite says of each of its tests, in one form for all runners.
 * @typedef {{ file: string, titles: string[], ms: number, status: 'passed' | 'failed' | 'skipped', message?: string, meta?: object }} Test
 *   `titles` from the outermost `describe` to the test itself, `ms` how long it took
 * @returns {{ tests: Test[], problems: string[] }} `problems`: what failed outside any test, a sentence each
 */
export function readReport(suite, reportFile, exitCode) {
  if (!existsSync(reportFile)) return { tests: [], problems: [`ended with ${exitCode} and no report`] };
  return suite.read(JSON.parse(readFileSync(reportFile, 'utf8')));
}

/**
 * A suite must prove that it ran: no report, no tests, or a bad exit without a failed test are failures.
 * @returns {{ passed: number, failed: number, skipped: number, problems: string[], skippedTitles: string[], slowest: string[] }}
 */
export function readCounts(suite, reportFile, exitCode) {
  const { tests, problems } = readReport(suite, reportFile, exitCode);
  const titled = (status) => tests.filter((test) => test.status === status).map(titleOf);
  const passed = titled('passed').length;
  const failures = [...titled('failed'), ...problems];
  if (passed + failures.length === 0) failures.push('no test ran');
  if (exitCode !== 0 && failures.length === 0) failures.push(`ended with ${exitCode}, see its output`);
  const skippedTitles = titled('skipped');
  return {
    passed,
    failed: failures.length,
    skipped: skippedTitles.length,
    problems: failures,
    skippedTitles,
    slowest: slowest(tests),
  };
}

/** The files that take longest, for who wants the whole to be quicker. */
function slowest(tests) {
  const files = Object.entries(Object.groupBy(tests, ({ file }) => file));
  return files
    .map(([file, all]) => ({ file, seconds: all.reduce((sum, { ms }) => sum + ms, 0) / 1000 }))
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, 5)
    .map(({ file, seconds }) => `${file} ${seconds.toFixed(0)} s`);
}

function titleOf({ file, titles, message }) {
  return [file, ...titles].join(' > ') + (message ? `: ${message}` : '');
}

function readVitest({ testResults }) {
  const tests = [];
  const problems = [];
  for (const { name, status, message, assertionResults } of testResults) {
    const file = relative(process.cwd(), name);
    for (const test of assertionResults) {
      tests.push({
        file,
        titles: [...test.ancestorTitles, test.title],
        ms: test.duration ?? 0,
        status: ['passed', 'failed'].includes(test.status) ? test.status : 'skipped',
        ...(test.status === 'failed' && { message: firstLine(test.failureMessages?.[0]) }),
        ...(test.meta && { meta: test.meta }),
      });
    }
    // A file that could not be loaded has no tests to fail.
    if (status === 'failed' && !assertionResults.some((test) => test.status === 'failed')) {
      problems.push(`${file}: ${firstLine(message)}`);
    }
  }
  return { tests, problems };
}

function firstLine(text) {
  return text?.trim().split('\n', 1)[0] || 'failed';
}
