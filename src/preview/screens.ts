/** Every screen that can be looked at, by element: who is there, what the backend would answer, and the way to it. */
import type { Callable } from '../api/answers.ts';
import type { Answers } from './client.ts';
import { flow, grant, inquisitive, mira, selection } from './data.ts';
import type { Walk } from './walk.ts';

export interface Screen {
  /** From the start; `chooser` has proved an email that has several accounts, `registered` signed up with it. */
  who: 'nobody' | 'member' | 'chooser' | 'registered' | 'blocked';
  /** The requests that the state behind the colon is about. With these, every problem of the contract is a state. */
  on?: readonly Callable[];
  /** The states that are worth a look, beside those problems. */
  states?: readonly string[];
  /** Where none is named. */
  usually?: string;
  answers?: (state: string | undefined) => Answers;
  go?: (walk: Walk, state: string | undefined) => Promise<unknown>;
}

type Screens = Readonly<Record<string, Screen>>;

const password = 'flour water salt';
const email = ({ host }: Walk) => host.getAttribute('email') || mira.email;

const credentials = async (walk: Walk, state: string | undefined) => {
  if (!state) return;
  if (state !== 'required') await walk.fill({ email: email(walk), password });
  await walk.submit();
};

/** Asks for a code, from the password. */
const askCode = async (walk: Walk, button: string) => {
  // With an email at hand the form would send it at once.
  (walk.host as { email?: string }).email = '';
  await walk.fill({ email: '' });
  await walk.press(`[part=${button}]`);
  await walk.there('[part=password-instead]');
};

const enterCode = async (walk: Walk, state: string | undefined) => {
  await walk.there('input[name=code]');
  if (!state || state === 'long') return;
  if (state.startsWith('resend-')) return walk.press('[part=resend]');
  await walk.fill({ code: '482915' });
  await walk.submit();
};

const flowOf = (state: string | undefined) => ({
  ...flow,
  ...(state === 'long' && { codeFormat: 'letters' as const, codeLength: 10 }),
  // Another code can be asked for at once.
  ...(state?.startsWith('resend-') && { resendIn: 0 }),
});

const codeStates = ['wrong', 'expired', 'exhausted', 'long', 'resend-too-soon', 'resend-exhausted', 'busy'];

const chooser: Screen = {
  who: 'chooser',
  on: ['chooseAccount'],
  states: ['network', 'busy'],
  go: async (walk, state) => {
    const first = await walk.there('[part~=account]');
    if (state) first.click();
  },
};

const blocked: Screen = {
  who: 'blocked',
  states: [
    'business-not-found',
    'backend-missing',
    'backend-invalid',
    'insecure-page',
    'page-without-origin',
  ],
  usually: 'business-not-found',
  go: (walk) => walk.there('.alert'),
};

const signedIn: Screen = { who: 'member', go: (walk) => walk.there('[part=log-out]') };

const login: Screens = {
  password: {
    who: 'nobody',
    on: ['signInWithPassword'],
    states: ['required', 'credentials-invalid', 'password-paused', 'rate-limited', 'network', 'busy'],
    go: credentials,
  },
  'request-code': {
    who: 'nobody',
    on: ['requestSignInCode'],
    states: ['required', 'email-invalid', 'rate-limited', 'network', 'busy'],
    go: async (walk, state) => {
      await askCode(walk, 'code-instead');
      if (!state) return;
      if (state !== 'required') await walk.fill({ email: email(walk) });
      await walk.submit();
    },
  },
  code: {
    who: 'nobody',
    on: ['verifySignInCode', 'resendCode'],
    states: codeStates,
    answers: (state) => ({ requestSignInCode: () => flowOf(state) }),
    go: async (walk, state) => {
      await askCode(walk, 'code-instead');
      await walk.fill({ email: email(walk) });
      await walk.submit();
      await enterCode(walk, state);
    },
  },
  choosing: chooser,
  'new-password': {
    who: 'nobody',
    on: ['changePassword'],
    states: ['password-too-short', 'password-common', 'network', 'busy'],
    go: async (walk, state) => {
      await askCode(walk, 'forgot');
      await walk.fill({ email: email(walk) });
      await walk.submit();
      await enterCode(walk, 'right');
      await walk.there('[part=not-now]');
      if (!state) return;
      await walk.fill({ password });
      await walk.submit();
    },
  },
  'signed-in': signedIn,
  blocked,
};

const signUp = async (walk: Walk) => {
  await walk.fill({ name: mira.name, email: email(walk), password });
  await walk.submit();
};

const signup: Screens = {
  details: {
    who: 'nobody',
    on: ['startSignUp'],
    states: ['required', 'email-invalid', 'password-too-short', 'password-common', 'sign-up-closed', 'busy'],
    go: async (walk, state) => {
      if (state === 'required') await walk.submit();
      else if (state) await signUp(walk);
    },
  },
  'more-details': {
    who: 'nobody',
    states: ['required'],
    answers: () => ({ readPortal: () => inquisitive }),
    go: async (walk, state) => {
      await walk.there('[name="values/terms"]');
      if (state) await walk.submit();
    },
  },
  code: {
    who: 'nobody',
    on: ['verifySignUp', 'resendCode'],
    states: codeStates,
    answers: (state) => ({ startSignUp: () => flowOf(state) }),
    go: async (walk, state) => {
      await signUp(walk);
      await enterCode(walk, state);
    },
  },
  verified: {
    who: 'nobody',
    answers: () => ({ verifySignUp: () => ({ outcome: 'verified' }) }),
    go: async (walk) => {
      await signUp(walk);
      await enterCode(walk, 'right');
      await walk.there('.wide[part=log-in]');
    },
  },
  choosing: { ...chooser, who: 'registered' },
  'signed-in': signedIn,
  blocked,
};

/** From the list to the proof that a switch takes. */
const confirm = async (walk: Walk) => {
  await walk.press('button[part~=account]');
  await walk.there('[part=code-instead]');
};

const picker: Screens = {
  choosing: chooser,
  accounts: { who: 'member', go: (walk) => walk.there('[part~=current]') },
  confirm: {
    who: 'member',
    states: ['credentials-invalid', 'password-paused'],
    answers: (state) => ({
      switchAccount: ({ password: typed }) =>
        typed === undefined ? 'step-up-required' : (state as 'credentials-invalid'),
    }),
    go: async (walk, state) => {
      await confirm(walk);
      if (!state) return;
      await walk.fill({ password });
      await walk.submit();
    },
  },
  code: {
    who: 'member',
    on: ['verifyStepUpCode', 'resendCode'],
    states: codeStates,
    answers: (state) => ({ requestStepUpCode: () => flowOf(state), switchAccount: () => 'step-up-required' }),
    go: async (walk, state) => {
      await confirm(walk);
      await walk.press('[part=code-instead]');
      await enterCode(walk, state);
    },
  },
};

/** Its words have come. */
const title = '[part=heading]:not([aria-hidden])';

const content = (walk: Walk) => walk.there('[part=content][aria-busy=false], .alert');

/** Of an element that shows what these requests answer. */
const lists = (...on: Callable[]): Screens => ({
  ready: { who: 'member', on, go: content },
  loading: { who: 'member', on, usually: 'loading', go: (walk) => walk.there(title) },
  empty: { who: 'member', on, usually: 'empty', go: content },
  error: { who: 'member', on, usually: 'error', go: (walk) => walk.there('.alert') },
  'signed-out': { who: 'nobody' },
});

const profile: Screens = {
  ...lists('readProfile'),
  devices: { who: 'member', go: (walk) => section(walk, 1, '[part~=device]') },
  download: { who: 'member', go: (walk) => section(walk, 2, '[part=download]') },
  care: { who: 'member', go: (walk) => section(walk, 3, '[part=password]') },
};

/** Opens one of those below the fields, whose code comes then. */
const section = async (walk: Walk, nth: number, content: string) => {
  await walk.press(`.fold:nth-of-type(${nth}) summary`);
  await walk.there(content);
};

interface Opens extends HTMLElement {
  open(): void;
}

/** From a button in a header. */
const panels: Screens = {
  ready: { who: 'member', go: (walk) => walk.there('.opener') },
  open: {
    who: 'member',
    go: async (walk) => {
      await opened(walk);
      await walk.there('.tile, .others');
    },
  },
  loading: { who: 'member', on: ['readMe'], usually: 'loading', go: (walk) => opened(walk) },
  error: {
    who: 'member',
    on: ['readMe'],
    usually: 'error',
    go: async (walk) => {
      await opened(walk);
      await walk.there('.alert');
    },
  },
  empty: { who: 'member', usually: 'empty' },
};

const opened = async (walk: Walk) => {
  await walk.until(() => walk.host.shadowRoot?.querySelector('.opener'));
  (walk.host as Opens).open();
  await walk.settled();
};

const everything: readonly Callable[] = [
  'readCourses',
  'readCommunities',
  'readActivity',
  'readAffiliate',
  'readProfile',
];

const place = (hash: string, ...tags: string[]): Screen => ({
  who: 'member',
  on: everything,
  states: ['loading', 'empty', 'error'],
  go: async (walk, state) => {
    await walk.there('nav');
    // The place is in the page's URL, as it always is; there is no way back to it in the browser's history.
    if (location.hash !== `#portal/${hash}`)
      location.replace(location.href.replace(/#.*|$/, `#portal/${hash}`));
    if (state === 'loading')
      return walk.until(() =>
        tags.every((tag) => walk.host.querySelector(tag)?.shadowRoot?.querySelector(title)),
      );
    // On the home, what has nothing to show is not there.
    const hasCome = (part: Element) =>
      part.matches(':state(empty)') ||
      part.shadowRoot?.querySelector('[part=content][aria-busy=false], .alert');
    return walk.until(() =>
      tags.map((tag) => walk.host.querySelector(tag)).every((part) => part && hasCome(part)),
    );
  },
});

const hub: Screens = {
  'log-in': { who: 'nobody', go: (walk) => walk.there('input[type=password]') },
  home: place('home', 'portal-courses', 'portal-communities', 'portal-activity'),
  courses: place('courses', 'portal-courses'),
  communities: place('communities', 'portal-communities'),
  activity: place('activity', 'portal-activity'),
  affiliate: place('affiliate', 'portal-affiliate'),
  profile: place('profile', 'portal-profile'),
};

export const screens: Readonly<Record<string, Screens>> = {
  'portal-login': login,
  'portal-signup': signup,
  'portal-account-picker': picker,
  'portal-account-menu': panels,
  'portal-app-switcher': panels,
  'portal-bar': {
    ready: { who: 'member', go: (walk) => walk.there('.opener') },
    'signed-out': { who: 'nobody' },
  },
  'portal-gate': { 'signed-in': { who: 'member' }, 'signed-out': { who: 'nobody' } },
  'portal-profile': profile,
  'portal-courses': lists('readCourses'),
  'portal-communities': lists('readCommunities'),
  'portal-activity': lists('readActivity'),
  'portal-affiliate': lists('readAffiliate'),
  'portal-hub': hub,
};

/** What the proof of an email leads to that has accounts already. */
export const choice: Answers = {
  signInWithPassword: () => ({ outcome: 'choose-account', selection }),
  verifySignUp: () => ({
    outcome: 'choose-account',
    selection: { ...selection, reason: 'already-registered' },
  }),
  chooseAccount: () => grant(),
};
