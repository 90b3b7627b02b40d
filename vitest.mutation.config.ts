import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * A mutant's run ends with the first test that fails, and Vitest begins with the longest file. By their names the
 * conformance cases come first: many, quick, and of every use case.
 */
class ByName extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => (a.moduleId < b.moduleId ? -1 : 1)));
  }
}

// The fast tests of the domain, on one database: those that reach a mutant are run for it (stryker.config.json).
export default defineConfig({
  test: {
    include: [
      'server/test/domain/**/*.test.ts',
      'server/test/conformance/in-memory.test.ts',
      'server/test/http/{code-guesses,known-devices,launch,links,log-in-page,log-outs,proof,sends,siblings,sign-on,wrong-passwords}.test.ts',
    ],
    exclude: ['server/test/domain/{races,account-races,flow-model}.test.ts'],
    sequence: { sequencer: ByName },
    isolate: false,
    env: { TEST_DATABASES: 'SQLite' },
    testTimeout: 30_000,
    unstubGlobals: true,
    restoreMocks: true,
  },
});
