/** The mails that the portal sends, before anyone has put them into words (server/src/mail does). */
export type Mail = { to: string; locale: string } & (
  | { template: 'sign-up-code'; data: { name: string; code: string; tag: string; minutes: number } }
  | { template: 'already-registered'; data: { code: string; tag: string; minutes: number } }
  | { template: 'account-exists'; data: { tag: string } }
  | { template: 'sign-in-code'; data: { code: string; tag: string; minutes: number } }
  | { template: 'no-account'; data: { tag: string } }
  | { template: 'session-stolen'; data: { name: string } }
);
