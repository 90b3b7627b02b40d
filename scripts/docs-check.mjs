// `npm run docs:check`: every relative link of the documentation leads somewhere, and one that leads to a test is called
// as that test is. "…" stands for what a loop puts into a title, or for what is left out at either end.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const link = /\[((?:[^\]\\]|\\.)*)\]\(([^)\s]+)\)/g;
const code = /^```[^]*?^```|`[^`\n]*`/gm;

function* faults(page) {
  const text = readFileSync(page, 'utf8').replace(code, '');
  for (const [, title, target] of text.matchAll(link)) {
    if (/^(https?:|mailto:|#)/.test(target)) continue;
    const file = join(dirname(page), target.split('#')[0]);
    if (!existsSync(file)) yield `${page}: no ${file}`;
    else if (file.endsWith('.test.ts') && !names(file, title)) yield `${page}: no test "${title}" in ${file}`;
  }
}

/** Titles that are only the name of the file say nothing of a test. */
function names(file, title) {
  if (file.endsWith(title)) return true;
  const parts = title
    .replaceAll('\\', '')
    .split('…')
    .map((part) => part.trim());
  const pattern = new RegExp(parts.map((part) => RegExp.escape(part)).join('.*'));
  return pattern.test(readFileSync(file, 'utf8'));
}

const all = globSync(['README.md', 'docs/**/*.md']).flatMap((page) => [...faults(page)]);
for (const fault of all) console.error(fault);
process.exitCode = all.length > 0 ? 1 : 0;
