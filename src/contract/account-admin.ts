/**
 * Accounts, as the business's own systems keep them. In the shape of hub-admin.ts: rows are taken each by itself, and the
 * answer says at its place what is wrong with one. What an import (`portal import`) can say of an account a row can say.
 */
import * as v from 'valibot';
import type { Endpoint } from './endpoints.ts';
import type { ApiScope } from './api-scopes.ts';
import { RowProblem, rowsOf } from './hub-admin.ts';
import { pageOf, paging } from './hub-shapes.ts';
import { limits } from './limits.ts';
import type { Operation } from './operation.ts';
import { Value } from './profile-operations.ts';
import { instant, token } from './shapes.ts';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
/** Salt and digest of no known system come near it. */
const longestHash = 1_024;
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.ownId), v.regex(/^[\w.~-]*$/));

/** What is left out stays as it is. */
export const AccountRow = v.strictObject({
  /** What the business calls it. Needed where one email may have several accounts. */
  externalId: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(limits.ownId))),
  email: v.pipe(v.string(), v.minLength(1), v.maxLength(limits.email)),
  name: text(limits.name * 2),
  /** Does the business vouch for the mailbox? It does, unless it says no. */
  emailVerified: v.optional(v.boolean()),
  /** Of another system. Counts until the customer has logged in; from then on the password is theirs. */
  passwordHash: v.optional(text(longestHash)),
  /** One of the business's languages; null: whatever the browser asks for. */
  locale: v.optional(v.nullable(text(limits.token))),
  /** All the apps with access `listed` that it may use. */
  apps: v.optional(v.pipe(v.array(token), v.maxLength(limits.bulkRows))),
  /** Answers to what the business asks, by the names of the fields; null takes one away. Others stay as they are. */
  profile: v.optional(v.record(v.string(), v.unknown())),
});
export type AccountRow = v.InferInput<typeof AccountRow>;

const PutAccountsRequest = v.strictObject({ items: rowsOf(AccountRow) });

/** `account`: its identifier here. `reason`: a sentence, where the codes say less than there is to say. */
const PutAccountsAnswer = v.strictObject({
  results: v.array(
    v.strictObject({
      outcome: v.picklist(['created', 'updated', 'unchanged', 'refused']),
      account: v.optional(token),
      problem: v.optional(v.strictObject({ ...RowProblem.entries, reason: v.optional(v.string()) })),
    }),
  ),
});
export type PutAccountsAnswer = v.InferOutput<typeof PutAccountsAnswer>;

/** Never a password, nor anything that was made of one. Its members are those of a row, and what a row cannot say. */
const KnownAccount = v.strictObject({
  account: token,
  externalId: v.optional(id),
  email: v.string(),
  name: v.string(),
  locale: v.optional(v.string()),
  /** Has its mailbox been proved, or vouched for? */
  emailVerified: v.boolean(),
  /** `imported`: still the one that it came with. */
  passwordOrigin: v.picklist(['none', 'imported', 'own']),
  createdAt: instant,
  lastSignInAt: v.optional(instant),
  /** Those with access `listed` that it may use. */
  apps: v.array(token),
  profile: v.record(v.string(), Value),
});
export type KnownAccount = v.InferOutput<typeof KnownAccount>;

const KnownAccounts = pageOf(KnownAccount);

export const accountAdminSchemas = { PutAccountsRequest, PutAccountsAnswer, KnownAccount, KnownAccounts };

/** `{id}`: the business's own identifier, or the portal's. */
export const accountAdminEndpoints = {
  putAccounts: { method: 'PUT', path: '/admin/accounts', credential: 'api-key', scope: 'accounts:write' },
  listAccounts: { method: 'GET', path: '/admin/accounts', credential: 'api-key', scope: 'accounts:read' },
  readAccount: { method: 'GET', path: '/admin/accounts/{id}', credential: 'api-key', scope: 'accounts:read' },
  removeAccount: {
    method: 'DELETE',
    path: '/admin/accounts/{id}',
    credential: 'api-key',
    scope: 'accounts:write',
  },
} as const satisfies Record<string, Endpoint & { scope: ApiScope }>;

export const accountAdminOperations = {
  putAccounts: {
    summary: `Put up to ${limits.bulkRows} accounts: what has the same externalId, or where emails have one account only the same email, is changed`,
    request: PutAccountsRequest,
    rows: AccountRow as NonNullable<Operation['rows']>,
    bodyLimit: limits.bulkBody,
    response: PutAccountsAnswer,
    status: 200,
    problems: [],
  },
  listAccounts: {
    summary: 'The accounts, the oldest first; of one email, or of one externalId',
    query: v.strictObject({
      ...paging,
      email: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(limits.email))),
      externalId: v.optional(id),
    }),
    request: null,
    response: KnownAccounts,
    status: 200,
    problems: [],
  },
  readAccount: {
    summary: 'One account, by the externalId or the identifier',
    request: null,
    response: KnownAccount,
    status: 200,
    problems: ['account-not-found'],
  },
  removeAccount: {
    summary: 'Delete one account and everything that is kept of it; its owner gets a mail about it',
    request: null,
    response: null,
    status: 204,
    problems: ['account-not-found'],
  },
} as const satisfies Record<keyof typeof accountAdminEndpoints, Operation>;
