import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, visit, type Visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { readCode } from './mail.ts';
import { enterCode, isIn, logIn, logOut, password, signUp, tagOn } from './person.ts';

let people = 0;
const newEmail = () => `ada${(people += 1)}@example.com`;

/** The main job on two origins: a shop's plain pages, the backend elsewhere, mail that is really sent. */
describe('the whole main job', () => {
  let browser: Browser;
  let demo: Demo;
  let visitor: Visit;
  let page: Page;
  beforeAll(async () => {
    [browser, demo] = await Promise.all([launch(), startDemo()]);
  });
  afterAll(async () => {
    await browser.close();
    await demo.stop();
  });
  beforeEach(async () => {
    visitor = await visit(browser);
    ({ page } = visitor);
  });
  afterEach(async () => {
    const { noise } = visitor;
    await visitor.close();
    expect(noise, 'console of the host page').toEqual([]);
  });

  const heading = (name: string) => page.getByRole('heading', { name });
  async function logInByPassword(email: string, secret = password) {
    await page.goto(`${demo.site}/members.html`);
    await logIn(page, email, secret);
  }

  it('signs up with the mailed code, stays logged in over a reload, logs out, logs in with the password', async () => {
    const email = newEmail();
    await signUp(page, demo, email, 'Ada Lovelace');
    await page.reload();
    await isIn(page, 'Ada Lovelace');
    await logOut(page);
    await page.reload();
    await logInByPassword(email);
    await isIn(page, 'Ada Lovelace');
  });

  it('logs in with an emailed code after the password was forgotten, and chooses a new one', async () => {
    const email = newEmail();
    await signUp(page, demo, email, 'Grace Hopper');
    await logOut(page);
    await logInByPassword(email, 'I have forgotten it');
    await page.getByText('This email and password do not match.').waitFor();
    expect(await page.getByLabel('Email').inputValue()).toBe(email);
    await page.getByRole('button', { name: 'Forgot your password?' }).click();
    await heading('Check your email').waitFor();
    await enterCode(page, demo, email);
    await heading('Choose a new password').waitFor();
    await page.getByLabel('New password', { exact: true }).fill('a loaf under each arm');
    await page.getByRole('button', { name: 'Save password' }).click();
    await isIn(page, 'Grace Hopper');
    await logOut(page);
    await logInByPassword(email, 'a loaf under each arm');
    await isIn(page, 'Grace Hopper');
  });

  it('chooses between two accounts on one email, and is who was chosen', async () => {
    const email = newEmail();
    await signUp(page, demo, email, 'Ada at home');
    await logOut(page);
    await signUp(page, demo, email, 'Ada at work');
    await logOut(page);
    await logInByPassword(email);
    await heading('Choose an account').waitFor();
    await page.getByRole('button', { name: 'Ada at home' }).waitFor();
    await page.getByRole('button', { name: 'Ada at work' }).click();
    await isIn(page, 'Ada at work');
    await page.reload();
    await isIn(page, 'Ada at work');
  });

  it('shows what is for members to members only, with a separate picker on the page', async () => {
    const email = newEmail();
    await signUp(page, demo, email, 'Katherine Johnson');
    await logOut(page);
    await signUp(page, demo, email, 'Katherine at NASA');
    await logOut(page);
    await page.goto(`${demo.site}/club.html`);
    await page.getByText('Members see tomorrow’s bake list').waitFor();
    expect(await page.getByText('18 left for tomorrow').isVisible()).toBe(false);
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await page.locator('portal-account-picker').getByRole('button', { name: 'Katherine at NASA' }).click();
    await page.getByText('18 left for tomorrow').waitFor();
    expect(await page.getByText('Members see tomorrow’s bake list').isVisible()).toBe(false);
  });

  it('tells a wrong code and how many attempts are left, and keeps what was typed', async () => {
    const email = newEmail();
    await page.goto(`${demo.site}/join.html`);
    await page.getByLabel('Full name').fill('Mary Somerville');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Create' }).click();
    await heading('Check your email').waitFor();
    const code = await readCode(page.context(), demo, email, await tagOn(page));
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    await page.getByLabel('Code', { exact: true }).fill(wrong);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('You can try 4 more times.').waitFor();
    expect(await page.getByLabel('Code', { exact: true }).inputValue()).toBe(wrong);
    await page.getByLabel('Code', { exact: true }).fill(`Your code is ${code.slice(0, 3)} ${code.slice(3)}`);
    await page.getByRole('button', { name: 'Continue' }).click();
    await isIn(page, 'Mary Somerville');
  });

  it('works by keyboard alone', async () => {
    const email = newEmail();
    await signUp(page, demo, email, 'Annie Jump Cannon');
    await logOut(page);
    await page.goto(`${demo.site}/members.html`);
    await page.getByLabel('Email').focus();
    await page.keyboard.type(email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await isIn(page, 'Annie Jump Cannon');
  });

  it('draws its icons in the minified build', async () => {
    await page.goto(`${demo.site}/members.html`);
    const eye = await page.locator('portal-login path').first().boundingBox();
    expect(eye?.width).toBeGreaterThan(10);
  });

  it('two tabs of one browser share the session', async () => {
    await signUp(page, demo, newEmail(), 'Vera Rubin');
    const second = await page.context().newPage();
    await second.goto(`${demo.site}/members.html`);
    await isIn(second, 'Vera Rubin');
  });
});
