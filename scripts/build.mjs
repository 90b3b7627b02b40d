// `npm run build`: the five builds of vite.config.ts and the type declarations, into dist/, with the digest of every file
// in integrity.json. `npm run build -- production` makes one of them only, `--out` another folder.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';

const { values, positionals } = parseArgs({
  options: { out: { type: 'string', default: 'dist' } },
  allowPositionals: true,
});
// Whatever the shell or a test runner says: otherwise Lit's development files are what is built.
process.env.NODE_ENV = 'production';
const modes = positionals.length > 0 ? positionals : ['production', 'single', 'npm', 'languages', 'preview'];
for (const mode of modes) await build({ mode, logLevel: 'warn', build: { outDir: values.out } });

if (modes.includes('npm')) {
  const declarations = join(values.out, 'types');
  const options = ['--noEmit', 'false', '--emitDeclarationOnly', '--declaration', '--outDir', declarations];
  const args = ['node_modules/typescript/bin/tsc', '-p', 'src/tsconfig.json', ...options];
  execFileSync(process.execPath, args, { stdio: 'inherit' });
}
writeFileSync(join(values.out, 'integrity.json'), `${JSON.stringify(integrityOf(values.out), null, 2)}\n`);

/** What a script tag's `integrity` attribute takes (W3C Subresource Integrity, section 3.1), by file. */
function integrityOf(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'integrity.json')
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.toSorted().map((file) => {
      const digest = createHash('sha384').update(readFileSync(file)).digest('base64');
      return [relative(folder, file).split(sep).join('/'), `sha384-${digest}`];
    }),
  );
}
