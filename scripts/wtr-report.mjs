// Writes what a Web Test Runner run did as JSON, in the form of `readReport` (suites.mjs).
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * @param {{ isPartial: boolean }} options `isPartial`: only some tests are wanted, and a file may have none of them
 * @returns {import('@web/test-runner').Reporter}
 */
export function jsonReporter(file, { isPartial }) {
  return {
    onTestRunFinished({ sessions }) {
      const report = { tests: [], problems: [] };
      for (const session of sessions) readSession(session, report, isPartial);
      writeFileSync(file, JSON.stringify(report));
    },
  };
}

function readSession(session, report, isPartial) {
  const file = relative(process.cwd(), session.testFile ?? '');
  const tests = session.testResults ? [...testsOf(session.testResults, file, [])] : [];
  report.tests.push(...tests);

  // A file that did not load, a crashed browser or an error outside any test leaves no failed test behind.
  const isEmpty = tests.length === 0 && !isPartial;
  if (isEmpty || (!session.passed && !tests.some(({ status }) => status === 'failed'))) {
    const reason =
      session.errors?.map((error) => error.message).join('; ') || (isEmpty ? 'no tests ran' : 'failed');
    report.problems.push(`${file}: ${reason}`);
  }
}

function* testsOf(suite, file, trail) {
  for (const test of suite.tests) {
    const titles = [...trail, test.name];
    const ms = test.duration ?? 0;
    if (test.skipped) yield { file, titles, ms, status: 'skipped' };
    else if (test.passed) yield { file, titles, ms, status: 'passed' };
    else yield { file, titles, ms, status: 'failed', message: test.error?.message ?? 'failed' };
  }
  for (const inner of suite.suites) yield* testsOf(inner, file, inner.name ? [...trail, inner.name] : trail);
}
