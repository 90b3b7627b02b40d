/** Where a page puts the widget, and what becomes of the page. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoPassword, theo } from '../../server/src/demo/people.ts';
import { launch, visit, type Visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { guestArgs, guestPage } from './guest-page.ts';
import { isIn, logIn, logOut } from './person.ts';

describe('a page that puts the widget', () => {
  let browser: Browser;
  let demo: Demo;
  let visitor: Visit;
  let page: Page;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([launch({ args: guestArgs }), startDemo()]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });
  beforeEach(async () => {
    visitor = await visit(browser);
    ({ page } = visitor);
  });
  afterEach(async () => {
    expect(visitor.noise).toEqual([]);
    await visitor.close();
  });

  const open = async (body: string, head = '') => page.goto(await guestPage(page, demo, { body, head }));
  const throughLogIn = async () => {
    await logIn(page, theo.email, demoPassword);
    await isIn(page, theo.name);
  };

  const logInAt = async (place: Locator) => {
    await place.getByLabel('Email').fill(theo.email);
    await place.getByLabel('Password', { exact: true }).fill(demoPassword);
    await place.getByRole('button', { name: 'Log in', exact: true }).click();
  };

  /** The script tag looks for elements in the document alone: what stands there once is known in every shadow root. */
  it('into a shadow root, and once hidden beside it: log-in passes', async () => {
    await open(
      `<portal-login hidden></portal-login>
      <div id="app"><template shadowrootmode="open"><portal-login></portal-login></template></div>`,
    );
    const inside = page.locator('#app portal-login');
    await logInAt(inside);
    await inside.getByRole('button', { name: 'Log out' }).waitFor();
  });

  it('into a form of its own: Enter logs in and sends nothing else, and the data of that form is its own', async () => {
    await open(
      '<form id="order" action="/order"><input name="loaf" value="rye" /><portal-login></portal-login></form>',
    );
    await page.evaluate(() =>
      document
        .querySelector('#order')!
        .addEventListener(
          'submit',
          ({ target }) => (target as Element).id === 'order' && console.error('sent'),
        ),
    );
    await page.getByLabel('Email').fill(theo.email);
    await page.getByLabel('Password', { exact: true }).fill(demoPassword);
    const data = () =>
      page.evaluate(() => [...new FormData(document.querySelector<HTMLFormElement>('#order')!).keys()]);
    expect(await data()).toEqual(['loaf']);
    await page.keyboard.press('Enter');
    await isIn(page, theo.name);
    expect(new URL(page.url()).pathname).toBe('/guest.html');
    expect(await data()).toEqual(['loaf']);
  });

  it('into a dialog: log-in passes, and the focus stays in it', async () => {
    await open('<dialog><portal-login></portal-login></dialog>');
    await page.evaluate(() => document.querySelector('dialog')!.showModal());
    await throughLogIn();
    expect(await page.evaluate(() => document.querySelector('dialog')!.matches(':focus-within'))).toBe(true);
  });

  it('into a box that is turned and cut off: apps and account menu open above it, whole', async () => {
    await open(
      `<div style="overflow: hidden; height: 4em; transform: translateX(0); contain: paint">
        <portal-bar></portal-bar>
      </div><portal-login></portal-login>`,
    );
    await throughLogIn();
    for (const tag of ['portal-app-switcher', 'portal-account-menu']) {
      await page.locator(`${tag} [part=button]`).click();
      const panel = page.locator(`${tag} [part=panel]`);
      await panel.waitFor();
      const isOnTop = await panel.evaluate((element) => {
        const { left, right, bottom } = element.getBoundingClientRect();
        const root = element.getRootNode() as ShadowRoot;
        const at = document.elementFromPoint((left + right) / 2, bottom - 3);
        return element.matches(':popover-open') && !!at && (at === root.host || root.host.contains(at));
      });
      expect(isOnTop, tag).toBe(true);
      await page.keyboard.press('Escape');
    }
  });

  it('and moves, removes and puts it back: what was typed stays, and log-in passes', async () => {
    await open('<div id="here"><portal-login></portal-login></div><div id="there"></div>');
    await page.getByLabel('Email').fill(theo.email);
    await page.evaluate(() => {
      const login = document.querySelector('portal-login')!;
      document.querySelector('#there')!.append(login);
      login.remove();
      document.querySelector('#here')!.append(login);
    });
    expect(await page.getByLabel('Email').inputValue()).toBe(theo.email);
    await throughLogIn();
  });

  it('on it twice: both log in at once, and no two fields share an identifier', async () => {
    await open('<portal-login></portal-login><portal-login></portal-login>');
    await page.locator('portal-login').nth(1).getByLabel('Email').waitFor();
    const ids = await page.evaluate(() => [...document.querySelectorAll('form [id]')].map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    await logInAt(page.locator('portal-login').first());
    await expect.poll(() => page.getByRole('button', { name: 'Log out' }).count()).toBe(2);
  });

  it('through a view transition: log-in passes after it', async () => {
    await open('<main><portal-login></portal-login></main>');
    await page.getByLabel('Email').fill(theo.email);
    await page.evaluate(
      () =>
        document.startViewTransition(() => {
          const login = document.querySelector('portal-login')!;
          document.querySelector('main')!.replaceChildren(document.createElement('p'), login);
        }).finished,
    );
    expect(await page.getByLabel('Email').inputValue()).toBe(theo.email);
    await throughLogIn();
  });

  it('beside itself only: no global, no style and no name of ours is left on it', async () => {
    const look = () =>
      page.evaluate(() => ({
        globals: Object.getOwnPropertyNames(window).toSorted(),
        sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
        root: document.documentElement.getAttributeNames().join(),
        head: document.head.innerHTML,
      }));
    const url = await guestPage(page, demo, { script: '/none.js' });
    await page
      .context()
      .route('**/none.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.goto(url);
    const before = await look();
    await open('<portal-login></portal-login>');
    await throughLogIn();
    await logOut(page);
    const after = await look();
    expect(after).toEqual({ ...before, head: before.head.replace('/none.js', '/portal-elements/portal.js') });
  });
});
