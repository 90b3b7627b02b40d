import { defineConfig } from 'vitest/config';

// The fast tests of the domain, on one database: those that reach a mutant are run for it (stryker.config.json).
export default defineConfig({
  test: {
    include: [
      'server/test/domain/**/*.test.ts',
      'server/test/conformance/in-memory.test.ts',
      'server/test/http/{proof,wrong-passwords}.test.ts',
    ],
    exclude: ['server/test/domain/{races,account-races,flow-model}.test.ts'],
    env: { TEST_DATABASES: 'SQLite' },
    testTimeout: 30_000,
    unstubGlobals: true,
    restoreMocks: true,
  },
});
