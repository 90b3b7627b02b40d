/** English: what the profile says. */
import type { Strings } from '../strings.ts';
import type { ProfileStrings } from './strings.ts';

const en: ProfileStrings = {
  profileHeading: 'Your profile',
  profileProgress: '{done} of {total} required answers',
  profileComplete: 'Everything that is needed is here.',
  profileFor: '{app} opens once everything that is required is filled in.',
  profileContinue: 'Continue to {app}',
  profileOptional: '{label} (optional)',
  profileNothing: 'Please choose',
  profileSaving: 'Saving …',
  profileSaved: 'Saved',
  profileUnsaved: 'Not saved yet',
  profileSavedField: '{label}: saved',
  phoneHint: 'With the country, like +44 20 7946 0000',
  phoneInvalid: 'Please begin with + and the country’s number, like +44 20 7946 0000.',
  dateInvalid: 'There is no such day. Please write it like 1990-12-31.',
  tickRequired: 'Please tick this box.',
  patternMismatch: 'This does not have the form that is asked for.',
  addressStreet: 'Street and number',
  addressExtra: 'Flat, floor, building',
  addressPostalCode: 'Postal code',
  addressCity: 'Town or city',
  addressRegion: 'State or region',
  addressCountry: 'Country',
  language: 'Language of emails',
  languageOfBrowser: 'As in this browser',

  devices: 'Devices',
  devicesLead: 'Where you are logged in. Log out what you do not recognise, and change your password.',
  deviceUnknown: 'Unknown device',
  deviceCurrent: 'This device',
  deviceUsed: 'Last used {date}',
  deviceSignOut: 'Log out: {device}',
  deviceSignOutShort: 'Log out',
  deviceSignedOut: '{device} is logged out.',
  signOutEverywhere: 'Log out everywhere',
  signOutEverywhereLead: 'On all devices, this one included.',

  download: 'Your data',
  downloadLead: 'Everything that is kept of this account, in a file that other programs can read.',
  downloadAction: 'Download my data',
  downloadFile: 'my-data',
  downloaded: 'Your data is in your downloads.',

  care: 'Password, email and account',
  careLead: 'You log in as {email}.',
  changePassword: 'Change password',
  setPassword: 'Set a password',
  changePasswordLead: 'Your other devices will be logged out.',
  changeEmail: 'Change email',
  changeEmailLead:
    'We send a code to the new address. Until you have entered it, everything stays at {email}.',
  newEmail: 'New email',
  emailChanged: 'Your new email is saved. Your other devices are logged out.',
  deleteAccount: 'Delete account',
  deleteLead: 'This cannot be undone.',
  deleteLost:
    'Your profile, your devices, your courses and groups, and your way into every app are lost at once. Other accounts on the same email stay as they are.',
  deleteConfirm: 'To confirm, enter {email}',
  deleteMismatch: 'This is not the email of this account.',
  deleteAction: 'Delete this account for good',
  proveLead: 'Before that, please confirm that it is you.',
  proveAction: 'Confirm',
};

/** With all the others, and with what a site put in their place: that is in `all` whoever reads it. */
export const withProfile = (all: Strings): Strings & ProfileStrings => ({ ...en, ...all });
