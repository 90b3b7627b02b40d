import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Target } from '../../../test/conformance/target.ts';
import { Visitor } from '../../../test/conformance/visitor.ts';
import { createMailWorker } from '../../src/mail/worker.ts';
import { createSmtpTransport, type SmtpTransport } from '../../src/mail/smtp.ts';
import { describeStorage } from '../support/databases.ts';
import { unique } from '../support/records.ts';
import { conformanceTarget, startTestPortal, type TestPortal } from '../support/test-portal.ts';
import { type SmtpSink, startSmtpSink } from './smtp-sink.ts';

const password = 'correct horse battery';

/** Through the whole server, from the request to the socket of the mail server. */
describeStorage('what no mailbox has', (current) => {
  let portal: TestPortal;
  let target: Target;
  let sink: SmtpSink;
  let transport: SmtpTransport;
  beforeAll(async () => {
    portal = await startTestPortal(current().db);
    target = await conformanceTarget(portal);
  });
  beforeEach(async () => {
    sink = await startSmtpSink();
    transport = createSmtpTransport({
      host: '127.0.0.1',
      port: sink.port,
      isImplicitTls: false,
      isLoopback: true,
      from: 'portal@hearth.example',
    });
  });
  afterEach(async () => {
    transport.close();
    await sink.close();
  });

  const deliver = () => {
    const { storage, secrets, clock } = portal.deps;
    return createMailWorker({ storage, secrets, clock, transport, log() {} }).drain();
  };

  it.each([
    'victim\uff20evil.example',
    '\u212a@x.example',
    'a@b.test,evil@c.test',
    'a@b.test;evil@c.test',
    'a@b.test evil@c.test',
    'a@b.test\r\nBcc: evil@c.test',
    'u@good.com(x)evil.com',
    '"evil@c.test"@b.test',
    'a@b.test <evil@c.test>',
    'group:evil@c.test;',
    'a@[127.0.0.1]',
    'a@b.test\0',
  ])('T15: %j as an email → 422, and nothing reaches the mail server', async (email) => {
    const visitor = await Visitor.arrive(target);
    const answers = [
      await visitor.refused('startSignUp', 'invalid-input', { name: 'Ada', email, password }),
      await visitor.refused('requestSignInCode', 'invalid-input', { email }),
      await visitor.refused('signInWithPassword', 'invalid-input', { email, password }),
    ];
    for (const { status, errors } of answers) {
      expect(status).toBe(422);
      expect(errors).toEqual([{ pointer: '/email', code: 'email-invalid' }]);
    }
    expect(await deliver()).toBe(0);
    expect(sink.connections).toBe(0);
  });

  it('T15: an address in letters that only look different gets its mail at the one mailbox that they name', async () => {
    const local = unique('ada');
    const visitor = await Visitor.arrive(target);
    await visitor.succeed('startSignUp', {
      name: 'Ada',
      email: `${local.toUpperCase()}@\u24d4xample\u3002com`,
      password,
    });
    expect(await deliver()).toBe(1);
    expect(sink.deliveries.map(({ recipients }) => recipients)).toEqual([[`${local}@example.com`]]);
  });
});
