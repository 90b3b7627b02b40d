import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, visit, type Visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { linkIn, openMail } from './mail.ts';
import { logOut, signUp, tagOn } from './person.ts';

/** A mailed link, from the asking to the end, with everybody else who opens it on the way. */
describe('logging in by a mailed link', () => {
  let browser: Browser;
  let demo: Demo;
  let asking: Visit;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([launch(), startDemo()]);
  });
  beforeEach(async () => void (asking = await visit(browser)));
  afterEach(() => asking.close());
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  async function signUpAndOut(page: Page, email: string) {
    await signUp(page, demo, email, 'Ada Lovelace');
    await logOut(page);
  }

  async function askForLink(page: Page, email: string): Promise<string> {
    await page.goto(`${demo.site}/members.html`);
    await page.getByLabel('Email').fill(email);
    await page.getByText('Hearth & Crumb', { exact: true }).last().waitFor();
    await page.getByRole('button', { name: 'Email me a code instead' }).click();
    await page.getByText('The link in it logs you in as well').waitFor();
    return tagOn(page);
  }

  /** Opens the link, runs its scripts, and presses all that can be pressed, there and where that leads. */
  async function scan(link: string): Promise<void> {
    const scanner = await visit(browser, { reducedMotion: 'reduce' });
    const { page } = scanner;
    await page.goto(link);
    await page.waitForURL((url) => !url.search);
    const controls = page.locator('a, button, input, [role=button]');
    const count = await controls.count();
    expect(count).toBeGreaterThan(0);
    for (let index = 0; index < count; index += 1) {
      await page.goto(link);
      await controls.nth(index).click();
      await page.waitForURL((url) => url.origin === demo.site);
      await page.getByText('This link works only in the browser that asked for it.').waitFor();
      expect(page.url()).not.toContain('portal-link');
      await page.getByRole('button', { name: 'Log in', exact: true }).click();
    }
    expect(await page.getByRole('button', { name: 'Log out' }).isVisible()).toBe(false);
    await scanner.close();
  }

  it('T9: a scanner opens it three times, runs scripts and clicks everything, then it logs in who asked', async () => {
    const { page } = asking;
    const email = 'ada@example.com';
    await signUpAndOut(page, email);
    const tag = await askForLink(page, email);
    const mail = await openMail(page.context(), demo, email, tag);
    const link = (await linkIn(mail).getAttribute('href')) ?? '';
    expect(link).toMatch(/^http:\/\/localhost:\d+\/hearth\/link\?token=[\w-]{43}$/);
    for (let visits = 0; visits < 3; visits += 1) await scan(link);

    const opened = page.context().waitForEvent('page');
    await linkIn(mail).click();
    const landed = await opened;
    await landed.getByRole('heading', { name: 'Log in to Hearth & Crumb' }).waitFor();
    await landed.waitForURL((url) => !url.search);
    await landed.getByText(`Request ${tag}`, { exact: true }).waitFor();
    await landed.getByRole('link', { name: 'Continue to localhost' }).click();
    await landed.getByRole('button', { name: 'Log out' }).waitFor();
    expect(landed.url()).toBe(`${demo.site}/members.html`);
    await landed.goto(link);
    await landed.getByRole('heading', { name: 'This link no longer works' }).waitFor();
    expect(asking.noise).toEqual([]);
  });

  it('opened in another browser, its page shows the code for the window that asked', async () => {
    const { page } = asking;
    const email = 'grace@example.com';
    await signUpAndOut(page, email);
    const tag = await askForLink(page, email);
    const mail = await openMail(page.context(), demo, email, tag);
    const link = (await linkIn(mail).getAttribute('href')) ?? '';

    const phone = await visit(browser, { viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
    await phone.page.goto(link);
    const code = (await phone.page.getByText(/^\d{6}$/).textContent()) ?? '';
    const { scrollWidth, clientWidth } = await phone.page
      .locator('html')
      .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
    expect(scrollWidth).toBe(clientWidth);
    await phone.close();

    await page.bringToFront();
    await page.getByLabel('Code', { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'Log out' }).waitFor();
    expect(asking.noise).toEqual([]);
  });

  it('T25: the page of a link cannot be framed', async () => {
    const { page } = asking;
    const link = `${demo.backend}/link?token=x`;
    await page.goto(`${demo.site}/index.html`);
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
      return new Promise((resolve) => frame.addEventListener('load', resolve));
    }, link);
    const framed = page.frames().find((frame) => frame !== page.mainFrame());
    expect(framed?.url()).toMatch(/^chrome-error:/);
  });
});
