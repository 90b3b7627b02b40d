import { beforeAll, expect, it } from 'vitest';
import { adminCases } from '../../../test/conformance/admin-cases.ts';
import { linkCases, tokenOf } from '../../../test/conformance/link-cases.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { numbers } from '../../src/domain/numbers.ts';
import { describeStorage } from '../support/databases.ts';
import {
  conformanceTarget,
  publicUrl,
  returnTo,
  startTestPortal,
  type TestPortal,
  withLinks,
} from '../support/test-portal.ts';

const password = 'correct horse battery';
const evil = {
  Host: 'evil.test',
  'X-Forwarded-Host': 'evil.test',
  'X-Forwarded-Proto': 'javascript',
  'X-Forwarded-Port': '666',
  Forwarded: 'host=evil.test;proto=https',
  'X-Original-URL': 'https://evil.test/',
};
let people = 0;

describeStorage('links', (current) => {
  let portal: TestPortal;
  let target: Target;
  beforeAll(async () => {
    portal = await startTestPortal(current().db);
    target = await conformanceTarget(portal);
  });

  // Not `it.each`: it shortens the titles, which docs/security.md lists.
  for (const { title, run } of [...linkCases, ...adminCases]) it(title, () => run(target));

  async function asked() {
    const email = `links-${(people += 1)}@example.com`;
    const visitor = await Visitor.arrive(target);
    await visitor.signUp(email, password);
    const { flow } = await visitor.succeed('requestSignInCode', { email, returnTo });
    return { email, visitor, flow, link: await portal.linkFor(email) };
  }
  /** Made by the business. */
  async function visitorsLink() {
    const visitor = await Visitor.arrive(target);
    const { session } = await visitor.signUp(`links-${(people += 1)}@example.com`, password);
    return (await visitor.succeed('createLink', { account: session.account.id, returnTo })).url;
  }
  const open = (link: string) => portal.fetch(new Request(link));

  it('T11: Host, X-Forwarded-Host and Forwarded change neither mail nor link', async () => {
    const shapeOf = async (headers: Record<string, string>) => {
      const email = `links-${(people += 1)}@example.com`;
      const visitor = await Visitor.arrive(target);
      await visitor.signUp(email, password);
      await visitor.succeed('requestSignInCode', { email, returnTo }, { headers });
      const mail = JSON.stringify((await portal.mailsTo(email)).at(-1));
      expect(mail).not.toContain('evil');
      const { code, tag } = (await portal.mailsTo(email)).at(-1)?.data as { code: string; tag: string };
      return mail
        .replace(email, '…')
        .replace(code, '…')
        .replace(`"${tag}"`, '…')
        .replace(/token=[\w-]+/, '…');
    };
    expect(await shapeOf(evil)).toBe(await shapeOf({}));
    const { link } = await asked();
    expect(link.startsWith(`${publicUrl}/many/link?token=`)).toBe(true);
    const page = await portal.fetch(new Request(link, { headers: evil }));
    expect(await page.text()).not.toContain('evil');
  });

  it('only the link of the newest mail is good', async () => {
    const { email, visitor, flow, link } = await asked();
    portal.advance(numbers.resendCoolDown);
    await visitor.succeed('resendCode', { flow });
    const newest = await portal.linkFor(email);
    expect(newest).not.toBe(link);
    await visitor.refused('verifySignInLink', 'link-invalid', { token: tokenOf(link) });
    await visitor.succeed('verifySignInLink', { token: tokenOf(newest) });
  });

  it('the page of a mailed link says whose request it answers, and the code for another device', async () => {
    const { email, link } = await asked();
    const { data } = (await portal.mailsTo(email)).at(-1) ?? {};
    const { code, tag } = data as { code: string; tag: string };
    const html = await (await open(link)).text();
    expect(html).toContain(`translate="no">${code}<`);
    expect(html).toContain(tag);
    const other = await visitorsLink();
    expect(await (await open(other)).text()).not.toContain('translate="no"');
  });

  it('the page of a link whose code was typed is a dead one', async () => {
    const { email, visitor, flow, link } = await asked();
    await visitor.succeed('verifySignInCode', { flow, code: await portal.codeFor(email) });
    expect((await open(link)).status).toBe(410);
  });

  it('a code that is sent again where links were taken back comes without one', async () => {
    const { email, visitor, flow } = await asked();
    portal.advance(numbers.resendCoolDown);
    await portal.putBusiness('many', { ...withLinks, methods: ['code'], allowDuplicateAccounts: true });
    await visitor.succeed('resendCode', { flow });
    await portal.putBusiness('many', { ...withLinks, allowDuplicateAccounts: true });
    expect(await portal.mailsTo(email)).toHaveLength(3);
    await expect(portal.linkFor(email)).rejects.toThrow();
  });

  it('a link dies with its code, after ten minutes; its page says so', async () => {
    const { visitor, link } = await asked();
    portal.advance(numbers.codeLife['sign-in'] - 1);
    expect((await open(link)).status).toBe(200);
    portal.advance(1);
    const dead = await open(link);
    expect(dead.status).toBe(410);
    expect(await dead.text()).toContain('This link no longer works');
    await visitor.refused('verifySignInLink', 'link-invalid', { token: tokenOf(link) });
  });

  it('a link of the business dies after fifteen minutes, and with its account', async () => {
    const visitor = await Visitor.arrive(target);
    const { session } = await visitor.signUp(`links-${(people += 1)}@example.com`, password);
    const body = { account: session.account.id, returnTo };
    const first = await visitor.succeed('createLink', body);
    portal.advance(numbers.accountLinkLife);
    await visitor.refused('verifySignInLink', 'link-invalid', { token: tokenOf(first.url) });
    const second = await visitor.succeed('createLink', body);
    await current().db.deleteFrom('accounts').where('id', '=', session.account.id).execute();
    await visitor.refused('verifySignInLink', 'link-invalid', { token: tokenOf(second.url) });
  });

  it('T14: a link of the business is no fresh proof: nothing sensitive is changed on its word', async () => {
    const visitor = await Visitor.arrive(target);
    const { session } = await visitor.signUp(`links-${(people += 1)}@example.com`, password);
    const { url } = await visitor.succeed('createLink', { account: session.account.id, returnTo });
    const holder = await Visitor.arrive(target);
    const outcome = await holder.succeed('verifySignInLink', { token: tokenOf(url) });
    if (outcome.outcome !== 'signed-in') throw new Error(outcome.outcome);
    const { account, session: opened } = {
      account: session.account.id,
      session: outcome.grant.session.id,
    };
    const stored = await current().storage.sessions.byId((await businessId()) ?? '', opened);
    expect(stored?.proof).toEqual({ method: 'link', accountIds: [account], provedAt: 0 });
  });
  const businessId = async () => (await current().storage.businesses.bySlug('many'))?.id;

  it('what the business takes back, its links lose at once', async () => {
    const { visitor, link } = await asked();
    const settings = { ...withLinks, allowDuplicateAccounts: true };
    await portal.putBusiness('many', { ...settings, returnUrls: ['https://shop.example/other'] });
    expect((await open(link)).status).toBe(410);
    await visitor.refused('verifySignInLink', 'link-invalid', { token: tokenOf(link) });
    await portal.putBusiness('many', { ...settings, methods: ['password', 'code'] });
    await visitor.refused('verifySignInLink', 'method-disabled', { token: tokenOf(link) });
    await portal.putBusiness('many', settings);
    await visitor.succeed('verifySignInLink', { token: tokenOf(link) });
  });

  it('no code or link leads into an account by the mail to an address that has none', async () => {
    const email = `links-${(people += 1)}@example.com`;
    const visitor = await Visitor.arrive(target);
    await visitor.succeed('requestSignInCode', { email, returnTo });
    expect((await portal.mailsTo(email)).at(-1)).toMatchObject({ template: 'no-account' });
    await expect(portal.linkFor(email)).rejects.toThrow();
  });

  it('a revoked API key opens nothing; uses of one are known to the minute', async () => {
    const visitor = await Visitor.arrive(target);
    const [id] = /(?<=portal_)\w+/.exec(target.apiKey ?? '') ?? [''];
    const { apiKeys } = current().storage;
    const business = (await businessId()) ?? '';
    const body = { account: 'none', returnTo };
    portal.advance(numbers.apiKeyUse);
    await visitor.refused('createLink', 'account-not-found', body);
    expect((await apiKeys.byId(business, id))?.lastUsedAt).toBe(portal.deps.clock.now());
    expect(await apiKeys.revoke(business, id, portal.deps.clock.now())).toBe(true);
    expect(await apiKeys.revoke(business, id, portal.deps.clock.now())).toBe(false);
    await visitor.refused('createLink', 'api-key-invalid', body);
  });

  it('the page of a link escapes what it shows', async () => {
    const name = `<img src=x onerror=alert(1)>"'&`;
    await portal.putBusiness('many', { ...withLinks, allowDuplicateAccounts: true, name });
    const { link } = await asked();
    const html = await (await open(link)).text();
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });
});
