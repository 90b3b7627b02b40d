// Element tests in real browsers. BROWSERS=chromium,firefox,webkit names the engines (default: Chromium);
// `npm run test:elements` runs all three, one after the other (scripts/test-elements.mjs).
// WTR_ONLY is a regular expression for the titles that are wanted, WTR_REPORT a file for the results.
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { puppeteerLauncher } from '@web/test-runner-puppeteer';
import { bundleTests } from './scripts/bundle-tests.mjs';
import { freePort } from './scripts/free-port.mjs';
import { engines } from './scripts/suites.mjs';
import { webkitLauncher } from './scripts/webkit-launcher.mjs';
import { jsonReporter } from './scripts/wtr-report.mjs';

const launchers = {
  chromium: () =>
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {
        executablePath: '/usr/bin/chromium',
        // Chromium refuses to sandbox as root; the rest keeps it from talking to the network by itself.
        args: [
          '--no-sandbox',
          '--disable-gpu',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
          '--no-first-run',
          '--disable-quic',
        ],
      },
    }),
  // One page at a time: Firefox throttles timers in pages that are not in front.
  firefox: () =>
    puppeteerLauncher({
      concurrency: 1,
      launchOptions: { browser: 'firefox', executablePath: '/usr/bin/firefox-esr', headless: true },
    }),
  webkit: webkitLauncher,
};

const { WTR_ONLY: only, WTR_REPORT: report } = process.env;
const wanted = (process.env.BROWSERS ?? 'chromium').split(',').filter(Boolean);
for (const name of wanted) {
  if (!Object.hasOwn(launchers, name))
    throw new Error(`BROWSERS: "${name}" is not one of ${Object.keys(launchers)}`);
}

/** How often each was asked for. */
const flaky = new Map();

const tests = { include: ['test/**/*.test.ts'], exclude: ['test/{e2e,conformance}/**'] };

export default {
  files: [
    ...tests.include,
    ...tests.exclude.map((glob) => `!${glob}`),
    // The mocks are the server's own app: one engine says all about their answers, and each takes two minutes.
    ...(wanted.includes('chromium') ? [] : ['!test/mocks/conformance.test.ts']),
  ],
  // Engines that are started at the same moment would take the same one.
  port: await freePort(8000 + 100 * engines.indexOf(wanted[0])),
  // Without "browser" msw resolves to its Node build.
  nodeResolve: { browser: true, exportConditions: ['browser', 'production'] },
  // esbuild does not follow "extends": the file with the decorator settings itself must be named.
  plugins: [esbuildPlugin({ ts: true, tsconfig: 'tsconfig.base.json', target: 'es2022' })],
  browsers: await Promise.all(wanted.map((name) => launchers[name]())),
  concurrency: 2,
  concurrentBrowsers: 1,
  // Generous: the machine may be busy, and a time-out says nothing about the widget.
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { timeout: '20000', ...(only && { grep: only }) } },
  // WebKit guesses a legacy charset when the page names none.
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Portal Elements tests</title>
    <script>
      // WebKit can keep a transaction of a page that was left while it ran, and with it the whole database from every
      // later page: each file of tests has databases of its own.
      {
        const page = crypto.randomUUID();
        for (const method of ['open', 'deleteDatabase']) {
          const original = IDBFactory.prototype[method];
          IDBFactory.prototype[method] = function (name, ...version) {
            return original.call(this, name + page, ...version);
          };
        }
      }
    </script>
  </head>
  <body>
    <script type="module" src="${framework}"></script>
  </body>
</html>`,
  middleware: [
    // portal.test.ts runs the script by its address, and must share its modules.
    await bundleTests({ ...tests, exclude: [...tests.exclude, 'test/portal.test.ts'] }),
    // A file that a server fails to answer twice, for test/internal/eventually.test.ts.
    async (context, next) => {
      if (context.path !== '/flaky-module.js') return next();
      const [id] = context.querystring.split('?');
      const answered = (flaky.get(id) ?? 0) + 1;
      flaky.set(id, answered);
      context.status = answered < 3 ? 503 : 200;
      context.type = 'text/javascript';
      context.body = `export const answered = ${answered};`;
    },
    // The worker's file lies below the folder of the pages that it must control.
    async (context, next) => {
      await next();
      if (context.path.endsWith('/mockServiceWorker.js')) context.set('Service-Worker-Allowed', '/');
    },
  ],
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: Boolean(process.stdout.isTTY) }),
    ...(report ? [jsonReporter(report, { isPartial: only !== undefined })] : []),
  ],
};
