import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSecrets } from '../../src/crypto/secrets.ts';
import type { Mail } from '../../src/domain/mail.ts';
import type { MailTransport, Storage } from '../../src/domain/ports.ts';
import { MailFailure } from '../../src/mail/failure.ts';
import { createMailboxTransport } from '../../src/mail/mailbox-transport.ts';
import { createMailWorker, type MailLogEntry } from '../../src/mail/worker.ts';
import { business, mails, openTestStorage } from './fixtures.ts';

const secrets = await createSecrets(new Uint8Array(32).fill(7));
const seconds = 1_000;
const minutes = 60 * seconds;
const start = Date.UTC(2026, 10, 22);

let storage: Storage;
let now: number;
let log: MailLogEntry[];
const clock = { now: () => now };

beforeEach(async () => {
  storage = await openTestStorage();
  now = start;
  log = [];
});
afterEach(async () => {
  vi.useRealTimers();
  await storage.close();
});

async function queue(id: string, mail: Mail = mails['sign-in-code'], life = 15 * minutes, into = storage) {
  const sealedMail = await secrets.seal('outbox', JSON.stringify(mail));
  await into.outbox.insert({
    id,
    businessId: business.id,
    sealedMail,
    createdAt: now,
    expiresAt: now + life,
  });
}

/** Notes when each mail was tried; `outcome` decides. */
function transportThat(outcome: (attempt: number) => void | Promise<void>) {
  const tries: { id: string; at: number; to: string }[] = [];
  const transport: MailTransport = {
    async send(mail, _business, id) {
      tries.push({ id, at: now - start, to: mail.to });
      await outcome(tries.length);
    },
  };
  return { tries, transport };
}

function workerWith(transport: MailTransport, from: Storage = storage) {
  return createMailWorker({ storage: from, secrets, transport, clock, log: (entry) => log.push(entry) });
}

const refuse = (reason: string, isPermanent: boolean) => () => {
  throw new MailFailure(reason, isPermanent);
};

/** Lets the injected clock run, second by second, with a worker that looks each time. */
async function run(worker: { drain(): Promise<number> }, duration: number) {
  for (const end = now + duration; now <= end; now += seconds) await worker.drain();
}

describe('a mail that the server does not take for the moment', () => {
  it('is tried at once, then after 30 s, 1, 2 and 5 minutes more, and never after it expired', async () => {
    await queue('mail-1');
    const { tries, transport } = transportThat(refuse('smtp-421', false));
    await run(workerWith(transport), 60 * minutes);
    const expected = [0, 30, 90, 210, 510, 810].map((at) => at * seconds);
    expect(tries.map(({ at }) => at)).toEqual(expected);
    expect(log.at(-1)).toMatchObject({ event: 'mail-given-up', attempt: 6, reason: 'smtp-421' });
  });

  it('arrives under the same identifier when the server is back', async () => {
    await queue('mail-1');
    const { tries, transport } = transportThat((attempt) => {
      if (attempt < 3) throw new MailFailure('smtp-421', false);
    });
    await run(workerWith(transport), 60 * minutes);
    expect(tries.map(({ id }) => id)).toEqual(['mail-1', 'mail-1', 'mail-1']);
    expect(log.map(({ event }) => event)).toEqual(['mail-postponed', 'mail-postponed', 'mail-sent']);
  });

  it('does not hold up the others', async () => {
    for (let i = 0; i < 12; i++)
      await queue(`mail-${i}`, { ...mails['sign-in-code'], to: `v${i}@example.com` });
    const sent: string[] = [];
    const transport: MailTransport = {
      async send(mail) {
        if (mail.to === 'v0@example.com') throw new MailFailure('smtp-451', false);
        sent.push(mail.to);
      },
    };
    expect(await workerWith(transport).drain()).toBe(11);
    expect(new Set(sent).size).toBe(11);
  });
});

describe('a mail that must not be sent', () => {
  it('is given up at once when it is refused for good', async () => {
    await queue('mail-1');
    const { tries, transport } = transportThat(refuse('smtp-550', true));
    await run(workerWith(transport), 20 * minutes);
    expect(tries).toHaveLength(1);
    expect(log).toEqual([
      { level: 'warn', event: 'mail-given-up', mail: 'mail-1', attempt: 1, reason: 'smtp-550' },
    ]);
  });

  it('is not sent when its code has expired', async () => {
    await queue('mail-1', mails['sign-in-code'], 10 * minutes);
    const { tries, transport } = transportThat(() => {});
    now += 10 * minutes;
    expect(await workerWith(transport).drain()).toBe(0);
    expect(tries).toEqual([]);
    expect(log).toMatchObject([{ event: 'mail-given-up', reason: 'expired' }]);
  });

  it('is not sent when another key sealed it', async () => {
    const other = await createSecrets(new Uint8Array(32).fill(8));
    await storage.outbox.insert({
      id: 'mail-1',
      businessId: business.id,
      sealedMail: await other.seal('outbox', JSON.stringify(mails['sign-in-code'])),
      createdAt: now,
      expiresAt: now + minutes,
    });
    const { tries, transport } = transportThat(() => {});
    await workerWith(transport).drain();
    expect(tries).toEqual([]);
    expect(log).toMatchObject([{ event: 'mail-given-up', reason: 'unreadable' }]);
  });
});

describe('a transport that hangs', () => {
  it('is given up on before the lease ends, so that no second worker has the mail meanwhile', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await queue('mail-1');
    const { tries, transport } = transportThat(() => new Promise(() => {}));
    const drained = workerWith(transport).drain();
    await vi.waitFor(() => expect(tries).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(59 * seconds);
    expect(await drained).toBe(0);
    expect(log).toMatchObject([{ event: 'mail-postponed', reason: 'timed-out' }]);
  });
});

describe('the log', () => {
  it('has neither address nor code, even when the transport talks about them', async () => {
    await queue('mail-1');
    await queue('mail-2');
    const { transport } = transportThat((attempt) => {
      if (attempt === 1) throw new Error('550 5.1.1 <ada@example.com> 048213');
    });
    await workerWith(transport).drain();
    expect(log).toHaveLength(2);
    expect(JSON.stringify(log)).not.toMatch(/ada|example\.com|048213/);
  });
});

describe('several workers on one outbox', () => {
  it('send each mail once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'outbox-'));
    const file = join(folder, 'portal.sqlite');
    // Two connections to one file, as two processes would have.
    const [first, second] = [await openTestStorage(file), await openTestStorage(file)];
    const sent: string[] = [];
    const transport: MailTransport = { send: async (_mail, _business, id) => void sent.push(id) };
    try {
      for (let i = 0; i < 60; i++) await queue(`mail-${i}`, mails['sign-in-code'], 15 * minutes, first);
      const counts = await Promise.all(
        [first, second, first, second].map((from) => workerWith(transport, from).drain()),
      );
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(60);
      expect(sent).toHaveLength(60);
      expect(new Set(sent).size).toBe(60);
    } finally {
      await Promise.all([first.close(), second.close()]);
      rmSync(folder, { recursive: true });
    }
  });

  it('take over from one that died while it sent', async () => {
    await queue('mail-1');
    await storage.outbox.lease(now, minutes, 5);
    const { tries, transport } = transportThat(() => {});
    const worker = workerWith(transport);
    expect(await worker.drain()).toBe(0);
    now += minutes;
    expect(await worker.drain()).toBe(1);
    expect(tries).toHaveLength(1);
  });
});

describe('the running worker', () => {
  it('sends when it is woken, survives a failing database, and ends what it began before it stops', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const held = Promise.withResolvers<void>();
    const { tries, transport } = transportThat(() => held.promise);
    let isDatabaseDown = true;
    const outbox = {
      ...storage.outbox,
      lease: (...args: Parameters<Storage['outbox']['lease']>) =>
        isDatabaseDown ? Promise.reject(new Error('gone')) : storage.outbox.lease(...args),
    };
    const worker = workerWith(transport, { ...storage, outbox });
    worker.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(log).toEqual([{ level: 'error', event: 'mail-worker-failed', reason: 'Error' }]);

    isDatabaseDown = false;
    await queue('mail-1');
    worker.wake();
    await vi.advanceTimersByTimeAsync(0);
    await vi.waitFor(() => expect(tries).toHaveLength(1));

    const order: string[] = [];
    const stopped = worker.stop().then(() => order.push('stopped'));
    void held.promise.then(() => order.push('sent'));
    held.resolve();
    await stopped;
    expect(order).toEqual(['sent', 'stopped']);
    expect(log.at(-1)).toMatchObject({ event: 'mail-sent', mail: 'mail-1' });

    await queue('mail-2');
    worker.wake();
    await vi.advanceTimersByTimeAsync(10 * seconds);
    expect(tries).toHaveLength(1);
  });
});

describe('the development mailbox', () => {
  it('catches the mail as it would have been sent, once, also when the worker repeats it', async () => {
    const transport = createMailboxTransport(storage.mailbox, clock);
    await queue('mail-1');
    await workerWith(transport).drain();
    await transport.send(mails['sign-in-code'], business, 'mail-1');
    const caught = await storage.mailbox.latest(10);
    expect(caught).toHaveLength(1);
    expect(caught[0]).toMatchObject({
      id: 'mail-1',
      businessId: business.id,
      to: 'ada@example.com',
      sentAt: start,
    });
    expect(caught[0]!.subject).toContain('048213');
    expect(caught[0]!.text).toContain('048213');
    expect(caught[0]!.html).toContain('048213');
  });
});
