/** English. */
import { enForm } from '../en-form.ts';
import type { Strings } from '../strings.ts';

const ours = 'Something went wrong on our side. Please try again.';
const outOfStep =
  'This page is out of step with the server. Reload it; if that does not help, check the date and time of your device.';
const setUp = 'This form is not connected to a portal yet. ';
const restart = 'Start again to get a new code.';

export const en: Strings = {
  ...enForm,

  name: 'Full name',
  code: 'Code',
  retry: 'Try again',
  close: 'Close',
  startAgain: 'Start again',
  otherEmail: 'Use another email',

  coolDown: 'Try again in {wait}',

  signUpLead: 'It takes a minute.',
  passwordHint: 'At least {min} characters',
  toLogIn: 'Already have an account?',
  terms: 'Terms',
  privacy: 'Privacy policy',
  verified: 'Your account is ready',
  verifiedLead: 'Log in with the password you have just chosen.',

  checkEmail: 'Check your email',
  codeLead: 'We have sent you an email. Enter the {length} digits from it here.',
  linkLead: 'The link in it logs you in as well, if you open it in this browser.',
  longCodeLead:
    'We have sent you an email with a longer code, because wrong ones were entered for this address. Enter its {length} letters and digits here.',
  request: 'Request {tag}',
  codeLives: 'The email shows the same request. Its code works for {wait}.',
  confirm: 'Continue',
  resend: 'Send a new code',
  resendIn: 'Send a new code in {wait}',
  resent: 'A new code is on its way. The earlier one no longer works.',

  choose: 'Choose an account',
  severalAccounts: '{email} has several accounts here.',
  alreadyRegistered: '{email} already has an account here. Nothing new was created; continue with it.',
  createdOn: 'Created {date}',
  lastUsed: 'last used {date}',
  chooseElsewhere: 'One more step: choose your account on this page.',

  signedIn: 'You are logged in',
  logOut: 'Log out',

  onlineAgain: 'You are online again.',
  waitFor: 'Please wait {wait} before the next try.',
  attemptsLeft: { one: 'You can try once more.', other: 'You can try {left} more times.' },
  problems: {
    unexpected: ours,
    'proof-missing': outOfStep,
    'proof-invalid': outOfStep,
    'proof-replayed': outOfStep,
    'use-dpop-nonce': outOfStep,
    'token-invalid': 'Please log in again.',
    'session-ended': 'You have been logged out. Please log in again.',
    'step-up-required': 'Please confirm first that it is you.',
    'account-changed': 'Another tab has switched the account. Nothing was changed here.',
    'invalid-input': 'Please check what you have entered.',
    'link-invalid': 'This link was used already or is too old. Log in here, or ask for a new one.',
    'link-other-device':
      'This link works only in the browser that asked for it. Open it there, or type the code from the email there.',
    'credentials-invalid':
      'This email and password do not match. Check both, or log in with an emailed code.',
    'password-paused':
      'There were too many wrong passwords for this email. For your safety, log in with an emailed code.',
    'flow-invalid': `This request for a code is no longer open. ${restart}`,
    'code-invalid': 'This code is not right. Only the newest one works.',
    'code-expired': 'This code has expired. Send yourself a new one.',
    'attempts-exhausted': `Too many wrong codes. ${restart}`,
    'resend-too-soon': 'A code was sent a moment ago. Please look into your spam folder, too.',
    'resend-exhausted': `We cannot send more codes for this request. ${restart}`,
    'selection-invalid': 'You have taken a while, so for your safety please log in again.',
    'account-limit': 'This email cannot have more accounts here. Log in to the one you have.',
    'sign-up-closed': 'New accounts cannot be created here at the moment.',
    'method-disabled': 'This way to log in is not offered here. Please use the other one.',
    'challenge-required': ours,
    'rate-limited': 'Too many tries in a short time.',
    unavailable: 'The server is very busy. Nothing is lost; please try again.',
    network: 'We cannot reach the server. Check your connection, then try again.',
    timeout: 'The server takes too long to answer. Please try again.',
    'insecure-page': 'For your safety, this form works only on a page whose address begins with https://',
    'page-without-origin': 'This form does not work inside this frame. Please open the page by itself.',
    'origin-not-allowed':
      'This website may not use the portal yet. The browser’s console tells its owner why.',
    'business-not-found': `${setUp}There is no portal at its backend URL; for the site’s owner: check data-backend.`,
    'backend-missing': `${setUp}For the site’s owner: put data-backend="https://…" on the script tag, or a <portal-provider backend="https://…"> around this element.`,
    'backend-invalid': `${setUp}For the site’s owner: data-backend must be a whole URL that begins with https://`,
  },
  fields: {
    required: 'Please fill this in.',
    invalid: 'This does not look right.',
    'too-short': 'This is too short.',
    'too-long': 'This is too long.',
    'unknown-field': ours,
    'email-invalid': 'This does not look like an email address, like name@example.com.',
    'password-too-short': 'Please use at least {min} characters.',
    'password-too-long': 'This password is too long.',
    'password-common': 'Too many people use this password. Please choose another.',
  },
};
