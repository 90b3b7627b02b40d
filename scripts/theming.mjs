// The tokens that a site may set: docs/theming.md describes them, and the manifest of the elements has them from there.
import { globSync, readFileSync } from 'node:fs';

const page = 'docs/theming.md';
const row = /^\| `(--portal-[a-z-]+)` +\| (.+?) +\| (.+?) +\|$/gm;

/** @type {{ name: string, default: string, description: string }[]} */
export const tokens = [...readFileSync(page, 'utf8').matchAll(row)].map(([, name, value, description]) => ({
  name,
  default: value.replaceAll('`', ''),
  description,
}));

/** What the styles read and the page does not describe, or the other way round. */
export function* staleTokens() {
  const read = new Set(
    globSync('src/**/*.ts').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/var\(\s*(--portal-[a-z-]+)/g)].map(([, name]) => name),
    ),
  );
  const described = new Set(tokens.map(({ name }) => name));
  for (const name of read.difference(described)) yield `${page} does not describe ${name}.`;
  for (const name of described.difference(read)) yield `${page} describes ${name}, which nothing reads.`;
}
