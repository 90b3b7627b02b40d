/** A customer whom the business brings along from the system that they were in. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { isIn, logIn, logOut } from './person.ts';

/** As PHP writes it; a vector that the makers of crypt_blowfish published. */
const password = 'U*U';
const hash = '$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW';
const email = 'imported@example.com';
let browser: Browser;
let demo: Demo;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portal-e2e-import-'));
  [browser, demo] = await Promise.all([launch(), startDemo()]);
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
  rmSync(folder, { recursive: true });
});

it('logs in with the bcrypt password that was imported, without signing up, and again once that is ours', async () => {
  const file = join(folder, 'customers.csv');
  writeFileSync(file, `id,email,name,password_hash\n17,${email},Ida Imported,${hash}\n`);
  // Beside the running server, as an operator does.
  expect(await demo.portal('import', file, '--business', 'hearth')).toContain('1 created, 0 updated');

  const { page, noise, close } = await visit(browser);
  await page.goto(`${demo.site}/members.html`);
  await logIn(page, email, 'not the right one');
  await page.getByText('This email and password do not match.').waitFor();
  for (const visits of ['first', 'second']) {
    await page.goto(`${demo.site}/members.html?visit=${visits}`);
    await logIn(page, email, password);
    await isIn(page, 'Ida Imported');
    await logOut(page);
  }
  await close();
  expect(noise, 'console of the host page').toEqual([]);
  expect(await demo.portal('import', file, '--business', 'hearth')).toContain('0 updated, 1 unchanged');
});
