import { expect, it } from 'vitest';
import type { CaughtMail } from '../../src/domain/ports.ts';
import { describeStorage } from '../support/databases.ts';
import { now, unique } from '../support/records.ts';

describeStorage('mailbox', (current) => {
  const caught = (more: Partial<CaughtMail>): CaughtMail => ({
    id: unique('caught'),
    businessId: 'business',
    to: 'ada@example.test',
    subject: 'Your code · “123 456”',
    text: 'plain',
    html: '<p>rich</p>',
    sentAt: now,
    ...more,
  });

  it('keeps mails and shows the newest first', async () => {
    const { mailbox } = current().storage;
    const [old, newest, middle] = [
      caught({ sentAt: now }),
      caught({ sentAt: now + 2 }),
      caught({ sentAt: now + 1 }),
    ];
    for (const mail of [old, newest, middle]) await mailbox.insert(mail);
    expect(await mailbox.latest(10)).toEqual([newest, middle, old]);
    expect(await mailbox.latest(2)).toEqual([newest, middle]);
    expect(await mailbox.byId(middle.id)).toEqual(middle);
    expect(await mailbox.byId('unknown')).toBeUndefined();
  });
});
