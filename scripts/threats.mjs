// The threats (docs/threats.json) and the tests that prove what is done about them: a test names its threat as
// `T14: …` in its own title or in that of a `describe` around it; `T3, T4: …` names two.
import { globSync, readFileSync } from 'node:fs';

/**
 * @typedef {{ number: number, threat: string, answer: string, asvs: string[], notBuilt?: string }} Threat
 *   `asvs` requirements of the OWASP Application Security Verification Standard 5.0.0; `notBuilt` why there is no test
 * @type {Threat[]}
 */
export const threats = JSON.parse(readFileSync('docs/threats.json', 'utf8'));

const mark = /\bT\d+(?:, T\d+)*: /;
/** For test runners, which look at the titles of a test joined by spaces. */
export const anyThreat = String.raw`\bT[0-9]+: `;

/** @returns {number[]} */
export const threatsNamedIn = (title) => mark.exec(title)?.[0].match(/\d+/g)?.map(Number) ?? [];

/** The title without what names the threat, and without the database that `describeStorage` appends. */
export function bareTitle(title) {
  const start = title.search(mark);
  return title.slice(start).replace(mark, '').replace(databaseSuffix, '');
}

const databaseSuffix = / \(((?:SQLite|PostgreSQL)[\w ]*)\)$/;
export const databaseOf = (titles) =>
  titles
    .map((title) => databaseSuffix.exec(title)?.[1] ?? /^(?:SQLite|PostgreSQL)$/.exec(title)?.[0])
    .find(Boolean);

const quoted = /(?<=^|[\s(,[{:])(['"`])((?:(?!\1)[^\\\n]|\\.)*\bT\d+: (?:(?!\1)[^\\\n]|\\.)*)\1/g;
const placeholder = /%[sdifjoO]|\$\{[^}]*\}|\$[a-zA-Z][\w.]*/;

/**
 * The titles as they stand in the sources. One may stand for many tests, where values are put into it (shown
 * as "…") or something is added at its end.
 * @returns {{ title: string, file: string, pattern: RegExp }[]}
 */
export function titlesInSources() {
  return globSync(['test/**/*.ts', 'server/test/**/*.ts'])
    .toSorted()
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(quoted)].map(([, , text]) => {
        const parts = text
          .replace(/\\(['"`])/g, '$1')
          .replaceAll('%%', '%')
          .split(placeholder);
        const pattern = new RegExp(`^${parts.map((part) => RegExp.escape(part)).join('[^]*')}`);
        return { title: parts.join('…'), file, pattern };
      }),
    );
}

/** Where the title of a test that ran in `file` stands in the sources: the one that says most of it. */
export function sourceOf(sources, title, file) {
  const score = (source) => source.title.length + (source.file === file ? 0.5 : 0);
  return sources
    .filter(({ pattern }) => pattern.test(title))
    .toSorted((a, b) => score(b) - score(a))
    .at(0);
}
