/** A page of the business's own site that a test writes itself. */
import type { Page } from 'playwright-core';
import type { Demo } from './demo.ts';

/** For a browser that opens such pages: to it they come from nowhere, and may not reach this machine. */
export const guestArgs = ['--disable-features=LocalNetworkAccessChecks'];

interface GuestPage {
  /** The page's language. */
  lang?: string;
  /** Beside the widget's script. */
  head?: string;
  body?: string;
  headers?: Record<string, string>;
  /** Where the widget's script is. */
  script?: string;
  origin?: string;
  /** What the script's tag names; undefined: none. */
  backend?: string | undefined;
}

/** Returns its address. The page has a log-in form unless `body` says otherwise. */
export async function guestPage(
  page: Page,
  demo: Demo,
  {
    lang = 'en',
    head = '',
    body = '<portal-login></portal-login>',
    headers = {},
    script = '/portal-elements/portal.js',
    origin = demo.site,
    ...tag
  }: GuestPage = {},
): Promise<string> {
  const backend = 'backend' in tag ? tag.backend : demo.backend;
  const url = `${origin}/guest.html`;
  const html = `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8" />
    <title>A business</title>
    <link rel="icon" href="data:," />
    <script type="module" src="${script}"${backend ? ` data-backend="${backend}"` : ''}></script>
    ${head}
  </head>
  <body>
    <h1>A business</h1>
    ${body}
  </body>
</html>`;
  await page
    .context()
    .route(url, (route) =>
      route.fulfill({ body: html, headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers } }),
    );
  return url;
}
