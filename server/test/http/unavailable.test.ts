import { type Kysely, sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { createApp } from '../../src/app.ts';
import { createMailWorker, type MailLogEntry } from '../../src/mail/worker.ts';
import { startPurge } from '../../src/purge.ts';
import { postgres } from '../../src/storage/dialects/postgres.ts';
import { nodeSqlite } from '../../src/storage/dialects/node-sqlite.ts';
import type { Database } from '../../src/storage/schema.ts';
import { createStorage } from '../../src/storage/storage.ts';
import type { LogEntry } from '../../src/log.ts';
import { connect } from '../support/address.ts';
import { databases, type EmptyDatabase } from '../support/databases.ts';
import { freePort } from '../support/free-port.ts';
import { conformanceTarget, publicUrl, startTestPortal, type TestPortal } from '../support/test-portal.ts';

const Origin = 'https://shop.example';
const unavailable = { code: 'unavailable', retryAfter: 2 };
const only = (wanted: string) => databases.filter(({ name }) => name === wanted);

let database: EmptyDatabase;
let portal: TestPortal;
let target: Target;
let visitor: Visitor;

const start = async (create: () => Promise<EmptyDatabase>) => {
  database = await create();
  portal = await startTestPortal(database.db);
  target = await conformanceTarget(portal);
};
const newcomer = { name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' };
let mailboxes = 0;
/** Each time for another mailbox: one alone would soon have had all its mails. */
const signUp = () =>
  visitor.call('startSignUp', { ...newcomer, email: `ada-${(mailboxes += 1)}@example.com` });

describe.each(only('SQLite'))('a database file that cannot be written', ({ create }) => {
  beforeAll(() => start(create));
  afterAll(() => database.drop());
  beforeEach(async () => {
    visitor = await Visitor.arrive(target);
    await visitor.learnNonce();
  });

  /** Another connection to the same file. */
  const another = () => {
    if (!database.address) throw new Error('no address');
    return connect(database.address);
  };

  it('busy with another process: 503 within 3.5 s, and served again after it', async () => {
    const other = another();
    await other.connection().execute(async (connection) => {
      await sql`begin exclusive`.execute(connection);
      const started = performance.now();
      expect(await signUp()).toMatchObject({ ok: false, problem: unavailable });
      expect(performance.now() - started).toBeLessThan(3_500);
      // Reading needs no lock.
      expect(await visitor.call('readPortal')).toMatchObject({ ok: true });
      await sql`rollback`.execute(connection);
    });
    await other.destroy();
    expect(await signUp()).toMatchObject({ ok: true });
    expect(portal.log.some(({ event }) => event === 'internal')).toBe(false);
  });

  it('full: 503, nothing half done, reads go on, and served again when there is space', async () => {
    const { db } = database;
    const flows = async () => (await db.selectFrom('flows').select('id').execute()).length;
    const before = await flows();
    await sql`pragma max_page_count = 1`.execute(db);
    // There may be room in pages that are there already: what is full shows after a while.
    let refused: unknown;
    for (let tries = 0; tries < 500 && !refused; tries += 1) {
      const answer = await signUp();
      if (!answer.ok) refused = answer.problem;
    }
    expect(refused).toMatchObject(unavailable);
    expect(await visitor.call('readPortal')).toMatchObject({ ok: true });
    const [mails, started] = [await db.selectFrom('outbox').select('id').execute(), await flows()];
    await sql`pragma max_page_count = 1000000`.execute(db);
    expect(await signUp()).toMatchObject({ ok: true });
    // Each flow has its mail, each mail its flow.
    expect(mails.length).toBe(started);
    expect(started).toBeGreaterThanOrEqual(before);
    expect(portal.log.some(({ event }) => event === 'internal')).toBe(false);
    expect(portal.log.some(({ reason }) => reason === 'full')).toBe(true);
  });
});

describe.each(only('PostgreSQL'))('a database server that goes away', ({ create }) => {
  beforeAll(() => start(create));
  afterAll(() => database.drop());
  beforeEach(async () => {
    visitor = await Visitor.arrive(target);
    await visitor.learnNonce();
  });

  it('connections cut during requests: each is answered or 503, none 500, and all is well afterwards', async () => {
    if (!database.address) throw new Error('no address');
    const admin = connect(database.address);
    const seen = new Map<string, number>();
    const ask = async (index: number) => {
      const one = await Visitor.arrive(target);
      const answer = await one.call('startSignUp', { ...newcomer, email: `cut-${index}@example.com` });
      const what = answer.ok ? 'ok' : answer.problem.code;
      seen.set(what, (seen.get(what) ?? 0) + 1);
    };
    let isOver = false;
    const requests = (async () => {
      for (let round = 0; round < 15; round += 1)
        await Promise.all(Array.from({ length: 8 }, (_, index) => ask(round * 8 + index)));
      isOver = true;
    })();
    while (!isOver) {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`.execute(admin);
    }
    await requests;
    await admin.destroy();
    expect([...seen.keys()].filter((what) => what !== 'ok' && what !== 'unavailable')).toEqual([]);
    // Were no request ever cut, this would show nothing.
    expect(seen.get('unavailable')).toBeGreaterThan(0);
    await expect.poll(async () => (await signUp()).ok).toBe(true);
    // Acknowledged means both, cut means neither.
    const count = async (table: 'flows' | 'outbox') =>
      (await database.db.selectFrom(table).select('id').execute()).length;
    expect(await count('outbox')).toBe(await count('flows'));
  }, 60_000);

  it('a lock that is not to be had in time: 503 within 3.5 s', async () => {
    if (!database.address) throw new Error('no address');
    const other = connect(database.address);
    await other.transaction().execute(async (transaction) => {
      await sql`lock table flows in access exclusive mode`.execute(transaction);
      const started = performance.now();
      expect(await signUp()).toMatchObject({ ok: false, problem: unavailable });
      expect(performance.now() - started).toBeLessThan(3_500);
    });
    await other.destroy();
    expect(await signUp()).toMatchObject({ ok: true });
  });
});

describe('a database server that is not there', () => {
  let nowhere: Kysely<Database>;
  let gone: ReturnType<typeof createStorage>;
  const log: (LogEntry | MailLogEntry)[] = [];
  beforeAll(async () => {
    portal = await startTestPortal(nodeSqlite(':memory:'));
    await portal.putBusiness('acme', { origins: [Origin] });
    nowhere = postgres({ url: `postgres://127.0.0.1:${await freePort()}/none` });
    gone = createStorage(nowhere);
  });
  afterAll(async () => {
    await nowhere.destroy();
    await portal.close();
  });
  afterEach(() => log.splice(0));

  const send = async (init: RequestInit & { headers: Record<string, string> }) => {
    const app = createApp({ ...portal.deps, storage: gone, log: (entry) => log.push(entry) });
    return app(new Request(`${publicUrl}/acme/portal`, init));
  };

  it('503 with Retry-After, readable by the page, for nobody knows whether it is allowed', async () => {
    const response = await send({ headers: { Origin } });
    expect(response.status).toBe(503);
    expect(response.headers.get('Retry-After')).toBe('2');
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(Origin);
    expect(await response.json()).toMatchObject(unavailable);
    expect(log).toContainEqual(
      expect.objectContaining({ event: 'storage-unavailable', reason: 'unreachable', code: 'ECONNREFUSED' }),
    );
  });

  it('its preflights pass, or the page would never come to read the 503', async () => {
    const response = await send({
      method: 'OPTIONS',
      headers: { Origin, 'Access-Control-Request-Method': 'POST' },
    });
    expect(response.status).toBe(204);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(Origin);
  });

  it('ends neither the mail worker nor the purge: both say so and try again', async () => {
    const { secrets, clock } = portal.deps;
    const transport = { send: () => Promise.reject(new Error('nothing is to be sent')) };
    const worker = createMailWorker({
      storage: gone,
      secrets,
      transport,
      clock,
      log: (entry) => log.push(entry),
    });
    const purge = startPurge(gone, (entry) => log.push(entry), { intervalMs: 10 });
    worker.start();
    const times = (event: string) => log.filter((entry) => entry.event === event).length;
    await expect.poll(() => times('mail-worker-failed'), { timeout: 10_000 }).toBeGreaterThan(1);
    await expect.poll(() => times('purge-failed'), { timeout: 10_000 }).toBeGreaterThan(1);
    purge.stop();
    await Promise.all([worker.stop(), purge.done()]);
  }, 30_000);
});
