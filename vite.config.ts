/**
 * Five builds into dist/:
 * - `vite build`                  portal.js, the script tag's loader, chunks/ for what it loads on demand, and portal.css
 * - `vite build --mode single`    portal.bundle.js, every element in one file
 * - `vite build --mode npm`       index.js for bundlers, with Lit left to the application's own copy
 * - `vite build --mode languages` languages/, what these two load where a page is not in English
 * - `vite build --mode preview`   preview.js, what these two load where a designer looks at screens (src/preview)
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { minifyHTMLLiterals } from 'minify-literals';
import { defineConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';
import { codeAsGuest } from './code-as-guest.config.ts';

const graphFolder = 'node_modules/.cache/build';

/** Templates and styles are strings to a JavaScript minifier: their white space would be shipped. */
const minifyTemplates: Plugin = {
  name: 'minify-templates',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/.*\.ts$/, code: /(html|css|svg)`/ },
    async handler(code, id) {
      // The minifier drops the slash of `<path … />`: in SVG the next shape would be its child, and not be drawn.
      if (/svg`[^`]*\/>/.test(code)) throw new Error(`${id}: close SVG tags in full, <path …></path>`);
      const result = await minifyHTMLLiterals(code, { fileName: id });
      return result && { code: result.code, map: result.map?.toString() ?? null };
    },
  },
};

/** What scripts/size.mjs reads: which file holds which modules, and which files it loads. */
const recordGraph = (mode: string): Plugin => ({
  name: 'record-graph',
  apply: 'build',
  generateBundle(_options, bundle) {
    const files = Object.values(bundle).flatMap((file) =>
      file.type !== 'chunk'
        ? []
        : {
            file: file.fileName,
            isEntry: file.isEntry,
            imports: file.imports,
            dynamicImports: file.dynamicImports,
            modules: Object.fromEntries(
              Object.entries(file.modules).map(([id, { renderedLength }]) => [
                relative(process.cwd(), id),
                renderedLength,
              ]),
            ),
          },
    );
    mkdirSync(graphFolder, { recursive: true });
    writeFileSync(`${graphFolder}/${mode}.json`, JSON.stringify(files));
  },
});

/** The sheet for pages on which nothing may jump; no script asks for it. */
const sheetBeside: Plugin = {
  name: 'sheet-beside',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'portal.css', source: readFileSync('src/portal.css', 'utf8') });
  },
};

/** One file holds one language. */
const languagesBeside: Plugin = {
  name: 'languages-beside',
  apply: 'build',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!importer?.endsWith('/src/i18n/locales/index.ts') || !source.startsWith('./')) return null;
    return { id: source.replace(/^\.\/(.*)\.ts$/, './languages/$1.js'), external: 'relative' };
  },
};

/** One file stays one, and visitors do not pay for what designers need: the preview lies beside it. */
const previewBeside: Plugin = {
  name: 'preview-beside',
  apply: 'build',
  enforce: 'pre',
  resolveId: {
    filter: { id: /\/preview\/preview\.ts$/ },
    handler: (_, importer) => (importer ? { id: './preview.js', external: true } : null),
  },
};

const source = (path: string) => resolve('src', path);
/** Stay in the script tag's own file. */
const loader = new Set(['portal.ts', 'define.ts'].map(source));
/** What shows the login form; all else is loaded when a page or a visitor gets to it. */
const loginForm = [
  'portal.ts',
  'elements/login/portal-login.ts',
  'forms/portal-field.ts',
  'forms/portal-action.ts',
].map(source);

/** @lit/context's index names these too, but only portal-provider uses them. */
const onlyForProvider = /\/@lit\/context\/.*\/(value-notifier|context-provider)\.js$/;

/**
 * The login form and all that it imports travel in ONE file: the browser learns of a file's imports only when
 * the file is there, so every further file on this path costs a round trip before the first field.
 *
 * It stays the only group: with a second one the bundler puts its helpers into a third file on this path.
 */
function loginFile(): Rolldown.CodeSplittingGroup {
  let members: Set<string> | undefined;
  return {
    debugName: 'login',
    name(id, bundle) {
      if (!members) {
        members = new Set(loginForm);
        // A set that grows while it is walked: what joins is visited too.
        for (const member of members) {
          for (const imported of bundle.getModuleInfo(member)?.importedIds ?? []) members.add(imported);
        }
      }
      return members.has(id) && !loader.has(id) && !onlyForProvider.test(id) ? 'login' : null;
    },
  };
}

type Output = NonNullable<NonNullable<NonNullable<UserConfig['build']>['rolldownOptions']>['output']>;

const builds: Record<string, { entry: Record<string, string>; output: Output; external: RegExp[] }> = {
  single: { entry: { 'portal.bundle': 'src/portal.ts' }, output: { codeSplitting: false }, external: [] },
  npm: {
    entry: { index: 'src/index.ts' },
    output: { codeSplitting: false },
    external: [/^lit($|\/)/, /^@lit\//],
  },
  languages: {
    entry: Object.fromEntries(
      globSync('src/i18n/locales/*.ts')
        .filter((file) => basename(file) !== 'index.ts')
        .map((file) => [`languages/${basename(file, '.ts')}`, file]),
    ),
    output: { codeSplitting: true },
    external: [],
  },
  preview: { entry: { preview: 'src/preview/preview.ts' }, output: { codeSplitting: false }, external: [] },
  production: {
    entry: { portal: 'src/portal.ts' },
    output: {
      codeSplitting: {
        groups: [loginFile()],
      },
    },
    external: [],
  },
};

export default defineConfig(({ mode }) => {
  const build = builds[mode] ?? builds['production']!;
  return {
    plugins: [
      codeAsGuest,
      minifyTemplates,
      recordGraph(mode),
      ...(mode === 'production' ? [sheetBeside] : []),
      ...(mode === 'single' || mode === 'npm' ? [languagesBeside, previewBeside] : []),
    ],
    publicDir: false,
    build: {
      target: 'es2022',
      sourcemap: true,
      emptyOutDir: mode === 'production',
      lib: { formats: ['es'], entry: build.entry },
      rolldownOptions: {
        external: build.external,
        // Library mode leaves white space in ES modules unless it is told.
        output: { minify: true, comments: false, chunkFileNames: 'chunks/[name]-[hash].js', ...build.output },
      },
    },
  };
});
