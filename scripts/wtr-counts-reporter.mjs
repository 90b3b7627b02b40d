// Writes what a Web Test Runner run did as JSON: { passed, failed, skipped, problems, skippedTitles }.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** @returns {import('@web/test-runner').Reporter} */
export function countsReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      const report = { passed: 0, failed: 0, skipped: 0, problems: [], skippedTitles: [] };
      for (const session of sessions) countSession(session, report);
      writeFileSync(file, JSON.stringify(report));
    },
  };
}

function countSession(session, report) {
  const path = relative(process.cwd(), session.testFile ?? '');
  const failedBefore = report.failed;
  const testsBefore = report.passed + report.failed + report.skipped;
  if (session.testResults) countSuite(session.testResults, [path], report);

  // A file that did not load, a crashed browser or an error outside any test leaves no failed test behind.
  const empty = report.passed + report.failed + report.skipped === testsBefore;
  if (empty || (!session.passed && report.failed === failedBefore)) {
    const reason =
      session.errors?.map((error) => error.message).join('; ') || (empty ? 'no tests ran' : 'failed');
    report.failed += 1;
    report.problems.push(`${path}: ${reason}`);
  }
}

function countSuite(suite, trail, report) {
  for (const test of suite.tests) {
    const title = [...trail, test.name].join(' > ');
    if (test.skipped) {
      report.skipped += 1;
      report.skippedTitles.push(title);
    } else if (test.passed) {
      report.passed += 1;
    } else {
      report.failed += 1;
      report.problems.push(`${title}: ${test.error?.message ?? 'failed'}`);
    }
  }
  for (const inner of suite.suites) countSuite(inner, inner.name ? [...trail, inner.name] : trail, report);
}
