import { expect } from '@open-wc/testing';
import { tokenOf } from '../conformance/link-cases.ts';
import { Visitor as Browser } from '../conformance/visitor.ts';
import type { PortalLogin } from '../../src/elements/login/portal-login.ts';
import { redeemLink } from '../../src/elements/after/redeem-link.ts';
import { loginPage, type LoginPage } from '../support/login-page.ts';
import { useMockPortal } from '../support/mock-portal.ts';
import { openPage } from '../support/page.ts';
import { until } from '../support/visitor.ts';
import { fill, words } from '../support/words.ts';

const portal = useMockPortal();
const here = location.origin + location.pathname;
const settings = { methods: ['password' as const, 'code' as const, 'link' as const], returnUrls: [here] };

async function tokenFor(email: string): Promise<string> {
  const { text } = (await portal().mailbox.latest(email)) ?? { text: '' };
  return tokenOf(/http\S+\/link\?token=\S+/.exec(text)?.[0] ?? text);
}

/** The business's facts have arrived: before that nobody can ask for a link. */
const factsAreThere = ({ visitor }: LoginPage) =>
  until(() => visitor.everything.includes('Hearth & Crumb'), 'Shows whose page it is');

/** The page of somebody who has asked for a code, and the link that came beside it. */
async function asked(): Promise<LoginPage & { token: string }> {
  const opened = await loginPage(portal(), { settings });
  await factsAreThere(opened);
  await opened.visitor.types(words.email, opened.account.email);
  await opened.visitor.presses(words.codeInstead);
  await opened.visitor.sees(words.checkEmail);
  return { ...opened, token: await tokenFor(opened.account.email) };
}

/** The page that the link leads back to, in the same browser. */
async function arrive(backend: string, fragment: string) {
  history.replaceState(null, '', `#${fragment}`);
  return (await openPage(backend, '<portal-login></portal-login>')).visitor('portal-login');
}

/** Another browser: with a key of its own. */
const elsewhere = (backend: string) =>
  Browser.arrive({
    backend,
    singleAccountBackend: backend,
    fetch: (request) => fetch(request),
    codeFor: (email) => portal().mailbox.codeFor(email),
  });

describe('logging in by a link', () => {
  afterEach(() => history.replaceState(null, '', location.pathname + location.search));

  it('says that the email holds a link, and takes it: out of the address, and into the account', async () => {
    const { backend, token, visitor, page } = await asked();
    expect(visitor.everything).to.include(words.linkLead);
    page.root.remove();
    const returned = await arrive(backend, `section&portal-link=${token}`);
    await returned.sees(words.signedIn);
    expect(location.hash).to.equal('#section');
    expect(location.href).not.to.include(token);
  });

  it('T9: in a browser that did not ask it says what to do, and the link still works where it was asked for', async () => {
    const { backend, account } = await loginPage(portal(), { settings });
    const other = await elsewhere(backend);
    await other.succeed('requestSignInCode', { email: account.email, returnTo: here });
    const token = await tokenFor(account.email);
    const visitor = await arrive(backend, `portal-link=${token}`);
    await visitor.isTold(words.problems['link-other-device']);
    expect(location.href).not.to.include(token);
    const outcome = await other.succeed('verifySignInLink', { token });
    expect(outcome.outcome).to.equal('signed-in');
  });

  it('tells that a link is used up, and the form is there to log in another way', async () => {
    const { backend } = await loginPage(portal(), { settings });
    const visitor = await arrive(backend, 'portal-link=used-long-ago');
    await visitor.isTold(words.problems['link-invalid']);
    expect(visitor.field(words.password)).to.be.instanceOf(HTMLInputElement);
  });

  it('waits for a form that was sent before the code for links had arrived', async () => {
    const { account, page, token, visitor } = await asked();
    portal().scenario('slow', { endpoint: 'verifySignInCode' });
    await visitor.types(words.code, '000000');
    await visitor.presses(words.confirm);
    expect(page.element('portal-login').matches(':state(busy)')).to.equal(true);
    await redeemLink(page.element('portal-login') as PortalLogin, token);
    await visitor.sees(words.signedIn);
    expect(visitor.everything).to.include(account.name);
  });

  it('tries again when the network comes back', async () => {
    const { backend, token, page } = await asked();
    page.root.remove();
    portal().scenario('down', { endpoint: 'verifySignInLink' });
    const visitor = await arrive(backend, `portal-link=${token}`);
    await visitor.isTold(words.problems.network);
    portal().scenario(undefined);
    await visitor.presses(words.retry);
    await visitor.sees(words.signedIn);
  });

  it('asks for a code alone where the page is none of the return URLs', async () => {
    const settingsOfOther = { ...settings, returnUrls: ['https://another.example/members'] };
    const opened = await loginPage(portal(), { settings: settingsOfOther });
    await factsAreThere(opened);
    const { account, visitor } = opened;
    await visitor.types(words.email, account.email);
    await visitor.presses(words.codeInstead);
    await visitor.sees(words.checkEmail);
    expect(visitor.everything).not.to.include(words.linkLead);
    await visitor.types(words.code, await portal().mailbox.codeFor(account.email));
    await visitor.presses(words.confirm);
    await visitor.sees(words.signedIn);
  });

  it('gets a code also when the page was taken off the list a moment ago', async () => {
    const opened = await loginPage(portal(), { settings });
    await factsAreThere(opened);
    const { backend, account, visitor } = opened;
    const slug = new URL(backend).pathname.slice(1);
    const business = await portal().storage.businesses.bySlug(slug);
    if (!business) throw new Error(slug);
    await portal().storage.businesses.put({
      ...business,
      settings: { ...business.settings, returnUrls: [] },
    });
    await visitor.types(words.email, account.email);
    await visitor.presses(words.codeInstead);
    await visitor.sees(words.checkEmail);
    expect(visitor.everything).to.include(fill(words.codeLead, { length: 6 }));
    expect(visitor.everything).not.to.include(words.linkLead);
  });
});
