import { fileURLToPath } from 'node:url';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const scripts = ['**/*.{js,mjs,cjs}'];
const typed = ['**/*.ts'];
const widget = ['src/**/*.ts'];
const testFiles = ['test/**/*.ts', 'server/test/**/*.ts'];

const noMarkupFromStrings = [
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]',
    message: 'Markup from a string is how scripts get in: render a template.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe)$/]',
    message: 'Markup from a string is how scripts get in: render a template.',
  },
];
/** Arabic and Hebrew begin on the other side. */
const noPhysicalSides = {
  selector: String.raw`TaggedTemplateExpression[tag.name="css"] TemplateElement[value.raw=/(^|[\s;{]|(margin|padding|border|inset)-)(left|right)\s*:|(left|right)-radius|float\s*:|text-align\s*:\s*(left|right)/]`,
  message: 'Sides are start and end: margin-inline-start, inset-inline-end, text-align: start.',
};
const noFocusedTests = {
  selector: 'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name="only"]',
  message: 'A focused test hides all the others.',
};
const defineInOnePlace = {
  selector: 'CallExpression[callee.property.name="define"][callee.object.name="customElements"]',
  message: 'Only src/define.ts registers elements: it survives a second copy of the script.',
};
const fetchInOnePlace = 'Only src/api talks to the network.';
const settingsInOnePlace = {
  object: 'process',
  property: 'env',
  message: 'Settings are read in server/src/main.ts and handed on.',
};
const globalObjects = ['globalThis', 'window', 'self'];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      'dist/',
      'build/',
      'coverage/',
      '.stryker-tmp/',
      '.data/',
      '**/mockServiceWorker.js',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: [...scripts, ...typed],
    extends: [tseslint.configs.recommended],
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', ...noMarkupFromStrings],
      // tsc reports these with types at hand, and knows the underscore that means "on purpose".
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // The empty interface that merges with a class or names an extension is an idiom of mixins.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  {
    files: typed,
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: fileURLToPath(new URL('.', import.meta.url)) },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // A promise that nobody awaits loses its error, in a visitor's page as an uncaught rejection.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: widget,
    extends: [
      lit.configs['flat/recommended'],
      wc.configs['flat/recommended'],
      wc.configs['flat/best-practice'],
      litA11y.configs.recommended,
    ],
    // Without the base class eslint-plugin-wc does not take a Lit class for an element.
    settings: { wc: { elementBaseClasses: ['LitElement', 'PortalElement'] } },
    rules: {
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-invalid-escape-sequences': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-native-attributes': 'error',
      'lit/no-private-properties': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/no-value-attribute': 'error',
      'lit/prefer-nothing': 'error',
      'lit/quoted-expressions': 'error',
      'lit/value-after-constraints': 'error',
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: fetchInOnePlace },
        'XMLHttpRequest',
        'WebSocket',
        'EventSource',
      ],
      'no-restricted-properties': [
        'error',
        ...globalObjects.map((object) => ({ object, property: 'fetch', message: fetchInOnePlace })),
        { object: 'navigator', property: 'sendBeacon', message: fetchInOnePlace },
      ],
      'no-restricted-syntax': ['error', ...noMarkupFromStrings, defineInOnePlace, noPhysicalSides],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['lit/directives/unsafe-*', 'lit-html/directives/unsafe-*', 'lit/static-html*'],
              message: 'What the backend or the page says must never become markup.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['src/api/**/*.ts'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
  { files: ['src/define.ts'], rules: { 'no-restricted-syntax': ['error', ...noMarkupFromStrings] } },
  {
    files: ['server/src/**/*.ts'],
    ignores: ['server/src/main.ts'],
    rules: { 'no-restricted-properties': ['error', settingsInOnePlace] },
  },
  {
    files: ['server/src/domain/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        settingsInOnePlace,
        { object: 'Date', property: 'now', message: 'Time comes from the injected clock.' },
        { object: 'Math', property: 'random', message: 'Randomness comes from the injected port.' },
      ],
    },
  },
  {
    files: testFiles,
    ignores: ['test/support/wait-until.ts'],
    rules: {
      'no-restricted-syntax': ['error', noFocusedTests],
      'no-restricted-imports': [
        'error',
        {
          name: '@open-wc/testing',
          importNames: ['waitUntil'],
          message: 'It gives up after a second: take that of test/support/wait-until.ts.',
        },
      ],
      // @open-wc's snapshot plugin declares chai's synchronous `equal` as a promise.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [{ from: 'package', name: 'Equal', package: '@open-wc/semantic-dom-diff' }],
        },
      ],
      // chai's assertions are property reads.
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
