/** English: what only somebody who is logged in gets to read. */
import type { MemberStrings, Strings } from '../strings.ts';

const en: MemberStrings = {
  back: 'Back',

  accounts: 'Your accounts',
  inUse: 'In use now',
  switched: 'You are now {name}.',
  switchTo: 'Switch to {name}',
  switchAction: 'Switch',
  switchLead: 'It has been a while since you logged in. Please confirm that it is you.',
  switchFramedLead: 'This page is shown inside another website. Please confirm that it is you.',

  newPassword: 'Choose a new password',
  newPasswordLead: 'You are logged in as {name}. A new password logs your other devices out.',
  newPasswordLabel: 'New password',
  savePassword: 'Save password',
  notNow: 'Not now',
  passwordSaved: 'Your new password is saved.',
};

/** With all the others, and with what a site put in their place: that is in `all` whoever reads it. */
export const withMember = (all: Strings): Strings & MemberStrings => ({ ...en, ...all });
