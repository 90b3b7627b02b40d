import type { Browser, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, visit, type Visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { guestArgs, guestPage } from './guest-page.ts';

/** Resolves to this machine, and is no secure context: only names of loopback are without https. */
const plainHost = 'shop.example';

/** Pages on which no session can be had. Each says why, to the visitor and to the site's owner, and asks nobody. */
describe('a page that cannot hold a session', () => {
  let browser: Browser;
  let demo: Demo;
  let visitor: Visit;
  let asked: string[];
  beforeAll(async () => {
    [browser, demo] = await Promise.all([
      launch({ args: [...guestArgs, `--host-resolver-rules=MAP ${plainHost} 127.0.0.1`] }),
      startDemo(),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });
  beforeEach(async () => {
    visitor = await visit(browser);
    asked = [];
    visitor.page.on('request', (request) => {
      if (request.url().startsWith(demo.backend)) asked.push(request.url());
    });
  });
  afterEach(() => visitor.close());

  const says = async (place: Page | Frame, sentence: string, advice: string) => {
    await place.getByRole('alert').getByText(sentence).waitFor();
    expect(await place.getByRole('textbox').count()).toBe(0);
    await expect.poll(() => visitor.noise.join()).toContain(advice);
    expect(asked).toEqual([]);
    expect(visitor.errors).toEqual([]);
  };

  it('sandboxed frame: says that the form does not work inside it', async () => {
    const { page } = visitor;
    // A script from another origin is what the frame's own site is to it.
    await page.context().route(`${demo.site}/portal-elements/**`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'Access-Control-Allow-Origin': '*' },
      });
    });
    const inner = await guestPage(page, demo);
    const outer = `${demo.site}/outer.html`;
    await page.context().route(outer, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>Outer</title><iframe sandbox="allow-scripts" src="${inner}"></iframe>`,
      }),
    );
    await page.goto(outer);
    const frame = page.frames().find((one) => one.url() === inner)!;
    await says(frame, 'This form does not work inside this frame.', 'allow-same-origin');
  });

  it('plain http page: says that it must be https', async () => {
    const { page } = visitor;
    const origin = demo.site.replace('localhost', plainHost);
    await page.goto(await guestPage(page, demo, { origin }));
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await says(page, 'For your safety', 'must use https');
  });

  it('no WebCrypto: says the same', async () => {
    const { page } = visitor;
    await page.addInitScript(() => {
      Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });
    });
    await page.goto(await guestPage(page, demo));
    await says(page, 'For your safety', 'must use https');
  });
});
