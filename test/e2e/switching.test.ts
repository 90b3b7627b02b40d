import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from 'vitest';
import { launch, visit, type Visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { type Elsewhere, startElsewhere } from './elsewhere.ts';
import { readCode } from './mail.ts';

const password = 'a loaf under the arm';
const email = 'two-hats@example.com';

/** One person with an account for home and one for the café, on the page for orders. */
describe('switching between two accounts', () => {
  let browser: Browser;
  let demo: Demo;
  let elsewhere: Elsewhere;
  let visitor: Visit;
  let page: Page;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([launch(), startDemo()]);
    elsewhere = await startElsewhere(`${demo.site}/accounts.html`);
    const joining = await visit(browser);
    for (const name of ['Ada at home', 'Ada at the café']) await join(joining.page, name);
    await joining.close();
  });
  afterAll(async () => {
    await browser.close();
    await elsewhere.stop();
    await demo.stop();
  });
  beforeEach(async () => {
    visitor = await visit(browser);
    ({ page } = visitor);
  });
  afterEach(async () => {
    const { noise } = visitor;
    await visitor.close();
    expect(noise, 'console of the host page').toEqual([]);
  });

  const tagOn = async (place: Page | FrameLocator) =>
    ((await place.getByText(/^Request [A-Z0-9]{2}$/).textContent()) ?? '').trim().slice(-2);

  async function join(on: Page, name: string) {
    await on.goto(`${demo.site}/join.html`);
    await on.getByLabel('Full name').fill(name);
    await on.getByLabel('Email').fill(email);
    await on.getByLabel('Password', { exact: true }).fill(password);
    await on.getByRole('button', { name: 'Create' }).click();
    const code = await readCode(on.context(), demo, email, await tagOn(on));
    await on.getByLabel('Code', { exact: true }).fill(code);
    await on.getByRole('button', { name: 'Continue' }).click();
    await on.getByRole('button', { name: 'Log out' }).click();
    await on.getByLabel('Full name').waitFor();
  }

  async function logInAtHome(place: Page | FrameLocator) {
    await place.getByLabel('Email').fill(email);
    await place.getByLabel('Password', { exact: true }).fill(password);
    await place.getByRole('button', { name: 'Log in', exact: true }).click();
    await place.getByRole('button', { name: 'Ada at home' }).click();
    await place.getByRole('heading', { name: 'Your accounts' }).waitFor();
  }

  const orderOf = (place: Page | FrameLocator, name: string) =>
    place.getByText(`Tomorrow’s order of ${name}`).waitFor();

  it('goes to the other one with a click, here and in a second tab, and is still there after a reload', async () => {
    await page.goto(`${demo.site}/accounts.html`);
    await logInAtHome(page);
    await orderOf(page, 'Ada at home');
    const second = await page.context().newPage();
    await second.goto(`${demo.site}/accounts.html`);
    await orderOf(second, 'Ada at home');
    await page.getByRole('button', { name: 'Ada at the café' }).click();
    await orderOf(page, 'Ada at the café');
    await second.bringToFront();
    await orderOf(second, 'Ada at the café');
    await second.getByRole('button', { name: 'Ada at home' }).waitFor();
    await page.bringToFront();
    await page.reload();
    await orderOf(page, 'Ada at the café');
  });

  it('T25: is refused to clicks alone inside another website; a typed code switches', async () => {
    const switches: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST' && /\/(session\/switch|step-up)/.test(request.url()))
        switches.push(new URL(request.url()).pathname);
    });
    await page.goto(elsewhere.url);
    const frame = page.frameLocator('iframe');
    await logInAtHome(frame);
    await orderOf(frame, 'Ada at home');

    const home = frame.locator('portal-account-picker');
    await home.getByRole('button', { name: 'Ada at the café' }).click();
    await frame.getByText('This page is shown inside another website.').waitFor();
    expect(await frame.getByLabel('Password').count(), 'what a browser fills in by itself').toBe(0);
    expect(switches).toEqual([]);

    // Every click that there is, and the account is still the same.
    await frame.getByRole('button', { name: 'Email me a code' }).click();
    const tag = await tagOn(frame);
    await frame.getByRole('button', { name: 'Continue' }).click();
    await frame.getByText('Please fill this in.').waitFor();
    await orderOf(frame, 'Ada at home');
    expect(switches).toEqual(['/hearth/step-up/code']);

    await frame.getByLabel('Code', { exact: true }).fill(await readCode(page.context(), demo, email, tag));
    await frame.getByRole('button', { name: 'Continue' }).click();
    await orderOf(frame, 'Ada at the café');
  });

  it('takes a click inside a frame of the same website', async () => {
    await page.route(`${demo.site}/around.html`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>Ours</title>
          <iframe src="accounts.html" style="width: 900px; height: 1200px"></iframe>`,
      }),
    );
    await page.goto(`${demo.site}/around.html`);
    const frame = page.frameLocator('iframe');
    await logInAtHome(frame);
    await frame.getByRole('button', { name: 'Ada at the café' }).click();
    await orderOf(frame, 'Ada at the café');
  });
});
