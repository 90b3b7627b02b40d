import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { Demo } from './demo.ts';

/** Opens the mailbox as a person does, and reads the code from the mail that carries the request's tag. */
export async function readCode(
  context: BrowserContext,
  demo: Demo,
  to: string,
  tag: string,
): Promise<string> {
  const mailbox = await openMail(context, demo, to, tag);
  const heading = await mailbox
    .getByText(/\b\d{6}\b/)
    .first()
    .textContent();
  const code = /\b\d{6}\b/.exec(heading ?? '')?.[0];
  await mailbox.close();
  if (code === undefined) throw new Error(`No code in the mail to ${to}`);
  return code;
}

/** Opens the mail that carries the request's tag. */
export async function openMail(context: BrowserContext, demo: Demo, to: string, tag: string): Promise<Page> {
  const mailbox = await context.newPage();
  await mailbox.goto(demo.mailbox);
  const mail = mailbox
    .getByRole('link')
    .filter({ hasText: to })
    .filter({ hasText: `request ${tag}` });
  await mail.first().click();
  return mailbox;
}

/** The button in an open mail. */
export const linkIn = (mail: Page): Locator =>
  mail.frameLocator('iframe').getByRole('link', { name: 'Log in at' });
