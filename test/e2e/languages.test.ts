/** A page in another language than English, from its first picture to the mail. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { demoPassword, theo } from '../../server/src/demo/people.ts';
import { launch, visit, type Visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { guestArgs, guestPage } from './guest-page.ts';
import { isIn, logIn } from './person.ts';

declare global {
  var shown: Set<string>;
}

/** Whatever a button of the forms has ever said. */
function noteButtons() {
  globalThis.shown = new Set();
  new MutationObserver(() => {
    for (const { textContent } of document.querySelectorAll('button')) shown.add(textContent.trim());
  }).observe(document, { childList: true, subtree: true, characterData: true });
}

describe('a page in another language', () => {
  let browser: Browser;
  let demo: Demo;
  let visitor: Visit;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([launch({ args: guestArgs }), startDemo()]);
  });
  beforeEach(async () => void (visitor = await visit(browser)));
  afterEach(() => visitor.close());
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });

  it('shows no word of English, and the mail speaks it, too', async () => {
    const { page } = visitor;
    await page.addInitScript(noteButtons);
    // The texts come last of all: long enough for the form to be seen without them.
    const form = page.waitForEvent('requestfinished', (request) => request.url().includes('/portal-signup-'));
    await page.context().route(/\/chunks\/de-/, async (route) => {
      await form;
      await page.evaluate(
        () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
      );
      await route.continue();
    });
    const body = '<portal-signup></portal-signup>';
    await page.goto(await guestPage(page, demo, { lang: 'de', body }));
    await page.getByLabel('Vor- und Nachname').fill('Käthe Groß');
    await page.getByLabel('E-Mail-Adresse').fill('kaethe@example.com');
    await page.getByLabel('Passwort', { exact: true }).fill('ein Brot unterm Arm');
    await page.getByRole('button', { name: 'Konto erstellen' }).click();
    const [tag = ''] = /\S+$/.exec((await page.getByText(/^Anfrage \S+$/).textContent()) ?? '') ?? [];
    const mailbox = await page.context().newPage();
    await mailbox.goto(demo.mailbox);
    await mailbox
      .getByRole('link')
      .filter({ hasText: `Anfrage ${tag}` })
      .click();
    const mail = mailbox.frameLocator('iframe');
    await mail.getByRole('heading', { name: 'Bestätigen Sie Ihre E-Mail-Adresse' }).waitFor();
    const [code = ''] = /\b\d{3} ?\d{3}\b/.exec((await mail.locator('body').textContent()) ?? '') ?? [];
    await page.getByLabel('Code', { exact: true }).fill(code);
    await page.getByRole('button', { name: 'Weiter' }).click();
    await page.getByRole('button', { name: 'Abmelden' }).waitFor();
    const said = await page.evaluate(() => [...shown]);
    expect(said).toContain('Konto erstellen');
    expect(said.filter((text) => /\b(Log|Create|Show|Continue|Send)\b/.test(text))).toEqual([]);
    expect(visitor.noise).toEqual([]);
  });

  it('shows English where the texts do not come, and nothing is lost by it', async () => {
    const { page } = visitor;
    await page.context().route(/\/chunks\/de-/, (route) => route.abort());
    await page.goto(await guestPage(page, demo, { lang: 'de' }));
    await logIn(page, theo.email, demoPassword);
    await isIn(page, theo.name);
    expect(visitor.errors).toEqual([]);
  });

  it('finds its texts beside the script in one file', async () => {
    const { page } = visitor;
    const folder = mkdtempSync(join(tmpdir(), 'portal-languages-'));
    const build = ['scripts/build.mjs', '--out', folder, 'single', 'languages'];
    await promisify(execFile)(process.execPath, build);
    await page.context().route(`${demo.site}/widget/**`, (route) => {
      const file = join(folder, new URL(route.request().url()).pathname.slice('/widget/'.length));
      return route.fulfill({ contentType: 'text/javascript', body: readFileSync(file, 'utf8') });
    });
    await page.goto(await guestPage(page, demo, { lang: 'ar', script: '/widget/portal.bundle.js' }));
    await page.getByRole('button', { name: 'تسجيل الدخول', exact: true }).waitFor();
    expect(visitor.noise).toEqual([]);
    rmSync(folder, { recursive: true });
  });
});
