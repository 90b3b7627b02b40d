// `npm run test:a11y -- --record` writes docs/accessibility.md: what every screen was looked at for, and what came of it.
// `npm run a11y:check` fails when that page, or the record behind it, is out of date.
import { readFileSync } from 'node:fs';
import { namesOf } from '../src/preview/scene.ts';
import { screens } from '../src/preview/screens.ts';
import { escape, runCheck, table } from './published-page.mjs';

export const suite = 'test/e2e/accessibility.test.ts';

/** What each column of the table says, by its name. */
const criteria = JSON.parse(readFileSync('docs/accessibility.criteria.json', 'utf8'));
const names = Object.keys(criteria);

const page = 'docs/accessibility.md';
/** Above it stands what is written by hand. */
const mark = '<!-- What follows is written by `npm run test:a11y -- --record`. -->\n';

/** @typedef {{ element: string, screen: string, failed: string[] }} Row */

/** @param {Row[]} rows */
export function tableOf(rows) {
  const lines = [];
  for (const [element, own] of Map.groupBy(rows, (row) => row.element)) {
    const cells = own.map(({ screen, failed }) => [
      escape(screen),
      ...names.map((criterion) => (failed.includes(criterion) ? '**failed**' : 'passed')),
    ]);
    lines.push(`### \`<${element}>\``, '', ...table(['screen', ...names], cells), '');
  }
  return lines;
}

/** @param {Row[]} rows */
function render(rows) {
  const columns = Object.entries(criteria).map(([name, meaning]) => `- **${name}**: ${meaning}.`);
  return [
    readFileSync(page, 'utf8').split(mark, 1) + mark,
    '## What every screen was looked at for',
    '',
    '`npm run test:a11y` shows every screen of the previews (theming-preview.md) in Chromium and prints this table; `-- --record` writes it here. The columns:',
    '',
    ...columns,
    '',
    ...tableOf(rows),
  ].join('\n');
}

/** @param {Row[]} rows */
function* stale(rows) {
  const recorded = rows.map(({ element, screen }) => `${element} ${screen}`);
  const known = Object.keys(screens).flatMap((element) =>
    namesOf(element).map((name) => `${element} ${name}`),
  );
  for (const one of known) if (!recorded.includes(one)) yield `${suite}: was not run for the page: ${one}`;
  for (const one of recorded) if (!known.includes(one)) yield `${suite}: is no screen any more: ${one}`;
}

/** @type {import('./published-page.mjs').Published<Row>} */
export const a11y = {
  page,
  resultsFile: 'docs/accessibility.results.json',
  command: 'test:a11y',
  render,
  stale,
};

if (process.argv[1] === import.meta.filename) await runCheck(a11y);
