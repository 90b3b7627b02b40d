// `npm run size`: what a visitor downloads, in bytes after brotli, against the budgets; after `npm run build`.
// `npm run size -- --record` writes the sizes to bench/sizes.json, with which the next run compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { format } from 'prettier';

/** Bytes. `element` is what one more element adds to a page that already shows the login form. */
const budgets = { loginPath: 16_384, single: 28 * 1024, element: 2_560 };

const recordFile = 'bench/sizes.json';
const entry = 'src/portal.ts';
const loginForm = 'src/elements/login/portal-login.ts';
const elementModule = /^src\/elements\/[^/]+\/portal-[^/.]+\.ts$/;

const split = readGraph('production');
const bundle = readGraph('single');
const isElement = (path) => elementModule.test(path);
const isLate = (path) => isElement(path) || path.startsWith('src/elements/after/');
const isAfterForm = ({ modules }) => 'src/elements/after/after-form.ts' in modules;

const loginPath = loginPathFiles();
const sizes = {
  loginPath: weigh(loginPath),
  single: weigh(bundle),
  elements: Object.fromEntries(lateElements().map(([name, files]) => [name, weigh(files)])),
  loginPathFiles: loginPath.length,
  modules: moduleSizes(loginPath),
};
const recorded = existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, 'utf8')) : undefined;

report('login path', sizes.loginPath, budgets.loginPath, recorded?.loginPath);
report('all elements in one file', sizes.single, budgets.single, recorded?.single);
for (const [name, size] of Object.entries(sizes.elements)) {
  report(name, size, budgets.element, recorded?.elements?.[name]);
}
console.log(`login path: ${loginPath.map(({ file }) => file).join(' → ')}`);

if (process.argv.includes('--record')) {
  writeFileSync(recordFile, await format(JSON.stringify(sizes), { parser: 'json' }));
} else if (process.exitCode) {
  explainGrowth();
}

function readGraph(mode) {
  const file = `node_modules/.cache/build/${mode}.json`;
  if (!existsSync(file)) throw new Error('Run `npm run build` first');
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * Every file that must arrive before the login form can be used and submitted: the loader, the form's file, and what
 * they load. A dynamic import counts too (it runs at the latest on submit), unless it leads to another element or to
 * what is shown after the first form (src/elements/after).
 */
function loginPathFiles() {
  const withModule = (path) => split.find(({ modules }) => path in modules);
  const form = withModule(loginForm);
  if (!form) throw new Error(`${loginForm} is in no file of the build`);
  return reach(
    [withModule(entry), form],
    (file) => !Object.keys(file.modules).some((path) => isLate(path) && path !== loginForm),
  );
}

/** Name → the files that this element needs beyond the login form and what follows it. */
function lateElements() {
  const there = new Set([...loginPath, ...reach(split.filter(isAfterForm), () => false)]);
  return split
    .filter((file) => !there.has(file))
    .flatMap((file) =>
      Object.keys(file.modules)
        .filter(isElement)
        .map((path) => [path, file]),
    )
    .map(([path, file]) => [
      path.match(/([^/]+)\.ts$/)[1],
      reach([file], () => false).filter((part) => !there.has(part)),
    ]);
}

/** The files and all that they import; dynamic imports where `follow` says so. */
function reach(start, follow) {
  const found = new Set(start);
  const byName = (name) => split.find(({ file }) => file === name);
  for (const file of found) {
    for (const name of file.imports) found.add(byName(name));
    for (const next of file.dynamicImports.map(byName)) if (follow(next)) found.add(next);
  }
  return [...found];
}

function weigh(files) {
  return files.reduce((sum, { file }) => sum + brotli(readFileSync(`dist/${file}`)), 0);
}

function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

/** Characters before minifying and compression: they tell where growth came from, not how much it costs. */
function moduleSizes(files) {
  return Object.fromEntries(files.flatMap(({ modules }) => Object.entries(modules)).sort());
}

function report(name, size, budget, before) {
  const change = before === undefined ? 'new' : `${size >= before ? '+' : ''}${size - before}`;
  const over = size > budget;
  console.log(`${over ? 'OVER ' : 'ok   '} ${name}: ${size} of ${budget} bytes (${change})`);
  if (over) process.exitCode = 1;
}

function explainGrowth() {
  const before = recorded?.modules ?? {};
  const grown = Object.entries(sizes.modules)
    .map(([path, size]) => [path, size - (before[path] ?? 0)])
    .filter(([, change]) => change > 0)
    .sort(([, a], [, b]) => b - a);
  console.error(
    '\nA budget is exceeded. Grown on the login path since bench/sizes.json, in characters of source:',
  );
  for (const [path, change] of grown.slice(0, 15)) console.error(`  +${change}  ${path}`);
  console.error('Move what the first form does not need behind a dynamic import, or take something out.');
}
