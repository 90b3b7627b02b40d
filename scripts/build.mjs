// `npm run build`: the three builds of vite.config.ts and the type declarations, into dist/.
// `npm run build -- production` makes one of them only.
import { execFileSync } from 'node:child_process';
import { build } from 'vite';

const modes = process.argv.length > 2 ? process.argv.slice(2) : ['production', 'single', 'npm'];
for (const mode of modes) await build({ mode, logLevel: 'warn' });

if (modes.includes('npm')) {
  const options = ['--noEmit', 'false', '--emitDeclarationOnly', '--declaration', '--outDir', 'dist/types'];
  const args = ['node_modules/typescript/bin/tsc', '-p', 'src/tsconfig.json', ...options];
  execFileSync(process.execPath, args, { stdio: 'inherit' });
}
