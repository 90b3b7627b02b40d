/** The backend's own log-in page: who opens a child app directly proves there who they are, and goes back signed in. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { type App, createApp } from '../../src/app.ts';
import type { WidgetFiles } from '../../src/http/widget-routes.ts';
import { arrive, Browser, ChildApp, customer, putApp, redirectUri, site } from '../support/child-app.ts';
import { conformanceTarget, publicUrl, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const backend = `${publicUrl}/acme`;
const minute = 60_000;
const content = new TextEncoder().encode('export {};');
const widget: WidgetFiles = new Map([
  ['portal.js', { content, etag: '"one"', isImmutable: false }],
  ['chunks/login-abc.js', { content, etag: '"two"', isImmutable: true }],
]);

describe("the backend's own log-in page", () => {
  let portal: TestPortal;
  let server: App;
  let target: Target;
  const secrets = new Map<string, string>();
  const send = (request: Request) => server(request);
  const appOf = (id = 'courses') => ChildApp.discover(backend, id, secrets.get(id) ?? '', send);
  beforeEach(async () => {
    portal = await startTestPortal();
    server = createApp({ ...portal.deps, widget });
    const business = await portal.putBusiness('acme', { origins: [site], accent: '#b4481e' });
    await portal.putBusiness('other', { origins: [site] });
    target = { ...(await conformanceTarget(portal)), backend };
    for (const id of ['courses', 'forum']) secrets.set(id, await putApp(portal.deps, business, id));
  });

  /** A browser that an app has sent to the page. */
  async function atPage(more: Record<string, string> = {}, browser = new Browser(send)) {
    const app = await appOf();
    const { response, url } = await browser.go(await app.begin(more));
    return { app, browser, url, response, page: (await response.text()).replace(/\s+/g, ' ') };
  }
  /** Somebody who has logged in on it, and asks for the ticket there. */
  const arrived = async (id = 'courses', origin: string | undefined = publicUrl) => {
    const person = await customer(target);
    return { ...person, ticket: (await person.launch(id, origin)).ticket };
  };
  const callback = async (browser: Browser, response: Response) =>
    (await browser.go(new URL(response.headers.get('Location') ?? '', publicUrl).href)).url;

  it('is our own form, in the colour of the business, and says which app asks', async () => {
    const { response, url, page } = await atPage();
    expect(url).toMatch(`${backend}/oidc/ask/`);
    expect(response.status).toBe(200);
    expect(page).toContain('<strong>Courses</strong> asks you to log in to Test &amp; Sons.');
    expect(page).toContain('<portal-sign-on app="courses" app-name="Courses" heading-level="1" >');
    expect(page).toContain('<portal-login slot="signed-out"');
    expect(page).toContain('--portal-accent: #b4481e');
    expect(page).toMatch(
      /<script\s+type="module"\s+src="https:\/\/portal.test\/portal-elements\/portal.js"\s+data-backend="https:\/\/portal.test\/acme"\s*><\/script>/,
    );
  });

  it('T25: cannot be framed, and runs no script but our own files', async () => {
    const { response, page } = await atPage();
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        `script-src ${publicUrl}/portal-elements/`,
        `connect-src ${backend}/`,
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        `form-action 'self' ${new URL(redirectUri).origin}`,
      ]),
    );
    expect(policy).not.toContain('unsafe');
    expect(response.headers.get('X-Frame-Options')).toBe('DENY');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(response.headers.get('Referrer-Policy')).toBe('same-origin');
    const nonce = /style-src 'nonce-([^']+)'/.exec(policy)?.[1];
    expect([...page.matchAll(/<(?:script|style)[^>]*>/g)].map(([tag]) => tag)).toEqual([
      `<style nonce="${nonce}">`,
      expect.stringContaining('src='),
    ]);
  });

  it('T21: shows the names of apps and businesses as text', async () => {
    const name = '"><img src=x onerror=alert(1)>';
    const business = await portal.putBusiness('acme', { name, origins: [site] });
    secrets.set('courses', await putApp(portal.deps, business, 'courses', { name }));
    const { page } = await atPage();
    expect(page).not.toContain('<img');
    expect(page).toContain('app-name="&quot;&gt;&lt;img');
  });

  it('takes who has logged in back to the app, to the very request that began there', async () => {
    const { app, browser, url } = await atPage();
    const { ticket, account } = await arrived();
    const before = browser.jar.get('portal-sign-on');
    const back = await callback(browser, await browser.post(url, { ticket }, publicUrl));
    expect(new URL(back).origin + new URL(back).pathname).toBe(redirectUri);
    // RFC 9207: an app that knows several providers can tell whose answer this is.
    expect(new URL(back).searchParams.get('iss')).toBe(backend);
    const tokens = await app.finish(back);
    expect(tokens.claims()?.sub).toBe(account.id);
    expect(browser.jar.get('portal-sign-on'), 'nobody could have planted it').not.toEqual(before);
    for (const address of [...browser.visited, back]) expect(address).not.toContain(ticket);
    const code = new URL(back).searchParams.get('code') ?? '';
    for (const secret of [ticket, code, tokens.access_token, tokens.id_token ?? ''])
      expect(JSON.stringify(portal.log), 'T31').not.toContain(secret);
    // Single sign-on from here on, the page unseen.
    const forum = await appOf('forum');
    const there = await forum.finish((await browser.go(await forum.begin({ prompt: 'none' }))).url);
    expect(there.claims()?.sub).toBe(account.id);
  });

  it('is not shown to an app that wants no page, which is told so', async () => {
    const { url } = await atPage({ prompt: 'none' });
    expect(new URL(url).searchParams.get('error')).toBe('login_required');
  });

  it.each(['prompt=login', 'max_age'])(
    'with %s lets nobody through by an older log-in, and anybody by a new one',
    async (wanted) => {
      const first = await atPage();
      const person = await customer(target);
      const { ticket } = await person.launch('courses', publicUrl);
      await callback(first.browser, await first.browser.post(first.url, { ticket }, publicUrl));
      portal.advance(2 * minute);

      // The provider's clock is the machine's, from which the tests' differs.
      const maxAge = Math.round((Date.now() - portal.deps.clock.now() + minute) / 1_000);
      const more = wanted === 'max_age' ? { max_age: String(maxAge) } : { prompt: 'login' };
      const { app, browser, url, response, page } = await atPage(
        more as Record<string, string>,
        first.browser,
      );
      expect(response.status).toBe(200);
      expect(page).toContain('app-name="Courses" heading-level="1" fresh >');
      const old = await person.launch('courses', publicUrl);
      expect((await browser.post(url, { ticket: old.ticket }, publicUrl)).status).toBe(400);
      portal.advance(1_000);
      const outcome = await person.visitor.succeed('signInWithPassword', {
        email: person.email,
        password: 'correct horse battery',
      });
      if (outcome.outcome !== 'signed-in') throw new Error(outcome.outcome);
      const { ticket: fresh } = await person.visitor.succeed('launchApp', undefined, {
        accessToken: outcome.grant.access_token,
        parameters: { id: 'courses' },
        headers: { Origin: publicUrl },
      });
      const tokens = await app.finish(
        await callback(browser, await browser.post(url, { ticket: fresh }, publicUrl)),
      );
      expect(tokens.claims()?.sub).toBe(person.account.id);
    },
  );

  it('T19: somebody else who logs in takes nothing over from who was there before, and leaves them nothing', async () => {
    const [first, browser, app] = [await customer(target), new Browser(send), await appOf()];
    const before = await arrive(app, browser, await first.launch('courses'));
    const planted = new Map(browser.jar);
    const next = await atPage({ prompt: 'login' }, browser);
    portal.advance(1_000);
    const second = await arrived();
    const answer = await browser.post(next.url, { ticket: second.ticket }, publicUrl);
    // The provider logs the first one out by a form of its own, which sends itself.
    const form = await browser.go(answer.headers.get('Location') ?? '');
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(await form.response.text())?.[1] ?? '';
    const confirm = `${backend}/oidc/log-out/confirm`;
    const left = await browser.post(confirm, { xsrf, logout: 'yes' }, publicUrl);
    const tokens = await next.app.finish(await callback(browser, left));
    expect(tokens.claims()?.sub).toBe(second.account.id);
    await expect(app.userInfo(before.access_token, first.account.id)).rejects.toMatchObject({ status: 401 });

    const other = new Browser(send);
    for (const [name, cookie] of planted) other.jar.set(name, cookie);
    const silent = await other.go(await app.begin({ prompt: 'none' }));
    expect(new URL(silent.url).searchParams.get('error')).toBe('login_required');
  });

  it.each([
    ["the business's own site", site],
    ['a page without an origin', 'null'],
    ['nowhere', null],
    ['a page of the same host', publicUrl.replace('https', 'http')],
  ])('T26: a ticket that is posted from %s logs nobody in, and stays good', async (_, origin) => {
    const { app, browser, url } = await atPage();
    const { ticket, account } = await arrived();
    const planted = await browser.post(url, { ticket }, origin);
    expect(planted.status).toBe(400);
    expect(planted.headers.get('Location')).toBeNull();
    const tokens = await app.finish(await callback(browser, await browser.post(url, { ticket }, publicUrl)));
    expect(tokens.claims()?.sub).toBe(account.id);
  });

  it('T26: a ticket from another page, for another app, of another browser or business logs nobody in', async () => {
    const { browser, url } = await atPage();
    const refused = async (ticket: string, by = browser, at = url) => {
      const response = await by.post(at, { ticket }, publicUrl);
      expect(response.status).toBe(400);
      expect(response.headers.get('Location')).toBeNull();
    };
    await refused((await arrived('courses', site)).ticket);
    await refused((await arrived('forum')).ticket);
    await refused('made-up');
    const { ticket } = await arrived();
    await refused(ticket, new Browser(send));
    await refused(ticket, browser, url.replace('/acme/', '/other/'));
  });

  it('T26: a ticket that comes twice ends what it opened', async () => {
    const { app, browser, url } = await atPage();
    const { ticket, account } = await arrived();
    const tokens = await app.finish(await callback(browser, await browser.post(url, { ticket }, publicUrl)));
    await app.userInfo(tokens.access_token, account.id);
    const again = await atPage({ prompt: 'login' }, browser);
    expect((await browser.post(again.url, { ticket }, publicUrl)).status).toBe(400);
    await expect(app.userInfo(tokens.access_token, account.id)).rejects.toMatchObject({ status: 401 });
  });

  it('a log-out at the app ends the log-in of the page, which is there for the apps alone', async () => {
    const { app, browser, url } = await atPage();
    const { ticket, visitor, grant } = await arrived();
    const tokens = await app.finish(await callback(browser, await browser.post(url, { ticket }, publicUrl)));
    const endSession = `${backend}/oidc/log-out`;
    const asked = await browser.go(`${endSession}?id_token_hint=${tokens.id_token}`);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(await asked.response.text())?.[1] ?? '';
    const accessToken = grant.access_token;
    await visitor.succeed('readMe', undefined, { accessToken });
    await browser.post(`${endSession}/confirm`, { xsrf, logout: 'yes' }, publicUrl);
    await visitor.refused('readMe', 'token-invalid', undefined, { accessToken });
    expect((await atPage({}, browser)).page).toContain('portal-login');
  });

  it('T11: a log-out leads to no address that the app has not registered', async () => {
    const { browser } = await atPage();
    for (const wrong of ['https://evil.example/', 'https://courses.example/bye/../x', '//evil.example']) {
      const query = new URLSearchParams({ client_id: 'courses', post_logout_redirect_uri: wrong });
      const { response } = await browser.go(`${backend}/oidc/log-out?${query}`);
      expect(response.status).toBe(400);
      expect(await response.text()).not.toContain('evil');
      // Of an app that does not say who it is, nothing is followed either.
      const nobody = new URLSearchParams({ post_logout_redirect_uri: wrong });
      const other = await browser.go(`${backend}/oidc/log-out?${nobody}`);
      expect(await other.response.text()).not.toContain('evil');
    }
  });

  it('says where to log in once the question is forgotten', async () => {
    const { browser, url } = await atPage();
    portal.advance(61 * minute);
    const late = await browser.go(url);
    expect(late.response.status).toBe(400);
    expect(await late.response.text()).toContain('Log in to Test &amp; Sons first');
  });

  it('T20: its origin may talk to the backend, and no other that looks like it', async () => {
    const preflight = (origin: string) =>
      send(
        new Request(`${backend}/sign-in/password`, {
          method: 'OPTIONS',
          headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
        }),
      );
    expect((await preflight(publicUrl)).status).toBe(204);
    for (const origin of [
      'http://portal.test',
      'https://portal.test:444',
      'https://portal.test.evil.example',
    ])
      expect((await preflight(origin)).headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  it('brings its files, and nothing else of the folder that they lie in', async () => {
    const get = (path: string, headers = {}) =>
      send(new Request(`${publicUrl}/portal-elements/${path}`, { headers }));
    const script = await get('portal.js');
    expect(await script.text()).toBe('export {};');
    expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('Cache-Control')).toBe('no-cache');
    expect((await get('portal.js', { 'If-None-Match': '"one"' })).status).toBe(304);
    const chunk = await get('chunks/login-abc.js');
    expect(chunk.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    for (const path of ['', 'portal.js.map', '..%2fpackage.json', 'chunks/', 'chunks/../../package.json'])
      expect((await get(path)).status).toBe(404);
  });
});
