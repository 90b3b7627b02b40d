// What `npm test` runs, and how to read the counts that each suite leaves behind.
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
  { name: 'build and size', command: ['npm', 'run', '-s', 'build:size'] },
];

const vitest = (name, ...options) => ({
  name,
  command: (report) => [
    'vitest',
    'run',
    ...options,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ],
  env: () => ({}),
  count: countVitest,
});

const wtr = (engine) => ({
  name: `elements in ${engine}`,
  command: () => wtrCommand,
  env: (report) => ({ BROWSERS: engine, WTR_COUNTS: report }),
  count: (report) => report,
});

export const suites = [
  vitest('server'),
  ...engines.map(wtr),
  vitest('end to end', '--config', 'vitest.e2e.config.ts'),
];

/** The suites of `npm run verify`: one engine, no journeys. */
export const quickSuites = suites.slice(0, 2);

/**
 * A suite must prove that it ran: no report, no tests, or a bad exit without a failed test are failures.
 * @returns {{ passed: number, failed: number, skipped: number, problems: string[], skippedTitles: string[] }}
 */
export function readCounts(suite, reportFile, exitCode) {
  if (!existsSync(reportFile)) {
    return {
      passed: 0,
      failed: 1,
      skipped: 0,
      problems: [`ended with ${exitCode} and no report`],
      skippedTitles: [],
    };
  }
  const counts = suite.count(JSON.parse(readFileSync(reportFile, 'utf8')));
  if (counts.passed + counts.failed === 0) {
    return { ...counts, failed: 1, problems: [...counts.problems, 'no test ran'] };
  }
  if (exitCode !== 0 && counts.failed === 0) {
    return { ...counts, failed: 1, problems: [...counts.problems, `ended with ${exitCode}, see its output`] };
  }
  return counts;
}

function countVitest({ testResults }) {
  const counts = { passed: 0, failed: 0, skipped: 0, problems: [], skippedTitles: [] };
  for (const { name, status, message, assertionResults } of testResults) {
    const file = relative(process.cwd(), name);
    let failedHere = 0;
    for (const test of assertionResults) {
      const title = `${file} > ${test.fullName.trim()}`;
      if (test.status === 'passed') {
        counts.passed += 1;
      } else if (test.status === 'failed') {
        failedHere += 1;
        counts.problems.push(`${title}: ${firstLine(test.failureMessages?.[0])}`);
      } else {
        counts.skipped += 1;
        counts.skippedTitles.push(title);
      }
    }
    // A file that could not be loaded has no tests to fail.
    if (status === 'failed' && failedHere === 0) {
      failedHere = 1;
      counts.problems.push(`${file}: ${firstLine(message)}`);
    }
    counts.failed += failedHere;
  }
  return counts;
}

function firstLine(text) {
  return text?.trim().split('\n', 1)[0] || 'failed';
}
