import { describe, expect, it } from 'vitest';
import { createSecrets } from '../../src/crypto/secrets.ts';
import { fromBase64Url, toBase64Url } from '../../src/crypto/base64url.ts';

const masterKey = Uint8Array.from({ length: 32 }, (_, index) => index);
const secrets = await createSecrets(masterKey);
const otherServer = await createSecrets(Uint8Array.from(masterKey, (byte) => byte ^ 1));

function flipBit(sealed: string, at: number): string {
  const bytes = fromBase64Url(sealed)!;
  bytes[at]! ^= 1;
  return toBase64Url(bytes);
}

describe('the master key', () => {
  it('is refused below 32 bytes', async () => {
    await expect(createSecrets(new Uint8Array(31))).rejects.toThrow(RangeError);
  });

  it('is copied: wiping the given bytes afterwards changes nothing', async () => {
    const given = Uint8Array.from(masterKey);
    const own = await createSecrets(given);
    given.fill(0);
    expect(await own.mac('x', 'y')).toBe(await secrets.mac('x', 'y'));
  });
});

describe('digest', () => {
  it('is SHA-256 in base64url (FIPS 180-4, "abc")', async () => {
    const expected = Buffer.from('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', 'hex');
    expect(await secrets.digest('abc')).toBe(expected.toString('base64url'));
  });
});

describe('mac', () => {
  it('is stable for one key and differs by key, purpose and parts', async () => {
    const mac = await secrets.mac('code', 'flow', '123456');
    expect(fromBase64Url(mac)).toHaveLength(32);
    expect(await secrets.mac('code', 'flow', '123456')).toBe(mac);
    const others = await Promise.all([
      otherServer.mac('code', 'flow', '123456'),
      secrets.mac('password', 'flow', '123456'),
      secrets.mac('code', 'flow', '123457'),
      secrets.mac('code', 'flow1', '23456'),
      secrets.mac('code', 'flow', '123456', ''),
    ]);
    expect(new Set([mac, ...others]).size).toBe(6);
  });
});

describe('equal', () => {
  it.each([
    ['', '', true],
    ['abc', 'abc', true],
    ['abc', 'abd', false],
    ['abc', 'Abc', false],
    ['abc', 'abcd', false],
    ['abc', '', false],
  ])('%j and %j: %s', (a, b, expected) => {
    expect(secrets.equal(a, b)).toBe(expected);
  });
});

describe('seal and open', () => {
  it.each(['', 'a code: 123456', 'Ünïcödé 🍞', 'x'.repeat(100_000)])(
    'round-trips (%#)',
    async (plaintext) => {
      expect(await secrets.open('outbox', await secrets.seal('outbox', plaintext))).toBe(plaintext);
      expect(await secrets.open('refresh', await secrets.seal('refresh', plaintext, 'token'), 'token')).toBe(
        plaintext,
      );
    },
  );

  it('never seals the same way twice', async () => {
    const sealed = await Promise.all(Array.from({ length: 50 }, () => secrets.seal('outbox', 'same')));
    expect(new Set(sealed).size).toBe(50);
  });

  it('opens nothing for another purpose, another server, another token or a missing one', async () => {
    const plain = await secrets.seal('outbox', 'secret');
    const byToken = await secrets.seal('outbox', 'secret', 'token');
    expect(await secrets.open('nonce', plain)).toBeUndefined();
    expect(await otherServer.open('outbox', plain)).toBeUndefined();
    expect(await secrets.open('outbox', plain, 'token')).toBeUndefined();
    expect(await secrets.open('outbox', byToken)).toBeUndefined();
    expect(await secrets.open('outbox', byToken, 'Token')).toBeUndefined();
    expect(await secrets.open('nonce', byToken, 'token')).toBeUndefined();
    expect(await otherServer.open('outbox', byToken, 'token')).toBeUndefined();
  });

  it('notices one flipped bit anywhere: in the vector, the text or the tag', async () => {
    const sealed = await secrets.seal('outbox', 'secret');
    const length = fromBase64Url(sealed)!.byteLength;
    for (let at = 0; at < length; at++) {
      expect(await secrets.open('outbox', flipBit(sealed, at)), `byte ${at}`).toBeUndefined();
    }
  });

  it.each(['', 'A', 'AAAA', 'AAAAAAAAAAAAAAAA', 'not base64url!', 'YWJj\nZGVm', 'YWJjZA=='])(
    'answers undefined for junk (%j)',
    async (junk) => {
      expect(await secrets.open('outbox', junk)).toBeUndefined();
    },
  );
});
