import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

/** Playwright's own defaults may be left out, and more be asked for. */
export const launch = ({
  without = [],
  args = [],
}: { without?: string[]; args?: string[] } = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    ignoreDefaultArgs: without,
    args: [
      ...args,
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-quic',
    ],
  });

export interface Visit {
  page: Page;
  /** What went wrong on the page that no test asked for: console errors and uncaught exceptions. */
  noise: string[];
  /** Uncaught exceptions and rejections alone: they are in the noise as well. */
  errors: string[];
  close(): Promise<void>;
}

/** A browser profile of its own, as a first-time visitor has. */
export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const noise: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', (error) => {
    errors.push(String(error));
    noise.push(String(error));
  });
  page.on('console', (message) => {
    // A refused request is logged by the browser itself; the tests look at what the page says of it.
    const isRefusal = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !isRefusal) noise.push(message.text());
  });
  return { page, noise, errors, close: () => context.close() };
}
