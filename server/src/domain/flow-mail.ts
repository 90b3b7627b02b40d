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

type Flow = Pick<FlowRecord, 'kind' | 'email' | 'locale' | 'pending'>;

/** `isKnown`: the mailbox has an account. Only the mail differs then; the page is told the same (SECURITY T3). */
export function flowMail({ settings }: Business, flow: Flow, isKnown: boolean): FlowMail {
  const to = { to: flow.email, locale: flow.locale };
  const hasRoom = !isKnown || settings.allowDuplicateAccounts;
  switch (flow.kind) {
    case 'step-up':
      return { isAnswerable: true, write: (data) => ({ ...to, template: 'step-up-code', data }) };
    case 'sign-in':
      return isKnown
        ? { isAnswerable: true, write: (data) => ({ ...to, template: 'sign-in-code', data }) }
        : { isAnswerable: false, write: ({ tag }) => ({ ...to, template: 'no-account', data: { tag } }) };
    case 'email-change':
      return hasRoom
        ? { isAnswerable: true, write: (data) => ({ ...to, template: 'email-change-code', data }) }
        : { isAnswerable: false, write: ({ tag }) => ({ ...to, template: 'email-taken', data: { tag } }) };
    case 'sign-up':
      return hasRoom
        ? signUpMail(flow)
        : { isAnswerable: true, write: (data) => ({ ...to, template: 'already-registered', data }) };
  }
}

function signUpMail({ email, locale, pending }: Flow): FlowMail {
  const name = pending && 'name' in pending ? pending.name : '';
  return {
    isAnswerable: true,
    write: (data) => ({ to: email, locale, template: 'sign-up-code', data: { ...data, name } }),
  };
}
