/** What a language must say: one function a template, so that a forgotten one does not compile. */
import type { Mail } from '../../domain/mail.ts';

export type Template = Mail['template'];
export type DataOf<T extends Template> = Extract<Mail, { template: T }>['data'];

/** A mail in words, before it becomes text or HTML. Nothing here is escaped. */
export interface MailContent {
  subject: string;
  /** What an inbox shows beside the subject. */
  preview: string;
  heading: string;
  /** Before the code. */
  paragraphs: string[];
  code?: CodeWords;
  /** The other way, below the code. */
  link?: LinkWords;
  /** After the code and the link. */
  notes: string[];
}

export interface CodeWords {
  value: string;
  /** Which window asked, by the tag that it shows. */
  request: string;
  life: string;
}

export interface LinkWords {
  url: string;
  /** On the button. */
  label: string;
  /** When the one is better than the other. */
  hint: string;
}

export interface MailWords {
  /** BCP 47, for the HTML part. */
  language: string;
  direction: 'ltr' | 'rtl';
  templates: { [T in Template]: (data: DataOf<T>, business: string) => MailContent };
  /** Why this mail came. */
  footer(business: string): string;
}
