/** Who is in the previews, and what the business and the forms answer. The hub's lists are in hub-data.ts. */
import type { Account, FlowStarted, Me, Portal, Selection, SessionGrant } from '../contract/operations.ts';
import type { Profile } from '../contract/profile-operations.ts';
import type { StoredSession } from '../session/session-record.ts';
import type { Answers } from './client.ts';
import { ago, site } from './hub-data.ts';

export const mira: Account = { id: 'mira', name: 'Mira Hollis', email: 'mira@hearth.example' };
const shop: Account = { id: 'catering', name: 'Hollis Catering', email: mira.email };

const dates = [
  { createdAt: ago(410), lastSignInAt: ago(0) },
  { createdAt: ago(120), lastSignInAt: ago(12) },
] as const;

const portal: Portal = {
  name: 'Hearth & Crumb',
  languages: ['en'],
  methods: ['password', 'code'],
  returnUrls: [],
  signUp: { open: true },
  password: { minLength: 8, maxLength: 128 },
  legal: { terms: `${site}/terms`, privacy: `${site}/privacy` },
};

/** Of a business that asks more at sign-up than most. */
export const inquisitive: Portal = {
  ...portal,
  signUp: {
    open: true,
    fields: [
      {
        name: 'phone',
        type: 'phone',
        label: { en: 'Phone' },
        help: { en: 'We call when a class is moved.' },
        required: true,
      },
      {
        name: 'bread',
        type: 'select',
        label: { en: 'Favourite bread' },
        options: [
          { value: 'sourdough', label: { en: 'Sourdough' } },
          { value: 'rye', label: { en: 'Rye' } },
        ],
      },
      {
        name: 'terms',
        type: 'checkbox',
        label: { en: 'I agree to the terms of the bakery' },
        required: true,
      },
    ],
  },
};

export const flow: FlowStarted = {
  flow: 'preview',
  tag: 'K7',
  codeFormat: 'digits',
  codeLength: 6,
  expiresIn: 600,
  resendIn: 45,
};

export const selection: Selection = {
  ticket: 'preview',
  expiresIn: 3600,
  reason: 'several-accounts',
  email: mira.email,
  accounts: [mira, shop].map(({ id, name }, index) => ({ handle: id, name, ...dates[index]! })),
};

/** Seconds: longer than anybody looks at a preview. */
const life = 7 * 24 * 3600;

export const grant = (account = mira): SessionGrant => ({
  access_token: 'preview',
  token_type: 'DPoP',
  expires_in: life,
  refresh_token: 'preview',
  session: { id: `preview-${account.id}`, generation: 0, account },
});

/** Of a visit that began before this page. */
export const stored = (account: Account): StoredSession => ({
  ...{ sid: `preview-${account.id}`, account, refresh: 'preview', generation: 0, access: 'preview' },
  ...{ accessLifetime: life * 1000, accessExpiresAt: Date.now() + life * 1000 },
});

const me = (account = mira): Me => ({
  account,
  accounts: [mira, shop].map((one, index) => ({ ...one, ...dates[index]!, current: one === account })),
  apps: [
    { id: 'school', name: 'Bread School', url: `${site}/school/`, kind: 'sign-on', badge: 2 },
    { id: 'orders', name: 'Order bread', url: `${site}/orders/`, kind: 'link' },
    { id: 'club', name: 'Bread Club', url: `${site}/club/`, kind: 'sign-on', badge: 14 },
    { id: 'recipes', name: 'Recipe cards', url: `${site}/recipes/`, kind: 'link' },
    { id: 'help', name: 'Help desk', url: `${site}/help/`, kind: 'link' },
  ],
  profile: { missing: [] },
});

const option = (value: string, label: string) => ({ value, label });

const fields: Profile['fields'] = [
  { name: 'phone', type: 'phone', label: 'Phone', help: 'We call when a class is moved.', required: true },
  { name: 'home', type: 'address', label: 'Delivery address', required: true },
  { name: 'birthday', type: 'date', label: 'Birthday' },
  {
    name: 'bread',
    type: 'select',
    label: 'Favourite bread',
    options: [option('sourdough', 'Sourdough'), option('rye', 'Rye'), option('buns', 'Cinnamon buns')],
  },
  {
    name: 'avoid',
    type: 'multi-select',
    label: 'What you do not eat',
    options: [option('nuts', 'Nuts'), option('dairy', 'Dairy'), option('sesame', 'Sesame')],
  },
  { name: 'letters', type: 'checkbox', label: 'Write to me when something new comes out of the oven' },
];

const filled: Profile['values'] = {
  name: mira.name,
  locale: 'en',
  phone: '+442079460018',
  home: { street: '14 Alder Street', postalCode: 'E8 3DP', city: 'London', country: 'GB' },
  bread: 'sourdough',
  avoid: ['sesame'],
  letters: true,
};

const profile = (values: Profile['values'], missing: string[]): Profile => ({
  ...{ email: mira.email, hasPassword: true, languages: ['en', 'de'], fields, values, missing },
  progress: { done: 2 - missing.length, total: 2 },
});

/** Of a visit in which nothing goes wrong. */
export const usual: Answers = {
  readPortal: () => portal,
  signInWithPassword: () => ({ outcome: 'signed-in', grant: grant() }),
  requestSignInCode: () => flow,
  verifySignInCode: () => ({ outcome: 'signed-in', grant: grant() }),
  startSignUp: () => flow,
  verifySignUp: () => ({ outcome: 'signed-in', grant: grant() }),
  resendCode: () => flow,
  chooseAccount: ({ handle }) => grant(handle === shop.id ? shop : mira),
  refreshSession: () => grant(),
  endSession: () => undefined,
  readMe: () => me(),
  switchAccount: ({ account, password }) =>
    password === undefined ? 'step-up-required' : grant(account === shop.id ? shop : mira),
  stepUpWithPassword: () => grant(),
  requestStepUpCode: () => flow,
  verifyStepUpCode: () => grant(),
  changePassword: () => undefined,
  requestEmailChange: () => flow,
  verifyEmailChange: () => grant(),
  deleteAccount: () => undefined,
  listSessions: () => ({
    sessions: [
      {
        id: 'here',
        current: true,
        method: 'password',
        createdAt: ago(2),
        lastUsedAt: ago(0),
        device: 'Firefox, Linux',
      },
      {
        id: 'phone',
        current: false,
        method: 'code',
        createdAt: ago(40),
        lastUsedAt: ago(3),
        device: 'Safari, iPhone',
      },
    ],
  }),
  revokeSession: () => undefined,
  revokeAllSessions: () => undefined,
  readProfile: () => profile(filled, []),
  // These would lead off the page, and put a file on the disk.
  launchApp: () => 'aborted',
  exportAccount: () => 'aborted',
  saveProfile: ({ values }) => ({
    values: values as Profile['values'],
    missing: [],
    progress: { done: 2, total: 2 },
  }),
};

/** Of somebody who has just joined. */
export const fresh: Answers = {
  readMe: () => ({
    ...me(),
    accounts: me().accounts.slice(0, 1),
    apps: [],
    profile: { missing: [{ field: 'phone' }, { field: 'home' }] },
  }),
  readProfile: () => profile({ name: mira.name, locale: 'en' }, ['phone', 'home']),
};
