/** Which mail a flow sends. Asked again at each sending: an account may have come to exist since. */
import type { Business } from './business.ts';
import type { Mail, SignInDetails } from './mail.ts';
import type { FlowRecord } from './ports.ts';

export interface FlowMail {
  /** Does the mail hold a code that the flow takes? */
  isAnswerable: boolean;
  /** Only log-in mails hold a link. */
  write(details: SignInDetails): Mail;
}

/** `isKnown`: the mailbox has an account. Only the mail differs then; the page is told the same (SECURITY T3). */
export function flowMail(
  { settings }: Business,
  flow: Pick<FlowRecord, 'email' | 'locale' | 'pending'>,
  isKnown: boolean,
): FlowMail {
  const to = { to: flow.email, locale: flow.locale };
  if (!flow.pending) {
    return isKnown
      ? { isAnswerable: true, write: (data) => ({ ...to, template: 'sign-in-code', data }) }
      : { isAnswerable: false, write: ({ tag }) => ({ ...to, template: 'no-account', data: { tag } }) };
  }
  const { name } = flow.pending;
  if (!isKnown || settings.allowDuplicateAccounts) {
    return {
      isAnswerable: true,
      write: (data) => ({ ...to, template: 'sign-up-code', data: { ...data, name } }),
    };
  }
  // Its code logs in: a business that does not offer that must not offer it by this door.
  return settings.methods.includes('code')
    ? { isAnswerable: true, write: (data) => ({ ...to, template: 'already-registered', data }) }
    : { isAnswerable: false, write: ({ tag }) => ({ ...to, template: 'account-exists', data: { tag } }) };
}
