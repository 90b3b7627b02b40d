/** Records with everything filled in, each with identifiers of its own; a test names what it is about. */
import { defaultSettings, type Business } from '../../src/domain/business.ts';
import type {
  AccountRecord,
  AppRecord,
  ArtifactRecord,
  FirstAnswer,
  FlowLink,
  FlowRecord,
  HandOffRecord,
  OutboxRecord,
  SelectionRecord,
  SessionRecord,
  Storage,
} from '../../src/domain/ports.ts';

import type { DeliveryRecord, WebhookRecord } from '../../src/domain/webhook-ports.ts';

/** "Now" in the storage tests; the stores have no clock of their own. */
export const now = 1_800_000_000_000;
export const minute = 60_000;
export const day = 24 * 60 * minute;

let made = 0;
export const unique = (prefix: string): string => `${prefix}-${(made += 1)}`;

export function aBusiness(more: Partial<Business> = {}): Business {
  return {
    id: unique('business'),
    slug: unique('slug'),
    settings: { ...defaultSettings, name: 'Hearth' },
    ...more,
  };
}

export function anAccount(more: Partial<AccountRecord> & { businessId: string }): AccountRecord {
  return {
    id: unique('account'),
    email: `${unique('ada')}@example.test`,
    name: 'Ada Lovelace',
    locale: null,
    createdAt: now,
    lastSignInAt: null,
    passwordSalt: 'salt',
    passwordVerifier: 'verifier',
    proofsGoodFrom: 0,
    externalId: null,
    importedHash: null,
    isMailboxProved: true,
    ...more,
  };
}

export function aFlow(more: Partial<FlowRecord> = {}): FlowRecord {
  return {
    id: unique('flow'),
    businessId: 'business',
    kind: 'sign-up',
    accountId: null,
    email: `${unique('ada')}@example.test`,
    keyThumbprint: 'key',
    tag: 'K7',
    locale: 'en',
    codeMac: 'mac',
    codeFormat: 'digits',
    attempts: 0,
    sends: 1,
    sentAt: now,
    expiresAt: now + 15 * minute,
    consumedAt: null,
    pending: {
      accountId: unique('account'),
      name: 'Ada',
      passwordSalt: 'salt',
      passwordVerifier: 'verifier',
    },
    link: null,
    ...more,
  };
}

export const aLink = (): FlowLink => ({
  digest: unique('link'),
  returnTo: 'https://hearth.example/members',
  sealedCode: 'sealed',
});

export function aSelection(more: Partial<SelectionRecord> = {}): SelectionRecord {
  return {
    ticketDigest: unique('ticket'),
    businessId: 'business',
    keyThumbprint: 'key',
    choices: [
      { handle: 'handle-b', accountId: 'account-b' },
      { handle: 'handle-a', accountId: 'account-a' },
    ],
    proof: { method: 'password', accountIds: ['account-b', 'account-a'], provedAt: now },
    remember: true,
    expiresAt: now + 5 * minute,
    ...more,
  };
}

export function aSession(
  more: Partial<SessionRecord> & { businessId: string; accountId: string },
): SessionRecord {
  return {
    id: unique('session'),
    keyThumbprint: 'key',
    proof: { method: 'code', accountIds: [more.accountId], provedAt: now },
    remember: false,
    device: 'Firefox on Linux',
    generation: 0,
    refreshDigest: unique('refresh'),
    sealedCurrent: null,
    sealedPrevious: null,
    rotatedAt: now,
    createdAt: now,
    lastUsedAt: now,
    idleExpiresAt: now + 7 * day,
    expiresAt: now + 30 * day,
    endedAt: null,
    ...more,
  };
}

export function anApp(more: Partial<AppRecord> & { businessId: string }): AppRecord {
  return {
    id: unique('app'),
    name: 'Courses',
    url: 'https://courses.example/',
    access: 'everyone',
    icon: null,
    isEnabled: true,
    badge: 0,
    position: 0,
    client: {
      redirectUris: ['https://courses.example/callback'],
      postLogoutRedirectUris: [],
      initiateLoginUri: 'https://courses.example/login',
      backchannelLogoutUrl: null,
      sealedSecret: 'sealed',
    },
    ...more,
  };
}

export function aHandOff(
  more: Partial<HandOffRecord> & Pick<HandOffRecord, 'businessId' | 'appId' | 'accountId' | 'sessionId'>,
): HandOffRecord {
  return {
    id: unique('hand-off'),
    ticketDigest: unique('ticket'),
    origin: 'https://shop.example',
    expiresAt: now + minute,
    redeemedAt: null,
    cookieDigest: null,
    answeredAt: null,
    endedAt: null,
    ...more,
  };
}

export function anArtifact(more: Partial<ArtifactRecord> = {}): ArtifactRecord {
  return {
    businessId: 'business',
    model: 'AuthorizationCode',
    digest: unique('digest'),
    uidDigest: null,
    grantDigest: null,
    sealed: 'sealed',
    expiresAt: now + minute,
    consumedAt: null,
    ...more,
  };
}

export function aMail(more: Partial<OutboxRecord> = {}): OutboxRecord {
  return {
    id: unique('mail'),
    businessId: 'business',
    sealedMail: 'sealed',
    createdAt: now,
    expiresAt: now + 15 * minute,
    ...more,
  };
}

export function aWebhook(more: Partial<WebhookRecord> & { businessId: string }): WebhookRecord {
  return {
    id: unique('webhook'),
    url: 'https://hooks.example/',
    events: ['account.created'],
    sealedSecret: 'sealed',
    sealedPrevious: null,
    previousUntil: null,
    createdAt: now,
    ...more,
  };
}

export function aDelivery(
  more: Partial<DeliveryRecord> & Pick<DeliveryRecord, 'businessId' | 'webhookId'>,
): DeliveryRecord {
  return {
    id: unique('msg'),
    accountId: null,
    type: 'account.created',
    body: '{}',
    createdAt: now,
    expiresAt: now + 30 * day,
    ...more,
  };
}

export function aClaim(
  more: Partial<Omit<FirstAnswer, 'sealedAnswer'>> = {},
): Omit<FirstAnswer, 'sealedAnswer'> {
  return {
    scope: unique('scope'),
    fingerprint: 'fingerprint',
    run: unique('run'),
    expiresAt: now + minute,
    ...more,
  };
}

/** An account in a business, both stored: what a session needs to exist. */
export async function storedAccount(
  storage: Storage,
  more: Partial<AccountRecord> = {},
): Promise<AccountRecord> {
  const businessId = more.businessId ?? (await storage.businesses.put(aBusiness())).id;
  const account = anAccount({ ...more, businessId });
  await storage.accounts.insert(account, 10);
  return account;
}

/** Runs `attempt` `times` over, all at once. */
export const inParallel = <T>(times: number, attempt: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => attempt(index)));
