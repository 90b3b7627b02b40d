import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, visit } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'portal-builds-'));
const [first, second] = [join(folder, 'a'), join(folder, 'b')];
const script = 'portal.bundle.js';

const integrity = (build: string) =>
  JSON.parse(readFileSync(join(build, 'integrity.json'), 'utf8')) as Record<string, string>;

/** A page with the widget in one file, and the digest that the build gave for it. */
const page = (digest: string | undefined) => `<!doctype html>
<html lang="en">
  <title>A business</title>
  <script type="module" src="/${script}" integrity="${digest}" data-backend="http://localhost:9/acme"></script>
  <portal-login></portal-login>
</html>`;

describe('the built script', () => {
  let browser: Browser;
  let server: Server;
  /** The folder that the site serves. */
  let served = first;
  beforeAll(async () => {
    const run = promisify(execFile);
    for (const out of [first, second]) {
      await run(process.execPath, ['scripts/build.mjs', '--out', out, 'production', 'single']);
    }
    server = createServer(({ url }, response) => {
      if (url !== `/${script}`) {
        response.setHeader('Content-Type', 'text/html; charset=utf-8').end(page(integrity(first)[script]));
      } else {
        response.setHeader('Content-Type', 'text/javascript').end(readFileSync(join(served, script)));
      }
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  });

  const site = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

  it('T32: is the same, byte for byte, when it is built again', () => {
    const files = readdirSync(first, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(first.length));
    expect(files).toContain(`/${script}`);
    for (const file of files)
      expect(readFileSync(second + file).equals(readFileSync(first + file)), file).toBe(true);
    expect(Object.keys(integrity(first)).map((file) => `/${file}`)).toEqual(
      files.filter((file) => file !== '/integrity.json').toSorted(),
    );
  });

  it('T32: runs where the page names its digest', async () => {
    served = first;
    const visitor = await visit(browser);
    await visitor.page.goto(site());
    await visitor.page.getByRole('textbox', { name: 'Email' }).waitFor();
    await visitor.close();
  });

  it('T32: is refused by the browser when one byte of it was altered', async () => {
    const altered = join(folder, 'altered');
    cpSync(first, altered, { recursive: true });
    const text = readFileSync(join(first, script), 'utf8');
    // A change that no parser minds: only the digest can tell.
    writeFileSync(join(altered, script), text.replace(/\n?$/, ' '));
    served = altered;
    const visitor = await visit(browser);
    const refusal = visitor.page.waitForEvent('console', (message) => message.text().includes('integrity'));
    await visitor.page.goto(site());
    await refusal;
    expect(await visitor.page.evaluate(() => customElements.get('portal-login') === undefined)).toBe(true);
    await visitor.close();
  });
});
