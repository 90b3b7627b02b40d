/**
 * What comes after the first form: other steps, errors, endings and their sentences. Nobody needs them
 * before having typed something, so they are fetched once the form stands there.
 */
import { en } from '../../i18n/after/en.ts';
import { coolDownText } from '../../i18n/after/format.ts';
import { accountListStyles } from '../../ui/after/account-list.ts';
import { alertStyles } from '../../ui/after/alert.ts';
import { Countdown } from '../../ui/after/countdown.ts';
import { stepStyles } from '../../ui/after/steps.styles.ts';
import { eventually } from '../../internal/eventually.ts';
import { CodeStep } from './code-step.ts';
import { blockedView, endedView } from './endings.ts';
import { fieldError, problemAlert } from './errors.ts';
import { forgetPartner, navigate } from './navigate.ts';

/** One object: exporting the module's namespace would cost the bundle a run-time file of its own. */
export const afterForm = {
  blockedView,
  CodeStep,
  coolDownText,
  Countdown,
  en,
  endedView,
  fieldError,
  forgetPartner,
  navigate,
  problemAlert,
  /** Few come by a link, so the others do not download how. */
  redeemLink: eventually(async () => (await import('./redeem-link.ts')).redeemLink),
  styles: [stepStyles, alertStyles, accountListStyles],
};

export type AfterForm = typeof afterForm;
