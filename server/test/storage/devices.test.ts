import { expect, it } from 'vitest';
import { describeStorage } from '../support/databases.ts';
import { inParallel, now, unique } from '../support/records.ts';

const most = 3;

describeStorage('devices', (current) => {
  const devices = () => current().storage.devices;
  const aDevice = (mailbox = unique('mailbox')) => ({
    businessId: 'business',
    mailbox,
    keyThumbprint: unique('key'),
  });

  it('knows a key at the mailbox where it was, after the time asked for, and for which accounts', async () => {
    const device = aDevice();
    const [account, sibling] = [unique('account'), unique('account')];
    await devices().touch(device, account, most, now);
    await devices().touch(device, sibling, most, now + 1);
    expect((await devices().accountsOf(device, now - 1)).toSorted()).toEqual([account, sibling].toSorted());
    expect(await devices().accountsOf(device, now)).toEqual([sibling]);
    for (const other of [
      { ...device, businessId: 'another' },
      { ...device, mailbox: 'another' },
      { ...device, keyThumbprint: 'another' },
    ]) {
      expect(await devices().accountsOf(other, 0)).toEqual([]);
    }
  });

  it('remembers the last time only, also of several at once', async () => {
    const device = aDevice();
    const account = unique('account');
    await inParallel(10, () => devices().touch(device, account, most, now));
    await devices().touch(device, account, most, now + 1);
    expect(await devices().accountsOf(device, now)).toEqual([account]);
  });

  it('keeps so many of an account as are asked for, and those of its siblings', async () => {
    const mailbox = unique('mailbox');
    const [account, sibling] = [unique('account'), unique('account')];
    const first = aDevice(mailbox);
    await devices().touch(first, account, most, now);
    await devices().touch(first, sibling, most, now);
    const later = Array.from({ length: most }, () => aDevice(mailbox));
    for (const [index, device] of later.entries())
      await devices().touch(device, account, most, now + 1 + index);
    expect(await devices().accountsOf(first, 0)).toEqual([sibling]);
    for (const device of later) expect(await devices().accountsOf(device, 0)).toEqual([account]);
  });

  it('keeps those that were there last, also when 20 come at once', async () => {
    const account = unique('account');
    const all = Array.from({ length: 20 }, () => aDevice());
    await inParallel(20, (index) => devices().touch(all[index]!, account, most, now + index));
    const known = await Promise.all(all.map((device) => devices().accountsOf(device, 0)));
    expect(known.map(({ length }) => length)).toEqual([...Array(17).fill(0), 1, 1, 1]);
  });

  it('forgets one key of an account, all but one, or all', async () => {
    const account = unique('account');
    const [a, b, c, d] = [aDevice(), aDevice(), aDevice(), aDevice()];
    for (const device of [a, b, c, d]) await devices().touch(device, account, 9, now);
    const known = async () =>
      Promise.all([a, b, c, d].map(async (one) => (await devices().accountsOf(one, 0)).length));
    await devices().forget(unique('another'));
    await devices().forget(account, { only: a.keyThumbprint });
    expect(await known()).toEqual([0, 1, 1, 1]);
    await devices().forget(account, { except: c.keyThumbprint });
    expect(await known()).toEqual([0, 0, 1, 0]);
    await devices().forget(account);
    expect(await known()).toEqual([0, 0, 0, 0]);
  });
});
