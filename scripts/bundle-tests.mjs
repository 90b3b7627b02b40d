// The element tests' pages as a few files each: unbundled, a page asked for six hundred modules, one by one, before its
// first test ran, and a busy machine took ten seconds and more over them, for each file of tests in each engine.
import { globSync } from 'node:fs';
import { extname } from 'node:path';
import { build } from 'vite';

const types = { '.js': 'text/javascript', '.map': 'application/json', '.html': 'text/html' };

/**
 * @param {{ include: string[], exclude: string[] }} files globs of the tests
 * @returns {Promise<NonNullable<import('@web/test-runner').TestRunnerConfig['middleware']>[number]>} answers for the tests and for what they share; asks no
 *   further, so that nothing transforms the answer
 */
export async function bundleTests({ include, exclude }) {
  const tests = globSync(include, { exclude }).map((file) => file.replace(/\.ts$/, ''));
  const { output } = await build({
    configFile: false,
    logLevel: 'error',
    mode: 'production',
    resolve: { conditions: ['browser', 'production', 'import', 'module', 'default'] },
    build: {
      write: false,
      minify: false,
      sourcemap: true,
      target: 'es2022',
      modulePreload: false,
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      rolldownOptions: {
        external: /^\/__web-/,
        input: Object.fromEntries(tests.map((test) => [test, `${test}.ts`])),
        output: {
          format: 'es',
          // A test replaces fetch before the client is there to keep the original.
          strictExecutionOrder: true,
          entryFileNames: '[name].ts',
          chunkFileNames: 'test-chunks/[name]-[hash].js',
          assetFileNames: 'test-chunks/[name]-[hash][extname]',
        },
      },
    },
  });
  const answers = new Map(output.map((file) => [`/${file.fileName}`, file.code ?? file.source]));
  return (context, next) => {
    const body = answers.get(context.path);
    if (body === undefined) return next();
    context.type = types[extname(context.path).replace('.ts', '.js')] ?? extname(context.path);
    context.body = Buffer.from(body);
  };
}
