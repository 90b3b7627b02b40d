/** Who logs out at the portal is logged out at its apps (OpenID Connect Back-Channel Logout 1.0). */
import { createServer } from 'node:http';
import { createLocalJWKSet, decodeJwt, type JSONWebKeySet, jwtVerify } from 'jose';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import type { Business } from '../../src/domain/business.ts';
import { type AppChange, enableApp, permitApp, putApp as changeApp } from '../../src/domain/manage-apps.ts';
import { createSingleSignOn } from '../../src/oidc/single-sign-on.ts';
import {
  arrive,
  backchannelLogoutUrl,
  Browser,
  ChildApp,
  customer,
  putApp,
  site,
} from '../support/child-app.ts';
import { describeStorage } from '../support/databases.ts';
import { freePort } from '../support/free-port.ts';
import { conformanceTarget, publicUrl, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const backend = `${publicUrl}/acme`;
const password = 'correct horse battery';

describeStorage('a log-out at the portal', (current) => {
  let portal: TestPortal;
  let business: Business;
  let target: Target;
  const masterKey = crypto.getRandomValues(new Uint8Array(32));
  const secrets = new Map<string, string>();
  const heard: { url: string; token: string; init: RequestInit }[] = [];
  let answers: (() => Response)[] = [];
  const app: typeof fetch = async (url, init = {}) => {
    const token = new URLSearchParams(String(init.body)).get('logout_token') ?? '';
    heard.push({ url: String(url), token, init });
    return (answers.shift() ?? (() => new Response(null, { status: 200 })))();
  };
  const send = (request: Request) => portal.fetch(request);
  const appOf = (id: string) => ChildApp.discover(backend, id, secrets.get(id) ?? '', send);
  beforeAll(async () => {
    portal = await startTestPortal(current().db, masterKey, app);
    business = await portal.putBusiness('acme', { origins: [site] });
    target = { ...(await conformanceTarget(portal)), backend };
    for (const id of ['courses', 'forum']) secrets.set(id, await putApp(portal.deps, business, id));
  });
  beforeEach(async () => {
    await portal.tellApps();
    heard.length = 0;
    answers = [];
  });

  /** Somebody who was launched into one app and went on to the other by themselves. */
  async function inApps() {
    const person = await customer(target);
    const [courses, forum, browser] = [await appOf('courses'), await appOf('forum'), new Browser(send)];
    const tokens = await arrive(courses, browser, await person.launch('courses'));
    const there = await forum.finish((await browser.go(await forum.begin())).url);
    const sids = { courses: tokens.claims()?.['sid'], forum: there.claims()?.['sid'] };
    return { ...person, browser, courses, tokens, sids };
  }
  type Guest = Awaited<ReturnType<typeof inApps>>;
  const tokenOf = ({ grant }: Guest) => ({ accessToken: grant.access_token });
  const told = () =>
    heard.map(({ token }) => decodeJwt(token)).map(({ aud, sub, sid }) => ({ app: aud, sub, sid }));
  const bothOf = ({ account, sids }: Guest) => [
    { app: 'courses', sub: account.id, sid: sids.courses },
    { app: 'forum', sub: account.id, sid: sids.forum },
  ];

  it.each<[string, (guest: Guest) => Promise<unknown>]>([
    [
      'a log-out',
      ({ visitor, grant }) => visitor.succeed('endSession', { refresh_token: grant.refresh_token }),
    ],
    [
      'a log-out everywhere',
      (guest) => guest.visitor.succeed('revokeAllSessions', undefined, tokenOf(guest)),
    ],
    ['the end of the account', (guest) => guest.visitor.succeed('deleteAccount', undefined, tokenOf(guest))],
    [
      'a device that another one logs out',
      async ({ email, grant }) => {
        const { visitor, accessToken } = await elsewhere(email);
        await visitor.succeed('revokeSession', undefined, {
          accessToken,
          parameters: { id: grant.session.id },
        });
      },
    ],
    [
      'a new password that another device chose',
      async ({ email }) => {
        const { visitor, accessToken } = await elsewhere(email);
        await visitor.succeed('changePassword', { password: 'another horse battery' }, { accessToken });
      },
    ],
    [
      'a refresh token that came with another key',
      async ({ grant }) => {
        const { visitor: thief } = await customer(target);
        await thief.succeed('endSession', { refresh_token: grant.refresh_token });
      },
    ],
    [
      'a ticket that came twice',
      async ({ launch }) => {
        const launched = await launch('courses');
        for (let times = 0; times < 2; times += 1) await new Browser(send).launch(launched);
      },
    ],
  ])('T28: %s tells every app, the ones that were not launched included', async (_, end) => {
    const guest = await inApps();
    await portal.tellApps();
    expect(heard).toEqual([]);
    await end(guest);
    await portal.tellApps();
    expect(told().toSorted((a, b) => String(a.app).localeCompare(String(b.app)))).toEqual(bothOf(guest));
    await portal.tellApps();
    expect(heard, 'once').toHaveLength(2);
  });

  it.each<[string, (id: string) => Promise<unknown>]>([
    ['the app is disabled', () => enableApp(portal.deps, business, 'forum', false)],
    ['the app is for others only', () => changeForum({ access: 'listed' })],
    [
      'a permission is taken back',
      async (id) => {
        await permitApp(portal.deps, business, 'forum', id, 'allow');
        await changeForum({ access: 'listed' });
        await portal.tellApps();
        expect(heard, 'not while it is there').toEqual([]);
        await permitApp(portal.deps, business, 'forum', id, 'deny');
      },
    ],
  ])('T28: where %s, that app is told, and no other', async (_, withdraw) => {
    const guest = await inApps();
    await withdraw(guest.account.id);
    await portal.tellApps();
    expect(told().filter(({ sub }) => sub === guest.account.id)).toEqual([bothOf(guest)[1]]);
    await enableApp(portal.deps, business, 'forum', true);
    await changeForum({ access: 'everyone' });
    heard.length = 0;
    await guest.visitor.succeed('endSession', { refresh_token: guest.grant.refresh_token });
    await portal.tellApps();
    expect(told().map((one) => one.app)).toEqual(['courses']);
  });

  const changeForum = (change: AppChange) => changeApp(portal.deps, business, 'forum', change);

  async function elsewhere(email: string) {
    const { visitor } = await customer(target);
    const outcome = await visitor.succeed('signInWithPassword', { email, password });
    if (outcome.outcome !== 'signed-in') throw new Error(outcome.outcome);
    return { visitor, accessToken: outcome.grant.access_token };
  }

  it('posts a signed token that any relying party can check, fresh, and good for this alone', async () => {
    const guest = await inApps();
    await guest.visitor.succeed('endSession', { refresh_token: guest.grant.refresh_token });
    await portal.tellApps();
    const jwks = (await (await send(new Request(`${backend}/oidc/jwks`))).json()) as JSONWebKeySet;
    const { url, token, init } = heard.find((one) => decodeJwt(one.token).aud === 'courses') ?? fail();
    expect(url).toBe(backchannelLogoutUrl);
    expect(init).toMatchObject({ method: 'POST', redirect: 'manual' });
    expect(new Headers(init.headers).get('Content-Type')).toBe('application/x-www-form-urlencoded');
    const { payload, protectedHeader } = await jwtVerify(token, createLocalJWKSet(jwks), {
      issuer: backend,
      audience: 'courses',
      typ: 'logout+jwt',
    });
    expect(protectedHeader.alg).toBe('RS256');
    expect(payload).toMatchObject({
      sub: guest.account.id,
      sid: guest.sids.courses,
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    });
    expect(payload.jti).toMatch(/^[\w-]{21,}$/);
    expect(Number(payload.exp) - Number(payload.iat)).toBe(120);
    // Nothing that could be taken for an ID token.
    expect(payload).not.toHaveProperty('nonce');
    expect(new Set(heard.map((one) => decodeJwt(one.token).jti)).size).toBe(2);
  });

  it('a proof that replaces the session by another of the same person ends nothing, and the log-out after it all', async () => {
    const guest = await inApps();
    const next = await guest.visitor.succeed('stepUpWithPassword', { password }, tokenOf(guest));
    await portal.tellApps();
    expect(heard).toEqual([]);
    await guest.visitor.succeed('endSession', { refresh_token: next.refresh_token });
    await portal.tellApps();
    expect(heard).toHaveLength(2);
  });

  it('is not lost: neither with the process that took it nor with an app that does not answer', async () => {
    const guest = await inApps();
    await guest.visitor.succeed('endSession', { refresh_token: guest.grant.refresh_token });
    // Another process, which has seen nothing of it.
    const { storage, secrets: keys, clock, random } = portal.deps;
    const log: object[] = [];
    const parts = { storage, secrets: keys, clock, random, publicUrl, fetch: app };
    const another = createSingleSignOn({ ...parts, log: (entry) => void log.push(entry) });
    const refuse = () => new Response('no', { status: 500 });
    const vanish = () => {
      throw new TypeError('connect ECONNREFUSED https://courses.example/secret');
    };
    answers = [refuse, vanish];
    await another.logOuts.drain();
    expect(heard).toHaveLength(2);
    portal.advance(1_999);
    await another.logOuts.drain();
    expect(heard, 'not before its time').toHaveLength(2);
    portal.advance(1);
    answers = [refuse];
    await another.logOuts.drain();
    expect(heard).toHaveLength(4);
    portal.advance(10_000);
    await another.logOuts.drain();
    expect(heard).toHaveLength(5);
    const tokens = heard.map(({ token }) => token);
    expect(new Set(tokens).size, 'each attempt has a token of its own').toBe(5);
    for (const said of [...tokens, 'courses.example']) expect(JSON.stringify(log)).not.toContain(said);
    portal.advance(60_000);
    await another.logOuts.drain();
    expect(heard).toHaveLength(5);
  });

  it('is given up after a day', async () => {
    const guest = await inApps();
    await guest.visitor.succeed('endSession', { refresh_token: guest.grant.refresh_token });
    answers = Array.from({ length: 1_000 }, () => () => new Response(null, { status: 503 }));
    for (let hours = 0; hours < 26; hours += 1) {
      await portal.tellApps();
      portal.advance(60 * 60_000);
    }
    const { length } = heard;
    portal.advance(60 * 60_000);
    await portal.tellApps();
    expect(heard).toHaveLength(length);
    expect(portal.log).toContainEqual(
      expect.objectContaining({ event: 'app-given-up', reason: 'status 503' }),
    );
  });

  it('reaches each app once, however many processes there are', async () => {
    const guest = await inApps();
    await guest.visitor.succeed('endSession', { refresh_token: guest.grant.refresh_token });
    await Promise.all(Array.from({ length: 10 }, () => portal.tellApps()));
    expect(heard).toHaveLength(2);
  });

  it('of one app tells the others, and leaves the business’s own site as it is', async () => {
    const guest = await inApps();
    const endSession = `${backend}/oidc/log-out`;
    const asked = await guest.browser.go(`${endSession}?id_token_hint=${guest.tokens.id_token}`);
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(await asked.response.text())?.[1] ?? '';
    const action = `${endSession}/confirm`;
    const forged = await guest.browser.post(action, { xsrf: 'made up', logout: 'yes' }, site);
    expect(forged.status).toBe(400);
    await portal.tellApps();
    expect(heard, 'nobody is logged out by a form of somebody else').toEqual([]);
    expect((await guest.browser.post(action, { xsrf, logout: 'yes' }, publicUrl)).status).toBe(303);
    await portal.tellApps();
    expect(
      told()
        .map((one) => one.app)
        .toSorted(),
    ).toEqual(['courses', 'forum']);
    await guest.visitor.succeed('readMe', undefined, tokenOf(guest));
    await guest.visitor.succeed('endSession', { refresh_token: guest.grant.refresh_token });
    await portal.tellApps();
    expect(heard, 'they know').toHaveLength(2);
  });

  it('leaves an app alone that has no address for it', async () => {
    const { storage } = portal.deps;
    const known = (await storage.apps.byId(business.id, 'forum')) ?? fail();
    const client = known.client ?? fail();
    await storage.apps.put({ ...known, client: { ...client, backchannelLogoutUrl: null } });
    const guest = await inApps();
    await guest.visitor.succeed('endSession', { refresh_token: guest.grant.refresh_token });
    await portal.tellApps();
    expect(told().map((one) => one.app)).toEqual(['courses']);
    await storage.apps.put(known);
  });

  it('T21: reaches no address of this machine, however the app was set up', async () => {
    const port = await freePort();
    let hits = 0;
    const inside = createServer((_, response) => {
      hits += 1;
      response.end();
    });
    await new Promise<void>((listening) => inside.listen(port, '127.0.0.1', listening));
    const { storage, secrets: keys, clock, random } = portal.deps;
    const tell = async (url: string) => {
      const parts = { storage, secrets: keys, clock, random, publicUrl: url };
      await createSingleSignOn({ ...parts, log: () => {} }).logOuts.drain();
    };
    const known = (await storage.apps.byId(business.id, 'courses')) ?? fail();
    const client = known.client ?? fail();
    const url = `http://127.0.0.1:${port}/`;
    const guest = await inApps();
    await storage.apps.put({ ...known, client: { ...client, backchannelLogoutUrl: url } });
    await guest.visitor.succeed('endSession', { refresh_token: guest.grant.refresh_token });
    await tell(publicUrl);
    expect(hits).toBe(0);
    portal.advance(60_000);
    await tell('http://localhost:8787');
    expect(hits, 'but who develops finds their app').toBe(1);
    await storage.apps.put(known);
    inside.close();
  });
});

function fail(): never {
  throw new Error('missing');
}
