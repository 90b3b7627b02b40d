/** From another system's customer to somebody at home in the portal: what a client does in it, in one go. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch, visit } from './browser.ts';
import { type Demo, startDemo } from './demo.ts';
import { guestArgs } from './guest-page.ts';
import { logIn } from './person.ts';
import { type RelyingParty, startRelyingParty } from './relying-party.ts';

/** As PHP writes it; a vector that the makers of crypt_blowfish published. */
const password = 'U*U';
const hash = '$2y$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW';
const email = 'ida@example.com';
const [home, bakery] = ['Ida Sand', 'Sand’s Rolls'];
const now = new Date().toISOString();

let browser: Browser;
let demo: Demo;
let app: RelyingParty;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portal-e2e-whole-'));
  [browser, demo, app] = await Promise.all([launch({ args: guestArgs }), startDemo(), startRelyingParty()]);
  await fillPortal();
});
afterAll(async () => {
  await browser.close();
  await demo.stop();
  await app.stop();
  rmSync(folder, { recursive: true });
});

const fileWith = (name: string, content: unknown) => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

/** As the operator does, beside the running server; accounts by the business's own numbers. */
async function fillPortal() {
  const customers = `id,email,name,password_hash\n17,${email},${home},${hash}\n18,${email},${bakery},${hash}\n`;
  const imported = await demo.portal(
    ...['import', fileWith('customers.csv', customers), '--business', 'hearth'],
  );
  expect(imported).toContain('2 created');

  const made = await demo.portal(
    ...['app', 'put', 'hearth', 'rye-school', '--name', 'Rye school', '--url', `${app.origin}/`],
    ...['--redirect-uri', `${app.origin}/callback`, '--initiate-login-uri', `${app.origin}/login`],
  );
  await app.connect(demo.backend, 'rye-school', /client secret: (\S+)/.exec(made)?.[1] ?? '');
  const fields = [
    { name: 'phone', type: 'phone', label: 'Mobile', required: true, apps: ['rye-school'] },
    { name: 'loaf', type: 'text', label: 'Favourite loaf', required: true },
  ];
  await demo.portal('fields', 'put', 'hearth', fileWith('fields.json', fields));

  const course = { url: `${app.origin}/rye`, lessons: 9 };
  const commission = { state: 'pending', at: now, currency: 'EUR' };
  const rows = {
    courses: [
      { id: 'rye', title: 'Rye in nine days', ...course },
      { id: 'rolls', title: 'Rolls by the thousand', ...course },
    ],
    enrolments: [
      { course: 'rye', account: '17', at: now, done: 4, lesson: 'Scalding' },
      { course: 'rolls', account: '18', at: now, done: 1 },
    ],
    communities: [{ id: 'rye-people', title: 'Rye people', url: `${demo.site}/club.html`, access: 'open' }],
    campaigns: [{ id: 'neighbours', title: 'Tell your neighbours' }],
    partners: [
      { campaign: 'neighbours', account: '17', url: `${demo.site}/join.html?from=17` },
      { campaign: 'neighbours', account: '18', url: `${demo.site}/join.html?from=18` },
    ],
    commissions: [
      { id: 'c17', account: '17', title: 'Loaf for the Webers', amount: 1234, ...commission },
      { id: 'c18', account: '18', title: 'Rolls for the school', amount: 98_765, ...commission },
    ],
    payouts: [
      {
        id: 'p17',
        account: '17',
        amount: 5678,
        currency: 'EUR',
        state: 'paid',
        at: now,
        note: 'To Ida’s bank',
      },
      {
        id: 'p18',
        account: '18',
        amount: 43_210,
        currency: 'EUR',
        state: 'paid',
        at: now,
        note: 'To the firm’s bank',
      },
    ],
  };
  for (const [kind, list] of Object.entries(rows))
    await demo.portal('hub', 'put', 'hearth', kind, fileWith(`${kind}.json`, list));
}

const place = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Your portal' }).getByRole('link', { name }).click();
const reads = (page: Page, text: string | RegExp) =>
  page.getByText(text).filter({ visible: true }).first().waitFor();
const unfold = (page: Page, list: string) =>
  page.locator('summary').filter({ hasText: list, visible: true }).click();
/** Everything that this page holds, in whatever shadow tree, seen or not. */
const everything = (page: Page) =>
  page.locator('body').evaluate((body) => {
    const textOf = (node: Node): string =>
      [...(node instanceof Element && node.shadowRoot ? [node.shadowRoot] : []), ...node.childNodes]
        .map((inner) => (inner instanceof Text ? inner.data : textOf(inner)))
        .join(' ');
    return textOf(body);
  });

it('is lived in by a customer from another system, with both of her accounts', async () => {
  const { page, noise, close } = await visit(browser);
  /** Of the other account there is nothing on the page, seen or not. */
  const seesOnly = async (own: string) => {
    const shown = await everything(page);
    expect(shown).toContain(own);
    for (const hers of ['Rye in nine days', 'Loaf for the Webers', 'To Ida’s bank', '12.34', '56.78'])
      expect(shown).not.toContain(hers);
  };
  await page.goto(`${demo.site}/portal.html`);
  await logIn(page, email, password);
  await page.getByRole('button', { name: home }).click();

  // What the business needs to know comes first.
  await page.getByLabel('Mobile').fill('+49 151 23456789');
  await page.getByLabel('Favourite loaf').fill('Rye');
  await page.keyboard.press('Tab');
  await reads(page, `Hello, ${home}`);
  await reads(page, 'Rye in nine days');

  await page.getByRole('button', { name: 'Apps' }).click();
  await page.getByRole('link', { name: 'Rye school' }).click();
  await page.getByRole('heading', { name: `Welcome, ${home}` }).waitFor();
  expect(page.url()).toBe(`${app.origin}/`);

  await page.goBack();
  await place(page, 'Communities');
  await page.getByRole('button', { name: 'Join: Rye people' }).click();
  await page.getByRole('button', { name: 'Leave: Rye people' }).waitFor();

  await place(page, 'Recommend and earn');
  await unfold(page, 'Commissions');
  await reads(page, 'Loaf for the Webers');
  await reads(page, '€12.34');
  await unfold(page, 'Payouts');
  await reads(page, 'To Ida’s bank');
  await reads(page, '€56.78');

  await page.getByRole('button', { name: `Account: ${home}` }).click();
  await page.getByRole('button', { name: bakery }).click();
  await page.getByRole('button', { name: `Account: ${bakery}` }).waitFor();
  await place(page, 'Communities');
  await page.getByRole('button', { name: 'Join: Rye people' }).waitFor();
  await seesOnly('Open to join');
  await place(page, 'Courses');
  await reads(page, 'Rolls by the thousand');
  await seesOnly('Rolls by the thousand');
  await place(page, 'Recommend and earn');
  await unfold(page, 'Commissions');
  await reads(page, 'Rolls for the school');
  await unfold(page, 'Payouts');
  await reads(page, 'To the firm’s bank');
  await seesOnly('€432.10');
  await close();
  expect(noise, 'console of the host page').toEqual([]);
});
