/** What a mail says of a code. `minutes`: how long it lives. */
export interface CodeDetails {
  code: string;
  tag: string;
  minutes: number;
}

/** A code, and where the business offers it the link that does the same; `returnTo`: where that leads in the end. */
export interface SignInDetails extends CodeDetails {
  link?: { url: string; returnTo: string } | undefined;
}

/** What a mail says of something that was done to an account. */
export interface Notice {
  /** The account's. */
  name: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** What it was done from, as `Caller.device` puts it. */
  device: string | null;
}

/** The mails that the portal sends, before anyone has put them into words (server/src/mail does). */
export type Mail = { to: string; locale: string } & (
  | { template: 'sign-up-code'; data: CodeDetails & { name: string } }
  | { template: 'already-registered'; data: CodeDetails }
  | { template: 'sign-in-code'; data: SignInDetails }
  | { template: 'no-account'; data: { tag: string } }
  | { template: 'step-up-code'; data: CodeDetails }
  | { template: 'email-change-code'; data: CodeDetails }
  | { template: 'email-taken'; data: { tag: string } }
  | { template: 'password-changed'; data: Notice }
  | { template: 'email-changed'; data: Notice }
  | { template: 'account-deleted'; data: Notice }
  | { template: 'session-stolen'; data: Notice }
);
