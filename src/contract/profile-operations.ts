/** The profile: what the endpoints of profile-endpoints.ts do, take, answer and refuse. */
import * as v from 'valibot';
import type { Operation } from './operation.ts';
import type { profileEndpoints } from './profile-endpoints.ts';
import { ProfileField } from './field-shapes.ts';
import { addressParts } from './profile-fields.ts';
import { byName, count, instant, token } from './shapes.ts';
import { Account, SessionList } from './schemas.ts';

/** `null` takes a value away. The account's own `name` and `locale` are among them. */
const SaveProfileRequest = v.strictObject({ values: byName });

const Address = v.strictObject(v.entriesFromList(addressParts, v.optional(v.string())));
export const Value = v.union([v.string(), v.boolean(), v.array(v.string()), Address]);

/** A phone number is written as people read it; it may come back like that. */
const values = v.record(v.string(), Value);
const missing = v.array(v.string());
/** Of the fields that are asked for. */
const progress = v.strictObject({ done: count, total: count });

const Profile = v.strictObject({
  email: v.string(),
  hasPassword: v.boolean(),
  /** What `locale` can be: the language of the account's mails and labels. */
  languages: v.pipe(v.array(v.string()), v.minLength(1)),
  /** In the business's order. */
  fields: v.array(ProfileField),
  values,
  missing,
  progress,
});

/** `values`: those that were sent, as they are kept now; `null` is gone. */
const ProfileSaved = v.strictObject({ values: v.record(v.string(), v.nullable(Value)), missing, progress });

/** Everything that is kept of an account. */
const AccountExport = v.strictObject({
  exportedAt: instant,
  account: v.strictObject({
    ...Account.entries,
    locale: v.optional(v.string()),
    createdAt: instant,
    lastSignInAt: v.optional(instant),
    hasPassword: v.boolean(),
  }),
  /** Also of fields that the business no longer asks for. */
  profile: values,
  sessions: SessionList.entries.sessions,
  apps: v.array(v.strictObject({ id: token, name: v.string() })),
  /** What the other parts of a portal keep, by the part. */
  parts: v.record(v.string(), v.unknown()),
});

export type Profile = v.InferOutput<typeof Profile>;
export type ProfileSaved = v.InferOutput<typeof ProfileSaved>;
export type AccountExport = v.InferOutput<typeof AccountExport>;

export const profileSchemas = { SaveProfileRequest, Profile, ProfileSaved, AccountExport };

export const profileOperations = {
  readProfile: {
    summary: 'What the business asks for, what the account has answered, and what is missing',
    request: null,
    response: Profile,
    status: 200,
    problems: [],
  },
  saveProfile: {
    summary: 'Save some fields, all of them or none; the others stay as they are',
    request: SaveProfileRequest,
    response: ProfileSaved,
    status: 200,
    problems: [],
  },
  exportAccount: {
    summary: 'Everything that is kept of the account',
    request: null,
    response: AccountExport,
    status: 200,
    problems: [],
  },
} as const satisfies Record<keyof typeof profileEndpoints, Operation>;
