import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['server/test/**/*.test.ts', 'test/conformance/**/*.test.ts'],
    globalSetup: ['server/test/support/postgres.ts'],
    // By default one core is left idle: of two, that is half.
    maxWorkers: '100%',
    testTimeout: 30_000,
    // Starting a PostgreSQL of its own takes a suite a few seconds on a busy machine.
    hookTimeout: 60_000,
    unstubGlobals: true,
    unstubEnvs: true,
    restoreMocks: true,
  },
});
