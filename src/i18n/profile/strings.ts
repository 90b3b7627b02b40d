/** The shape of what the profile says. */
export interface ProfileStrings {
  profileHeading: string;
  /** `{done}` of `{total}` answers that are asked for. */
  profileProgress: string;
  profileComplete: string;
  /** `{app}`: closed until everything is there. */
  profileFor: string;
  /** `{app}`. */
  profileContinue: string;
  /** `{label}` of a field that nobody needs. */
  profileOptional: string;
  profileNothing: string;
  profileSaving: string;
  profileSaved: string;
  /** What was typed is still there. */
  profileUnsaved: string;
  /** For who does not see it; `{label}`. */
  profileSavedField: string;
  phoneHint: string;
  phoneInvalid: string;
  dateInvalid: string;
  /** A tick that is asked for, such as consent. */
  tickRequired: string;
  patternMismatch: string;
  addressStreet: string;
  addressExtra: string;
  addressPostalCode: string;
  addressCity: string;
  addressRegion: string;
  addressCountry: string;
  language: string;
  languageOfBrowser: string;

  devices: string;
  devicesLead: string;
  deviceUnknown: string;
  deviceCurrent: string;
  /** `{date}`. */
  deviceUsed: string;
  /** `{device}`: the name of the button beside it. */
  deviceSignOut: string;
  deviceSignOutShort: string;
  /** `{device}`. */
  deviceSignedOut: string;
  signOutEverywhere: string;
  signOutEverywhereLead: string;

  download: string;
  downloadLead: string;
  downloadAction: string;
  downloadFile: string;
  downloaded: string;

  care: string;
  /** `{email}`. */
  careLead: string;
  changePassword: string;
  setPassword: string;
  /** Who is logged in elsewhere has to know the new one. */
  changePasswordLead: string;
  changeEmail: string;
  /** `{email}`: where mail goes until then. */
  changeEmailLead: string;
  newEmail: string;
  emailChanged: string;
  deleteAccount: string;
  deleteLead: string;
  deleteLost: string;
  /** `{email}`: to be typed. */
  deleteConfirm: string;
  deleteMismatch: string;
  deleteAction: string;
  proveLead: string;
  proveAction: string;
}
