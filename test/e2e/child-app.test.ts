import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeInMail } from '../../server/test/support/dev-mailbox.ts';
import type { Target } from '../conformance/target.ts';
import { Visitor } from '../conformance/visitor.ts';
import { launch, visit, type Visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { password } from './person.ts';
import { type RelyingParty, startRelyingParty } from './relying-party.ts';

const email = 'ada@example.com';

/** Three origins: the business's own site, the portal's backend, and an app that nobody here wrote. */
describe('the way to a child app', () => {
  let browser: Browser;
  let demo: Demo;
  let app: RelyingParty;
  let visitor: Visit;
  let ticketFor: (origin: string | undefined) => Promise<{ url: string; ticket: string }>;

  beforeAll(async () => {
    [browser, demo, app] = await Promise.all([launch(), startDemo(), startRelyingParty()]);
    const made = await demo.portal(
      ...['app', 'put', 'hearth', 'courses', '--name', 'Baking Courses', '--url', `${app.origin}/`],
      ...['--redirect-uri', `${app.origin}/callback`, '--initiate-login-uri', `${app.origin}/login`],
    );
    await app.connect(demo.backend, 'courses', /client secret: (\S+)/.exec(made)?.[1] ?? '');
    ticketFor = await customerOf(demo);
  });
  beforeEach(async () => void (visitor = await visit(browser)));
  afterEach(() => visitor.close());
  afterAll(async () => {
    await browser.close();
    await demo.stop();
    await app.stop();
  });

  /** What the switcher will do: a form, at top level, from a page of the business. */
  async function post(page: Page, { url, ticket }: { url: string; ticket: string }): Promise<void> {
    await page.evaluate(
      ([action, value]) => {
        const form = document.createElement('form');
        form.method = 'post';
        form.action = action ?? '';
        const field = document.createElement('input');
        field.type = 'hidden';
        field.name = 'ticket';
        field.value = value ?? '';
        form.append(field);
        document.body.append(form);
        form.submit();
      },
      [url, ticket],
    );
  }

  /** Every address that the browser asked for, and what it said it came from. */
  function listen(page: Page): string[] {
    const heard: string[] = [];
    page.on('request', (request: Request) => {
      heard.push(request.url(), request.headers()['referer'] ?? '');
    });
    return heard;
  }

  const welcomed = (page: Page) => page.getByRole('heading', { name: 'Welcome, Ada Lovelace' }).waitFor();

  it('T26: one form from the site, and the customer is in the app; the ticket was in no address and no Referer', async () => {
    const { page } = visitor;
    const heard = listen(page);
    await page.goto(`${demo.site}/index.html`);
    const launched = await ticketFor(demo.site);
    await post(page, launched);
    await welcomed(page);
    expect(page.url()).toBe(`${app.origin}/`);
    for (const said of [...heard, ...app.seen]) expect(said).not.toContain(launched.ticket);
    expect(heard.some((address) => address.startsWith(`${demo.backend}/launch`))).toBe(true);

    await page.goto(`${demo.site}/index.html`);
    await post(page, launched);
    await page.getByRole('heading', { name: 'This way in no longer works' }).waitFor();
    await page.goto(`${app.origin}/login`);
    await page.getByText('Baking Courses asks you to log in to Hearth & Crumb.').waitFor();
    expect(visitor.noise).toEqual([]);
  });

  it('T26: from a page that hides its origin the customer is asked by name first, and then arrives', async () => {
    const { page } = visitor;
    await page.goto(`${demo.site}/index.html`);
    await page.evaluate(() => {
      const meta = document.createElement('meta');
      meta.name = 'referrer';
      meta.content = 'no-referrer';
      document.head.append(meta);
    });
    const launched = await ticketFor(demo.site);
    await post(page, launched);
    await page.getByRole('heading', { name: 'Continue to Baking Courses?' }).waitFor();
    await page.getByText('Ada Lovelace').waitFor();
    await page.getByText(email).waitFor();
    expect(await page.context().cookies(demo.backend)).toEqual([]);
    // As people do, and it is still one ticket.
    await page.getByRole('button', { name: 'Continue to Baking Courses' }).dblclick({ delay: 60 });
    await welcomed(page);
    await page.goto(`${app.origin}/login`);
    await welcomed(page);
    for (const said of app.seen) expect(said).not.toContain(launched.ticket);
    expect(visitor.noise).toEqual([]);
  });

  it('T26: a foreign page that plants a ticket of its own gets no further than the question', async () => {
    const { page } = visitor;
    await page.goto(`${app.origin}/`);
    await post(page, await ticketFor(demo.site));
    await page.getByRole('heading', { name: 'Continue to Baking Courses?' }).waitFor();
    expect(await page.context().cookies(demo.backend)).toEqual([]);
    await page.goto(`${app.origin}/login`);
    await page.getByText('Baking Courses asks you to log in to Hearth & Crumb.').waitFor();
  });

  it('T25: the question cannot be framed, not even by the business', async () => {
    const { page } = visitor;
    await page.goto(`${demo.site}/index.html`);
    await page.evaluate(
      ([action, value]) => {
        const frame = document.createElement('iframe');
        frame.name = 'inside';
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', action, target: 'inside' });
        const field = document.createElement('input');
        Object.assign(field, { type: 'hidden', name: 'ticket', value });
        form.append(field);
        document.body.append(frame, form);
        const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
        form.submit();
        return loaded;
      },
      Object.values(await ticketFor(demo.site)).filter((value) => typeof value === 'string'),
    );
    const framed = page.frames().find((frame) => frame !== page.mainFrame());
    expect(framed?.url()).toMatch(/^chrome-error:/);
    expect(await page.context().cookies(demo.backend)).toEqual([]);
  });

  it.each([
    [360, 'light'],
    [360, 'dark'],
    [1200, 'light'],
    [1200, 'dark'],
  ] as const)(
    'the question fits %i pixels in %s, by keyboard and without scripts',
    async (width, colorScheme) => {
      const narrow = await visit(browser, {
        viewport: { width, height: 740 },
        colorScheme,
        javaScriptEnabled: false,
      });
      const { page } = narrow;
      await page.setContent(formFor(await ticketFor(undefined)));
      await page.getByRole('button').click();
      await page.getByRole('heading', { name: 'Continue to Baking Courses?' }).waitFor();
      const { scrollWidth, clientWidth } = await page
        .locator('html')
        .evaluate(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }));
      expect(scrollWidth).toBe(clientWidth);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await welcomed(page);
      await narrow.close();
    },
  );
});

/** Of a page without an origin. */
const formFor = ({ url, ticket }: { url: string; ticket: string }) =>
  `<form method="post" action="${url}"><input type="hidden" name="ticket" value="${ticket}"><button>Go</button></form>`;

/** Ada, who is logged in at the portal; resolves to how she gets a ticket on a page of this origin. */
async function customerOf({ backend }: Demo) {
  const target: Target = {
    backend,
    singleAccountBackend: backend,
    fetch: (request) => fetch(request),
    codeFor: (to, tag) => codeInMail(new URL(backend).origin, to, tag),
  };
  const visitor = await Visitor.arrive(target);
  const { access_token: accessToken } = await visitor.signUp(email, password);
  return async (origin: string | undefined) => {
    const { url, ticket } = await visitor.succeed('launchApp', undefined, {
      accessToken,
      parameters: { id: 'courses' },
      headers: { Origin: origin },
    });
    return { url, ticket };
  };
}
