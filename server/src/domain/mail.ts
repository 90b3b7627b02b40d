/** What a mail says of a code. `minutes`: how long it lives. */
export interface CodeDetails {
  code: string;
  tag: string;
  minutes: number;
}

/** The mails that the portal sends, before anyone has put them into words (server/src/mail does). */
export type Mail = { to: string; locale: string } & (
  | { template: 'sign-up-code'; data: CodeDetails & { name: string } }
  | { template: 'already-registered'; data: CodeDetails }
  | { template: 'account-exists'; data: { tag: string } }
  | { template: 'sign-in-code'; data: CodeDetails }
  | { template: 'no-account'; data: { tag: string } }
  | { template: 'session-stolen'; data: { name: string } }
);
