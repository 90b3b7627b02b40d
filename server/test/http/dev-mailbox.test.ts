import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaughtMail, Storage } from '../../src/domain/ports.ts';
import { devMailbox } from '../../src/http/dev-mailbox.ts';
import { openTestStorage } from '../mail/fixtures.ts';

const attack = '<img src=x onerror=alert(1)>';

let storage: Storage;
beforeEach(async () => {
  storage = await openTestStorage();
});
afterEach(() => storage.close());

async function put(id: string, sentAt: number, more: Partial<CaughtMail> = {}) {
  const mail = {
    id,
    businessId: 'business-1',
    to: 'ada@example.com',
    subject: `Subject ${id}`,
    text: 't',
    html: 'h',
  };
  await storage.mailbox.insert({ ...mail, sentAt, ...more });
}

const get = (path: string) => devMailbox(storage.mailbox, 'https://portal.test').request(path);

it.each(['/dev/mail', '/dev/mail.json', '/dev/mail/one'])(
  '%s is shown to this machine only',
  async (path) => {
    await put('one', 1_000);
    for (const origin of [
      'http://localhost:8787',
      'http://127.0.0.1',
      'http://[::1]',
      'https://portal.test',
    ]) {
      expect((await get(origin + path)).status).toBe(200);
    }
    // A foreign name that was pointed here (DNS rebinding) makes a foreign page same-origin.
    expect((await get(`http://evil.example:8787${path}`)).status).toBe(404);
  },
);

describe('the list', () => {
  it('says what to do while it is empty', async () => {
    const response = await get('/dev/mail');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('No mail yet');
  });

  it('T21: shows the newest mail first, linked, with names as text', async () => {
    await put('old', 1_000);
    await put('-new_1', 2_000, { subject: `048213 ${attack}`, to: `${attack}@example.com` });
    const page = await (await get('/dev/mail')).text();
    expect(page.indexOf('048213')).toBeLessThan(page.indexOf('Subject old'));
    expect(page).toContain('href="/dev/mail/-new_1"');
    expect(page).not.toContain('<img');
  });

  it('may run only its own script and style', async () => {
    const response = await get('/dev/mail');
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    const [, nonce] = /script-src 'nonce-([^']+)'/.exec(policy) ?? [];
    expect(policy).toMatch(/^default-src 'none'; style-src 'nonce-/);
    expect(await response.text()).toContain(`<script nonce="${nonce}">`);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('one mail', () => {
  it('shows the text, and the HTML in a frame that may run nothing', async () => {
    await put('one', 1_000, { text: `Text ${attack}`, html: `<p title="x">HTML</p>${attack}` });
    const response = await get('/dev/mail/one');
    const page = await response.text();
    expect(page).toContain('Text &lt;img src=x onerror=alert(1)&gt;');
    // Links open in a tab of their own; scripts, forms and the page around it are out of reach.
    expect(page).toMatch(/<iframe\s+sandbox="allow-popups allow-popups-to-escape-sandbox"\s/);
    expect(page).toContain('srcdoc="&lt;p title=&quot;x&quot;&gt;HTML&lt;/p&gt;&lt;img src=x');
    expect(page).not.toContain('<img');
    const policy = response.headers.get('Content-Security-Policy');
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toContain('script-src');
  });

  it('is 404 when there is none', async () => {
    expect((await get('/dev/mail/none')).status).toBe(404);
  });
});

describe('the JSON', () => {
  it('has the same mails, newest first', async () => {
    await put('old', 1_000);
    await put('new', 2_000);
    const { mails } = (await (await get('/dev/mail.json')).json()) as { mails: CaughtMail[] };
    expect(mails.map(({ id }) => id)).toEqual(['new', 'old']);
    expect(mails[0]).toEqual({
      id: 'new',
      businessId: 'business-1',
      to: 'ada@example.com',
      subject: 'Subject new',
      text: 't',
      html: 'h',
      sentAt: 2_000,
    });
  });
});
