/** Answers of the contract, as a backend would give them. */
import type { Account, FlowStarted, Portal, Selection, SessionGrant } from '../../src/contract/operations.ts';

export const account: Account = { id: 'account-1', name: 'Ada Baker', email: 'ada@example.com' };

/** `generation` also tells the tokens of two grants apart. */
export const grant = (generation = 0, more: Partial<SessionGrant> = {}): SessionGrant => ({
  access_token: `access-${generation}`,
  token_type: 'DPoP',
  expires_in: 300,
  refresh_token: `refresh-${generation}`,
  session: { id: 'session-1', generation, account },
  ...more,
});

export const flowStarted: FlowStarted = {
  flow: 'flow-1',
  tag: 'K7',
  codeFormat: 'digits',
  codeLength: 6,
  expiresIn: 600,
  resendIn: 60,
};

export const selection: Selection = {
  ticket: 'ticket-1',
  expiresIn: 300,
  reason: 'several-accounts',
  email: account.email,
  accounts: [
    { handle: 'handle-1', name: 'Ada Baker', createdAt: '2026-01-02T03:04:05.000Z' },
    {
      handle: 'handle-2',
      name: 'Ada Baker (shop)',
      createdAt: '2026-02-03T04:05:06.000Z',
      lastSignInAt: '2026-03-04T05:06:07.000Z',
    },
  ],
};

export const portal: Portal = {
  name: 'Hearth & Crumb',
  languages: ['en'],
  methods: ['password', 'code'],
  returnUrls: [],
  signUp: { open: true },
  password: { minLength: 8, maxLength: 128 },
  legal: { terms: 'https://example.com/terms' },
};
