import { beforeAll, expect, it } from 'vitest';
import type { Business } from '../../src/domain/business.ts';
import {
  Browser,
  ChildApp,
  customer,
  initiateLoginUri,
  putApp,
  redirectUri,
  site,
} from '../support/child-app.ts';
import { describeStorage } from '../support/databases.ts';
import { publicUrl, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const backend = `${publicUrl}/acme`;

describeStorage('single sign-on', (current) => {
  let portal: TestPortal;
  let business: Business;
  let secret: string;
  beforeAll(async () => {
    portal = await startTestPortal(current().db);
    business = await portal.putBusiness('acme', { origins: [site] });
    secret = await putApp(portal, business, 'courses');
  });
  const send = (request: Request) => portal.fetch(request);

  it('takes a customer to a child app: ticket, cookie, code, verified ID token, userinfo', async () => {
    const { account, email, launch } = await customer(portal, backend);
    const app = await ChildApp.discover(backend, 'courses', secret, send);
    const browser = new Browser(send);
    const { url, ticket, expiresIn } = await launch('courses');
    expect(url).toBe(`${backend}/launch`);
    expect(expiresIn).toBe(60);
    const started = await browser.post(url, { ticket }, site);
    expect(started.status, await started.clone().text()).toBe(303);
    const start = new URL(started.headers.get('Location') ?? '');
    expect(start.origin + start.pathname).toBe(initiateLoginUri);
    expect(Object.fromEntries(start.searchParams)).toEqual({
      iss: backend,
      target_link_uri: 'https://courses.example/home',
    });
    const arrived = await browser.go(await app.begin());
    expect(arrived.url, await arrived.response.clone().text()).toContain(redirectUri);
    const tokens = await app.finish(arrived.url);
    expect(tokens.claims()).toMatchObject({ iss: backend, sub: account.id, aud: 'courses' });
    const info = await app.userInfo(tokens.access_token, account.id);
    expect(info).toEqual({ sub: account.id, name: 'Ada Lovelace', email, email_verified: true });
  });
});
