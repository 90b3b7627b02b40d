import { beforeEach, expect, it } from 'vitest';
import type { LeasedMail } from '../../src/domain/ports.ts';
import { describeStorage } from '../support/databases.ts';
import { aMail, inParallel, minute, now } from '../support/records.ts';

const lease = 60_000;

describeStorage('outbox', (current) => {
  beforeEach(() => current().db.deleteFrom('outbox').execute());

  const queued = async (more: Parameters<typeof aMail>[0] = {}) => {
    const mail = aMail(more);
    await current().storage.outbox.insert(mail);
    return mail;
  };
  const rowOf = (id: string) =>
    current().db.selectFrom('outbox').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

  it('leases what is due, the oldest first, at most as many as asked for', async () => {
    const { outbox } = current().storage;
    const second = await queued({ createdAt: now - 1 });
    const first = await queued({ createdAt: now - 2 });
    const third = await queued();
    const later = await queued({ createdAt: now + 1 });
    expect(await outbox.lease(now, lease, 2)).toEqual([
      { ...first, attempt: 1 },
      { ...second, attempt: 1 },
    ]);
    expect(await outbox.lease(now, lease, 10)).toEqual([{ ...third, attempt: 1 }]);
    expect(await outbox.lease(now + 1, lease, 10)).toEqual([{ ...later, attempt: 1 }]);
  });

  it('leases a mail again only when its lease has run out, and counts', async () => {
    const { outbox } = current().storage;
    const mail = await queued();
    await outbox.lease(now, lease, 1);
    expect(await outbox.lease(now + lease - 1, lease, 1)).toEqual([]);
    expect(await outbox.lease(now + lease, lease, 1)).toEqual([{ ...mail, attempt: 2 }]);
  });

  it('never leases a mail to two of four workers that empty the queue at once', async () => {
    const { outbox } = current().storage;
    const mails = await inParallel(200, () => queued());
    const work = async () => {
      const mine: LeasedMail[] = [];
      let batch: LeasedMail[];
      do {
        batch = await outbox.lease(now, lease, 7);
        expect(batch.length).toBeLessThanOrEqual(7);
        mine.push(...batch);
      } while (batch.length > 0 && mine.length <= mails.length);
      return mine;
    };
    const leased = (await inParallel(4, work)).flat();
    expect(leased.map(({ id }) => id).sort()).toEqual(mails.map(({ id }) => id).sort());
    expect(leased.every(({ attempt }) => attempt === 1)).toBe(true);
  });

  it('erases a mail that was sent, and never sends it again', async () => {
    const { outbox } = current().storage;
    const { id } = await queued();
    await outbox.lease(now, lease, 1);
    await outbox.markSent(id, now + 1);
    expect(await rowOf(id)).toMatchObject({ sealed_mail: null, done_at: now + 1, last_error: null });
    await outbox.postpone({ id, attempt: 1 }, now, 'too late');
    expect(await outbox.lease(now + 10 * minute, lease, 1)).toEqual([]);
  });

  it('makes a postponed mail due at its time', async () => {
    const { outbox } = current().storage;
    const mail = await queued();
    await outbox.lease(now, lease, 1);
    await outbox.postpone({ ...mail, attempt: 1 }, now + 30_000, '421 try later');
    expect(await rowOf(mail.id)).toMatchObject({ last_error: '421 try later', done_at: null });
    expect(await outbox.lease(now + 29_999, lease, 1)).toEqual([]);
    expect(await outbox.lease(now + 30_000, lease, 1)).toEqual([{ ...mail, attempt: 2 }]);
  });

  it('does not let a worker whose lease has lapsed postpone what another one holds', async () => {
    const { outbox } = current().storage;
    const mail = await queued();
    await outbox.lease(now, lease, 1);
    await outbox.lease(now + lease, lease, 1);
    await outbox.postpone({ ...mail, attempt: 1 }, now + lease + 1, 'too slow');
    expect(await outbox.lease(now + lease + 1, lease, 1)).toEqual([]);
    await outbox.markSent(mail.id, now + lease + 2);
  });

  it('erases a mail that was given up, and says why', async () => {
    const { outbox } = current().storage;
    const { id } = await queued();
    await outbox.giveUp(id, now + 1, '550 no such user');
    expect(await rowOf(id)).toMatchObject({
      sealed_mail: null,
      done_at: now + 1,
      last_error: '550 no such user',
    });
    expect(await outbox.lease(now + 10 * minute, lease, 1)).toEqual([]);
  });

  it('keeps the first ending of a mail that two workers ended', async () => {
    const { outbox } = current().storage;
    const { id } = await queued();
    await outbox.markSent(id, now + 1);
    await outbox.giveUp(id, now + 2, 'expired');
    expect(await rowOf(id)).toMatchObject({ done_at: now + 1, last_error: null });
  });
});
