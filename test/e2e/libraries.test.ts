/** Pages with libraries that change what all scripts share: the built-in objects, promises, events, `fetch`. */
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { guestArgs, guestPage } from './guest-page.ts';
import { createAccount, isIn, logIn, logOut, password } from './person.ts';

const name = 'Ada Lovelace';

/** `isThere`: what shows that the library did change the page. */
const libraries = {
  MooTools: {
    file: import.meta.resolve('mootools'),
    isThere: '"$family" in [] && "implement" in Function.prototype',
  },
  Sugar: {
    file: import.meta.resolve('sugar/sugar.min.js'),
    isThere: '"compact" in [] && "camelize" in String.prototype',
  },
  'core-js': {
    file: import.meta.resolve('core-js-bundle/minified.js'),
    isThere: '"__core-js_shared__" in window',
  },
  'zone.js': { file: import.meta.resolve('zone.js'), isThere: 'Promise.name === "ZoneAwarePromise"' },
  Bluebird: {
    file: import.meta.resolve('bluebird/js/browser/bluebird.js'),
    isThere: '"coroutine" in Promise',
  },
};

describe('a page with a library of its own', () => {
  let browser: Browser;
  let demo: Demo;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([launch({ args: guestArgs }), startDemo()]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  for (const [library, { file, isThere }] of Object.entries(libraries)) {
    for (const when of ['before', 'after']) {
      it(`T23: sign-up, code and log-in pass beside ${library}, loaded ${when} the script`, async () => {
        const email = `${library}.${when}@example.com`.toLowerCase();
        const { page, errors, close } = await visit(browser);
        const sent: (string | null)[] = [];
        page.on('request', (request) => {
          if (request.method() === 'POST') sent.push(request.postData());
        });
        await page
          .context()
          .route(`${demo.site}/library.js`, (route) => route.fulfill({ path: fileURLToPath(file) }));
        const head =
          when === 'before'
            ? '<script src="/library.js"></script>'
            : `<script>
                addEventListener('load', async () => {
                  await customElements.whenDefined('portal-login');
                  document.head.append(Object.assign(document.createElement('script'), { src: '/library.js' }));
                });
              </script>`;
        await page.goto(await guestPage(page, demo, { head }));
        await page.waitForFunction(isThere);
        await page.getByRole('button', { name: 'Create an account' }).click();
        await createAccount(page, demo, email, name);
        await page.reload();
        await page.waitForFunction(isThere);
        await isIn(page, name);
        await logOut(page);
        await logIn(page, email);
        await isIn(page, name);
        expect(sent).toContain(JSON.stringify({ email, password }));
        expect(errors).toEqual([]);
        await close();
      });
    }
  }
});
