import { greetable } from '../plain.ts';
import type { CodeWords, LinkWords, MailWords } from './words.ts';

export const en = {
  language: 'en',
  direction: 'ltr',

  templates: {
    'sign-up-code': ({ name, ...mail }, business) => ({
      subject: codeSubject(mail, business),
      preview: `Enter it on the ${business} website to finish signing up.`,
      heading: 'Confirm your email address',
      paragraphs: [hello(name), `Enter this code on the ${business} website to finish signing up.`],
      code: codeBlock(mail),
      notes: [
        'If you did not sign up, you can ignore this mail: without the code, no account is made.',
        neverShare(business),
      ],
    }),

    'already-registered': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `You already have an account at ${business}. This code logs you in.`,
      heading: 'You already have an account',
      paragraphs: [
        `Someone, probably you, tried to sign up at ${business} with this email address. ` +
          'It already has an account, so no new one was made.',
        'Enter this code where you signed up and you are logged in to the account that you have.',
      ],
      code: codeBlock(mail),
      notes: [
        'If it was not you, you can ignore this mail: nothing was changed, and nobody gets in without the code.',
        neverShare(business),
      ],
    }),

    'account-exists': ({ tag }, business) => ({
      subject: `You already have a ${business} account (request ${tag})`,
      preview: `Log in to ${business} with your password.`,
      heading: 'You already have an account',
      paragraphs: [
        `Someone, probably you, tried to sign up at ${business} with this email address (request ${tag}). ` +
          'It already has an account, so no new one was made.',
        `Log in with its password on the ${business} website.`,
      ],
      notes: ['If it was not you, you can ignore this mail. Nothing was changed.'],
    }),

    'sign-in-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Enter it on the ${business} website to log in.`,
      heading: 'Your login code',
      paragraphs: [`Enter this code on the ${business} website to log in.`],
      code: codeBlock(mail),
      ...(mail.link && { link: linkBlock(mail.link) }),
      notes: [
        'If you did not ask for it, you can ignore this mail: nobody gets in without ' +
          (mail.link ? 'the code or the link.' : 'the code.'),
        neverShare(business, mail.link && 'the code and the link'),
      ],
    }),

    'no-account': ({ tag }, business) => ({
      subject: `No ${business} account with this address (request ${tag})`,
      preview: `Someone tried to log in to ${business} with this email address.`,
      heading: 'There is no account with this address',
      paragraphs: [
        `Someone, probably you, asked to log in to ${business} with this email address (request ${tag}). ` +
          'No account uses it, so there is no code to send.',
        'Perhaps you signed up with another address: try that one. ' +
          `Or make an account now: choose "Sign up" on the ${business} website.`,
      ],
      notes: ['If you did not ask to log in, you can ignore this mail. Nothing was changed.'],
    }),

    'session-stolen': ({ name }, business) => ({
      subject: `We logged a device out of your ${business} account`,
      preview: 'A login that was no longer valid was used again, so we ended it.',
      heading: 'We logged a device out',
      paragraphs: [
        hello(name),
        `A login to your ${business} account was used again after it had been replaced. ` +
          'That happens when somebody copies it from a browser, so we ended it at once.',
      ],
      notes: [
        'Log in again to go on. Your account and your data were not changed.',
        `If this happens again, check that device for software that you do not know, and tell ${business}.`,
      ],
    }),
  },

  footer: (business) => `You get this mail because this address was used on the ${business} website.`,
} satisfies MailWords;

interface CodeData {
  code: string;
  tag: string;
  minutes: number;
}

/**
 * The code comes first because a notification shows only the start. The tag comes with it, so that
 * whoever reads just the notification can still tell a request of theirs from somebody else's.
 */
function codeSubject({ code, tag }: CodeData, business: string): string {
  return `${code} is your ${business} code (request ${tag})`;
}

function codeBlock({ code, tag, minutes }: CodeData): CodeWords {
  return {
    value: code,
    request: `For request ${tag}: enter it only in the window that shows these two characters.`,
    life: `It works once, for ${minutes === 1 ? 'one minute' : `${minutes} minutes`}.`,
  };
}

/** The link is for who reads mail where they asked; it works nowhere else, and the reader should not have to find out. */
function linkBlock({ url, returnTo }: { url: string; returnTo: string }): LinkWords {
  return {
    url,
    label: `Log in at ${new URL(returnTo).host}`,
    hint:
      'Are you reading this in the browser in which you asked? Then the link is quicker: it logs you in there. ' +
      'On another device use the code.',
  };
}

function hello(name: string): string {
  const greeted = greetable(name);
  return greeted === undefined ? 'Hello,' : `Hello ${greeted},`;
}

function neverShare(business: string, what = 'the code'): string {
  const it = what === 'the code' ? 'it' : 'them';
  return `Keep ${what} to yourself. Nobody at ${business} will ever ask you for ${it}.`;
}
