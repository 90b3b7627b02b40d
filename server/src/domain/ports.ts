/**
 * What the use cases need from outside, as they want it said. Storage, mail and crypto implement
 * these; the domain imports nothing else. All times are milliseconds since the epoch, by the
 * injected clock, never the database's.
 */
import type { ApiScope } from '../../../src/contract/api-scopes.ts';
import type { FlowStarted } from '../../../src/contract/operations.ts';
import type { FieldValue } from '../../../src/contract/profile-fields.ts';
import type { HubRowStore, HubStore, PageRequest } from './hub-ports.ts';
import type { Mail } from './mail.ts';
import type { DeliveryStore, WebhookStore } from './webhook-ports.ts';
import type { Business } from './business.ts';

export interface Clock {
  now(): number;
}

export interface Random {
  /** A fresh identifier: 128 random bits, base64url. Not a secret. */
  id(): string;
  /** A fresh secret: 256 random bits, base64url. */
  token(): string;
  /** Uniformly distributed decimal digits. */
  digits(length: number): string;
  /** Uniformly drawn from 32 letters and digits that are not mistaken for each other. */
  letters(length: number): string;
}

/** Keyed and unkeyed one-way functions and sealing; the keys stay inside. */
export interface Secrets {
  /** SHA-256, base64url: for tokens of at least 128 bits. */
  digest(token: string): Promise<string>;
  /** HMAC-SHA-256 under the pepper, base64url; `purpose` separates the uses. */
  mac(purpose: string, ...parts: string[]): Promise<string>;
  /** Compares two values of `mac` or `digest` in constant time. */
  equal(a: string, b: string): boolean;
  /** AES-256-GCM under a server key, or under a key derived from `token` when that is given. */
  seal(purpose: string, plaintext: string, token?: string): Promise<string>;
  /** The plaintext, or undefined when it was sealed under anything else. */
  open(purpose: string, sealed: string, token?: string): Promise<string | undefined>;
}

/** The slow hash. `busy` when its queue is full: nothing was computed. */
export interface PasswordHasher {
  /**
   * argon2id over the NFC form of the password; `salt` is base64url of at least 16 bytes.
   * Returns base64url of 32 bytes.
   */
  derive(password: string, salt: string): Promise<string | 'busy'>;
}

/** Why the hash of another system is not taken; the sentence is for the business. */
export interface HashFault {
  fault: string;
}

/** Checks passwords against hashes that other systems made. */
export interface ImportedHasher {
  /** `kind`: a hash that costs the same, and that no password opens. */
  read(hash: string): { kind: string } | HashFault;
  /** Is it the hash of what was typed, or of its NFC form? For a hash that `read` took. `busy` as with PasswordHasher. */
  verify(hash: string, typed: string): Promise<boolean | 'busy'>;
}

/** Passwords that everybody tries first. */
export interface Blocklist {
  has(password: string): boolean;
}

/** Telephone numbers with their country (ITU-T E.164), by what is known of each country's. Refuses none. */
export interface Phones {
  /** Without what nobody dials: a number that is kept. */
  tidied(number: string): string;
  /** As people write it, with its country. */
  written(number: string): string;
}

export interface Alert {
  event: 'many-wrong-codes';
  /** Its slug. */
  business: string;
}

export interface Dependencies {
  clock: Clock;
  random: Random;
  secrets: Secrets;
  hasher: PasswordHasher;
  importedHasher: ImportedHasher;
  blocklist: Blocklist;
  phones: Phones;
  storage: Storage;
  /** Where the outside reaches this server: no trailing slash. Never taken from a Host header (SECURITY T11). */
  publicUrl: string;
  /** Called after a commit that queued mail, so that a worker need not wait for its next turn. */
  notifyOutbox(): void;
  /** Something that an operator should look at. */
  alert(alert: Alert): void;
}

// ── Records ─────────────────────────────────────────────────────────────────────────────────────

/** An account exists only once its mailbox was proved (or the business imported it). */
export interface AccountRecord {
  id: string;
  businessId: string;
  /** Canonical: the key that finds the account, and where its mail goes. */
  email: string;
  name: string;
  /** The language that its owner chose, of the business's; null: whatever the browser asks for. */
  locale: string | null;
  createdAt: number;
  lastSignInAt: number | null;
  /** Both null: this account logs in by code only. */
  passwordSalt: string | null;
  passwordVerifier: string | null;
  /**
   * Proofs that were given before this are no longer good for the account: its password or its mailbox
   * has changed since. Also tells whether it did since the record was read.
   */
  proofsGoodFrom: number;
  /** What the business calls it; unique within the business. */
  externalId: string | null;
  /** The password as another system hashed it, until the first log-in with it. */
  importedHash: ImportedHash | null;
  /** False: the business could not say whose mailbox it is, and nobody has proved it since. */
  isMailboxProved: boolean;
}

/** A hash that another system made. Sealed: those have no pepper that a thief of the database would lack. */
export interface ImportedHash {
  sealed: string;
  /** A hash that costs the same to check, and that no password opens. */
  kind: string;
}

/** How many hashes of a kind one mailbox of the business has at most. */
export interface ImportedKind {
  kind: string;
  most: number;
}

/** What a sign-up waits with until its mailbox is proved. */
export interface PendingSignUp {
  /** The identifier that the account will have; its verifier is bound to it. */
  accountId: string;
  name: string;
  /** Of its profile, as they are kept; absent in flows that began before sign-ups had any. */
  values?: Record<string, FieldValue>;
  passwordSalt: string;
  passwordVerifier: string;
}

/** What a change of email waits with: the same password under the new mailbox's salt, or none. */
export type PendingEmail = Pick<AccountRecord, 'passwordSalt' | 'passwordVerifier'>;

/** The last two belong to an account that is logged in, and are good with its token alone. */
export type FlowKind = 'sign-up' | 'sign-in' | 'step-up' | 'email-change';

/** One emailed code, from the asking to the proving. */
export interface FlowRecord {
  id: string;
  businessId: string;
  kind: FlowKind;
  /** Where the code goes: with `email-change` the mailbox that is to be proved. */
  email: string;
  /** Null unless the kind belongs to an account. */
  accountId: string | null;
  /** Thumbprint of the asking browser's key (RFC 7638): nobody else may answer. */
  keyThumbprint: string;
  tag: string;
  locale: string;
  codeMac: string;
  /** Digits, or letters and digits once the guesses of digits are used up. */
  codeFormat: FlowStarted['codeFormat'];
  attempts: number;
  sends: number;
  sentAt: number;
  expiresAt: number;
  consumedAt: number | null;
  /** Present with `sign-up` and `email-change`. */
  pending: PendingSignUp | PendingEmail | null;
  link: FlowLink | null;
}

/** The link that stands beside the code in the mail. It is as new as the code, and dies with it. */
export interface FlowLink {
  /** Of its token. */
  digest: string;
  /** One of the business's return URLs. */
  returnTo: string;
  /** The code, sealed under the token: for who opens the link elsewhere than where it was asked for. */
  sealedCode: string;
}

/** A link that the business made for one account; good for any key, once. */
export interface AccountLinkRecord {
  /** Of its token. */
  digest: string;
  businessId: string;
  accountId: string;
  returnTo: string;
  expiresAt: number;
}

/** What the business's own systems identify themselves with; the secret itself is not kept. */
export interface ApiKeyRecord {
  id: string;
  businessId: string;
  /** What the operator called it. */
  name: string;
  /** What it is good for. */
  scopes: ApiScope[];
  digest: string;
  createdAt: number;
  /** To the minute. */
  lastUsedAt: number | null;
  revokedAt: number | null;
}

/** A child app of a business: what its customers get to once they are in. */
export interface AppRecord {
  businessId: string;
  /** Unique within the business; for an app with a client it is its client_id. */
  id: string;
  name: string;
  url: string;
  /** https URL of a square image. */
  icon: string | null;
  /** False: for nobody, whatever they were allowed. */
  isEnabled: boolean;
  /** `listed`: only accounts that were allowed. */
  access: 'everyone' | 'listed';
  /** How many new things wait there, for whoever has no number of their own; 0: nothing is shown. */
  badge: number;
  /** Where it stands among the others, the lowest first. */
  position: number;
  /** Null: a plain link, which needs no ticket. */
  client: AppClient | null;
}

/** An app as a relying party of OpenID Connect. */
export interface AppClient {
  /** Compared as text (SECURITY T11). */
  redirectUris: string[];
  postLogoutRedirectUris: string[];
  /** Where a log-in begins that the portal starts (OpenID Connect Core, section 4). */
  initiateLoginUri: string;
  /** Where it hears that somebody has logged out (OpenID Connect Back-Channel Logout 1.0); null: it does not want to. */
  backchannelLogoutUrl: string | null;
  sealedSecret: string;
}

/** One launch of an app: the ticket, then the cookie that it became, then the session at the provider. */
export interface HandOffRecord {
  id: string;
  ticketDigest: string;
  businessId: string;
  appId: string;
  accountId: string;
  /** The portal's session that it came from: none of it outlives that. */
  sessionId: string;
  /** Of the page that asked; null when that is not known, and then nobody may redeem without being asked. */
  origin: string | null;
  /** Of the ticket; once that was redeemed, of everything that grows out of it. */
  expiresAt: number;
  redeemedAt: number | null;
  cookieDigest: string | null;
  /** When the cookie said who it is. It does so once. */
  answeredAt: number | null;
  endedAt: number | null;
}

/** What the OpenID provider keeps: sessions, codes, tokens, grants. Sealed, and found by digests only. */
export interface ArtifactRecord {
  businessId: string;
  model: string;
  /** Of the value that somebody holds. */
  digest: string;
  uidDigest: string | null;
  grantDigest: string | null;
  sealed: string;
  expiresAt: number;
  consumedAt: number | null;
}

export type ProofMethod = 'password' | 'code' | 'sign-up' | 'link';

/** What was proved, by which accounts it may be used, and when: switching asks for it later. */
export interface ProofRecord {
  method: ProofMethod;
  accountIds: string[];
  provedAt: number;
}

export interface SelectionRecord {
  ticketDigest: string;
  businessId: string;
  keyThumbprint: string;
  /** Handle (what the browser sees) to account. */
  choices: { handle: string; accountId: string }[];
  proof: ProofRecord;
  remember: boolean;
  expiresAt: number;
}

export interface SessionRecord {
  id: string;
  businessId: string;
  accountId: string;
  keyThumbprint: string;
  proof: ProofRecord;
  remember: boolean;
  device: string | null;
  generation: number;
  refreshDigest: string;
  /** The current refresh token, sealed under its predecessor: for a reply that was lost. */
  sealedCurrent: string | null;
  /** The predecessor of the current token, sealed under its own: for tabs that raced. */
  sealedPrevious: string | null;
  rotatedAt: number;
  createdAt: number;
  lastUsedAt: number;
  /** Ends when unused until here … */
  idleExpiresAt: number;
  /** … and here at the latest. */
  expiresAt: number;
  endedAt: number | null;
}

export interface AccessTokenRecord {
  digest: string;
  sessionId: string;
  expiresAt: number;
}

/** One mail that is due: sealed, because it holds the code in clear. */
export interface OutboxRecord {
  id: string;
  businessId: string;
  sealedMail: string;
  createdAt: number;
  /** Never sent after this: a dead code helps nobody. */
  expiresAt: number;
}

/** A mail that a worker holds until `leaseUntil`; `attempt` counts from 1. */
export interface LeasedMail extends OutboxRecord {
  attempt: number;
}

/** A mail as the development mailbox keeps it. */
export interface CaughtMail {
  id: string;
  businessId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  sentAt: number;
}

// ── Stores: every consume and every counter is one guarded statement ────────────────────────────

export interface BusinessStore {
  bySlug(slug: string): Promise<Business | undefined>;
  /** Inserts or replaces by slug; the id of an existing business stays. */
  put(business: Business): Promise<Business>;
  all(): Promise<Business[]>;
  /** Until the transaction ends, whoever holds the same business waits. */
  hold(id: string): Promise<void>;
}

export interface AccountStore {
  byId(businessId: string, id: string): Promise<AccountRecord | undefined>;
  /** All accounts of a mailbox, oldest first. */
  byEmail(businessId: string, email: string): Promise<AccountRecord[]>;
  byIds(businessId: string, ids: readonly string[]): Promise<AccountRecord[]>;
  byExternalIds(businessId: string, externalIds: readonly string[]): Promise<AccountRecord[]>;
  byEmails(businessId: string, emails: readonly string[]): Promise<AccountRecord[]>;
  /** All of the business, the oldest first: a place is the time that an account came to be, and its identifier. */
  page(
    businessId: string,
    page: PageRequest,
    filter: { email?: string | undefined; externalId?: string | undefined },
  ): Promise<AccountRecord[]>;
  /**
   * Inserts unless the mailbox has `most` accounts already; race-safe through a unique index on
   * (business, email, slot).
   */
  insert(account: AccountRecord, most: number): Promise<'inserted' | 'full'>;
  /** Notes a log-in, unless the account is gone or its proofs were made worthless since it was read. ONE statement. */
  touchSignIn(account: AccountRecord, at: number): Promise<boolean>;
  /** Replaces the password; proofs from before `proofsGoodFrom` are worthless then. False when the account is gone, or not as it was read. */
  setPassword(
    account: AccountRecord,
    credential: { passwordSalt: string; passwordVerifier: string },
    proofsGoodFrom: number,
  ): Promise<boolean>;
  /**
   * Changes what it is called, by itself and by the business, its language, or whether its mailbox is proved. ONE
   * statement; false when the account is gone.
   */
  describe(
    account: Pick<AccountRecord, 'id' | 'businessId'>,
    changes: Partial<Pick<AccountRecord, 'name' | 'locale' | 'externalId' | 'isMailboxProved'>>,
  ): Promise<boolean>;
  /**
   * Puts a password of ours in the place of the imported hash, unless the account is gone or either has changed since
   * it was read. Proofs stay good: it is the same password. ONE statement.
   */
  adoptPassword(
    account: AccountRecord,
    credential: { passwordSalt: string; passwordVerifier: string },
  ): Promise<boolean>;
  /** Unless the account is gone, has a password of its own, or is not as it was read. */
  setImportedHash(account: AccountRecord, hash: ImportedHash, proofsGoodFrom: number): Promise<boolean>;
  /**
   * The accounts of the mailbox that were never proved are so now; the passwords that they came with open nothing any
   * more. Returns their identifiers. ONE statement.
   */
  proveMailbox(businessId: string, email: string, proofsGoodFrom: number): Promise<string[]>;
  /**
   * Moves the account to another mailbox, unless that has `most` accounts already; race-safe like
   * `insert`. Returns it as it is then. `changed`: it is gone, or is not as it was read. Who moves it by a proof leaves
   * the last two out: no imported hash goes along.
   */
  move(
    account: AccountRecord,
    to: PendingEmail &
      Pick<AccountRecord, 'email'> &
      Partial<Pick<AccountRecord, 'importedHash' | 'isMailboxProved'>>,
    most: number,
    proofsGoodFrom: number,
  ): Promise<AccountRecord | 'full' | 'changed'>;
  /** Until the transaction ends, whoever holds the same account waits. */
  hold(account: Pick<AccountRecord, 'id' | 'businessId'>): Promise<void>;
  /** Its sessions and their tokens go with it. */
  delete(businessId: string, id: string): Promise<boolean>;
}

/** What an account has answered to what its business asks, a row a field. */
export interface ProfileStore {
  /** Also of fields that the business no longer asks for. */
  of(account: Pick<AccountRecord, 'id' | 'businessId'>): Promise<Record<string, FieldValue>>;
  /** The same of several, by their identifiers. */
  ofAll(businessId: string, accountIds: readonly string[]): Promise<Map<string, Record<string, FieldValue>>>;
  /** Keeps a value, or with `null` takes it away. ONE statement each; false when the account is gone. */
  put(
    account: Pick<AccountRecord, 'id' | 'businessId'>,
    name: string,
    value: FieldValue | null,
    now: number,
  ): Promise<boolean>;
}

/** What a log-in at a business costs beside our own hash, while imported ones are left. */
export interface ImportedKindStore {
  of(businessId: string): Promise<ImportedKind[]>;
  /** `most` only ever grows. ONE statement. */
  note(businessId: string, kind: ImportedKind, now: number): Promise<void>;
}

export interface FlowStore {
  insert(flow: FlowRecord): Promise<void>;
  /** The flow if it belongs to business, kind and key; whatever its state. Reads only. */
  find(key: FlowKey): Promise<FlowRecord | undefined>;
  /** The flow whose newest mail holds this link; whatever its state, whoever asked. Reads only. */
  byLink(businessId: string, digest: string): Promise<FlowRecord | undefined>;
  /**
   * Counts one attempt and returns the flow, if it is open, alive at `now` and has been tried fewer
   * than `most` times. ONE statement: the guard of the code (SECURITY T5).
   */
  countAttempt(key: FlowKey, now: number, most: number): Promise<FlowRecord | undefined>;
  /**
   * Closes an open flow whose code is still `codeMac`; true for exactly one caller. ONE statement.
   * A code that was replaced in between does not consume.
   */
  consume(id: string, codeMac: string, now: number): Promise<boolean>;
  /**
   * Replaces the code and the link of an open flow if the last one was sent at or before `sentBefore` and fewer
   * than `most` were sent. ONE statement; returns the flow as it is now.
   */
  renewCode(
    key: FlowKey,
    code: Pick<FlowRecord, 'codeMac' | 'codeFormat' | 'sentAt' | 'expiresAt' | 'link'>,
    sentBefore: number,
    mostSends: number,
    mostAttempts: number,
  ): Promise<FlowRecord | undefined>;
  /** The tags of all flows of a mailbox that are kept, whatever their state. */
  tagsOf(businessId: string, email: string): Promise<string[]>;
  /** Deletes the other unproved sign-ups of a mailbox (SECURITY T1). */
  deletePending(businessId: string, email: string, exceptId: string): Promise<void>;
  /** Deletes the flows that belong to an account. */
  deleteOf(accountId: string): Promise<void>;
}

export interface FlowKey {
  id: string;
  businessId: string;
  /** Absent: any kind. */
  kind?: FlowKind;
  /** Absent: whoever's. */
  accountId?: string | null;
  keyThumbprint: string;
}

export interface AccountLinkStore {
  insert(link: AccountLinkRecord): Promise<void>;
  /** If it is alive at `now`. Reads only. */
  find(businessId: string, digest: string, now: number): Promise<AccountLinkRecord | undefined>;
  /** Takes a living link away: for exactly one caller. ONE statement. */
  take(businessId: string, digest: string, now: number): Promise<AccountLinkRecord | undefined>;
  deleteOf(accountId: string): Promise<void>;
}

export interface ApiKeyStore {
  insert(key: ApiKeyRecord): Promise<void>;
  /** Also one that was revoked. */
  byId(businessId: string, id: string): Promise<ApiKeyRecord | undefined>;
  /** All of a business, oldest first. */
  all(businessId: string): Promise<ApiKeyRecord[]>;
  touch(id: string, at: number): Promise<void>;
  /** True for exactly one caller. ONE statement. */
  revoke(businessId: string, id: string, now: number): Promise<boolean>;
}

export interface AppStore {
  byId(businessId: string, id: string): Promise<AppRecord | undefined>;
  /** The same; until the transaction ends, whoever changes it waits. */
  hold(businessId: string, id: string): Promise<AppRecord | undefined>;
  /** All of a business, in their order. */
  all(businessId: string): Promise<AppRecord[]>;
  /** Those that the account may use now, in their order; each with the badge that is meant for this account. */
  usableBy(businessId: string, accountId: string): Promise<AppRecord[]>;
  /** Inserts or replaces. */
  put(app: AppRecord): Promise<void>;
  /** Only what is named. False: there is none. */
  change(
    businessId: string,
    id: string,
    to: Partial<Pick<AppRecord, 'isEnabled' | 'badge'>>,
  ): Promise<boolean>;
  /** What was handed to it goes with it. */
  remove(businessId: string, id: string): Promise<boolean>;
  /** An app and an account that may use it now; one query, so that nobody can tell why there is nothing. */
  usable(
    businessId: string,
    id: string,
    accountId: string,
  ): Promise<{ app: AppRecord; account: AccountRecord } | undefined>;
  /** Counts only for an app with access `listed`. False: the business has no such app or account. */
  allow(businessId: string, id: string, accountId: string): Promise<boolean>;
  deny(businessId: string, id: string, accountId: string): Promise<boolean>;
  /** Those that the portal has taken the account to, by their names. */
  launchedBy(businessId: string, accountId: string): Promise<{ id: string; name: string }[]>;
  /** Identifiers of the accounts that were allowed. */
  allowed(businessId: string, id: string): Promise<string[]>;
  /** Of these accounts, for all apps. */
  permissionsOf(
    businessId: string,
    accountIds: readonly string[],
  ): Promise<{ accountId: string; appId: string }[]>;
  /** Was this one? Whether it counts is the app's access. */
  isAllowed(businessId: string, id: string, accountId: string): Promise<boolean>;
  /** A number of this account's own; null: the app's again. False: the business has no such app or account. */
  setBadge(businessId: string, id: string, accountId: string, badge: number | null): Promise<boolean>;
}

export interface HandOffStore {
  insert(handOff: HandOffRecord): Promise<void>;
  /** Whatever its state. Reads only. */
  byTicket(businessId: string, ticketDigest: string): Promise<HandOffRecord | undefined>;
  /** Turns a living ticket into a cookie, for exactly one caller. ONE statement (SECURITY T26). */
  redeem(
    key: { businessId: string; ticketDigest: string },
    to: { cookieDigest: string; expiresAt: number },
    now: number,
  ): Promise<boolean>;
  /** Takes the word of a cookie of this app that was set after `since`: for exactly one caller. ONE statement. */
  answer(
    key: { businessId: string; appId: string; cookieDigest: string },
    since: number,
    now: number,
  ): Promise<HandOffRecord | undefined>;
  /** Is it still good: neither ended nor too old, and its portal session open? */
  isAlive(businessId: string, id: string, now: number): Promise<boolean>;
  /** Answers what it was, once. */
  end(businessId: string, id: string, now: number): Promise<HandOffRecord | undefined>;
  /** The portal's session goes on under another identifier, for the same account. */
  follow(sessionId: string, nextSessionId: string): Promise<void>;
}

export interface ArtifactStore {
  /** Inserts or replaces; whether it was consumed stays. */
  put(artifact: Omit<ArtifactRecord, 'consumedAt'>): Promise<void>;
  find(key: ArtifactKey, now: number): Promise<ArtifactRecord | undefined>;
  byUid(
    key: { businessId: string; model: string; uidDigest: string },
    now: number,
  ): Promise<ArtifactRecord | undefined>;
  /** True for exactly one caller. ONE statement. */
  consume(key: ArtifactKey, now: number): Promise<boolean>;
  remove(key: ArtifactKey): Promise<void>;
  /** Those that were issued under a grant. */
  removeOfGrant(businessId: string, model: string, grantDigest: string): Promise<void>;
}

export interface LogOutStore {
  /** An app was logged in to by these hand-offs; nothing where their session has ended since. */
  note(key: LogOutKey, handOffs: readonly string[]): Promise<void>;
  /** The app is to be told, though the portal's session goes on. */
  queue(key: LogOutKey, accountId: string, now: number): Promise<void>;
  /** All apps that this session of the portal has logged in to are to be told. */
  queueAll(sessionId: string, now: number): Promise<void>;
  /** The app is to be told of everybody who is logged in there and may not use it any more. */
  queueUnwelcome(businessId: string, appId: string, now: number): Promise<void>;
  /** Takes up to `most` that are due for `leaseMs`; none is leased twice at a time. */
  lease(now: number, leaseMs: number, most: number): Promise<LeasedLogOut[]>;
  /** Due again at `at`. Without effect once a later attempt holds it. */
  postpone(logOut: LogOutKey & Pick<LeasedLogOut, 'attempt'>, at: number): Promise<void>;
  /** The app was told, or never will be. */
  remove(key: LogOutKey): Promise<void>;
}

/** One log-in to an app: `sid` is what the provider and the app both call it (OpenID Connect Back-Channel Logout 1.0, section 2.1). */
export interface LogOutKey {
  businessId: string;
  appId: string;
  sid: string;
}

export interface LeasedLogOut extends LogOutKey {
  accountId: string;
  expiresAt: number;
  attempt: number;
}

export type ArtifactKey = Pick<ArtifactRecord, 'businessId' | 'model' | 'digest'>;

export interface SigningKeyStore {
  find(purpose: string): Promise<string | undefined>;
  /** Keeps the first that comes, and answers which that was. */
  keep(purpose: string, sealedKey: string, createdAt: number): Promise<string>;
}

export interface SelectionStore {
  insert(selection: SelectionRecord): Promise<void>;
  /**
   * Takes the selection if it is alive, belongs to the key and offers `handle`: for exactly one
   * caller. ONE statement; a handle that is not offered leaves it in place.
   */
  take(
    key: { ticketDigest: string; businessId: string; keyThumbprint: string; handle: string },
    now: number,
  ): Promise<SelectionRecord | undefined>;
  /** Takes an account out of every selection that offers it. */
  withdraw(accountId: string): Promise<void>;
}

export interface SessionStore {
  insert(session: SessionRecord): Promise<void>;
  byId(businessId: string, id: string): Promise<SessionRecord | undefined>;
  /** Open sessions of an account at `now`, last used first. */
  open(accountId: string, now: number): Promise<SessionRecord[]>;
  /**
   * Compare-and-swap: moves an open session from `from` to the next generation. ONE statement;
   * undefined when another request was faster or the session is over.
   */
  rotate(
    id: string,
    from: { generation: number; refreshDigest: string },
    to: { refreshDigest: string; sealedCurrent: string; rotatedAt: number; idleExpiresAt: number },
  ): Promise<SessionRecord | undefined>;
  /**
   * Ends an open session and drops its access tokens; true for exactly one caller. The apps that it has logged in to are
   * told (LogOutStore), unless another session takes its place there.
   */
  end(
    businessId: string,
    id: string,
    accountId: string | null,
    now: number,
    how?: { isReplaced?: boolean },
  ): Promise<boolean>;
  /** Ends the open sessions of an account, but for `except`, as `end` does. */
  endAll(accountId: string, now: number, except?: string): Promise<number>;
  /** False when the session is over. */
  setProof(id: string, proof: ProofRecord, now: number): Promise<boolean>;
  insertAccessToken(token: AccessTokenRecord): Promise<void>;
  /** The open session behind a living access token, with its account: one query. */
  byAccessToken(
    businessId: string,
    digest: string,
    now: number,
  ): Promise<{ session: SessionRecord; account: AccountRecord } | undefined>;
}

export interface OutboxStore {
  insert(mail: OutboxRecord): Promise<void>;
  /** Takes up to `most` due mails for `leaseMs`; a mail is never leased twice at a time. */
  lease(now: number, leaseMs: number, most: number): Promise<LeasedMail[]>;
  /** Sent: the sealed mail is erased. */
  markSent(id: string, now: number): Promise<void>;
  /** Not sent: due again at `at`. Without effect once a later attempt holds the mail. */
  postpone(mail: Pick<LeasedMail, 'id' | 'attempt'>, at: number, error: string): Promise<void>;
  /** Given up (expired or refused for good): the sealed mail is erased. */
  giveUp(id: string, now: number, error: string): Promise<void>;
}

export interface MailboxStore {
  insert(mail: CaughtMail): Promise<void>;
  /** Newest first. */
  latest(most: number): Promise<CaughtMail[]>;
  byId(id: string): Promise<CaughtMail | undefined>;
}

export interface ProofStore {
  /** False when this key has used this `jti` before. ONE statement. */
  remember(keyThumbprint: string, jti: string, expiresAt: number): Promise<boolean>;
}

/** The first answer to a request that may come again, or the right to give it. */
export interface FirstAnswer {
  /** MAC of business, key, path and Idempotency-Key: the key itself is not kept. */
  scope: string;
  /** MAC of what was asked. */
  fingerprint: string;
  /** Of the run that has the right. */
  run: string;
  /** Sealed under the Idempotency-Key; null while the first run lasts. */
  sealedAnswer: string | null;
  /** Over from here on: a run that did not end counts as crashed, an answer is forgotten. */
  expiresAt: number;
}

export interface AnswerStore {
  /** Gives the right to answer, if nobody has it at `now` and no answer is there. ONE statement. */
  claim(claim: Omit<FirstAnswer, 'sealedAnswer'>, now: number): Promise<boolean>;
  find(scope: string, now: number): Promise<FirstAnswer | undefined>;
  /** Without effect once another run has taken over. */
  keep(claim: Pick<FirstAnswer, 'scope' | 'run'>, sealedAnswer: string, expiresAt: number): Promise<void>;
  /** Gives the right back: the next request runs. Without effect once another run has taken over. */
  release(claim: Pick<FirstAnswer, 'scope' | 'run'>): Promise<void>;
}

/** What a limit is about. `subject` is a MAC of an email, an address or a key: the tables name nobody. */
export interface LimitKey {
  businessId: string;
  scope: string;
  subject: string;
}

/** What was counted in a window, and when the window is over. */
export interface Tally {
  count: number;
  resetsAt: number;
}

/** Counts in fixed windows; a window begins with what is counted first after the last one. */
export interface CounterStore {
  /** Counts one more, if fewer than `limit` were; answers the tally either way. ONE statement. */
  take(key: LimitKey, limit: number, windowMs: number, now: number): Promise<Tally & { isTaken: boolean }>;
  /** The count of the window that is open at `now`. Reads only. */
  peek(key: LimitKey, now: number): Promise<number>;
  /** Takes one off again, if the window that it was taken from is still open. */
  giveBack(key: LimitKey, from: Pick<Tally, 'resetsAt'>): Promise<void>;
  clear(key: LimitKey): Promise<void>;
}

export interface StrikeRule {
  /** So many failures have no consequence but the last, after which the first wait begins. */
  free: number;
  /** Milliseconds after each failure from there on; the last one repeats. */
  waits: readonly number[];
  /** Milliseconds after the first failure when they are forgotten. */
  window: number;
}

export interface Strikes {
  failures: number;
  blockedUntil: number;
}

/** Failures, and the waits that they cost. */
export interface StrikeStore {
  /**
   * Counts a failure ahead of the check that may turn it into a success, unless the subject is blocked
   * at `now`. ONE statement: checks in parallel cannot outrun it (SECURITY T16).
   */
  count(key: LimitKey, rule: StrikeRule, now: number): Promise<Strikes & { isCounted: boolean }>;
  /** Takes a counted failure back, because nothing was checked, or what was checked was right. */
  undo(key: LimitKey, counted: Pick<Strikes, 'failures'>, rule: Pick<StrikeRule, 'free'>): Promise<void>;
  /** Nothing is held against the subject any more. */
  clear(key: LimitKey): Promise<void>;
}

/** A browser's key at a mailbox; `mailbox` is a MAC. */
export interface DeviceKey {
  businessId: string;
  mailbox: string;
  keyThumbprint: string;
}

/** Which accounts of a mailbox a key has logged in to. */
export interface DeviceStore {
  /** Of an account the `most` keys that were there last are kept. */
  touch(device: DeviceKey, accountId: string, most: number, now: number): Promise<void>;
  /** The accounts that the key was touched for after `since`. */
  accountsOf(device: DeviceKey, since: number): Promise<string[]>;
  /** Of an account: all keys, `only` this one, or all `except` this one. */
  forget(accountId: string, keys?: { only?: string; except?: string }): Promise<void>;
}

export interface Stores {
  businesses: BusinessStore;
  accounts: AccountStore;
  profiles: ProfileStore;
  importedKinds: ImportedKindStore;
  flows: FlowStore;
  accountLinks: AccountLinkStore;
  apiKeys: ApiKeyStore;
  apps: AppStore;
  handOffs: HandOffStore;
  artifacts: ArtifactStore;
  logOuts: LogOutStore;
  signingKeys: SigningKeyStore;
  selections: SelectionStore;
  sessions: SessionStore;
  outbox: OutboxStore;
  mailbox: MailboxStore;
  proofs: ProofStore;
  answers: AnswerStore;
  counters: CounterStore;
  strikes: StrikeStore;
  devices: DeviceStore;
  hub: HubStore;
  hubRows: HubRowStore;
  webhooks: WebhookStore;
  deliveries: DeliveryStore;
}

/** Why a database cannot be asked just now. */
export type Unavailability = 'busy' | 'unreachable' | 'full';

export interface Storage extends Stores {
  /** Runs `work` in one transaction; a throw rolls back. Nothing inside may touch the outer stores. */
  transaction<T>(work: (stores: Stores) => Promise<T>): Promise<T>;
  /** Deletes what is over at `now`, at most `most` rows a kind; true when there may be more. */
  purge(now: number, most: number): Promise<boolean>;
  /** Why a store threw this, if it is for the moment only; undefined for bugs. */
  whyUnavailable(error: unknown): Unavailability | undefined;
  /** Resolves when the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** The worker's side of mail: takes it in clear and hands it to SMTP or to the development mailbox. */
export interface MailTransport {
  send(mail: Mail, business: Business, messageId: string): Promise<void>;
}
