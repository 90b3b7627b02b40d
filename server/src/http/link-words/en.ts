import type { LinkWords } from './words.ts';

export const en: LinkWords = {
  language: 'en',
  direction: 'ltr',
  heading: (business) => `Log in to ${business}`,
  sent: (business) => `${business} has sent you this link. It logs you in once.`,
  asked: 'You asked for this link. One more click, and you are in.',
  request: (tag) => `Request ${tag}`,
  proceed: (host) => `Continue to ${host}`,
  hereOnly: 'This works in the browser in which you asked.',
  elsewhere: 'Asked in another browser or on another device?',
  typeCode: (tag) => `Type this code there, in the window that shows request ${tag}:`,
  notAsked: (business) =>
    `You did not ask? Close this page, nothing has happened. Never tell anybody the code: nobody at ${business} needs it.`,
  dead: 'This link no longer works',
  deadBecause: 'It was used already, it is too old, or a newer mail has taken its place.',
  deadAdvice: 'Go back to the window in which you asked. There you can have a new one sent.',
  goTo: (host) => `Go to ${host}`,
};
