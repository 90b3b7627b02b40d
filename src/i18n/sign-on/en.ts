/** English: the backend's own log-in page, on the way to a child app. `{name}` is the app's. */
import type { SignOnStrings } from '../strings.ts';

const en: SignOnStrings = {
  signOn: 'Continue to {name}?',
  signOnLead: 'You are logged in as',
  signOnWait: 'Opening {name}…',
  signOnNow: 'Continue',
  otherAccount: 'Use another account',
  signOnFresh: '{name} asks you to log in again',
  signOnFreshLead: 'It wants to be sure that it is you.',
  logInAgain: 'Log in again',
  signOnRefused: 'This account cannot open {name}',
  signOnRefusedLead: 'Ask for access to be given to it, or log in with another one.',
};

export const withSignOn = <T>(all: T): SignOnStrings & T => ({ ...en, ...all });
