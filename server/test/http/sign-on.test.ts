import * as client from 'openid-client';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { makeClientSecret } from '../../src/domain/app.ts';
import type { Business } from '../../src/domain/business.ts';
import { arrive, Browser, ChildApp, customer, putApp, redirectUri, site } from '../support/child-app.ts';
import { describeStorage } from '../support/databases.ts';
import { conformanceTarget, publicUrl, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const backend = `${publicUrl}/acme`;

describeStorage('single sign-on', (current) => {
  let portal: TestPortal;
  let business: Business;
  let target: Target;
  const secrets = new Map<string, string>();
  const send = (request: Request) => portal.fetch(request);
  const browserOf = () => new Browser(send);
  const appOf = (id = 'courses', secret = secrets.get(id) ?? '') =>
    ChildApp.discover(backend, id, secret, send);
  beforeAll(async () => {
    portal = await startTestPortal(current().db);
    business = await portal.putBusiness('acme', { origins: [site] });
    target = { ...(await conformanceTarget(portal)), backend };
    for (const id of ['courses', 'forum']) secrets.set(id, await putApp(portal.deps, business, id));
    secrets.set(
      'vip',
      await putApp(portal.deps, business, 'vip', { access: 'listed', name: 'Inner Circle' }),
    );
  });

  /** Somebody who is in an app by the portal, and everything they hold there. */
  async function inApp(name?: string) {
    const person = await customer(target, name);
    const [app, browser] = [await appOf(), browserOf()];
    const launched = await person.launch('courses');
    const tokens = await arrive(app, browser, launched);
    return { ...person, app, browser, launched, tokens };
  }
  type Guest = Awaited<ReturnType<typeof inApp>>;

  /** Neither the browser nor the app's token opens anything any more. */
  async function expectOver({ app, browser, tokens, account }: Guest) {
    const again = await browser.go(await app.begin());
    expect(again.url).toContain(`${backend}/oidc/ask/`);
    expect(again.response.status).toBe(400);
    expect(await again.response.text()).toContain('Log in to Test &amp; Sons to open Courses');
    const silent = await browser.go(await app.begin({ prompt: 'none' }));
    expect(new URL(silent.url).searchParams.get('error')).toBe('login_required');
    await expect(app.userInfo(tokens.access_token, account.id)).rejects.toMatchObject({ status: 401 });
  }

  describe('a child app', () => {
    it('learns who has come: verified ID token, userinfo, and that it may ask again without a question', async () => {
      const { account, email, app, browser, tokens } = await inApp();
      expect(tokens.claims()).toMatchObject({ iss: backend, sub: account.id, aud: 'courses' });
      const info = await app.userInfo(tokens.access_token, account.id);
      expect(info).toEqual({ sub: account.id, name: 'Ada Lovelace', email, email_verified: true });
      expect(tokens.refresh_token).toBeUndefined();
      // What was good once is not kept.
      expect([...browser.jar.keys()].filter((name) => name.includes('launch'))).toEqual([]);
      const again = await browser.go(await app.begin({ prompt: 'none' }));
      expect((await app.finish(again.url)).claims()?.sub).toBe(account.id);
    });

    it('sets no cookie that a script, another site or plain http could get', async () => {
      const { launch } = await customer(target);
      const cookies: string[] = [];
      const browser = new Browser(async (request) => {
        const response = await send(request);
        cookies.push(...response.headers.getSetCookie());
        return response;
      });
      await arrive(await appOf(), browser, await launch('courses'));
      const set = cookies.filter((cookie) => !/max-age=0|expires=Thu, 01 Jan 1970/i.test(cookie));
      expect(new Set(set.map((cookie) => cookie.split('=')[0])).size).toBeGreaterThan(3);
      for (const cookie of set) {
        expect(cookie).toMatch(/; httponly/i);
        expect(cookie).toMatch(/; samesite=lax/i);
        expect(cookie).toMatch(/; secure/i);
        expect(cookie).toMatch(/; path=\/acme\/oidc|^__Host-/);
      }
    });

    it('may send its secret in the body or the header, take its answer by form post, and ask for consent', async () => {
      const { browser, launched: _, launch, account } = await inApp();
      const secret = secrets.get('courses') ?? '';
      const config = new client.Configuration(
        (await appOf()).config.serverMetadata(),
        'courses',
        undefined,
        client.ClientSecretPost(secret),
      );
      config[client.customFetch] = (url, init) => send(new Request(url, init as RequestInit));
      const app = new ChildApp(config);
      await browser.launch(await launch('courses'));
      const { response } = await browser.go(
        await app.begin({ response_mode: 'form_post', prompt: 'consent' }),
      );
      const page = await response.text();
      const field = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '';
      expect(response.headers.get('Content-Security-Policy')).toMatch(/script-src 'sha256-[^']+'$/);
      const fields = { code: field('code'), state: field('state'), iss: field('iss') };
      const tokens = await app.finish(`${redirectUri}?${new URLSearchParams(fields)}`);
      expect(tokens.claims()?.sub).toBe(account.id);
    });

    it('may run on this machine without https, for who builds it', async () => {
      const local = 'http://127.0.0.1:5000';
      const client = {
        redirectUris: [`${local}/callback`],
        postLogoutRedirectUris: [],
        initiateLoginUri: `${local}/login`,
        backchannelLogoutUrl: null,
      };
      const { secret, sealedSecret } = await makeClientSecret(portal.deps);
      await putApp(portal.deps, business, 'local', { url: local, client: { ...client, sealedSecret } });
      const { launch } = await customer(target);
      const browser = browserOf();
      await browser.launch(await launch('local'));
      const [redirect_uri = ''] = client.redirectUris;
      const { url } = await browser.go(await (await appOf('local', secret)).begin({ redirect_uri }));
      expect(url).toMatch(`${redirect_uri}?code=`);
      const elsewhere = redirect_uri.replace('5000', '5001');
      const other = await browser.go(await (await appOf('local', secret)).begin({ redirect_uri: elsewhere }));
      expect(other.response.status, 'another port is another address').toBe(400);
    });

    it('finds nothing offered beside the code flow with PKCE', async () => {
      const document = (await (
        await send(new Request(`${backend}/.well-known/openid-configuration`))
      ).json()) as Record<string, unknown>;
      expect(document).toMatchObject({
        issuer: backend,
        response_types_supported: ['code'],
        grant_types_supported: ['authorization_code'],
        code_challenge_methods_supported: ['S256'],
        id_token_signing_alg_values_supported: ['RS256'],
        token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
        subject_types_supported: ['public'],
        scopes_supported: ['openid', 'profile', 'email'],
      });
      for (const absent of [
        'registration_endpoint',
        'introspection_endpoint',
        'device_authorization_endpoint',
      ])
        expect(document).not.toHaveProperty(absent);
      for (const [name, value] of Object.entries(document))
        if (name.endsWith('_endpoint')) expect(value).toMatch(`${backend}/oidc/`);
      const jwks = JSON.stringify(await (await send(new Request(`${backend}/oidc/jwks`))).json());
      expect(jwks).toContain('"kty":"RSA"');
      for (const member of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(jwks).not.toContain(`"${member}":`);
    });

    it('T26: gets no code without PKCE, for another flow, or from a browser without a launch', async () => {
      const { browser } = await inApp();
      const app = await appOf();
      const asked = async (change: (params: URLSearchParams) => void) => {
        const url = new URL(await app.begin());
        change(url.searchParams);
        const answer = await browser.go(url.href);
        expect(answer.url).not.toContain('code=');
        return /[?#&]error=(\w+)/.exec(answer.url)?.[1];
      };
      const withoutProof = (params: URLSearchParams) => {
        params.delete('code_challenge');
        params.delete('code_challenge_method');
      };
      expect(await asked(withoutProof)).toBe('invalid_request');
      expect(await asked((params) => params.set('code_challenge_method', 'plain'))).toBe('invalid_request');
      expect(await asked((params) => params.set('response_type', 'code id_token'))).toBe(
        'unsupported_response_type',
      );
      const stranger = await browserOf().go(await app.begin());
      expect(stranger.response.status).toBe(400);
      const page = await stranger.response.text();
      expect(page).toContain(`href="${site}"`);
      expect(page).toContain('choose the app from there');
    });

    it.each([
      ['another path', `${redirectUri}/x`],
      ['a query', `${redirectUri}?next=https://evil.example`],
      ['a port', redirectUri.replace('.example', '.example:444')],
      ['another host', 'https://evil.example/callback'],
      ['a host in front of it', 'https://courses.example@evil.example/callback'],
      ['another case', redirectUri.replace('https', 'HTTPS')],
      ['a script', 'javascript:alert(1)'],
      ['nothing', ''],
    ])('T11: a redirect address with %s is refused on a page of ours', async (_, wrong) => {
      const { app, browser } = await inApp();
      const answer = await browser.go(await app.begin({ redirect_uri: wrong }));
      expect(answer.url.startsWith(backend)).toBe(true);
      expect(answer.response.status).toBe(400);
      const page = await answer.response.text();
      expect(page).toContain('The app asked for something that cannot be done');
      expect(page).not.toContain('evil');
    });

    it('T11: Host, Forwarded and X-Forwarded-* change no byte of what the provider says about itself', async () => {
      const evil = {
        Host: 'evil.test',
        'X-Forwarded-Host': 'evil.test',
        'X-Forwarded-Proto': 'http',
        'X-Forwarded-Port': '666',
        Forwarded: 'host=evil.test;proto=http',
      };
      const discovery = async (headers: Record<string, string>) =>
        (await send(new Request(`${backend}/.well-known/openid-configuration`, { headers }))).text();
      expect(await discovery(evil)).toBe(await discovery({}));
      const { app, browser } = await inApp();
      const asked = await browser.request(await app.begin({ prompt: 'login' }), { headers: evil });
      expect([...asked.headers].join()).not.toContain('evil');
      expect(asked.headers.get('Location')).toMatch(`${backend}/oidc/ask/`);
    });
  });

  describe('a code', () => {
    /** A browser that has come back to the app with a code. */
    async function withCode(app: ChildApp) {
      const person = await customer(target);
      const browser = browserOf();
      await browser.launch(await person.launch('courses'));
      const { url } = await browser.go(await app.begin());
      return { ...person, browser, url };
    }

    it('T26: redeemed 20 times in parallel gives tokens once, and those are revoked', async () => {
      const app = await appOf();
      const { url, account } = await withCode(app);
      const answers = await Promise.allSettled(Array.from({ length: 20 }, () => app.finish(url)));
      const good = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
      expect(good).toHaveLength(1);
      for (const answer of answers)
        if (answer.status === 'rejected') expect(answer.reason).toMatchObject({ error: 'invalid_grant' });
      const token = good[0]?.access_token ?? '';
      await expect(app.userInfo(token, account.id)).rejects.toMatchObject({ status: 401 });
    });

    it('T26: redeemed a second time ends what came of the first', async () => {
      const app = await appOf();
      const { url, account } = await withCode(app);
      const tokens = await app.finish(url);
      await app.userInfo(tokens.access_token, account.id);
      await expect(app.finish(url)).rejects.toMatchObject({ error: 'invalid_grant' });
      await expect(app.userInfo(tokens.access_token, account.id)).rejects.toMatchObject({ status: 401 });
    });

    it("T26: is worth nothing with another app's secret, or to another app", async () => {
      const app = await appOf();
      const { url } = await withCode(app);
      const stolen = async (id: string, secret: string) => {
        const body = new URLSearchParams({
          grant_type: 'authorization_code',
          code: new URL(url).searchParams.get('code') ?? '',
          redirect_uri: redirectUri,
          client_id: id,
          client_secret: secret,
        });
        const response = await send(
          new Request(`${backend}/oidc/token`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
            body: body.toString(),
          }),
        );
        return [response.status, ((await response.json()) as { error: string }).error];
      };
      const forum = secrets.get('forum') ?? '';
      expect(await stolen('forum', forum)).toEqual([400, 'invalid_grant']);
      expect(await stolen('courses', forum)).toEqual([401, 'invalid_client']);
      expect(await stolen('courses', '')).toEqual([401, 'invalid_client']);
      const told = { event: 'sign-on-refused', business: 'acme', reason: 'invalid_client' };
      expect(portal.log).toContainEqual(expect.objectContaining(told));
      // The right secret alone, without the verifier of the browser's own log-in.
      expect(await stolen('courses', secrets.get('courses') ?? '')).toEqual([400, 'invalid_grant']);
      await app.finish(url);
    });

    it('T26: comes to nothing after its minute', async () => {
      const app = await appOf();
      const { url } = await withCode(app);
      portal.advance(60_000);
      await expect(app.finish(url)).rejects.toMatchObject({ error: 'invalid_grant' });
    });

    it('T26: comes to nothing once the portal session has ended', async () => {
      const app = await appOf();
      const { url, visitor, grant } = await withCode(app);
      await visitor.succeed('endSession', { refresh_token: grant.refresh_token });
      await expect(app.finish(url)).rejects.toMatchObject({ error: 'invalid_grant' });
    });
  });

  describe('what a launch has opened', () => {
    it('T26: ends when the ticket comes a second time, from whomever', async () => {
      const guest = await inApp();
      const thief = await browserOf().launch(guest.launched, null);
      expect(thief.status).toBe(400);
      await expectOver(guest);
    });

    it('T26: ends with the log-out at the portal', async () => {
      const guest = await inApp();
      await guest.visitor.succeed('endSession', { refresh_token: guest.grant.refresh_token });
      await expectOver(guest);
    });

    it('T26: ends with the account', async () => {
      const guest = await inApp();
      await guest.visitor.succeed('deleteAccount', undefined, { accessToken: guest.grant.access_token });
      await expectOver(guest);
    });

    it('T26: ends with the permission, and opens no other app that is not allowed', async () => {
      const { apps } = portal.deps.storage;
      const { account, launch } = await customer(target);
      await apps.allow(business.id, 'vip', account.id);
      const [app, browser] = [await appOf('vip'), browserOf()];
      const tokens = await arrive(app, browser, await launch('vip'));
      await app.userInfo(tokens.access_token, account.id);
      const forum = await appOf('forum');
      const there = await forum.finish((await browser.go(await forum.begin())).url);
      expect(there.claims()?.sub).toBe(account.id);

      await apps.deny(business.id, 'vip', account.id);
      await expect(app.userInfo(tokens.access_token, account.id)).rejects.toMatchObject({ status: 401 });
      const again = await browser.go(await app.begin());
      expect(again.response.status).toBe(400);
      expect(await again.response.text()).toContain('to open Inner Circle');
      await forum.userInfo(there.access_token, account.id);
    });

    it('T26: is not even opened when the permission ends on the way', async () => {
      const { apps } = portal.deps.storage;
      const { account, launch } = await customer(target);
      await apps.allow(business.id, 'vip', account.id);
      const [app, browser] = [await appOf('vip'), browserOf()];
      expect((await browser.launch(await launch('vip'))).status).toBe(303);
      await apps.deny(business.id, 'vip', account.id);
      expect((await browser.go(await app.begin())).response.status).toBe(400);
      expect(browser.jar.has('portal-sign-on')).toBe(false);
    });

    it('T26: ends after twelve hours at the latest', async () => {
      const guest = await inApp();
      portal.advance(12 * 60 * 60 * 1_000);
      await expectOver(guest);
    });

    it('T19: is replaced as a whole when another account launches in the same browser', async () => {
      const first = await inApp();
      const second = await customer(target, 'Grace Hopper');
      const before = new Map(first.browser.jar);
      await first.browser.launch(await second.launch('courses'));
      const { url } = await first.browser.go(await first.app.begin());
      const tokens = await first.app.finish(url);
      expect(tokens.claims()?.sub).toBe(second.account.id);
      const name = 'portal-sign-on';
      expect(first.browser.jar.get(name)).toBeDefined();
      expect(first.browser.jar.get(name)).not.toEqual(before.get(name));
    });

    it.each([0, 1, 2])(
      'T26: of launches side by side in one browser, the replay of number %i ends all',
      async (which) => {
        const { launch, account } = await customer(target);
        const browser = browserOf();
        const ids = ['courses', 'forum', 'courses'];
        const tickets = [];
        const asked = [];
        for (const id of ids) {
          const app = await appOf(id);
          const launched = await launch(id);
          await browser.launch(launched);
          tickets.push(launched);
          // As far as the question who is there, which is answered when all are under way.
          const { headers } = await browser.request(await app.begin());
          asked.push({ app, next: headers.get('Location') ?? '', cookies: new Map(browser.jar) });
        }
        const tokens = [];
        for (const { app, next, cookies } of asked) {
          for (const [name, cookie] of cookies) if (name !== 'portal-sign-on') browser.jar.set(name, cookie);
          tokens.push({ app, ...(await app.finish((await browser.go(next)).url)) });
        }
        for (const { app, access_token } of tokens.slice(1)) await app.userInfo(access_token, account.id);
        await browserOf().launch(tickets[which] ?? { url: '', ticket: '' });
        for (const { app, access_token } of tokens)
          await expect(app.userInfo(access_token, account.id)).rejects.toMatchObject({ status: 401 });
      },
    );

    it('goes on when the person proves again at the portal who they are', async () => {
      const guest = await inApp();
      await guest.visitor.succeed(
        'stepUpWithPassword',
        { password: 'correct horse battery' },
        { accessToken: guest.grant.access_token },
      );
      await guest.app.userInfo(guest.tokens.access_token, guest.account.id);
      await guest.app.finish((await guest.browser.go(await guest.app.begin())).url);
    });

    it('T26: the cookie is good once, for its app, its business, and for five minutes', async () => {
      const { launch } = await customer(target);
      const app = await appOf();
      const launched = browserOf();
      await launched.launch(await launch('courses'));
      const [[name, cookie] = ['', { value: '', path: '/' }]] = launched.jar;
      const asWith = async (id: string, as: string) => {
        const browser = browserOf();
        browser.jar.set(as, cookie);
        return (await browser.go(await (await appOf(id)).begin())).response.status;
      };
      expect(await asWith('forum', name.replace('courses', 'forum'))).toBe(400);
      expect(await asWith('courses', name)).toBe(303);
      expect(await asWith('courses', name)).toBe(400);

      const late = browserOf();
      await late.launch(await launch('courses'));
      portal.advance(5 * 60_000);
      expect((await late.go(await app.begin())).response.status).toBe(400);
    });

    it('the app can log out of it: the person is asked, and comes back to the app', async () => {
      const guest = await inApp();
      const logOut = client.buildEndSessionUrl(guest.app.config, {
        post_logout_redirect_uri: 'https://courses.example/bye',
        id_token_hint: guest.tokens.id_token ?? '',
        state: 'abc',
      });
      const { response } = await guest.browser.go(logOut.href);
      const page = await response.text();
      expect(page).toContain('Do you want to log out?');
      expect(response.headers.get('Content-Security-Policy')).toContain("'self' https://courses.example");
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const action = /action="([^"]+)"/.exec(page)?.[1] ?? '';
      const forged = await guest.browser.post(action, { xsrf: 'forged', logout: 'yes' }, publicUrl);
      expect(forged.status).toBe(400);
      const done = await guest.browser.post(action, { xsrf, logout: 'yes' }, publicUrl);
      expect(done.headers.get('Location')).toBe('https://courses.example/bye?state=abc');
      await expectOver(guest);
    });
  });

  it('T29: a database that is away is an answer of 503, a bug one of 500, and neither shows a stack', async () => {
    const { storage } = portal.deps;
    const { app, browser } = await inApp();
    const { find } = storage.artifacts;
    const during = async (error: Error) => {
      storage.artifacts.find = () => Promise.reject(error);
      const { response } = await browser.go(await app.begin());
      storage.artifacts.find = find;
      return { status: response.status, text: await response.text() };
    };
    const away = await during(Object.assign(new Error('secret detail'), { code: 'ECONNREFUSED' }));
    const broken = await during(new Error('secret detail'));
    expect([away.status, broken.status]).toEqual([503, 500]);
    for (const text of [away.text, broken.text, JSON.stringify(portal.log)])
      expect(text).not.toContain('detail');
    expect(away.text + broken.text).not.toMatch(/\.[jt]s:|Error/);
    expect((await browser.go(await app.begin())).url).toContain(redirectUri);
  });
});
