/** What every person does on the demo site, by what can be read there. */
import type { Page } from 'playwright-core';
import type { Demo } from './demo.ts';
import { readCode } from './mail.ts';

export const password = 'a loaf under the arm';

/** Both characters that the page shows; the mail shows the same. */
export async function tagOn(page: Page): Promise<string> {
  const text = await page.getByText(/^Request [A-Z0-9]{2}$/).textContent();
  return (text ?? '').trim().slice(-2);
}

export async function enterCode(page: Page, demo: Demo, email: string): Promise<void> {
  const code = await readCode(page.context(), demo, email, await tagOn(page));
  await page.getByLabel('Code', { exact: true }).fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Ends logged in. */
export async function signUp(page: Page, demo: Demo, email: string, name: string): Promise<void> {
  await page.goto(`${demo.site}/join.html`);
  await createAccount(page, demo, email, name);
}

/** In the form that the page shows; ends logged in. */
export async function createAccount(page: Page, demo: Demo, email: string, name: string): Promise<void> {
  await page.getByLabel('Full name').fill(name);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { name: 'Check your email' }).waitFor();
  await enterCode(page, demo, email);
  await isIn(page, name);
}

export async function isIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Log out' }).waitFor();
  await page.getByText(name).filter({ visible: true }).first().waitFor();
}

export async function logOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.getByRole('button', { name: 'Log out' }).waitFor({ state: 'hidden' });
}

/** In the form that the page shows. */
export async function logIn(page: Page, email: string, secret = password): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(secret);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
}
