import { beforeAll, describe, expect, it } from 'vitest';
import { numbers } from '../../src/domain/numbers.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import type { Business } from '../../src/domain/business.ts';
import { Browser, customer, initiateLoginUri, putApp, site } from '../support/child-app.ts';
import { describeStorage } from '../support/databases.ts';
import { conformanceTarget, publicUrl, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const backend = `${publicUrl}/acme`;
const password = 'correct horse battery';
const cookieName = '__Host-portal-launch.acme.courses';

describeStorage('launching a child app', (current) => {
  let portal: TestPortal;
  let business: Business;
  let target: Target;
  beforeAll(async () => {
    portal = await startTestPortal(current().db);
    business = await portal.putBusiness('acme', { origins: [site] });
    target = { ...(await conformanceTarget(portal)), backend };
    await portal.putBusiness('other', { origins: [site] });
    await putApp(portal.deps, business, 'courses');
    await putApp(portal.deps, business, 'vip', { access: 'listed' });
    await putApp(portal.deps, business, 'blog', { client: null });
  });
  const send = (request: Request) => portal.fetch(request);
  const browserOf = () => new Browser(send);

  describe('the ticket', () => {
    it('is redeemed from the page that asked: a cookie takes its place, and the app is told to begin', async () => {
      const { launch } = await customer(target);
      const browser = browserOf();
      const started = await browser.launch(await launch('courses'));
      expect(started.status).toBe(303);
      const start = new URL(started.headers.get('Location') ?? '');
      expect(start.origin + start.pathname).toBe(initiateLoginUri);
      expect(Object.fromEntries(start.searchParams)).toEqual({
        iss: backend,
        target_link_uri: 'https://courses.example/home',
      });
      const [cookie] = started.headers.getSetCookie();
      expect(cookie).toMatch(new RegExp(`^${cookieName}=[\\w-]{43}; `));
      for (const attribute of ['Path=/', 'HttpOnly', 'SameSite=Lax', 'Secure', 'Max-Age=300'])
        expect(cookie?.split('; ')).toContain(attribute);
      expect(started.headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(started.headers.get('Cache-Control')).toBe('no-store');
    });

    it('T26: comes to nothing after its minute', async () => {
      const { launch } = await customer(target);
      const [good, late] = [await launch('courses'), await launch('courses')];
      portal.advance(60_000 - 1);
      expect((await browserOf().launch(good)).status).toBe(303);
      portal.advance(1);
      await expectDead(await browserOf().launch(late));
      portal.advance(1_000);
      await expectDead(await browserOf().launch(late));
      // Nor is anybody asked about it.
      await expectDead(await browserOf().launch(late, null));
    });

    it('T26: is worth nothing a second time', async () => {
      const { launch } = await customer(target);
      const launched = await launch('courses');
      expect((await browserOf().launch(launched)).status).toBe(303);
      await expectDead(await browserOf().launch(launched));
      // Nor to who was asked before it was used.
      const confirm = await browserOf().post(
        `${launched.url}/confirm`,
        { ticket: launched.ticket },
        publicUrl,
      );
      await expectDead(confirm);
    });

    it('T26: redeemed 20 times in parallel sets one cookie', async () => {
      const { launch } = await customer(target);
      const launched = await launch('courses');
      const answers = await Promise.all(Array.from({ length: 20 }, () => browserOf().launch(launched)));
      const withCookie = answers.filter(({ headers }) => headers.has('Set-Cookie'));
      expect(withCookie.map(({ status }) => status)).toEqual([303]);
      expect(answers.filter(({ status }) => status === 400)).toHaveLength(19);
    });

    it('T26: is of no use at another business, in an address, in a frame, to a script, or beside other fields', async () => {
      const { launch } = await customer(target);
      const launched = await launch('courses');
      const { url, ticket } = launched;
      await expectDead(await browserOf().launch({ url: url.replace('acme', 'other'), ticket }));
      expect((await browserOf().launch({ url: url.replace('acme', 'nobody'), ticket })).status).toBe(404);
      await expectDead(await browserOf().post(`${url}?ticket=${ticket}`, {}, site));
      await expectDead(await browserOf().request(`${url}?ticket=${ticket}`));
      await expectDead(await browserOf().post(url, { ticket, app: 'vip' }, site));
      for (const destination of ['iframe', 'empty', 'image']) {
        const headers = {
          'Content-Type': 'application/x-www-form-urlencoded',
          'Sec-Fetch-Dest': destination,
          Origin: site,
        };
        const init = { method: 'POST', headers, body: `ticket=${ticket}` };
        await expectDead(await browserOf().request(url, init));
      }
      const json = { method: 'POST', headers: { 'Content-Type': 'application/json', Origin: site } };
      await expectDead(await browserOf().request(url, { ...json, body: JSON.stringify({ ticket }) }));
      expect((await browserOf().launch(launched)).status).toBe(303);
    });

    it('T26: dies with the log-out, the account, the permission, the app and the site', async () => {
      const gone = await customer(target);
      const loggedOut = await gone.launch('courses');
      await gone.visitor.succeed('endSession', { refresh_token: gone.grant.refresh_token });
      await expectDead(await browserOf().launch(loggedOut));

      const deleted = await customer(target);
      const orphan = await deleted.launch('courses');
      await deleted.visitor.succeed('deleteAccount', undefined, { accessToken: deleted.grant.access_token });
      await expectDead(await browserOf().launch(orphan));

      const forgotten = await customer(target);
      const old = await forgotten.launch('courses');
      const { id } = forgotten.grant.session;
      await current().db.deleteFrom('sessions').where('id', '=', id).execute();
      await expectDead(await browserOf().launch(old));

      const { account, launch } = await customer(target);
      const { apps } = portal.deps.storage;
      expect(await apps.allow(business.id, 'vip', account.id)).toBe(true);
      const vip = await launch('vip');
      expect(await apps.deny(business.id, 'vip', account.id)).toBe(true);
      await expectDead(await browserOf().launch(vip));

      await putApp(portal.deps, business, 'brief');
      const brief = await launch('brief');
      await apps.remove(business.id, 'brief');
      await expectDead(await browserOf().launch(brief));

      const foreign = await launch('courses');
      await portal.putBusiness('acme', { origins: ['https://new.example'] });
      const asked = await browserOf().launch(foreign);
      await portal.putBusiness('acme', { origins: [site] });
      expect(asked.status).toBe(200);
      expect(asked.headers.has('Set-Cookie')).toBe(false);
    });

    it('T27: does not follow a visitor who switches to another account, and does after a new proof of the same', async () => {
      const twins = { origins: [site], allowDuplicateAccounts: true };
      await portal.putBusiness('acme', twins);
      const { email } = await customer(target, 'One');
      const visitor = await Visitor.arrive(target);
      await visitor.signUp(email, password, 'Two');
      let { access_token: accessToken } = await visitor.signIn(email, password, 'One');
      const launch = () =>
        visitor.succeed('launchApp', undefined, {
          accessToken,
          parameters: { id: 'courses' },
          headers: { Origin: site },
        });
      const proved = await launch();
      ({ access_token: accessToken } = await visitor.succeed(
        'stepUpWithPassword',
        { password },
        { accessToken },
      ));
      const before = await launch();
      expect((await browserOf().launch(proved)).status).toBe(303);
      const { accounts } = await visitor.succeed('readMe', undefined, { accessToken });
      const other = accounts.find(({ name }) => name === 'Two');
      ({ access_token: accessToken } = await visitor.succeed(
        'switchAccount',
        { account: other?.id ?? '' },
        { accessToken },
      ));
      await expectDead(await browserOf().launch(before));
      await portal.putBusiness('acme', { origins: [site] });
    });

    it('T11: Host and X-Forwarded-Host change nothing of where it leads', async () => {
      const evil = { Host: 'evil.test', 'X-Forwarded-Host': 'evil.test', Forwarded: 'host=evil.test' };
      const { launch } = await customer(target);
      const { url, ticket } = await launch('courses');
      const headers = { ...evil, Origin: site, 'Content-Type': 'application/x-www-form-urlencoded' };
      const started = await browserOf().request(url, { method: 'POST', headers, body: `ticket=${ticket}` });
      expect([...started.headers].join()).not.toContain('evil');
      expect(started.headers.get('Location')).toContain(encodeURIComponent(backend));
    });
  });

  describe('the question', () => {
    it.each([
      ['a foreign page', 'https://evil.example'],
      ['a page that hides its origin', 'null'],
      ['nothing that tells the page', null],
    ])('T26: from %s it is asked first, by name, and nothing is used up or set', async (_, origin) => {
      const { launch, account, email } = await customer(target, 'Grace <b>Hopper');
      const launched = await launch('courses');
      const browser = browserOf();
      for (let visits = 0; visits < 2; visits += 1) {
        const asked = await browser.launch(launched, origin);
        expect(asked.status).toBe(200);
        expect(asked.headers.getSetCookie()).toEqual([]);
        const page = await asked.text();
        expect(page).toContain('Continue to Courses?');
        expect(page).toContain('Grace &lt;b&gt;Hopper');
        expect(page).toContain(email);
        expect(page).not.toContain(account.id);
      }
      const confirmed = await browser.post(`${launched.url}/confirm`, { ticket: launched.ticket }, publicUrl);
      expect(confirmed.status).toBe(303);
      expect(browser.jar.has(cookieName)).toBe(true);
    });

    it('T26: a ticket that no page asked for is never good without it', async () => {
      const { visitor, grant } = await customer(target);
      const launched = await visitor.succeed('launchApp', undefined, {
        accessToken: grant.access_token,
        parameters: { id: 'courses' },
      });
      for (const origin of [site, 'null', publicUrl, null]) {
        const asked = await browserOf().launch(launched, origin);
        expect([asked.status, asked.headers.has('Set-Cookie')]).toEqual([200, false]);
      }
    });

    it.each(['https://evil.example', 'null', null, site, `${publicUrl}.evil.example`])(
      'T26: its answer counts from its own page only, not from %s',
      async (origin) => {
        const { launch } = await customer(target);
        const { url, ticket } = await launch('courses');
        const refused = await browserOf().post(`${url}/confirm`, { ticket }, origin);
        await expectDead(refused);
        expect((await browserOf().launch({ url, ticket })).status).toBe(303);
      },
    );

    it('T25: stands in no frame, runs no script but its own, is not kept, and posts nowhere but here and on to the app', async () => {
      const { launch } = await customer(target);
      const asked = await browserOf().launch(await launch('courses'), null);
      const policy = (asked.headers.get('Content-Security-Policy') ?? '').split('; ');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("form-action 'self' https://courses.example");
      const [, nonce] = /script-src 'nonce-([\w-]+)'(?:,|$)/.exec(policy.join()) ?? [];
      expect((await asked.text()).split('<script').slice(1)).toEqual([
        expect.stringMatching(new RegExp(`^\\s+nonce="${nonce}"\\s*>\\s*document`)),
      ]);
      expect(asked.headers.get('X-Frame-Options')).toBe('DENY');
      expect(asked.headers.get('Cache-Control')).toBe('no-store');
      // `no-referrer` would make the Origin of our own button `null`.
      expect(asked.headers.get('Referrer-Policy')).toBe('same-origin');
    });
  });

  describe('asking for it', () => {
    it('T27: an app that is not there and one that is not for this account are refused in the same bytes', async () => {
      const { visitor, grant } = await customer(target);
      const answers = await Promise.all(
        ['vip', 'nothing', 'Courses', 'a~b'].map(async (app) => {
          const overrides = { accessToken: grant.access_token, parameters: { id: app } };
          const answer = await visitor.call('launchApp', undefined, overrides);
          const { 'dpop-nonce': _, ...headers } = Object.fromEntries(answer.headers);
          return JSON.stringify(answer.ok ? answer : [answer.problem, headers]);
        }),
      );
      expect(answers[0]).toContain('app-not-found');
      expect(new Set(answers).size).toBe(1);
    });

    it('an app without single sign-on needs no ticket', async () => {
      const { visitor, grant } = await customer(target);
      const overrides = { accessToken: grant.access_token, parameters: { id: 'blog' } };
      await visitor.refused('launchApp', 'app-is-a-link', undefined, overrides);
    });

    it('one account gets so many tickets and no more, and others get theirs', async () => {
      const { visitor, grant, launch } = await customer(target);
      for (let tickets = 0; tickets < numbers.launches.limit; tickets += 1) await launch('courses');
      const overrides = { accessToken: grant.access_token, parameters: { id: 'courses' } };
      await visitor.refused('launchApp', 'rate-limited', undefined, overrides);
      await (await customer(target)).launch('courses');
    });

    it('T26: who brings wrong tickets from one address has to wait, and the right ones of others go on', async () => {
      const { limit } = numbers.wrongTicketsPerAddress;
      const from = (address: string) => new Browser((request) => portal.fetch(request, address));
      const wrong = { url: `${backend}/launch`, ticket: 'x'.repeat(43) };
      const { launch } = await customer(target);
      for (let tries = 0; tries < limit - 1; tries += 1) await from('192.0.2.1').launch(wrong);
      expect(
        (await from('192.0.2.1').launch(await launch('courses'))).status,
        'right ones do not count',
      ).toBe(303);
      expect((await from('192.0.2.1').launch(wrong)).status).toBe(400);
      const refused = await from('192.0.2.1').launch(await launch('courses'));
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
      expect((await from('192.0.2.2').launch(await launch('courses'))).status).toBe(303);
      // Where no address is known, nobody is kept waiting for what others do.
      for (let tries = 0; tries <= limit; tries += 1) await expectDead(await browserOf().launch(wrong));
    });
  });
});

async function expectDead(response: Response): Promise<void> {
  expect(response.status).toBe(400);
  expect(response.headers.getSetCookie()).toEqual([]);
  expect(await response.text()).toContain('This way in no longer works');
}
