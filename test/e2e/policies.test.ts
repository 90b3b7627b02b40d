import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, visit, type Visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { guestArgs, guestPage } from './guest-page.ts';
import { isIn, logIn, logOut, signUp } from './person.ts';

const [email, name] = ['ada@example.com', 'Ada Lovelace'];
const bundle = 'portal.bundle.js';

declare global {
  var violations: string[];
}

/** What the site's owner would read in the reports of the policy. */
function noteViolations() {
  globalThis.violations = [];
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
    violations.push([violatedDirective, blockedURI, sourceFile].join(' '));
  });
}

describe('a page with a strict policy', () => {
  const folder = mkdtempSync(join(tmpdir(), 'portal-policies-'));
  let browser: Browser;
  let demo: Demo;
  let visitor: Visit;
  beforeAll(async () => {
    const build = promisify(execFile)(process.execPath, ['scripts/build.mjs', '--out', folder, 'single']);
    [browser, demo] = await Promise.all([launch({ args: guestArgs }), build.then(() => startDemo())]);
    const { page, close } = await visit(browser);
    await signUp(page, demo, email, name);
    await close();
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
    rmSync(folder, { recursive: true });
  });
  beforeEach(async () => {
    visitor = await visit(browser);
    await visitor.page.addInitScript(noteViolations);
    await visitor.page
      .context()
      .route(`${demo.site}/${bundle}`, (route) =>
        route.fulfill({ contentType: 'text/javascript', body: readFileSync(join(folder, bundle), 'utf8') }),
      );
  });
  afterEach(() => visitor.close());

  const open = async (policy: string, script?: string) => {
    const { page } = visitor;
    const url = await guestPage(page, demo, {
      headers: { 'Content-Security-Policy': policy },
      ...(script && { script }),
    });
    await page.goto(url);
    return page;
  };
  const scripts = [undefined, `/${bundle}`];

  for (const script of scripts) {
    it(`CSP that allows this script and the backend alone: works, and nothing is reported (${script ?? 'split'})`, async () => {
      const { origin } = new URL(demo.backend);
      const page = await open(
        `default-src 'none'; script-src 'self'; style-src 'none'; img-src data:; connect-src ${origin}`,
        script,
      );
      await logIn(page, email);
      await isIn(page, name);
      const card = page.locator('portal-login [part=card]');
      expect(await card.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('solid');
      await logOut(page);
      expect(await page.evaluate(() => violations)).toEqual([]);
      expect(visitor.noise).toEqual([]);
    });

    for (const list of ['', 'trusted-types portal-elements']) {
      it(`Trusted Types, ${list || 'no list'}: works, and nothing is reported (${script ?? 'split'})`, async () => {
        const page = await open(`require-trusted-types-for 'script'; ${list}`, script);
        await logIn(page, email);
        await isIn(page, name);
        expect(await page.evaluate(() => violations)).toEqual([]);
        expect(visitor.noise).toEqual([]);
      });
    }

    for (const list of ['other', 'lit-html']) {
      it(`Trusted Types, list of ${list}: says that there is no form, and to whom (${script ?? 'split'})`, async () => {
        const page = await open(`require-trusted-types-for 'script'; trusted-types ${list}`, script);
        await page.getByText('This form cannot be shown').waitFor();
        expect(visitor.noise.filter((line) => line.includes('portal-elements'))).not.toEqual([]);
        // The page itself hears of nothing.
        expect(visitor.errors).toEqual([]);
        await page.getByRole('heading', { name: 'A business' }).waitFor();
      });
    }

    it(`Trusted Types that are only listed: works (${script ?? 'split'})`, async () => {
      const page = await open('trusted-types other', script);
      await logIn(page, email);
      await isIn(page, name);
      expect(visitor.errors).toEqual([]);
    });
  }
});
