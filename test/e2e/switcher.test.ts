import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, visit, type Visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { guestArgs } from './guest-page.ts';
import { logIn, signUp } from './person.ts';
import { type RelyingParty, startRelyingParty } from './relying-party.ts';

const [email, name] = ['ada@example.com', 'Ada Lovelace'];

describe('the app switcher on the business’s own site', () => {
  let browser: Browser;
  let demo: Demo;
  let app: RelyingParty;
  let visitor: Visit;
  beforeAll(async () => {
    [browser, demo, app] = await Promise.all([launch({ args: guestArgs }), startDemo(), startRelyingParty()]);
    const made = await demo.portal(
      ...['app', 'put', 'hearth', 'courses', '--name', 'Baking Courses', '--url', `${app.origin}/`],
      ...['--redirect-uri', `${app.origin}/callback`, '--initiate-login-uri', `${app.origin}/login`],
    );
    await app.connect(demo.backend, 'courses', /client secret: (\S+)/.exec(made)?.[1] ?? '');
    await demo.portal('app', 'put', 'hearth', 'shop', '--name', 'Shop', '--url', `${app.origin}/shop`);
    const { page, close } = await visit(browser);
    await signUp(page, demo, email, name);
    await close();
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
    await app.stop();
  });
  beforeEach(async () => {
    visitor = await visit(browser);
    await visitor.page.goto(`${demo.site}/members.html`);
    await logIn(visitor.page, email);
    await apps(visitor.page).waitFor();
  });
  afterEach(() => visitor.close());

  const apps = (page: Page) => page.getByRole('button', { name: 'Apps' });
  const tile = (page: Page, app: string) => page.getByRole('link', { name: app });
  const welcomed = (page: Page) => page.getByRole('heading', { name: `Welcome, ${name}` }).waitFor();

  it('T26: one click, and the customer is logged in at the app; the ticket was in no address and no Referer', async () => {
    const { page } = visitor;
    const [heard, tickets]: [string[], string[]] = [[], []];
    page.on('request', (request: Request) => {
      heard.push(request.url(), request.headers()['referer'] ?? '');
      const ticket = new URLSearchParams(request.postData() ?? '').get('ticket');
      if (ticket !== null) tickets.push(ticket);
    });
    await apps(page).click();
    await tile(page, 'Baking Courses').click();
    await welcomed(page);
    expect(page.url()).toBe(`${app.origin}/`);
    const [ticket] = tickets;
    expect(tickets).toHaveLength(1);
    expect(ticket).toMatch(/^[\w-]{43}$/);
    for (const said of [...heard, ...app.seen]) expect(said).not.toContain(ticket);

    await page.goBack();
    await apps(page).click();
    await tile(page, 'Baking Courses').click();
    await welcomed(page);
    expect(visitor.noise).toEqual([]);
  });

  it('a keyboard is enough', async () => {
    const { page } = visitor;
    await apps(page).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('s');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await welcomed(page);
  });

  it('a plain link leads to the app as links do', async () => {
    const { page } = visitor;
    await apps(page).click();
    await tile(page, 'Shop').click();
    await page.waitForURL(`${app.origin}/shop`);
  });

  it.each([
    ['lets no form out', () => "form-action 'none'"],
    [
      'lets the backend in, without the app that it leads to',
      () => `form-action ${new URL(demo.backend).origin}`,
    ],
  ])('tells the owner of a site whose policy %s what to add', async (_, policy) => {
    const { page } = visitor;
    await page.route('**/members.html', async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'content-security-policy': policy() },
      });
    });
    await page.goto(`${demo.site}/members.html`);
    await apps(page).click();
    const told = page.waitForEvent('console', (message) =>
      message.text().includes('keeps its visitors from their apps'),
    );
    await tile(page, 'Baking Courses').click({ noWaitAfter: true });
    expect((await told).text()).toContain('to its form-action');
  });

  it('fits 320 pixels, in both directions', async () => {
    const { page } = visitor;
    await page.setViewportSize({ width: 320, height: 640 });
    for (const direction of ['ltr', 'rtl']) {
      await page.locator('html').evaluate((html, dir) => html.setAttribute('dir', dir), direction);
      for (const button of [apps(page), page.getByRole('button', { name: `Account: ${name}` })]) {
        await button.click();
        const panel = page.locator('.panel:popover-open');
        await panel.waitFor();
        const box = await panel.boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
        await page.keyboard.press('Escape');
        await panel.waitFor({ state: 'hidden' });
      }
    }
  });
});
