/**
 * What comes after the first form: other steps, errors, endings and their sentences. Nobody needs them
 * before having typed something, so they are fetched once the form stands there.
 */
import { en } from '../../i18n/after/en.ts';
import { coolDownText, fill, problemText } from '../../i18n/after/format.ts';
import { accountList, accountListStyles } from '../../ui/after/account-list.ts';
import { alert, alertStyles } from '../../ui/after/alert.ts';
import { Countdown } from '../../ui/after/countdown.ts';
import { stepStyles } from '../../ui/after/steps.styles.ts';
import { eventually } from '../../internal/eventually.ts';
import { CodeStep, type OnProof } from './code-step.ts';
import { blockedView, choiceHere, endedView } from './endings.ts';
import { fieldError, problemAlert } from './errors.ts';
import { forgetPartner, navigate } from './navigate.ts';
import { newPasswordField } from './new-password-field.ts';

/** For who has forgotten the password: what the code then leads to. Fetched while they look into their mailbox. */
function offerPassword(): OnProof {
  const newPassword = loadNewPassword();
  return (host, outcome) => {
    host.onProof(outcome);
    void newPassword.then((offer) => offer(host));
  };
}

const loadNewPassword = eventually(
  () => import('./new-password.ts'),
  ({ offerNewPassword }) => offerNewPassword,
);

/** Already there where the page began in another language; it may switch later. */
void eventually(
  () => import('../../i18n/languages.ts'),
  () => {},
)();

/** For the designer, who can wait. WebKit does not tell when it is idle. */
(globalThis.requestIdleCallback ?? setTimeout)(
  () =>
    void import('./theme-advice.ts').then(
      ({ adviseOnTheme }) => adviseOnTheme(),
      () => {},
    ),
);

/** One object: exporting the module's namespace would cost the bundle a run-time file of its own. */
export const afterForm = {
  accountList,
  alert,
  blockedView,
  choiceHere,
  CodeStep,
  coolDownText,
  Countdown,
  en,
  endedView,
  fill,
  fieldError,
  forgetPartner,
  navigate,
  newPasswordField,
  problemAlert,
  problemText,
  offerPassword,
  /** Few come by a link, so the others do not download how. */
  redeemLink: eventually(
    () => import('./redeem-link.ts'),
    ({ redeemLink }) => redeemLink,
  ),
  styles: [stepStyles, alertStyles, accountListStyles],
};

export type AfterForm = typeof afterForm;
