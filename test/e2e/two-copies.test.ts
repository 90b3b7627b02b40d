import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, visit, type Visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { guestArgs, guestPage } from './guest-page.ts';
import { isIn, logIn, signUp } from './person.ts';

const [email, name] = ['ada@example.com', 'Ada Lovelace'];

/** How a second copy of the script comes to a page; each is loaded from an address of its own, and really runs. */
const seconds: Record<string, (backend: string) => string> = {
  'the same version twice': (backend) =>
    `<script type="module" src="/same/portal.js" data-backend="${backend}"></script>`,
  'another version, which comes later': (backend) =>
    `<script type="module" src="/newer/portal.js" data-backend="${backend}"></script>`,
  'another version, which was first': (backend) =>
    `<script type="module" async src="/newer/portal.js" data-backend="${backend}"></script>`,
  'one loaded by a classic script': () => `<script>import('/newer/portal.js');</script>`,
};

/** As text: a function that imports is not what it was once the test runner has put it through its own modules. */
const askBothTwice = `(async () => {
  const now = Date.now;
  Date.now = () => now() + 280_000;
  const urls = ['portal-elements', 'same', 'newer'].map((folder) => location.origin + '/' + folder + '/portal.js');
  const copies = await Promise.all(
    urls.filter((url) => performance.getEntriesByName(url).length).map((url) => import(url)),
  );
  return Promise.all([...copies, ...copies].map(({ session }) => session.getAccessToken()));
})()`;

describe('two copies of the script on one page', () => {
  let browser: Browser;
  let demo: Demo;
  let visitor: Visit;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([launch({ args: guestArgs }), startDemo()]);
    const { page, close } = await visit(browser);
    await signUp(page, demo, email, name);
    await close();
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });
  beforeEach(async () => {
    visitor = await visit(browser);
    const context = visitor.page.context();
    for (const folder of ['same', 'newer']) {
      await context.route(`${demo.site}/${folder}/**`, async (route) => {
        const url = route.request().url().replace(`/${folder}/`, '/portal-elements/');
        const response = await route.fetch({ url });
        const text = await response.text();
        // Whose form it is can be read.
        const body = folder === 'newer' ? text.replace('Welcome back.', 'Welcome to the newer one.') : text;
        await route.fulfill({ response, body });
      });
    }
  });
  afterEach(() => visitor.close());

  for (const [which, second] of Object.entries(seconds)) {
    it(`two copies, ${which}: one yields with a warning, one session, one refresh`, async () => {
      const { page, noise, errors } = visitor;
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.method() === 'POST') asked.push(new URL(request.url()).pathname);
      });
      await page.goto(await guestPage(page, demo, { head: second(demo.backend) }));
      await logIn(page, email);
      await isIn(page, name);
      await expect.poll(() => noise.filter((line) => line.includes('on the page twice')).length).toBe(1);

      // Both copies are asked for a token when a refresh is due, and again at once.
      const first = asked.length;
      const tokens = await page.evaluate<string[]>(askBothTwice);
      expect(tokens).toHaveLength(4);
      expect(new Set(tokens).size).toBe(1);
      expect(asked.slice(first)).toEqual(['/hearth/session/refresh']);
      expect(errors).toEqual([]);
      expect(noise.filter((line) => !line.includes('on the page twice'))).toEqual([]);
    });
  }

  it('two copies in one page without data-backend: the elements of one, and a warning', async () => {
    const { page, noise, errors } = visitor;
    const login = `<portal-provider backend="${demo.backend}"><portal-login></portal-login></portal-provider>`;
    const url = await guestPage(page, demo, {
      head: '<script type="module" src="/newer/portal.js"></script>',
      body: login,
      backend: undefined,
    });
    await page.goto(url);
    await logIn(page, email);
    await isIn(page, name);
    await expect.poll(() => noise.filter((line) => line.includes('on the page twice')).length).toBe(1);
    expect(errors).toEqual([]);
  });

  it('a classic tag for the module beside the right one: the form works all the same', async () => {
    const { page, errors } = visitor;
    await page.goto(await guestPage(page, demo, { head: '<script src="/same/portal.js"></script>' }));
    await logIn(page, email);
    await isIn(page, name);
    // By the browser, of the tag: no byte of it has run.
    expect(errors.filter((error) => !error.startsWith('SyntaxError'))).toEqual([]);
  });
});
