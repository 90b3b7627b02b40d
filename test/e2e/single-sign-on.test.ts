/** From and to a child app that knows the portal by OpenID Connect only: demo/courses-app, on an origin of its own. */
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoPassword, mira, theo } from '../../server/src/demo/people.ts';
import { launch, visit, type Visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { enterCode, logIn } from './person.ts';

const school = 'Bread School';

describe('a child app of the portal', () => {
  let browser: Browser;
  let demo: Demo;
  let visitor: Visit;
  /** Every Referer that was sent, and every ticket that was posted. */
  let referers: string[];
  let tickets: string[];
  beforeAll(async () => {
    [browser, demo] = await Promise.all([launch(), startDemo()]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });
  beforeEach(async () => {
    visitor = await visit(browser);
    [referers, tickets] = [[], []];
    visitor.page.on('request', (request: Request) => {
      referers.push(request.headers()['referer'] ?? '');
      const ticket = new URLSearchParams(request.postData() ?? '').get('ticket');
      if (ticket !== null) tickets.push(ticket);
    });
  });
  afterEach(() => visitor.close());

  const welcomed = (page: Page, { name } = mira) =>
    page.getByRole('heading', { name: `Welcome, ${name}` }).waitFor();
  const outside = (page: Page) => page.getByRole('link', { name: 'Log in with Hearth & Crumb' });
  /** From the app's own start page, up to the form. */
  const begin = async (page: Page) => {
    await page.goto(demo.school);
    await outside(page).click();
    await page.waitForURL(`${demo.backend}/oidc/ask/*`);
  };
  const choose = (page: Page, { name } = mira) => page.getByRole('button', { name }).click();
  const logInAtPage = async (page: Page, person = mira) => {
    await logIn(page, person.email, demoPassword);
    if (person === mira) await choose(page);
  };
  /** As if some days had passed: the app and the provider have forgotten this browser. */
  const forget = (page: Page) => page.context().clearCookies();
  const apps = (page: Page) => page.getByRole('button', { name: 'Apps' });
  const launchFromHub = async (page: Page) => {
    await page.goto(`${demo.site}/portal.html`);
    await logInAtPage(page);
    await apps(page).click();
    await page.getByRole('link', { name: school }).click();
    await welcomed(page);
  };

  it('T26: begun at the app, with no session anywhere, the log-in leads back there; nothing of it is left in a URL or a Referer', async () => {
    const { page } = visitor;
    await begin(page);
    await page.getByText(`${school} asks you to log in to Hearth & Crumb.`).waitFor();
    await logInAtPage(page);
    await welcomed(page);
    expect(page.url()).toBe(`${demo.school}/`);
    expect(tickets).toHaveLength(1);
    for (const referer of referers) expect(referer).not.toMatch(/code=|ticket|token/);
    for (const ticket of tickets) expect([...referers, demo.printed()].join()).not.toContain(ticket);
    expect(visitor.noise).toEqual([]);
  });

  it('who was logged in at the page is asked by name, goes on with one click, or as somebody else', async () => {
    const { page } = visitor;
    await begin(page);
    await logInAtPage(page);
    await welcomed(page);
    await forget(page);
    await begin(page);
    await page.getByRole('heading', { name: `Continue to ${school}?` }).waitFor();
    await page.getByText(mira.email).filter({ visible: true }).waitFor();
    await page.getByRole('button', { name: 'Continue', exact: true }).click();
    await welcomed(page);

    await forget(page);
    await begin(page);
    await page.getByRole('button', { name: 'Use another account' }).click();
    await logIn(page, mira.email, demoPassword);
    await choose(page, { ...mira, name: 'Hollis Catering' });
    await welcomed(page, { ...mira, name: 'Hollis Catering' });
    expect(visitor.noise).toEqual([]);
  });

  it('a code by mail is as good as a password', async () => {
    const { page } = visitor;
    await begin(page);
    await page.getByRole('button', { name: 'Email me a code instead' }).click();
    await page.getByLabel('Email').fill(mira.email);
    await page.getByRole('button', { name: 'Email me a code', exact: true }).click();
    await enterCode(page, demo, mira.email);
    await choose(page);
    await welcomed(page);
  });

  it('T28: a log-out at the portal logs out of the app', async () => {
    const { page } = visitor;
    await launchFromHub(page);
    await page.goto(`${demo.site}/portal.html`);
    await page.getByRole('button', { name: `Account: ${mira.name}` }).click();
    // Who is gone before that has left the browser is logged out of the app at the next visit only.
    const told = page.waitForRequest(`${demo.backend}/session/end`);
    await page.getByRole('button', { name: 'Log out' }).click();
    await Promise.all([told, page.getByLabel('Email').waitFor()]);
    await expect
      .poll(
        async () => {
          await page.goto(demo.school);
          return outside(page).isVisible();
        },
        { timeout: 10_000 },
      )
      .toBe(true);
    expect(visitor.noise).toEqual([]);
  });

  it('a log-out at the app is asked for once, ends there, and leaves the portal’s own site as it was', async () => {
    const { page } = visitor;
    await launchFromHub(page);
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('heading', { name: 'Do you want to log out?' }).waitFor();
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.waitForURL(`${demo.school}/`);
    await outside(page).waitFor();
    await outside(page).click();
    await page.getByLabel('Email').waitFor();
    await page.goto(`${demo.site}/portal.html`);
    await apps(page).waitFor();
    expect(visitor.noise).toEqual([]);
  });

  it('after a log-out at the app nobody goes on by the log-in of the page', async () => {
    const { page } = visitor;
    await begin(page);
    await logInAtPage(page);
    await welcomed(page);
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.waitForURL(`${demo.school}/`);
    await outside(page).click();
    await page.getByLabel('Email').waitFor();
  });

  it('who lacks something that the app needs is asked for it on the way, and arrives', async () => {
    const { page } = visitor;
    await begin(page);
    await logInAtPage(page, theo);
    await page.getByRole('heading', { name: 'Profile' }).waitFor();
    await page.getByLabel('Phone').fill('+44 20 7946 0018');
    await page.getByLabel('Phone').press('Enter');
    await page.getByRole('button', { name: `Continue to ${school}` }).click();
    await welcomed(page, theo);
    expect(visitor.noise).toEqual([]);
  });

  it('who may not use the app is told so plainly, and may be somebody else', async () => {
    const { page } = visitor;
    await demo.portal('app', 'put', 'hearth', 'school', '--access', 'listed');
    await begin(page);
    await logInAtPage(page);
    await page.getByRole('heading', { name: `This account cannot open ${school}` }).waitFor();
    await demo.portal('app', 'put', 'hearth', 'school', '--access', 'everyone');
    await page.getByRole('button', { name: 'Use another account' }).click();
    await logInAtPage(page);
    await welcomed(page);
    expect(visitor.noise).toEqual([]);
  });
});
