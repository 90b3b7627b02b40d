/** The part of the configuration that decides where mail goes. */
import type { Config } from './config.ts';
import type { Reader } from './config-reader.ts';
import { canonicalEmail } from './domain/email.ts';
import { LOOPBACK } from './domain/web-url.ts';

export function readMail(reader: Reader, mode: Config['mode']): Config['mail'] | undefined {
  const text = reader.get('SMTP_URL');
  if (text === undefined) {
    if (mode === 'development') return { kind: 'mailbox' };
    return reader.refuse(
      'SMTP_URL is missing: without it no code can be mailed. For example smtps://user:password@smtp.example.com. ' +
        'To try the portal out with a mailbox in the browser, set NODE_ENV=development.',
    );
  }
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (
    !url ||
    !['smtp:', 'smtps:'].includes(url.protocol) ||
    !url.hostname ||
    !/^\/?$/.test(url.pathname) ||
    url.search
  ) {
    return reader.refuse(
      'SMTP_URL must look like smtps://user:password@host:465 or smtp://host:587, with nothing after it.',
    );
  }
  const from = reader.get('PORTAL_MAIL_FROM');
  if (from === undefined || canonicalEmail(from) === undefined) {
    const problem = from === undefined ? 'is missing' : `is "${from}"`;
    return reader.refuse(
      `PORTAL_MAIL_FROM ${problem}. Set it to the plain address that mails come from, for example portal@example.com.`,
    );
  }
  const user = decoded(url.username);
  const password = decoded(url.password);
  if (user === undefined || password === undefined) {
    return reader.refuse('SMTP_URL: write a % in the user name or the password as %25.');
  }
  const isImplicitTls = url.protocol === 'smtps:';
  return {
    kind: 'smtp',
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : isImplicitTls ? 465 : 587,
    isImplicitTls,
    isLoopback: LOOPBACK.has(url.hostname),
    ...(user && { credentials: { user, password } }),
    from,
  };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
