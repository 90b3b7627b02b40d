// Runs before `npm start` and `npm test`: installs what a fresh clone lacks, says nothing when nothing does.
// Built-ins only, and no newer than Node 20: it runs before the project's own Node is there.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** Debian package → what shows that it, or the same thing from elsewhere, is installed. */
const systemPackages = {
  chromium: () => existsSync('/usr/bin/chromium'),
  'firefox-esr': () => existsSync('/usr/bin/firefox-esr'),
  'webkit2gtk-driver': () => onPath('WebKitWebDriver'),
  xvfb: () => onPath('Xvfb'),
  xauth: () => onPath('xauth'),
  postgresql: () =>
    onPath('initdb') ||
    subfolders('/usr/lib/postgresql').some((folder) => existsSync(join(folder, 'bin/initdb'))),
};

if (packagesAreStale()) installPackages();
if (!process.argv.includes('--npm-only')) installSystemPackages();

/** By content, not by age: a checkout changes the lock file's time without changing what it says. */
function packagesAreStale() {
  if (!existsSync('node_modules/.package-lock.json')) return true;
  const wanted = readPackages('package-lock.json');
  const installed = readPackages('node_modules/.package-lock.json');
  return Object.entries(wanted).some(
    ([path, { version, link, optional }]) =>
      path.includes('node_modules/') && !link && !optional && installed[path]?.version !== version,
  );
}

function readPackages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

function installPackages() {
  console.log('Installing npm packages (about a minute) …');
  // `npm ci` empties node_modules: it must not run on the Node that lives there.
  const path = process.env.PATH.split(delimiter).filter(
    (folder) => !folder.endsWith(join('node_modules', '.bin')),
  );
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { PATH: path.join(delimiter) });
}

function installSystemPackages() {
  const missing = Object.keys(systemPackages).filter((name) => !systemPackages[name]());
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.error(
      `The tests need these programs: ${missing.join(', ')}.\n` +
        `On Debian: sudo apt-get install ${missing.join(' ')}\n` +
        'Elsewhere: /usr/bin/chromium, /usr/bin/firefox-esr, WebKitGTK with WebKitWebDriver, Xvfb, and PostgreSQL 15 or newer.',
    );
    process.exit(1);
  }
  console.log(`Installing ${missing.join(', ')} …`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], quiet);
  run('apt-get', ['install', '-qq', '--yes', '--no-install-recommends', ...missing], quiet);
}

/** What a package manager says on its way matters only when it fails. */
function run(command, args, environment) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...environment },
  });
  if (status === 0) return;
  console.error(
    `${command} ${args.join(' ')} failed${error ? `: ${error.message}` : ''}\n${stdout ?? ''}${stderr ?? ''}`,
  );
  process.exit(1);
}

function onPath(program) {
  return process.env.PATH.split(delimiter).some((folder) => existsSync(join(folder, program)));
}

function subfolders(folder) {
  return existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
}
