// `npm run security:page` writes docs/security.md from the threats and the results that were recorded last;
// `npm run security:check` fails when the page, or the record behind it, is out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { bareTitle, threats, titlesInSources } from './threats.mjs';

const page = 'docs/security.md';
/** Written by `npm run test:security -- --record`. */
export const resultsFile = 'docs/threats.results.json';

const head = `# Security: threats and what proves them

Each row is a threat, what we do about it, and the tests that show it; \`npm run test:security\` runs them all and prints this
table with the results of the day. The results below are those of the last recorded run. The requirements are those of the
[OWASP Application Security Verification Standard](https://github.com/OWASP/ASVS) 5.0.0 that the row serves: we claim its
level 1 and the listed requirements of levels 2 and 3, not these levels as a whole, because there is no second factor yet and
codes travel by email (6.3.3, 6.3.6).

## What is not protected

- **Script that runs on the host page itself.** It shares the page with the form: it can read what is typed there, imitate
  the form, and use the session while the page is open. What it cannot do is take the session away, because the key does not
  leave the browser, nor take the account over by the session alone: that needs a fresh proof (T14), which it gets if the
  visitor types one in front of it. Choose with care what else runs on the page.
- **The business's page in a stranger's frame.** Whether it may be framed is the site's own decision (\`frame-ancestors\` in its
  policy). Logging out can be clicked by trickery there; logging in and changing an account cannot.
- **The mailbox.** Whoever reads a visitor's mail can log in as that visitor.
- **The server's own key together with its database.** Either alone gives no password, code or token; both do, as far as
  passwords can be guessed.
- **The device.** Malware, and whoever sits at an unlocked computer, act as the visitor.

## The threats
`;

export async function renderPage() {
  const results = new Map(
    JSON.parse(readFileSync(resultsFile, 'utf8')).map(({ threat, tests }) => [threat, tests]),
  );
  const testsOf = ({ number }) => results.get(number) ?? [];
  const lines = [head, '| # | threat | what we do | ASVS 5.0.0 | result |', '| - | - | - | - | - |'];
  for (const threat of threats) {
    const cells = [
      `T${threat.number}`,
      escape(threat.threat),
      escape(threat.answer),
      threat.asvs.join(', '),
      resultOf(threat, testsOf(threat)),
    ];
    lines.push(`| ${cells.join(' | ')} |`);
  }
  lines.push('', '## The tests', '');
  for (const threat of threats.filter((one) => testsOf(one).length > 0)) {
    lines.push(`### T${threat.number}: ${escape(threat.threat)}`, '');
    for (const { file, title, where, passed, failed, skipped } of testsOf(threat)) {
      const all = passed + failed + skipped;
      const counts = all > 1 ? `: ${passed} of ${all} passed` : passed ? ': passed' : ': skipped';
      lines.push(
        `- ${escape(title)} ([${file.split('/').at(-1)}](../${file}); ${where.join(', ')})${counts}`,
      );
    }
    lines.push('');
  }
  return format(lines.join('\n'), { ...(await resolveConfig(page)), filepath: page });
}

export async function writePage() {
  const results = JSON.parse(readFileSync(resultsFile, 'utf8'));
  const style = { ...(await resolveConfig(resultsFile)), filepath: resultsFile };
  writeFileSync(resultsFile, await format(JSON.stringify(results), style));
  writeFileSync(page, await renderPage());
}

function resultOf({ notBuilt }, tests) {
  if (tests.length === 0) return notBuilt ? `not built yet: ${notBuilt}` : 'no test yet';
  const sum = (key) => tests.reduce((total, row) => total + row[key], 0);
  const skipped = sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : '';
  return `${sum('passed')} passed${skipped}`;
}

function escape(text) {
  return text.replace(/[\\`*_{}[\]<>|#]/g, '\\$&');
}

/** What stands in the page and not in the tests, or the other way round. */
function* staleTitles() {
  const recorded = new Set(
    JSON.parse(readFileSync(resultsFile, 'utf8')).flatMap(({ tests }) => tests.map(({ title }) => title)),
  );
  const present = new Set(titlesInSources().map(({ title }) => bareTitle(title)));
  for (const title of present) if (!recorded.has(title)) yield `was not run for the page: ${title}`;
  for (const title of recorded) if (!present.has(title)) yield `is no test any more: ${title}`;
}

async function check() {
  const record = 'run `npm run test:security -- --record` and commit what it writes';
  if (!existsSync(resultsFile)) return [`${resultsFile} is missing: ${record}`];
  const stale = [...staleTitles()];
  if (stale.length > 0) return [...stale, `${page} is out of date: ${record}`];
  if (readFileSync(page, 'utf8') === (await renderPage())) return [];
  return [`${page} does not say what docs/threats.json says: run \`npm run security:page\` and commit it`];
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--check')) {
    const problems = await check();
    for (const problem of problems) console.error(problem);
    process.exitCode = problems.length > 0 ? 1 : 0;
  } else {
    await writePage();
  }
}
