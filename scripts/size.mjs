// `npm run size`: what a visitor downloads, in bytes after brotli, against the budgets; after `npm run build`.
// `npm run size -- --record` writes the sizes to bench/sizes.json, with which the next run compares.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import { format } from 'prettier';

/**
 * Bytes. `afterForm` is what is fetched while the visitor fills in the first form, `lateSession` what of session and
 * client is fetched then, `member` what only somebody who is logged in needs. `element` is what one more element adds
 * to a page that already has the login form, `hub` the same for the product in one tag, `ground` what two or more of
 * these share and is counted once; `dialog` is what opens one, beside the element that it is. `languages`: what knows
 * them; `language`: one of them, as far as the log-in goes, `languageOfMembers`: what it says after that.
 * `single`: login, sign-up, picker, gate and provider in one file, without what is shared; each further element may
 * add `element` to it.
 */
const budgets = {
  loginPath: 16.5 * 1024,
  afterForm: 6 * 1024,
  lateSession: 4.375 * 1024,
  member: 2 * 1024,
  element: 2_560,
  hub: 2.875 * 1024,
  dialog: 1024,
  ground: 6.875 * 1024,
  languages: 1.5 * 1024,
  language: 2.5 * 1024,
  languageOfMembers: 3.5 * 1024,
  single: 28 * 1024,
};

/** The loader, and one file with the form: chains of requests cost more than bytes. */
const MAX_LOGIN_FILES = 2;

const recordFile = 'bench/sizes.json';
/** What must be there before a field can be used and the form be submitted. */
const loginModules = [
  'src/portal.ts',
  'src/elements/login/portal-login.ts',
  'src/forms/portal-field.ts',
  'src/forms/portal-action.ts',
  'src/session/session-store.ts',
  'src/api/portal-client.ts',
];
const lateSessionModule = /^src\/(session|api)\/after\//;
const firstElements = /^src\/elements\/(login|signup|account-picker|gate|provider)\//;
/** As vite.config.ts names chunks. */
const hashedName = /\b([a-z][a-z-]*)-[\w-]{8}\.js\b/g;
const draws = Array.from({ length: 16 }, (_, draw) => String(draw));
const elementModule = /^src\/elements\/[^/]+\/portal-[^/.]+\.ts$/;

const split = readGraph('production');
const bundle = readGraph('single');
const isElement = (path) => elementModule.test(path);

const holds =
  (pattern) =>
  ({ modules }) =>
    Object.keys(modules).some((path) => pattern.test(path));
const isTable = ({ modules }) => 'src/define-further.ts' in modules;
const isLateSession = holds(lateSessionModule);
const isMember = holds(/^src\/session\/member\//);
/** For designers: no visitor downloads it. */
const isPreview = holds(/^src\/preview\//);

const loginPath = loginPathFiles();
const late = lateFiles();
const isLanguages = holds(/^src\/(i18n|contract)\/languages\.ts$/);
const languages = late.filter(isLanguages);
const isDialog = holds(/^src\/open-dialog\.ts$/);
const dialog = late.filter(isDialog);
const afterForm = late.filter(
  (file) => ![isLateSession, isMember, isLanguages, isDialog].some((is) => is(file)),
);
const member = late.filter(isMember);
const lateSession = late.filter((file) => isLateSession(file) && !isMember(file));
const elements = lateElements();
const ground = sharedFiles(elements);
const further = bundle
  .flatMap(({ modules }) => Object.keys(modules))
  .filter((path) => isElement(path) && !firstElements.test(path));
const sizes = {
  loginPath: weigh(loginPath),
  afterForm: weigh(afterForm),
  lateSession: weigh(lateSession),
  member: weigh(member),
  ground: weigh(ground),
  languages: weigh(languages),
  dialog: weigh(dialog),
  locales: localeSizes(),
  single: weigh(bundle),
  elements: Object.fromEntries(
    elements.map(([name, files]) => [name, weigh(files.filter((file) => !ground.includes(file)))]),
  ),
  modules: moduleSizes([...loginPath, ...late]),
};
const recorded = existsSync(recordFile) ? JSON.parse(readFileSync(recordFile, 'utf8')) : undefined;

report('login path', sizes.loginPath, budgets.loginPath, recorded?.loginPath);
report('after the form', sizes.afterForm, budgets.afterForm, recorded?.afterForm);
report('late session', sizes.lateSession, budgets.lateSession, recorded?.lateSession);
report('member', sizes.member, budgets.member, recorded?.member);
report('shared by elements', sizes.ground, budgets.ground, recorded?.ground);
report('dialog', sizes.dialog, budgets.dialog, recorded?.dialog);
report('languages', sizes.languages, budgets.languages, recorded?.languages);
for (const [name, size] of Object.entries(sizes.locales)) {
  const budget = name.endsWith('-member') ? budgets.languageOfMembers : budgets.language;
  report(name, size, budget, recorded?.locales?.[name]);
}
report('all elements in one file', sizes.single, singleBudget(), recorded?.single);
for (const [name, size] of Object.entries(sizes.elements)) {
  const budget = name === 'portal-hub' ? budgets.hub : budgets.element;
  report(name, size, budget, recorded?.elements?.[name]);
}
if (loginPath.length > MAX_LOGIN_FILES) {
  console.error(
    `The login path has ${loginPath.length} files: each beyond ${MAX_LOGIN_FILES} costs a round trip.`,
  );
  process.exitCode = 1;
}
console.log(`login path: ${loginPath.map(({ file }) => file).join(' → ')}`);
console.log(`after the form: ${afterForm.map(({ file }) => file).join(', ') || 'nothing'}`);
console.log(`late session: ${lateSession.map(({ file }) => file).join(', ') || 'nothing'}`);

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

/** Every file that must arrive before the login form can be used and submitted, with what it imports. */
function loginPathFiles() {
  const files = loginModules.map((path) => {
    const file = split.find(({ modules }) => path in modules);
    if (!file) throw new Error(`${path} is in no file of the build`);
    return file;
  });
  return reach(files);
}

/** What the login path fetches later, other elements aside: they are weighed one by one. */
function lateFiles() {
  const there = new Set(loginPath);
  const later = loginPath.flatMap(({ dynamicImports }) => dynamicImports.map(byName));
  const start = later.filter(
    (file) => !Object.keys(file.modules).some(isElement) && !isTable(file) && !isPreview(file),
  );
  return reach(start).filter((file) => !there.has(file));
}

/** Name → the files that this element needs beyond those that every page with a form has. */
function lateElements() {
  const there = new Set([...loginPath, ...late]);
  return split
    .filter((file) => !there.has(file))
    .flatMap((file) =>
      Object.keys(file.modules)
        .filter(isElement)
        .map((path) => [path, file]),
    )
    .map(([path, file]) => [path.match(/([^/]+)\.ts$/)[1], reach([file]).filter((part) => !there.has(part))]);
}

function localeSizes() {
  const files = readGraph('languages').filter(({ isEntry }) => isEntry);
  return Object.fromEntries(files.map((entry) => [entry.file.replace(/\.js$/, ''), weigh([entry])]).sort());
}

/** What two or more elements need. */
function sharedFiles(elements) {
  const counts = new Map();
  for (const file of elements.flatMap(([, files]) => files)) counts.set(file, (counts.get(file) ?? 0) + 1);
  return [...counts].flatMap(([file, count]) => (count > 1 ? [file] : []));
}

function singleBudget() {
  return budgets.single + sizes.ground + further.length * budgets.element;
}

/** The files and all that they import statically. */
function reach(start) {
  const found = new Set(start);
  for (const file of found) for (const name of file.imports) found.add(byName(name));
  return [...found];
}

function byName(name) {
  return split.find(({ file }) => file === name);
}

function weigh(files) {
  return files.reduce((sum, { file }) => sum + weighFile(readFileSync(`dist/${file}`, 'utf8')), 0);
}

/** Which letters the hashes in file names fall on moves a file by up to 50 bytes: the average of some draws says what the code weighs. */
function weighFile(text) {
  if (text.search(hashedName) < 0) return brotli(Buffer.from(text));
  const weights = draws.map((draw) => {
    const drawn = text.replaceAll(hashedName, (_, name) => `${name}-${digest(draw + name).slice(0, 8)}.js`);
    return brotli(Buffer.from(drawn));
  });
  return Math.round(weights.reduce((sum, weight) => sum + weight) / draws.length);
}

function digest(text) {
  return createHash('sha256').update(text).digest('base64url');
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
    '\nA budget is exceeded. Grown on the login path and after it since bench/sizes.json, in characters of source:',
  );
  for (const [path, change] of grown.slice(0, 15)) console.error(`  +${change}  ${path}`);
  console.error('Move what the first form does not need behind a dynamic import, or take something out.');
}
