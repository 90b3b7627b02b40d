// A page of docs/ that is written from the results of tests: kept as a record beside it, so that it can be told without
// running them whether it is out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

/**
 * @template Row
 * @typedef {object} Published
 * @property {string} page below docs/
 * @property {string} resultsFile the rows that the page was written from
 * @property {string} command writes both, with `-- --record`
 * @property {(rows: Row[]) => string} render the page
 * @property {(rows: Row[]) => Iterable<string>} stale what stands in the record and not in the tests, or the other way
 *   round: a sentence each
 */

/** @param {Published<unknown>} published */
export async function record({ page, resultsFile, render }, rows) {
  writeFileSync(resultsFile, await formatted(resultsFile, JSON.stringify(rows)));
  writeFileSync(page, await formatted(page, render(rows)));
}

/** Of a script that was started: prints what is wrong, and fails then. */
export async function runCheck(published) {
  const problems = await check(published);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}

/** @param {Published<unknown>} published */
async function check({ page, resultsFile, command, render, stale }) {
  const advice = `run \`npm run ${command} -- --record\` and commit what it writes`;
  if (!existsSync(resultsFile)) return [`${resultsFile} is missing: ${advice}`];
  const rows = JSON.parse(readFileSync(resultsFile, 'utf8'));
  const found = [...stale(rows)];
  if (found.length > 0) return [...found, `${page} is out of date: ${advice}`];
  const isWritten = readFileSync(page, 'utf8') === (await formatted(page, render(rows)));
  return isWritten ? [] : [`${page} is out of date: ${advice}`];
}

async function formatted(file, text) {
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}

/** @param {string[]} columns @param {string[][]} rows */
export function table(columns, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(columns), `|${' - |'.repeat(columns.length)}`, ...rows.map(line)];
}

export function escape(text) {
  return text.replace(/[\\`*_{}[\]<>|#]/g, '\\$&');
}
