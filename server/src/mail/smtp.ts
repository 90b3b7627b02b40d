/** Mail to any SMTP server. Node only. */
import { createTransport } from 'nodemailer';
import { canonicalEmail } from '../domain/email.ts';
import type { MailTransport } from '../domain/ports.ts';
import { MailFailure } from './failure.ts';
import { renderMail } from './render.ts';

export interface SmtpSettings {
  host: string;
  port: number;
  /** TLS from the first byte (smtps). Otherwise STARTTLS, and with credentials nothing without it. */
  isImplicitTls: boolean;
  /** Credentials may cross this connection in clear: loopback only. */
  isLoopback: boolean;
  credentials?: { user: string; password: string };
  /** The address that mails come from and that bounces go to. */
  from: string;
}

export interface SmtpTransport extends MailTransport {
  close(): void;
}

export function createSmtpTransport(settings: SmtpSettings): SmtpTransport {
  const { credentials, from } = settings;
  const transport = createTransport({
    host: settings.host,
    port: settings.port,
    secure: settings.isImplicitTls,
    requireTLS: !settings.isImplicitTls && !settings.isLoopback && credentials !== undefined,
    ...(credentials && { auth: { user: credentials.user, pass: credentials.password } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    // Nothing of a mail may name a file or a URL for the library to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.slice(from.lastIndexOf('@') + 1);

  return {
    async send(mail, business, messageId) {
      // The domain stores canonical addresses. Anything else would reach an address parser that can
      // read two recipients out of one string (SECURITY T15), so it goes nowhere.
      if (canonicalEmail(mail.to) !== mail.to) throw new MailFailure('bad-address', true);
      const { fromName, subject, text, html } = renderMail(mail, business);
      try {
        await transport.sendMail({
          envelope: { from, to: [mail.to] },
          // Objects, not strings: neither the name nor the address is parsed.
          from: { name: fromName, address: from },
          to: { name: '', address: mail.to },
          subject,
          text,
          html,
          messageId: `<${messageId}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        });
      } catch (error) {
        throw failureOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/** Replies that speak about the mail; a refused login or greeting speaks about our settings instead. */
const MAIL_PHASES: readonly unknown[] = ['EENVELOPE', 'EMESSAGE'];

function failureOf(error: unknown): MailFailure {
  if (!(error instanceof Error)) return new MailFailure('smtp-unknown', false);
  const { code, responseCode } = error as Error & { code?: unknown; responseCode?: unknown };
  const status = typeof responseCode === 'number' ? responseCode : undefined;
  const isPermanent = status !== undefined && status >= 500 && MAIL_PHASES.includes(code);
  const word = status ?? (typeof code === 'string' ? code.toLowerCase() : 'unknown');
  return new MailFailure(`smtp-${word}`, isPermanent);
}
