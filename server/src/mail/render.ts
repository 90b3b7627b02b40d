/** Puts a mail into words: subject, plain text and HTML that say the same. */
import type { Business } from '../domain/business.ts';
import type { Mail } from '../domain/mail.ts';
import { htmlPart } from './layout.ts';
import { oneLine } from './plain.ts';
import { wordsFor } from './words/index.ts';
import type { MailContent, MailWords } from './words/words.ts';

export interface RenderedMail {
  /** The name beside the sender's address. */
  fromName: string;
  subject: string;
  text: string;
  html: string;
}

export function renderMail(mail: Mail, business: Business): RenderedMail {
  const words = wordsFor(mail.locale);
  const fromName = oneLine(business.settings.name);
  const content = contentOf(mail, words, fromName);
  const { accent, logo } = business.settings;
  return {
    fromName,
    subject: oneLine(content.subject),
    text: textPart(content, words.footer(fromName), fromName),
    html: htmlPart(content, words, { name: fromName, accent, logo }),
  };
}

/** The switch lets the compiler pair each template with its own data. */
function contentOf(mail: Mail, { templates }: MailWords, business: string): MailContent {
  switch (mail.template) {
    case 'sign-up-code':
      return templates[mail.template](mail.data, business);
    case 'already-registered':
      return templates[mail.template](mail.data, business);
    case 'sign-in-code':
      return templates[mail.template](mail.data, business);
    case 'no-account':
      return templates[mail.template](mail.data, business);
    case 'step-up-code':
      return templates[mail.template](mail.data, business);
    case 'email-change-code':
      return templates[mail.template](mail.data, business);
    case 'email-taken':
      return templates[mail.template](mail.data, business);
    case 'password-changed':
      return templates[mail.template](mail.data, business);
    case 'email-changed':
      return templates[mail.template](mail.data, business);
    case 'account-deleted':
      return templates[mail.template](mail.data, business);
    case 'session-stolen':
      return templates[mail.template](mail.data, business);
  }
}

function textPart(
  { heading, paragraphs, code, link, notes }: MailContent,
  footer: string,
  business: string,
): string {
  const codeLines = code ? [`    ${code.value}`, `${code.request}\n${code.life}`] : [];
  const linkLines = link ? [link.hint, link.url] : [];
  // "-- " on its own line: what follows is a signature, which mail programs set apart (RFC 3676).
  return (
    [business, heading, ...paragraphs, ...codeLines, ...linkLines, ...notes, `-- \n${footer}`].join('\n\n') +
    '\n'
  );
}
