import { readdirSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pollute } from '../support/pollution.ts';
import { launch, visit, type Visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { guestArgs, guestPage } from './guest-page.ts';
import { createAccount, enterCode, isIn, logIn, logOut, password, signUp } from './person.ts';

const [email, name] = ['ada@example.com', 'Ada Lovelace'];

/** What real attacks have used. */
const known = ['currentScript', 'cookie', 'getElementById'];

/** Every word of the built script: a global, or a member of the document, that it looks up is one of them. */
function wordsOfBuild(): string[] {
  const files = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  const words = files.flatMap(
    (file) => readFileSync(`dist/${file}`, 'utf8').match(/[A-Za-z_$][\w$]*/g) ?? [],
  );
  return [...new Set([...known, ...words])];
}

/** Markup that gives each name to elements that browsers then put in the place of globals and of the document's members. */
const clobbers = (names: string[]) =>
  `<div hidden>${names
    .map(
      (one) =>
        `<a id="${one}" href="https://evil.example/${one}"></a><img name="${one}" alt=""><form name="${one}" action="https://evil.example/"></form>`,
    )
    .join('')}</div>`;

describe('a page whose content was not cleaned of names', () => {
  let browser: Browser;
  let demo: Demo;
  let visitor: Visit;
  let page: Page;
  let evil: string[];
  beforeAll(async () => {
    [browser, demo] = await Promise.all([launch({ args: guestArgs }), startDemo()]);
    const first = await visit(browser);
    await signUp(first.page, demo, email, name);
    await first.close();
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });
  beforeEach(async () => {
    visitor = await visit(browser);
    ({ page } = visitor);
    evil = [];
    page.on('request', (request) => {
      if (request.url().includes('evil')) evil.push(request.url());
    });
  });
  afterEach(() => visitor.close());

  it('T22: log-in, code, sign-up and log-out work although every word of the script is the name of an element', async () => {
    const names = wordsOfBuild();
    expect(names).toContain('createElement');
    const body = `${clobbers(names)}<portal-login></portal-login>`;
    await page.goto(await guestPage(page, demo, { body }));
    expect(await page.evaluate(() => typeof document.createElement)).toBe('object');
    await logIn(page, email);
    await isIn(page, name);
    await page.reload();
    await isIn(page, name);
    await logOut(page);
    await page.getByRole('button', { name: 'Email me a code instead' }).click();
    await page.getByLabel('Email').fill(email);
    await page.getByRole('button', { name: 'Email me a code', exact: true }).click();
    await enterCode(page, demo, email);
    await isIn(page, name);
    await logOut(page);
    await page.getByRole('button', { name: 'Create an account' }).click();
    await createAccount(page, demo, 'grace@example.com', 'Grace Hopper');
    expect(evil).toEqual([]);
    expect(visitor.noise).toEqual([]);
  });

  for (const when of ['before', 'after']) {
    it(`T23: a whole log-in passes on prototypes that were polluted ${when} the script was there`, async () => {
      let sent: Record<string, unknown> | undefined;
      page.on('request', (request) => {
        const { dpop, 'idempotency-key': key, ...headers } = request.headers();
        const path = new URL(request.url()).pathname;
        if (path.endsWith('/password'))
          sent = { path, headers, isProved: !!dpop, isAct: !!key, body: request.postData() };
      });
      const logInAndOut = async () => {
        await logIn(page, email);
        await isIn(page, name);
        await logOut(page);
        return sent;
      };
      await page.goto(await guestPage(page, demo));
      const clean = await logInAndOut();
      expect(clean).toMatchObject({ isProved: true, isAct: true, body: JSON.stringify({ email, password }) });
      sent = undefined;
      // By the page itself: what the test runner puts into pages cannot bear it either.
      const head =
        when === 'before'
          ? `<script>(${pollute})()</script>`
          : `<script>addEventListener('load', () => customElements.whenDefined('portal-login').then(${pollute}))</script>`;
      await page.goto(await guestPage(page, demo, { head }));
      expect(await logInAndOut()).toEqual(clean);
      expect(evil).toEqual([]);
      expect(visitor.errors).toEqual([]);
    });
  }
});
