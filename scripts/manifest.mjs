// Writes custom-elements.json from the elements' sources; with --check it fails when the file is out of date.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { staleTokens } from './theming.mjs';

const file = 'custom-elements.json';
for (const problem of staleTokens()) {
  console.error(problem);
  process.exitCode = 1;
}
const folder = mkdtempSync(join(tmpdir(), 'portal-manifest-'));
try {
  const analyzer = 'node_modules/@custom-elements-manifest/analyzer/cem.js';
  execFileSync(
    process.execPath,
    [
      analyzer,
      'analyze',
      '--config',
      'custom-elements-manifest.config.mjs',
      '--outdir',
      relative('.', folder),
      '--quiet',
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const written = readFileSync(join(folder, file), 'utf8');
  const manifest = await format(written, { ...(await resolveConfig(file)), filepath: file });

  if (!process.argv.includes('--check')) {
    writeFileSync(file, manifest);
  } else if (manifest !== readFileSync(file, 'utf8')) {
    console.error(
      `${file} does not describe the elements as they are: run \`npm run manifest\` and commit it.`,
    );
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
