/**
 * Why a mail was not sent, in a few fixed words for log and database: an SMTP server's own sentence
 * repeats the visitor's address.
 */
export class MailFailure extends Error {
  readonly reason: string;
  /** Trying again cannot help: this mail is refused, not the moment. */
  readonly isPermanent: boolean;

  constructor(reason: string, isPermanent: boolean) {
    super(reason);
    this.name = 'MailFailure';
    this.reason = reason;
    this.isPermanent = isPermanent;
  }
}
