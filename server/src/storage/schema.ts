import type { FlowKind } from '../domain/ports.ts';
import type { HubDatabase } from './hub-schema.ts';

/**
 * The tables as the queries see them. Times are milliseconds since the epoch, switches are 0 or 1 and
 * documents are JSON text, so that one set of queries reads the same values from both databases.
 */
export interface Database extends HubDatabase {
  businesses: BusinessTable;
  accounts: AccountTable;
  profile_values: ProfileValueTable;
  imported_kinds: ImportedKindTable;
  flows: FlowTable;
  account_links: AccountLinkTable;
  api_keys: ApiKeyTable;
  apps: AppTable;
  app_badges: AppBadgeTable;
  app_permissions: AppPermissionTable;
  hand_offs: HandOffTable;
  artifacts: ArtifactTable;
  sign_ons: SignOnTable;
  log_outs: LogOutTable;
  signing_keys: SigningKeyTable;
  selections: SelectionTable;
  selection_choices: SelectionChoiceTable;
  sessions: SessionTable;
  access_tokens: AccessTokenTable;
  outbox: OutboxTable;
  mailbox: MailboxTable;
  webhooks: WebhookTable;
  webhook_deliveries: DeliveryTable;
  proofs: ProofTable;
  first_answers: FirstAnswerTable;
  counters: CounterTable;
  strikes: StrikeTable;
  known_devices: KnownDeviceTable;
}

export interface BusinessTable {
  id: string;
  slug: string;
  /** JSON of BusinessSettings. */
  settings: string;
}

export interface AccountTable {
  id: string;
  business_id: string;
  email: string;
  /** Unique within a mailbox: what makes the limit of accounts race-safe. */
  slot: number;
  name: string;
  locale: string | null;
  created_at: number;
  last_sign_in_at: number | null;
  password_salt: string | null;
  password_verifier: string | null;
  proofs_good_from: number;
  /** Unique within the business. */
  external_id: string | null;
  /** Sealed; both or none. */
  imported_hash: string | null;
  imported_kind: string | null;
  mailbox_proved: number;
}

export interface ImportedKindTable {
  business_id: string;
  kind: string;
  most: number;
  noted_at: number;
}

export interface ProfileValueTable {
  account_id: string;
  name: string;
  business_id: string;
  /** JSON of FieldValue. */
  value: string;
  saved_at: number;
}

export interface FlowTable {
  id: string;
  business_id: string;
  /** Of flows that belong to an account and not only to a mailbox. */
  account_id: string | null;
  kind: FlowKind;
  email: string;
  key_thumbprint: string;
  tag: string;
  locale: string;
  code_mac: string;
  code_format: 'digits' | 'letters';
  attempts: number;
  sends: number;
  sent_at: number;
  expires_at: number;
  consumed_at: number | null;
  /** JSON of PendingSignUp or PendingEmail, by the kind. */
  pending: string | null;
  /** All three or none: the link beside the code. */
  link_digest: string | null;
  link_return_to: string | null;
  link_sealed_code: string | null;
}

export interface AccountLinkTable {
  digest: string;
  business_id: string;
  account_id: string;
  return_to: string;
  expires_at: number;
}

export interface ApiKeyTable {
  id: string;
  business_id: string;
  name: string;
  /** With spaces between them. */
  scopes: string;
  digest: string;
  created_at: number;
  last_used_at: number | null;
  revoked_at: number | null;
}

export interface AppTable {
  business_id: string;
  id: string;
  name: string;
  url: string;
  access: 'everyone' | 'listed';
  /** JSON of the URLs of AppClient; null together with the secret: a plain link. */
  client: string | null;
  sealed_secret: string | null;
  icon: string | null;
  is_enabled: number;
  badge: number;
  position: number;
}

export interface AppBadgeTable {
  business_id: string;
  app_id: string;
  account_id: string;
  badge: number;
}

export interface AppPermissionTable {
  business_id: string;
  app_id: string;
  account_id: string;
}

export interface HandOffTable {
  id: string;
  ticket_digest: string;
  business_id: string;
  app_id: string;
  account_id: string;
  session_id: string;
  origin: string | null;
  expires_at: number;
  redeemed_at: number | null;
  cookie_digest: string | null;
  answered_at: number | null;
  ended_at: number | null;
}

export interface SignOnTable {
  business_id: string;
  app_id: string;
  sid: string;
  session_id: string;
}

export interface LogOutTable {
  business_id: string;
  app_id: string;
  sid: string;
  account_id: string;
  due_at: number;
  expires_at: number;
  attempts: number;
}

export interface ArtifactTable {
  business_id: string;
  model: string;
  digest: string;
  uid_digest: string | null;
  grant_digest: string | null;
  sealed: string;
  expires_at: number;
  consumed_at: number | null;
}

export interface SigningKeyTable {
  purpose: string;
  sealed_key: string;
  created_at: number;
}

export interface SelectionTable {
  ticket_digest: string;
  business_id: string;
  key_thumbprint: string;
  /** JSON of ProofRecord. */
  proof: string;
  remember: number;
  expires_at: number;
}

export interface SelectionChoiceTable {
  ticket_digest: string;
  handle: string;
  account_id: string;
  position: number;
}

export interface SessionTable {
  id: string;
  business_id: string;
  account_id: string;
  key_thumbprint: string;
  /** JSON of ProofRecord. */
  proof: string;
  remember: number;
  device: string | null;
  generation: number;
  refresh_digest: string;
  sealed_current: string | null;
  sealed_previous: string | null;
  rotated_at: number;
  created_at: number;
  last_used_at: number;
  idle_expires_at: number;
  expires_at: number;
  ended_at: number | null;
  /** The earliest of the three ends above: one column for one index to find what is over. */
  over_at: number;
}

export interface AccessTokenTable {
  digest: string;
  session_id: string;
  expires_at: number;
}

/** What every table has that is a queue of what is to be sent (queue.ts). */
export interface QueueColumns {
  id: string;
  business_id: string;
  created_at: number;
  expires_at: number;
  /** When the next attempt may start. A lease is a push of this into the future. */
  due_at: number;
  attempts: number;
  done_at: number | null;
  /** Why the last attempt failed; null on what was sent. */
  last_error: string | null;
}

export interface OutboxTable extends QueueColumns {
  /** Null once the mail is done: sent, or given up. */
  sealed_mail: string | null;
}

export interface WebhookTable {
  business_id: string;
  id: string;
  url: string;
  /** With spaces between them. */
  events: string;
  sealed_secret: string;
  sealed_previous: string | null;
  previous_until: number | null;
  created_at: number;
}

export interface DeliveryTable extends QueueColumns {
  webhook_id: string;
  account_id: string | null;
  type: string;
  /** Null once it was delivered. */
  body: string | null;
}

export interface MailboxTable {
  id: string;
  business_id: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  sent_at: number;
}

export interface ProofTable {
  key_thumbprint: string;
  jti: string;
  expires_at: number;
}

export interface FirstAnswerTable {
  scope: string;
  fingerprint: string;
  run: string;
  sealed_answer: string | null;
  expires_at: number;
}

export interface CounterTable {
  business_id: string;
  scope: string;
  /** A MAC, as in `strikes` and for the mailbox in `known_devices`. */
  subject: string;
  count: number;
  resets_at: number;
}

export interface StrikeTable {
  business_id: string;
  scope: string;
  subject: string;
  failures: number;
  blocked_until: number;
  /** The first of those that count. */
  began_at: number;
  last_at: number;
}

export interface KnownDeviceTable {
  business_id: string;
  mailbox: string;
  key_thumbprint: string;
  account_id: string;
  last_used_at: number;
}
