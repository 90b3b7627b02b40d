// `npm run test:guest -- --record` writes docs/guest.md: what pages the widget was tried on, and what came of it.
// `npm run guest:check` fails when that page, or the record behind it, is out of date.
import { readFileSync } from 'node:fs';
import { escape, runCheck, table } from './published-page.mjs';

const looks = 'test/e2e/guest-looks.test.ts';
/** Names the pages of these tests. */
const hostPages = 'test/e2e/host-sheets.ts';

/** What stands above the results of each file. */
export const parts = {
  [looks]: 'Style sheets of the page',
  'test/e2e/guest-places.test.ts': 'Where it stands',
  'test/e2e/going-back.test.ts': 'Left, and come back to',
  'test/e2e/libraries.test.ts': 'Libraries that change what scripts share',
  'test/e2e/clobbered.test.ts': 'Names and prototypes that were taken',
  'test/e2e/policies.test.ts': 'Policies',
  'test/e2e/two-copies.test.ts': 'More than one copy',
};

const head = `# A guest on any page

\`npm run test:guest\` puts the built widget on pages of others, in Chromium with the demo's own backend, and prints this table;
\`-- --record\` writes it here.

Style sheets are compared pixel by pixel with the same page without any: a pixel counts when it differs at all, and less than
0.1 % of a screen may. The screens are those in the columns. What is the page's to decide is the same on both sides: the room
that it gives, where that room is and what is painted behind it, and the font, which a guest takes over unless \`--portal-font\`
names one; direction and colour scheme as well. What the page does to the element's own box (to move, turn or fade
\`portal-login\` itself) is its right, and is not undone. Beyond our reach is what stands inside a \`<select>\`: a page
that aligns every \`option\` by force aligns the text of our closed lists too.
`;

/** @typedef {{ file: string, title: string, status: string, differences?: Record<string, number> }} Row */

/** @param {Row[]} rows */
export function tableOf(rows) {
  const lines = [];
  for (const [file, name] of Object.entries(parts)) {
    const here = rows.filter((row) => row.file === file);
    const screens = Object.keys(here[0]?.differences ?? {});
    lines.push(`## ${name}`, '');
    const cells = here.map(({ title, status, differences = {} }) => {
      const shares = screens.map((screen) => percent(differences[screen]));
      return [escape(title), ...shares, status];
    });
    lines.push(...table(['page', ...screens, 'result'], cells));
    lines.push('');
  }
  return lines;
}

/** @type {import('./published-page.mjs').Published<Row>} */
export const guest = {
  page: 'docs/guest.md',
  resultsFile: 'docs/guest.results.json',
  command: 'test:guest',
  render: (rows) => [head, ...tableOf(rows)].join('\n'),
  stale: staleTitles,
};

/** Shares that noise moves from run to run are not worth a change of the page. */
function percent(share) {
  if (share === undefined) return '?';
  return share === 0 ? '0' : share < 0.001 ? '< 0.1 %' : `${(share * 100).toFixed(1)} %`;
}

const title = /\bit\(\s*(['"`])((?:(?!\1)[^\\]|\\.)*)\1/g;
const placeholder = /\$\{[^}]*\}/;

/** What stands in the record and not in the tests, or the other way round. */
function* staleTitles(rows) {
  for (const file of Object.keys(parts)) {
    const recorded = rows.filter((row) => row.file === file).map((row) => row.title);
    const patterns = [...readFileSync(file, 'utf8').matchAll(title)].map(([, , text]) => {
      const words = bare(text).split(placeholder);
      return new RegExp(`^${words.map((part) => RegExp.escape(part)).join('[^]*')}$`);
    });
    for (const pattern of patterns)
      if (!recorded.some((one) => pattern.test(one))) yield `${file}: was not run for the page: ${pattern}`;
    for (const one of recorded)
      if (!patterns.some((pattern) => pattern.test(one))) yield `${file}: is no test any more: ${one}`;
  }
  const named = [...readFileSync(hostPages, 'utf8').matchAll(/^ {2}'([^']+)':/gm)].map(([, name]) => name);
  const hosts = rows.filter(({ file }) => file === looks).map((row) => row.title.split(': ').at(-1));
  if (String(hosts) !== String(named)) yield `${looks}: other pages than were recorded`;
}

/** Without the threat that a test proves as well. */
export function bare(text) {
  return text.replace(/^T\d+(?:, T\d+)*: /, '');
}

if (process.argv[1] === import.meta.filename) await runCheck(guest);
