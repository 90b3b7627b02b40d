import { expect, it } from 'vitest';
import { describeStorage } from '../support/databases.ts';
import { inParallel, now, unique } from '../support/records.ts';

describeStorage('devices', (current) => {
  const devices = () => current().storage.devices;
  const aDevice = () => ({ businessId: 'business', mailbox: unique('mailbox'), keyThumbprint: 'key' });

  it('knows a key at the mailbox where it was, after the time asked for', async () => {
    const device = aDevice();
    await devices().touch(device, now);
    expect(await devices().isKnown(device, now - 1)).toBe(true);
    expect(await devices().isKnown(device, now)).toBe(false);
    for (const other of [
      { ...device, businessId: 'another' },
      { ...device, mailbox: 'another' },
      { ...device, keyThumbprint: 'another' },
    ]) {
      expect(await devices().isKnown(other, 0)).toBe(false);
    }
  });

  it('remembers the last time only, also of several at once', async () => {
    const device = aDevice();
    await inParallel(10, () => devices().touch(device, now));
    await devices().touch(device, now + 1);
    expect(await devices().isKnown(device, now)).toBe(true);
  });
});
