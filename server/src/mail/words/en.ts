import { groupCode } from '../../domain/codes.ts';
import { greetable } from '../plain.ts';
import { instantIn } from './instant.ts';
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

    'step-up-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Enter it on the ${business} website to confirm that it is you.`,
      heading: 'Confirm that it is you',
      paragraphs: [
        `Someone who is logged in to your ${business} account wants to go on to something that needs care, ` +
          'like changing the password. Enter this code on the website to confirm that it is you.',
      ],
      code: codeBlock(mail),
      notes: [
        'If it is not you, keep this code to yourself: nothing is changed without it. ' +
          `Then log in on the ${business} website, log out everywhere and change your password.`,
        neverShare(business),
      ],
    }),

    'email-change-code': (mail, business) => ({
      subject: codeSubject(mail, business),
      preview: `Enter it on the ${business} website to use this address for your account.`,
      heading: 'Confirm your new email address',
      paragraphs: [
        `Enter this code on the ${business} website to use this address for your account from now on.`,
      ],
      code: codeBlock(mail),
      notes: [
        'If you did not ask for it, you can ignore this mail: without the code, nothing is changed.',
        neverShare(business),
      ],
    }),

    'email-taken': ({ tag }, business) => ({
      subject: `This address has a ${business} account already (request ${tag})`,
      preview: 'Another account cannot be moved to it.',
      heading: 'This address has an account already',
      paragraphs: [
        `Someone, probably you, wanted to use this email address for another ${business} account (request ${tag}). ` +
          'It has an account already, so the other one keeps the address that it has.',
        `Choose another address there. Or log in on the ${business} website with this one: the account is yours.`,
      ],
      notes: ['If it was not you, you can ignore this mail. Nothing was changed.'],
    }),

    'password-changed': ({ name, ...event }, business) => ({
      subject: `Your ${business} account has a new password`,
      preview: 'If it was not you, act now: this mail says how.',
      heading: 'Your account has a new password',
      paragraphs: [
        hello(name),
        `The password of your ${business} account was set ${when(event)}. All other devices were logged out.`,
      ],
      notes: [
        'If it was you, there is nothing to do.',
        `If it was not you: log in with an emailed code on the ${business} website now and set another password. ` +
          `If you cannot get in, tell ${business} at once.`,
      ],
    }),

    'email-changed': ({ name, ...event }, business) => ({
      subject: `Your ${business} account has another email address`,
      preview: 'This address no longer logs in to it. If it was not you, act now.',
      heading: 'Your account has another email address',
      paragraphs: [
        hello(name),
        `The email address of your ${business} account was changed ${when(event)}. ` +
          'This address no longer logs in to it, and all other devices were logged out.',
      ],
      notes: [
        'If it was you, there is nothing to do. Mails about the account go to the new address now.',
        `If it was not you, tell ${business} at once: only they can give the account back to you. ` +
          'Look after your mailbox, too: change its password and see which devices are logged in to it.',
      ],
    }),

    'account-deleted': ({ name, ...event }, business) => ({
      subject: `Your ${business} account was deleted`,
      preview: 'It is gone, and all devices were logged out.',
      heading: 'Your account was deleted',
      paragraphs: [
        hello(name),
        `Your ${business} account was deleted ${when(event)}, and all devices were logged out. It cannot be brought back. ` +
          'If you have other accounts with this address, they are as they were.',
      ],
      notes: [
        'If it was you, there is nothing to do.',
        `If it was not you, tell ${business} at once, and change the password of your mailbox.`,
      ],
    }),

    'session-stolen': ({ name, at, device }, business) => ({
      subject: `We logged a device out of your ${business} account`,
      preview: 'A login that was no longer valid was used again, so we ended it.',
      heading: 'We logged a device out',
      paragraphs: [
        hello(name),
        `A login to your ${business} account was used where it does not belong, ${when({ at, device: null })}. ` +
          'That happens when somebody copies it from a browser, so we ended it at once.' +
          (device === null ? '' : ` It was made with ${device}.`),
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
  return `${groupCode(code)} is your ${business} code (request ${tag})`;
}

function codeBlock({ code, tag, minutes }: CodeData): CodeWords {
  return {
    value: groupCode(code),
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

const instant = instantIn('en');

/** "on … at … (UTC), from Firefox, Windows". The reader's time zone is not known. */
function when({ at, device }: { at: number; device: string | null }): string {
  const from = device === null ? '' : `, from ${device}`;
  return `on ${instant.format(at)} (UTC)${from}`;
}
