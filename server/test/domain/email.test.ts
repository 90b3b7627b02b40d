import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalEmail } from '../../src/domain/email.ts';

/** Each part as long as it may be: 64 characters, three labels of at most 63, 254 in all. */
const longest = `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(57)}.com`;

describe('T15: one spelling for each mailbox', () => {
  it.each([
    ['Ada.Lovelace@Example.COM', 'ada.lovelace@example.com'],
    ['  ada@example.com\n', 'ada@example.com'],
    ["o'brien+bread@example.com", "o'brien+bread@example.com"],
    ['ada@ⓔxample。com', 'ada@example.com'],
    ['ada@bücher.example', 'ada@xn--bcher-kva.example'],
    ['ada@BÜCHER.example', 'ada@xn--bcher-kva.example'],
    ['ada@post.mail.example.com', 'ada@post.mail.example.com'],
    [longest, longest],
  ])('%j is %s', (typed, canonical) => expect(canonicalEmail(typed)).toBe(canonical));

  it.each([
    ['the local part is not ASCII', 'ädä@example.com'],
    ['the Kelvin sign lowers to an ASCII k', '\u212a@example.com'],
    ['an at sign that only looks like one', 'ada＠example.com'],
    ['a full-width slash becomes a path', 'ada@example.com／x'],
    ['a full-width at sign becomes user information', 'ada@evil＠example.com'],
    ['a percent sign is decoded by the URL parser', 'ada@ex%61mple.com'],
    ['a port', 'ada@example.com:25'],
    ['an IPv4 address in hexadecimal', 'ada@0x7f000001'],
    ['an IPv4 address with one dot', 'ada@127.1'],
    ['a soft hyphen alone as a label', 'ada@\u00ad.com'],
    ['a top level of digits', 'ada@example.123'],
    ['two addresses in one', 'ada@example.com@evil.example'],
    ['255 characters', longest.replace('.com', 'd.com')],
    ['a local part of 65 characters', `${'a'.repeat(65)}@example.com`],
  ])('refused: %s', (_, typed) => expect(canonicalEmail(typed)).toBeUndefined());

  it('is one spelling: canonicalising again changes nothing', () => {
    const local = fc.stringMatching(/^[A-Za-z0-9+'_-]{1,20}(\.[A-Za-z0-9]{1,10})?$/);
    const domain = fc.stringMatching(/^[A-Za-z][A-Za-z0-9ü]{0,10}\.[A-Za-z]{2,6}$/);
    fc.assert(
      fc.property(local, domain, (left, right) => {
        const once = canonicalEmail(`${left}@${right}`);
        expect(once).toBeDefined();
        expect(canonicalEmail(once ?? '')).toBe(once);
        expect(once).toBe(canonicalEmail(`${left.toUpperCase()}@${right.toLowerCase()}`));
      }),
    );
  });

  it('never lets a character through that a mail header or an SMTP command could read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
        const canonical = canonicalEmail(`${left}@${right}.com`);
        if (canonical !== undefined) expect(canonical).toMatch(/^[!#$%&'*+/=?^_`{|}~.a-z0-9-]+@[a-z0-9.-]+$/);
      }),
      { numRuns: 5_000 },
    );
  });
});
