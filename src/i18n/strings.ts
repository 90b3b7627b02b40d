/**
 * The shape of a language: every sentence that visitors read. `{name}` stands for a parameter. A locale that
 * lacks a sentence does not compile; a site overrides single ones through portal-provider.
 */
import type { FieldCode, ProblemCode } from '../contract/problems.ts';
import type { ProfileStrings } from './profile/strings.ts';
import type { ClientCode } from '../session/types.ts';
import type { HubStrings } from './hub/strings.ts';

/** One sentence for each plural category of the language (Intl.PluralRules) that differs from `other`. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** What the first form says. It arrives with the form; the rest follows while the visitor types. */
export interface FormStrings {
  /** BCP 47: the language of these texts, and of the numbers and dates between them. */
  locale: string;
  /** Where it is not the page's. */
  direction?: 'ltr' | 'rtl' | undefined;
  email: string;
  password: string;
  showPassword: string;
  working: string;
  logIn: string;
  logInLead: string;
  forgot: string;
  codeInstead: string;
  passwordInstead: string;
  sendCode: string;
  sendCodeLead: string;
  toSignUp: string;
  createAccount: string;
}

/**
 * Of these a visitor reads what `unexpected` says: the widget is at fault, or the business's own system, and no
 * form can mend it. A new problem code needs a place here or a sentence.
 */
type Unspoken =
  | 'malformed-body'
  | 'profile-incomplete'
  | 'not-found'
  | 'method-not-allowed'
  | 'body-too-large'
  | 'unsupported-media-type'
  | 'idempotency-key-invalid'
  | 'idempotency-mismatch'
  | 'idempotency-running'
  | 'session-not-found'
  | 'api-key-invalid'
  | 'scope-missing'
  | 'account-ambiguous'
  | 'course-not-found'
  | 'campaign-not-found'
  | 'webhook-not-found'
  | 'delivery-not-found'
  | 'community-not-found'
  | 'community-closed'
  | 'account-not-found'
  | 'app-not-found'
  | 'app-is-a-link'
  | 'form-blocked'
  | 'return-url-not-registered'
  | 'internal'
  | 'aborted'
  | 'superseded';

export interface Strings extends FormStrings {
  name: string;
  code: string;
  retry: string;
  close: string;
  startAgain: string;
  otherEmail: string;

  /** `{wait}`: how long the button rests. */
  coolDown: string;

  signUpLead: string;
  /** `{min}` characters. */
  passwordHint: string;
  toLogIn: string;
  terms: string;
  privacy: string;
  verified: string;
  verifiedLead: string;

  checkEmail: string;
  /** `{length}` digits. */
  codeLead: string;
  /** Follows it where the email holds a link, too. */
  linkLead: string;
  /** `{length}` letters and digits: what comes when there were too many wrong codes. */
  longCodeLead: string;
  /** `{tag}`: two characters that stand in the mail too. */
  request: string;
  /** `{wait}`. */
  codeLives: string;
  confirm: string;
  resend: string;
  /** `{wait}`. */
  resendIn: string;
  resent: string;

  choose: string;
  /** `{email}`. */
  severalAccounts: string;
  /** `{email}`. */
  alreadyRegistered: string;
  /** `{date}`. */
  createdOn: string;
  /** `{date}`. */
  lastUsed: string;
  chooseElsewhere: string;

  signedIn: string;
  logOut: string;

  /** In place of the network problem's text, once the browser has heard that there is a network again. */
  onlineAgain: string;
  /** Follows a problem's text when the server says how long. `{wait}`. */
  waitFor: string;
  /** Follows a wrong code's text. `{left}`. */
  attemptsLeft: Plural;
  problems: Record<Exclude<ProblemCode | ClientCode, Unspoken>, string> & Partial<Record<Unspoken, string>>;
  /** `{min}` in `password-too-short`. */
  fields: Record<Exclude<FieldCode, OfProfiles>, string> & Partial<Record<OfProfiles, string>>;
}

/** Their sentences come with the profile. */
type OfProfiles = 'phone-invalid' | 'date-invalid' | 'pattern-mismatch';

/** What only somebody who is logged in gets to read. It comes with what says it (i18n/member/). */
export interface MemberStrings {
  back: string;

  accounts: string;
  inUse: string;
  /** `{name}`. */
  switched: string;
  /** `{name}`. */
  switchTo: string;
  switchAction: string;
  /** Above the password, or the button that sends a code. */
  switchLead: string;
  /** The same on a page within another website's. */
  switchFramedLead: string;

  newPassword: string;
  /** `{name}`. */
  newPasswordLead: string;
  newPasswordLabel: string;
  savePassword: string;
  notNow: string;
  passwordSaved: string;
}

/** The app switcher's; `{name}` is the app's. */
export interface AppStrings {
  apps: string;
  openingApp: string;
  /** `{count}`. */
  newInApp: Plural;
  appGone: string;
  appBlocked: string;
  appNeedsProfile: string;
}

/** What the backend's own log-in page says (i18n/sign-on/en.ts); `{name}` is the app's. */
export interface SignOnStrings {
  signOn: string;
  signOnLead: string;
  signOnWait: string;
  signOnNow: string;
  otherAccount: string;
  signOnFresh: string;
  signOnFreshLead: string;
  logInAgain: string;
  signOnRefused: string;
  signOnRefusedLead: string;
}

/** The account menu's. */
export interface AccountStrings {
  /** `{name}`. */
  account: string;
  otherAccounts: string;
  profile: string;
}

/** What the hub says of its places (i18n/hub/places.ts). */
export interface PlaceStrings {
  /** Names the list of them. */
  places: string;
  home: string;
  courses: string;
  communities: string;
  activity: string;
  affiliate: string;
  profile: string;
  /** `{name}`. */
  greeting: string;
  /** `{count}`; by plural category. */
  profileIncomplete: Plural;
  completeProfile: string;
}

/** All that only somebody who is logged in gets to read. */
export type AllMemberStrings = MemberStrings &
  AppStrings &
  SignOnStrings &
  AccountStrings &
  PlaceStrings &
  HubStrings &
  ProfileStrings;

/** What a site may put in a sentence's place. */
export type StringOverrides = Partial<Omit<Strings & AllMemberStrings, 'problems' | 'fields'>> & {
  problems?: Partial<Strings['problems']>;
  fields?: Partial<Strings['fields']>;
};
