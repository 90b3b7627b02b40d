import type { BrowserContext } from 'playwright-core';
import type { Demo } from './demo.ts';

/** Opens the mailbox as a person does, and reads the code from the mail that carries the request's tag. */
export async function readCode(
  context: BrowserContext,
  demo: Demo,
  to: string,
  tag: string,
): Promise<string> {
  const mailbox = await context.newPage();
  await mailbox.goto(demo.mailbox);
  const link = mailbox
    .getByRole('link')
    .filter({ hasText: to })
    .filter({ hasText: `request ${tag}` });
  // The page renews itself when mail comes.
  await link.first().click();
  const heading = await mailbox
    .getByText(/\b\d{6}\b/)
    .first()
    .textContent();
  const code = /\b\d{6}\b/.exec(heading ?? '')?.[0];
  await mailbox.close();
  if (code === undefined) throw new Error(`No code in the mail to ${to}`);
  return code;
}
