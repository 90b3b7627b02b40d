import type { LaunchWords } from './words.ts';

export const en: LaunchWords = {
  language: 'en',
  direction: 'ltr',
  ask: (app) => `Continue to ${app}?`,
  asWho: 'You will be logged in there as',
  proceed: (app) => `Continue to ${app}`,
  notYou: (business) =>
    `Is this not you, or did you not choose to go there? Close this page, nothing has happened. Then log in to ${business} yourself.`,
  dead: 'This way in no longer works',
  deadBecause: 'It was used already, it is more than a minute old, or you have logged out since.',
  deadAdvice: 'Go back to the page from which you came, and choose the app again.',
  tooMany: 'Too many attempts',
  tooManyAdvice: 'Wait a few minutes, then choose the app again.',
  logInFirst: (app, business) =>
    app ? `Log in to ${business} to open ${app}` : `Log in to ${business} first`,
  logInFirstAdvice: (business) => `Log in at ${business}, and choose the app from there.`,
  logInFor: (business) => `{app} asks you to log in to ${business}.`,
  needsScript: 'This page needs JavaScript. Turn it on for this site, and load the page again.',
  refused: 'The app asked for something that cannot be done',
  refusedAdvice: 'This is a mistake in how the app was set up. Whoever looks after it should know.',
  logOut: 'Do you want to log out?',
  logOutLead: (business) =>
    `You will be logged out of the apps of ${business}. On its own website you stay logged in.`,
  logOutNow: 'Log out',
  loggedOut: 'You are logged out',
  loggedOutLead: 'You can close this page.',
  goTo: (host) => `Go to ${host}`,
};
