import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  // A type that a file exports for its own signatures is not dead code.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Programs of the system; scripts/setup.mjs installs them.
  ignoreBinaries: ['Xvfb', 'WebKitWebDriver'],
  workspaces: {
    '.': {
      entry: [
        'src/{portal,index}.ts',
        'scripts/*.mjs',
        'demo/**/*.html',
        'test/**/*.test.ts',
        '{web-test-runner,custom-elements-manifest}.config.mjs',
        // Bundled for the page by test/e2e/accessibility/preview-sheet.ts.
        'test/e2e/accessibility/inspect.ts',
        // Named by stryker.config.json.
        'vitest.mutation.config.ts',
        '.puppeteerrc.cjs',
      ],
      project: ['{src,mocks,demo,test}/**/*.ts', 'scripts/*.mjs', '*.{ts,js,mjs,cjs}'],
      ignoreDependencies: [
        // Named by test/tsconfig.json.
        '@types/mocha',
        // Run as a file by scripts/manifest.mjs.
        '@custom-elements-manifest/analyzer',
        // Run as a file by scripts/types.mjs.
        'typescript7',
      ],
    },
    server: {
      entry: ['src/main.ts', 'src/cli/portal.ts', 'test/**/*.test.ts', 'test/support/*-process.ts'],
      project: ['{src,test}/**/*.ts'],
      // The server serves what src/contract makes with it.
      ignoreDependencies: ['@valibot/to-json-schema'],
    },
  },
};

export default config;
