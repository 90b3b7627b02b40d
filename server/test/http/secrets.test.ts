/** What must never be found where it does not belong: in a dump of the database, or in what an operator reads. */
import { type Kysely, sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { tokenOf } from '../../../test/conformance/link-cases.ts';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { numbers } from '../../src/domain/numbers.ts';
import { createLog } from '../../src/log.ts';
import { createMailWorker } from '../../src/mail/worker.ts';
import type { Database } from '../../src/storage/schema.ts';
import { Browser, ChildApp, putApp, site } from '../support/child-app.ts';
import { describeStorage } from '../support/databases.ts';
import { conformanceTarget, returnTo, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const canary = 'canary7f3a';
const email = `${canary}-mailbox@example.com`;
const password = `${canary} is a password`;
const name = `${canary} Person`;
/** Wherever a client can put something of its own. */
const headers = {
  'User-Agent': `${canary}-agent Firefox/1`,
  'Accept-Language': `${canary.slice(0, 6)}, en`,
  'X-Forwarded-For': canary,
  Referer: `https://${canary}.example/`,
  Cookie: `session=${canary}`,
};

describeStorage('secrets', (current) => {
  let portal: TestPortal;
  let target: Target;
  const issued: string[] = [];
  const lines: string[] = [];
  const dumps: string[] = [];

  beforeAll(async () => {
    const { db } = current();
    portal = await startTestPortal(db);
    target = await conformanceTarget(portal);
    await everyFlow(async () => void dumps.push(await dump(db)));
    const log = createLog('json', (line) => lines.push(line));
    for (const entry of portal.log) log(entry);
  }, 60_000);

  /** Goes through everything that makes secrets, and calls `look` while they are alive. */
  async function everyFlow(look: () => Promise<void>) {
    issued.push(password, 'another sentence', target.apiKey ?? '', (target.apiKey ?? '').split('.')[1] ?? '');
    const visitor = await Visitor.arrive(target);
    const started = await visitor.succeed('startSignUp', { name, email, password }, { headers });
    await look();
    const code = await portal.codeFor(email);
    await visitor.refused('verifySignUp', 'code-invalid', { flow: started.flow, code: canary }, { headers });
    const outcome = await visitor.succeed('verifySignUp', { flow: started.flow, code }, { headers });
    if (outcome.outcome !== 'signed-in') throw new Error(outcome.outcome);
    const { grant } = outcome;
    issued.push(code, grant.access_token, grant.refresh_token);
    const refreshed = await visitor.succeed(
      'refreshSession',
      { grant_type: 'refresh_token', refresh_token: grant.refresh_token },
      { headers },
    );
    issued.push(refreshed.access_token, refreshed.refresh_token);

    const second = await Visitor.arrive(target);
    const more = await second.succeed('startSignUp', { name, email, password }, { headers });
    await second.succeed('verifySignUp', { flow: more.flow, code: await portal.codeFor(email) });
    const chooser = await Visitor.arrive(target);
    const choice = await chooser.succeed('signInWithPassword', { email, password }, { headers });
    if (choice.outcome !== 'choose-account') throw new Error(choice.outcome);
    issued.push(choice.selection.ticket);
    await look();

    portal.advance(numbers.resendCoolDown);
    const { flow } = await chooser.succeed('requestSignInCode', { email, returnTo }, { headers });
    issued.push(await portal.codeFor(email), tokenOf(await portal.linkFor(email)));
    await look();
    portal.advance(numbers.resendCoolDown);
    await chooser.succeed('resendCode', { flow }, { headers });
    const link = await portal.linkFor(email);
    issued.push(await portal.codeFor(email), tokenOf(link));
    await (await portal.fetch(new Request(link, { headers }))).text();
    await chooser.succeed('verifySignInLink', { token: tokenOf(link) }, { headers });
    const { url } = await chooser.succeed(
      'createLink',
      { account: grant.session.account.id, returnTo },
      { headers },
    );
    issued.push(tokenOf(url));
    const mine = { accessToken: refreshed.access_token };
    await visitor.succeed('readMe', undefined, mine);
    await look();
    await handOff(visitor, mine, look);
    await visitor.refused('signInWithPassword', 'credentials-invalid', {
      email,
      password: `${canary} wrong`,
    });
    await visitor.call('verifySignInLink', { token: canary }, { headers });
    await visitor.call('createLink', { account: canary, returnTo }, { headers });
    await visitor.call('requestSignInCode', { email, returnTo: `https://${canary}.example/` }, { headers });
    await portal.fetch(new Request(`${target.backend}/link?token=${canary}`, { headers }));
    await portal.fetch(new Request(`${target.backend}/${canary}?${canary}`, { headers }));
    await visitor.succeed('endSession', { refresh_token: refreshed.refresh_token });
    await look();
  }

  /** Everything that comes to be on the way to a child app. */
  async function handOff(visitor: Visitor, mine: { accessToken: string }, look: () => Promise<void>) {
    const { db } = current();
    const business = await portal.deps.storage.businesses.bySlug('many');
    if (!business) throw new Error('the conformance target has a business');
    const secret = await putApp(portal.deps, business, 'courses');
    const send = (request: Request) => {
      for (const [key, value] of Object.entries(headers)) {
        if (key !== 'Cookie' && !request.headers.has(key)) request.headers.set(key, value);
      }
      return portal.fetch(request);
    };
    const app = await ChildApp.discover(target.backend, 'courses', secret, send);
    const browser = new Browser(send);
    const { url, ticket } = await visitor.succeed('launchApp', undefined, {
      ...mine,
      parameters: { id: 'courses' },
      headers: { ...headers, Origin: site },
    });
    issued.push(secret, ticket);
    await look();
    await (await browser.launch({ url, ticket }, null)).text();
    await browser.launch({ url, ticket });
    const keepCookies = () => issued.push(...[...browser.jar.values()].map(({ value }) => value));
    keepCookies();
    await look();
    const asked = await browser.request(await app.begin({ login_hint: canary }));
    keepCookies();
    await look();
    const arrived = await browser.go(asked.headers.get('Location') ?? '');
    keepCookies();
    const code = new URL(arrived.url).searchParams.get('code') ?? '';
    issued.push(code);
    await look();
    const tokens = await app.finish(arrived.url);
    issued.push(tokens.access_token, tokens.id_token ?? '');
    await app.userInfo(tokens.access_token, tokens.claims()?.sub ?? '');
    await look();
    // The ticket was in forms only, and the code in the one redirect that is its way.
    for (const secretOne of [ticket, code])
      expect(browser.visited.filter((address) => address.includes(secretOne))).toEqual([]);
    for (const name of ['client_secret', 'code']) {
      const body = new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: canary,
        [name]: canary,
      });
      const init = {
        method: 'POST',
        body,
        headers: { Authorization: `Basic ${btoa(`${canary}:${canary}`)}` },
      };
      await portal.fetch(new Request(`${target.backend}/oidc/token`, init));
    }
    await browser.launch({ url, ticket: canary });
    await browser.go(
      `${target.backend}/oidc/authorize?client_id=${canary}&redirect_uri=https://${canary}.example`,
    );
    const { sealed_key: sealed } = await db.selectFrom('signing_keys').selectAll().executeTakeFirstOrThrow();
    const key = JSON.parse((await portal.deps.secrets.open('signing-key', sealed)) ?? '{}') as { d: string };
    issued.push(key.d);
  }

  it('T26, T30: no dump of the database holds a token, code, password, link, API key, ticket, cookie or client secret', () => {
    expect(dumps.length).toBeGreaterThan(3);
    // Both would be found, were they there: the dump holds what is no secret.
    expect(dumps.at(-1)).toContain(email);
    expect(issued.length).toBeGreaterThan(12);
    for (const secret of issued) {
      expect(secret.length).toBeGreaterThan(5);
      for (const one of dumps) expect(whole(one, secret), `a dump holds "${secret}"`).toBe(false);
    }
  });

  it('T26, T31: no log line holds what a visitor sent or was given', () => {
    expect(lines.length).toBeGreaterThan(20);
    for (const line of lines) {
      expect(line).not.toContain(canary);
      for (const secret of issued) expect(whole(line, secret), line).toBe(false);
    }
  });

  it('T31: what is queued for mail is sealed, and a failure to send repeats nothing of it', async () => {
    const { db, storage } = current();
    const visitor = await Visitor.arrive(target);
    portal.advance(numbers.resendCoolDown);
    await visitor.succeed('requestSignInCode', { email, returnTo }, { headers });
    const { secrets, clock } = portal.deps;
    const failures: string[] = [];
    const log = createLog('json', (line) => failures.push(line));
    const transport = { send: () => Promise.reject(new Error(`550 <${email}> ${canary} refused`)) };
    const worker = createMailWorker({ storage, secrets, transport, clock, log });
    await worker.drain();
    expect(failures.join()).toContain('mail-postponed');
    expect(failures.join()).not.toContain(canary);
    const rows = JSON.stringify(await db.selectFrom('outbox').selectAll().execute());
    expect(rows).toContain('transport-failed');
    expect(rows).not.toContain(canary);
  });

  it('T31: an error tells the operator where it happened, not what it was given', async () => {
    const { storage } = portal.deps;
    const { byEmail } = storage.accounts;
    storage.accounts.byEmail = (_, typed) => Promise.reject(new Error(`no such ${typed} as ${password}`));
    // The mailbox has had all its mails of this hour.
    portal.advance(numbers.sends.perHour.window);
    const visitor = await Visitor.arrive(target);
    const before = portal.log.length;
    await visitor.refused('requestSignInCode', 'internal', { email });
    storage.accounts.byEmail = byEmail;
    const told = JSON.stringify(portal.log.slice(before));
    expect(told).toContain('secrets.test.ts');
    expect(told).not.toContain(canary);
  });
});

/** Codes are short: six digits within a longer number are somebody else's. */
const whole = (text: string, secret: string): boolean =>
  /^\d+$/.test(secret) ? new RegExp(`(?<!\\d)${secret}(?!\\d)`).test(text) : text.includes(secret);

/** Every table, whatever tables there are. */
async function dump(db: Kysely<Database>): Promise<string> {
  const tables = (await db.introspection.getTables()).filter(({ schema }) => !schema || schema === 'public');
  const rows = await Promise.all(
    tables.map(async ({ name: table }) => [
      table,
      (await sql`select * from ${sql.table(table)}`.execute(db)).rows,
    ]),
  );
  return JSON.stringify(rows);
}
