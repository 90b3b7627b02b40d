/** What the widget shows, each on a page of its own, with a surface to take a picture of. */
import type { Browser, Locator, Page } from 'playwright-core';
import { demoPassword, mira, theo } from '../../server/src/demo/people.ts';
import { visit } from './browser.ts';
import type { Demo } from './demo.ts';
import { guestPage } from './guest-page.ts';
import { logIn } from './person.ts';

export interface Screen {
  page: Page;
  /** Of the widget's surface alone; empty where there is none to be seen. */
  picture(): Promise<Buffer>;
}

interface Way {
  body: string;
  isLoggedIn?: boolean;
  hash?: string;
  /** Goes there, and returns what a picture is taken of. */
  open(page: Page): Promise<Locator>;
}

/**
 * The room for the widget, which is the page's to give, is one and the same with every sheet; and so is what a guest
 * takes over on purpose: the font (through its own token), the direction and the ground that shows at its corners.
 */
const stage = (body: string, width: number) =>
  `<div id="stage" style="all: initial !important; position: absolute !important; inset: 0 auto auto 0 !important; display: block !important; width: ${width}px !important; padding: 8px !important; background: #fff !important; --portal-font: sans-serif">${body}</div>`;

const card = (page: Page, tag: string) => page.locator(`${tag} [part=card]`).first();
const narrow = (tag: string) => stage(`<${tag}></${tag}>`, 480);
const wide = stage(
  '<portal-hub style="margin: 0 !important; padding: 0 !important; border: 0 !important"></portal-hub>',
  1000,
);

const ways: Record<string, Way> = {
  'log-in': {
    body: narrow('portal-login'),
    async open(page) {
      await page.getByRole('button', { name: 'Create an account' }).waitFor();
      return card(page, 'portal-login');
    },
  },
  'log-in, refused': {
    body: narrow('portal-login'),
    async open(page) {
      await logIn(page, theo.email, 'not the password');
      await page.getByRole('alert').waitFor();
      return card(page, 'portal-login');
    },
  },
  'sign-up, incomplete': {
    body: narrow('portal-signup'),
    async open(page) {
      await page.getByRole('button', { name: 'Create' }).click();
      await page.locator('[aria-invalid=true]').first().waitFor();
      return card(page, 'portal-signup');
    },
  },
  code: {
    body: narrow('portal-login'),
    async open(page) {
      await page.getByRole('button', { name: 'Email me a code instead' }).click();
      await page.getByLabel('Email').fill(theo.email);
      await page.getByRole('button', { name: 'Email me a code', exact: true }).click();
      await page.getByLabel('Code', { exact: true }).waitFor();
      return card(page, 'portal-login');
    },
  },
  'choice of account': {
    body: narrow('portal-login'),
    async open(page) {
      await logIn(page, mira.email, demoPassword);
      await page.getByText('Hollis Catering').waitFor();
      return card(page, 'portal-login');
    },
  },
  profile: {
    body: wide,
    hash: '#portal/profile',
    isLoggedIn: true,
    async open(page) {
      await page.getByLabel('Full name').waitFor();
      await page.getByRole('button', { name: 'Apps' }).waitFor();
      return page.locator('.hub');
    },
  },
  'home of the portal': {
    body: wide,
    hash: '#portal/home',
    isLoggedIn: true,
    async open(page) {
      await page.getByText(theo.name, { exact: false }).first().waitFor();
      await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
      await page.getByRole('button', { name: 'Apps' }).waitFor();
      return page.locator('.hub');
    },
  },
  apps: {
    body: wide,
    hash: '#portal/home',
    isLoggedIn: true,
    async open(page) {
      await page.getByRole('button', { name: 'Apps' }).click();
      return page.locator('portal-app-switcher [part=panel]');
    },
  },
  'account menu': {
    body: wide,
    hash: '#portal/home',
    isLoggedIn: true,
    async open(page) {
      await page.locator('portal-account-menu [part=button]').click();
      await page.getByRole('button', { name: 'Log out' }).waitFor();
      return page.locator('portal-account-menu [part=panel]');
    },
  },
};

export const screens = Object.keys(ways);

/** Every transition at its end, and what would go on for ever at its start. */
function settle() {
  for (const animation of document.getAnimations()) {
    if (animation.effect?.getComputedTiming().endTime === Infinity) animation.cancel();
    else animation.finish();
  }
}

/** Shows one after the other; nothing on them changes by itself any more. */
export async function showScreens(
  browser: Browser,
  demo: Demo,
  look: (name: string, screen: Screen) => Promise<void>,
): Promise<void> {
  const viewport = { width: 1040, height: 1900 };
  const [visitor, member] = await Promise.all([visit(browser, { viewport }), visit(browser, { viewport })]);
  await member.page.goto(await guestPage(member.page, demo));
  await logIn(member.page, theo.email, demoPassword);
  await member.page.getByRole('button', { name: 'Log out' }).waitFor();

  for (const [name, { body, isLoggedIn, hash = '', open }] of Object.entries(ways)) {
    const page = await (isLoggedIn ? member : visitor).page.context().newPage();
    await page.clock.install();
    await page.goto((await guestPage(page, demo, { body })) + hash);
    const surface = await open(page);
    // No hover, and no second more on any countdown.
    await page.mouse.move(0, 0);
    await page.clock.fastForward('05:00');
    await look(name, {
      page,
      async picture() {
        await page.evaluate(settle);
        const clip = await surface.boundingBox();
        return clip ? page.screenshot({ clip }) : Buffer.alloc(0);
      },
    });
    await page.close();
  }
  await Promise.all([visitor.close(), member.close()]);
}
