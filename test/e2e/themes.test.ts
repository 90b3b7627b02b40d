/** Where a designer sees the example themes: a page of the demo that needs no backend. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';

let browser: Browser;
let demo: Demo;
beforeAll(async () => void ([browser, demo] = await Promise.all([launch(), startDemo()])));
afterAll(async () => {
  await browser.close();
  await demo.stop();
});

it('shows any screen in any theme, with an accent of the designer’s own, and asks the backend for nothing', async () => {
  const visitor = await visit(browser);
  const { page } = visitor;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  await page.goto(demo.site);
  await page.getByRole('link', { name: 'The portal in other themes' }).click();
  const screen = page.frameLocator('iframe');
  await screen.getByRole('button', { name: 'Log in' }).waitFor();
  const submit = screen.locator('button[type=submit]');
  const colour = () => submit.evaluate((button) => getComputedStyle(button).backgroundColor);
  expect(await colour()).toBe('rgb(140, 28, 19)');

  await page.getByLabel('Neon').check();
  await page.getByLabel('Screen').selectOption('Sign up');
  await screen.getByLabel('Full name').waitFor();
  expect(await colour()).toBe('rgb(0, 245, 200)');
  await expect.poll(() => page.locator('pre').textContent()).toContain('Neon at night');

  await page.getByLabel('Accent of my own', { exact: true }).last().fill('#ff0066');
  await page.getByLabel('Language').selectOption('ar');
  await expect.poll(() => screen.locator('html').getAttribute('dir')).toBe('rtl');
  await submit.waitFor();
  expect(await colour()).toBe('rgb(255, 0, 102)');
  expect(new Set(asked)).toEqual(new Set([new URL(demo.site).origin]));
  await visitor.close();
});
