import type { CaughtMail } from '../../src/domain/ports.ts';

/** Reads the development mailbox until the mail has come; the worker sends it in its own time. */
export async function inMail(publicUrl: string, email: string, tag: string, wanted: RegExp): Promise<string> {
  for (;;) {
    const { mails } = (await (await fetch(`${publicUrl}/dev/mail.json`)).json()) as { mails: CaughtMail[] };
    const text = mails.find(({ to, text }) => to === email && text.includes(`request ${tag}:`))?.text;
    const found = wanted.exec(text ?? '')?.[0];
    if (found !== undefined) return found;
  }
}

/** Six digits, or a long code in its groups. */
const anyCode = /\b(?:\d{6}|[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{5})\b/;

export const codeInMail = (publicUrl: string, email: string, tag: string): Promise<string> =>
  inMail(publicUrl, email, tag, anyCode);
