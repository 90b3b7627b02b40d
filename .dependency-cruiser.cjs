// The walls between the rooms. A room's list is all that it may import of ours; what is not listed is forbidden.

const tests = '^(test|server/test)/';
const room = (path) => `^${path}/`;

/** Room → the rooms of ours that it may import, beside itself. */
const rooms = {
  'src/contract': [],
  'src/internal': [],
  'src/api': ['src/contract', 'src/internal'],
  'src/session': ['src/api', 'src/contract', 'src/internal', 'src/preview/preview.ts'],
  'src/preview': ['src/session', 'src/api', 'src/contract', 'src/internal'],
  'src/i18n': ['src/contract', 'src/session/types.ts', 'src/internal'],
  'src/theme': ['src/internal'],
  'src/ui': ['src/theme', 'src/forms', 'src/i18n', 'src/internal'],
  'src/forms': ['src/theme', 'src/ui', 'src/i18n', 'src/internal'],
  'src/elements': ['src/session', 'src/i18n', 'src/ui', 'src/forms', 'src/theme', 'src/internal'],
  'server/src/domain': ['src/contract'],
  'server/src/http': ['src/contract', 'server/src/domain'],
  'server/src/crypto': ['src/contract/limits.ts', 'server/src/domain'],
  'server/src/storage': ['server/src/domain', 'src/contract'],
  'server/src/queue': ['server/src/domain'],
  'server/src/mail': ['server/src/domain', 'server/src/queue', 'src/contract'],
  'server/src/webhooks': ['server/src/domain', 'server/src/queue', 'src/contract'],
  'server/src/oidc': [
    'server/src/domain',
    'server/src/queue',
    'server/src/http/single-sign-on.ts',
    'src/contract',
  ],
};

const walls = Object.entries(rooms).map(([from, allowed]) => ({
  name: `wall-${from.replaceAll('/', '-')}`,
  comment: `${from} may import of ours: ${allowed.join(', ') || 'nothing'}.`,
  severity: 'error',
  from: { path: room(from) },
  to: {
    path: '^(src|server|mocks|demo|test|scripts)/',
    pathNot: [from, ...allowed].map((path) => (path.endsWith('.ts') ? `^${path}$` : room(path))),
  },
}));

/** Server files that only Node can run; everything else in those rooms also runs in a browser tab. */
const nodeOnly =
  '^server/src/((main|serve|config|open-storage)\\.ts$|cli/|oidc/)|/(argon2|smtp|postgres|node-[^/]+)\\.ts$';
const browserSafe = '^server/src/(app\\.ts$|(domain|http|crypto|storage|mail|queue|webhooks)/)';

module.exports = {
  forbidden: [
    ...walls,
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'widget-without-schemas',
      comment: 'A schema library costs more bytes than a whole element: the widget may use its types only.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/contract/' },
      to: {
        path: '^src/contract/(schemas|[a-z-]*operations|openapi|hub-shapes|hub-rows|hub-admin|account-admin|webhook-admin)\\.ts$|(^|/)node_modules/valibot/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'widget-dependencies',
      comment: 'Visitors download what the widget imports: Lit and @lit/context only.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/contract/' },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(lit|lit-html|lit-element|@lit/[^/]+)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'contract-dependencies',
      comment: 'The contract is plain TypeScript and, in the files that the widget never loads, valibot.',
      severity: 'error',
      from: { path: '^src/contract/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(valibot|@valibot)/' },
    },
    {
      name: 'domain-dependencies',
      comment: 'The domain stands on its ports and on nothing else.',
      severity: 'error',
      from: { path: '^server/src/domain/' },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-peer', 'npm-no-pkg', 'core'] },
    },
    {
      name: 'browser-safe-server',
      comment: 'The demo runs these rooms in a browser tab: what only Node can do is handed in from outside.',
      severity: 'error',
      from: { path: browserSafe, pathNot: nodeOnly },
      to: { dependencyTypes: ['core'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'browser-safe-server-files',
      comment: 'As browser-safe-server: importing a Node-only file would bring Node in by the back door.',
      severity: 'error',
      from: { path: browserSafe, pathNot: nodeOnly },
      to: { path: nodeOnly, pathNot: 'node_modules/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'mocks-use-the-app',
      comment:
        'The mocks run the real backend; they take it whole, and reach into the widget for nothing but the contract.',
      severity: 'error',
      from: { path: '^mocks/' },
      to: { path: '^(src|test|demo|scripts)/', pathNot: '^src/contract/' },
    },
    {
      name: 'no-tests-in-products',
      severity: 'error',
      from: { pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'server-knows-no-widget',
      comment: 'Server and widget share the contract only.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^src/', pathNot: '^src/contract/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    detectJSDocImports: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|build|coverage)/|mockServiceWorker\\.js$' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'browser', 'node', 'default'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
  },
};
