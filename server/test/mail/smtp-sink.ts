/** An SMTP server on a real socket that keeps what it was given, and refuses what the test wants refused. */
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface Delivery {
  from: string;
  recipients: string[];
  raw: string;
  message: Email;
}

export interface SmtpSink {
  port: number;
  deliveries: Delivery[];
  /** Connections that were opened, whatever came of them. */
  connections: number;
  /** Reply to the next recipient or message with this code instead of taking it. */
  refuse: { at: 'recipient' | 'message'; code: number } | undefined;
  close(): Promise<void>;
}

export async function startSmtpSink(): Promise<SmtpSink> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onConnect(_session, done) {
      sink.connections += 1;
      done();
    },
    onRcptTo(_address, _session, done) {
      done(sink.refuse?.at === 'recipient' ? refusal(sink.refuse.code) : undefined);
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (sink.refuse?.at === 'message') return done(refusal(sink.refuse.code));
        const raw = Buffer.concat(chunks).toString('utf8');
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        const recipients = rcptTo.map(({ address }) => address);
        void PostalMime.parse(raw).then((message) => {
          sink.deliveries.push({ from, recipients, raw, message });
          done();
        });
      });
    },
  });
  const sink: SmtpSink = {
    port: 0,
    deliveries: [],
    connections: 0,
    refuse: undefined,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  sink.port = (server.server.address() as AddressInfo).port;
  return sink;
}

function refusal(code: number): Error {
  return Object.assign(new Error('<ada@example.com> refused'), { responseCode: code });
}
