import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Mail } from '../../src/domain/mail.ts';
import { MailFailure } from '../../src/mail/failure.ts';
import { createSmtpTransport, type SmtpTransport } from '../../src/mail/smtp.ts';
import { business, mails, named } from './fixtures.ts';
import { startSmtpSink, type SmtpSink } from './smtp-sink.ts';

let sink: SmtpSink;
let transport: SmtpTransport;

const transportTo = (port: number, more: { user: string; password: string } | undefined = undefined) =>
  createSmtpTransport({
    host: '127.0.0.1',
    port,
    isImplicitTls: false,
    isLoopback: more === undefined,
    ...(more && { credentials: more }),
    from: 'portal@hearth.example',
  });

beforeEach(async () => {
  sink = await startSmtpSink();
  transport = transportTo(sink.port);
});
afterEach(async () => {
  transport.close();
  await sink.close();
});

async function failureOf(sending: Promise<void>): Promise<MailFailure> {
  const error = await sending.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(MailFailure);
  return error as MailFailure;
}

describe('a mail over a real socket', () => {
  it('reaches one recipient with text, HTML, sender and a stable Message-ID', async () => {
    await transport.send(mails['sign-up-code'], business, 'outbox_id-1');
    expect(sink.deliveries).toHaveLength(1);
    const [{ from, recipients, raw, message }] = sink.deliveries as [(typeof sink.deliveries)[0]];
    expect(from).toBe('portal@hearth.example');
    expect(recipients).toEqual(['ada@example.com']);
    expect(message.from).toMatchObject({ name: 'Hearth & Crumb', address: 'portal@hearth.example' });
    expect(message.to).toMatchObject([{ address: 'ada@example.com' }]);
    expect(message.subject).toBe('048213 is your Hearth & Crumb code (request K7)');
    expect(message.messageId).toBe('<outbox_id-1@hearth.example>');
    expect(message.text).toContain('    048213');
    expect(message.text).toContain('Hello Ada Lovelace,');
    expect(message.html).toContain('>048213</span>');
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
    expect(message.cc ?? []).toEqual([]);
    expect(message.bcc ?? []).toEqual([]);
  });

  it('carries names in any script', async () => {
    await transport.send(mails['session-stolen'], named('Bäckerei 焼き立て 🍞'), 'id');
    expect(sink.deliveries[0]!.message.from?.name).toBe('Bäckerei 焼き立て 🍞');
    expect(sink.deliveries[0]!.message.subject).toContain('Bäckerei 焼き立て 🍞');
  });
});

describe('T15: strings that a mail library could read as other or more recipients', () => {
  it.each([
    'a@b.test,evil@c.test',
    'a@b.test;evil@c.test',
    'a@b.test evil@c.test',
    'a@b.test\r\nBcc: evil@c.test',
    'a@b.test>\r\nRCPT TO:<evil@c.test',
    'u@good.test(x)evil.test',
    '"evil@c.test"@b.test',
    'a@b.test <evil@c.test>',
    '<evil@c.test>',
    'group:evil@c.test;',
    'victim\uff20evil.test',
    '\u212a@b.test',
    'A@b.test',
    'a@[127.0.0.1]',
    'a@b.test\0',
    '',
  ])('nothing goes out to %j', async (to) => {
    const failure = await failureOf(transport.send({ ...mails['sign-in-code'], to } as Mail, business, 'id'));
    expect(failure).toMatchObject({ reason: 'bad-address', isPermanent: true });
    expect(sink.connections).toBe(0);
  });

  it.each(['Hearth\r\nBcc: evil@c.test', 'Hearth" <evil@c.test>, "x', 'evil@c.test, Hearth'])(
    'a business called %j changes neither sender nor recipients',
    async (name) => {
      await transport.send(mails['sign-up-code'], named(name), 'id');
      const [{ from, recipients, message }] = sink.deliveries as [(typeof sink.deliveries)[0]];
      expect(from).toBe('portal@hearth.example');
      expect(recipients).toEqual(['ada@example.com']);
      expect(message.from?.address).toBe('portal@hearth.example');
      expect(message.to?.map(({ address }) => address)).toEqual(['ada@example.com']);
      expect(message.bcc).toBeUndefined();
    },
  );

  it('a visitor called like a header stays in the text', async () => {
    const data = { ...mails['sign-up-code'].data, name: 'Ada\r\nBcc: evil@c.test' };
    await transport.send({ ...mails['sign-up-code'], data }, business, 'id');
    expect(sink.deliveries[0]!.recipients).toEqual(['ada@example.com']);
    expect(sink.deliveries[0]!.message.bcc).toBeUndefined();
  });
});

describe('a refusal', () => {
  it.each([
    { at: 'recipient', code: 550, isPermanent: true },
    { at: 'message', code: 554, isPermanent: true },
    { at: 'recipient', code: 450, isPermanent: false },
    { at: 'message', code: 421, isPermanent: false },
  ] as const)('$code at the $at: permanent $isPermanent, told without the address', async (refusal) => {
    sink.refuse = refusal;
    const failure = await failureOf(transport.send(mails['sign-in-code'], business, 'id'));
    expect(failure).toMatchObject({ reason: `smtp-${refusal.code}`, isPermanent: refusal.isPermanent });
    expect(failure.message).not.toContain('ada');
    expect(sink.deliveries).toEqual([]);
  });

  it('a server that is not there is worth another try', async () => {
    await sink.close();
    const failure = await failureOf(transport.send(mails['sign-in-code'], business, 'id'));
    expect(failure.isPermanent).toBe(false);
    expect(failure.reason).toMatch(/^smtp-e/);
  });

  it('credentials are not sent to a server without TLS', async () => {
    const careful = transportTo(sink.port, { user: 'portal', password: 'hunter2' });
    const failure = await failureOf(careful.send(mails['sign-in-code'], business, 'id'));
    careful.close();
    expect(failure.reason).toMatch(/^smtp-/);
    expect(failure.isPermanent).toBe(false);
    expect(sink.deliveries).toEqual([]);
  });
});
