/**
 * What the business's own systems keep in the hub: one table of kinds, each with its scope, its key and its row.
 * Endpoints, OpenAPI, storage and command line are made from it (hub-admin.ts); a further kind is a further entry.
 * Rows are flat, so that a CSV file can hold them. A row that is put replaces the one of the same key.
 */
import * as v from 'valibot';
import type { ApiScope } from './api-scopes.ts';
import {
  activityKinds,
  amount,
  commissionStates,
  currency,
  ownId,
  pageUrl,
  payoutStates,
  realInstant,
  referralStates,
  sentences,
  title,
} from './hub-shapes.ts';
import { limits } from './limits.ts';
import { count } from './shapes.ts';

/** The business's own identifier of it, the portal's, or its email if that has one account only. */
const account = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.email));
const few = v.pipe(count, v.maxValue(limits.few));
/** Lower ones first. */
const position = v.optional(few, 0);
const described = { title, summary: v.optional(sentences), image: v.optional(pageUrl) };

const kind = <const K extends readonly string[], S extends v.GenericSchema<Record<string, unknown>>>(
  scope: ApiScope,
  key: K,
  row: S,
) => ({ scope, key, row });

export const hubKinds = {
  /** `access: 'offered'`: who does not have it sees it, with `offer`, and where to get it. */
  courses: kind(
    'courses',
    ['id'],
    v.strictObject({
      id: ownId,
      ...described,
      url: pageUrl,
      lessons: few,
      access: v.optional(v.picklist(['private', 'offered']), 'private'),
      offer: v.optional(sentences),
      offerUrl: v.optional(pageUrl),
      position,
    }),
  ),
  /** That an account has a course. `lesson`: where it was left at `at`. `locked`: why it cannot go on. */
  enrolments: kind(
    'courses',
    ['course', 'account'],
    v.strictObject({
      course: ownId,
      account,
      at: realInstant,
      done: v.optional(few, 0),
      lesson: v.optional(title),
      lessonUrl: v.optional(pageUrl),
      locked: v.optional(sentences),
      lockedUrl: v.optional(pageUrl),
      opensAt: v.optional(realInstant),
    }),
  ),
  communities: kind(
    'communities',
    ['id'],
    v.strictObject({
      id: ownId,
      ...described,
      url: pageUrl,
      access: v.optional(v.picklist(['open', 'closed']), 'closed'),
      position,
    }),
  ),
  memberships: kind(
    'communities',
    ['community', 'account'],
    v.strictObject({ community: ownId, account, at: realInstant, unread: v.optional(few, 0) }),
  ),
  campaigns: kind(
    'affiliate',
    ['id'],
    v.strictObject({ id: ownId, title, summary: v.optional(sentences), position }),
  ),
  /** That an account recommends the business, by a link of its own. */
  partners: kind(
    'affiliate',
    ['campaign', 'account'],
    v.strictObject({ campaign: ownId, account, url: pageUrl }),
  ),
  referrals: kind(
    'affiliate',
    ['id'],
    v.strictObject({
      id: ownId,
      account,
      campaign: v.optional(ownId),
      name: title,
      state: v.picklist(referralStates),
      at: realInstant,
    }),
  ),
  commissions: kind(
    'affiliate',
    ['id'],
    v.strictObject({
      id: ownId,
      account,
      campaign: v.optional(ownId),
      title: v.optional(title),
      amount,
      currency,
      state: v.picklist(commissionStates),
      at: realInstant,
    }),
  ),
  payouts: kind(
    'affiliate',
    ['id'],
    v.strictObject({
      id: ownId,
      account,
      amount,
      currency,
      state: v.picklist(payoutStates),
      at: realInstant,
      note: v.optional(title),
    }),
  ),
  /** Under way until `until`; while `ongoing`, without an end; else over at `at`. */
  activities: kind(
    'activity',
    ['id'],
    v.strictObject({
      id: ownId,
      account,
      kind: v.picklist(activityKinds),
      title,
      detail: v.optional(sentences),
      at: realInstant,
      until: v.optional(realInstant),
      ongoing: v.optional(v.boolean(), false),
      url: v.optional(pageUrl),
    }),
  ),
};

export type HubKind = keyof typeof hubKinds;
export type HubRowOf<K extends HubKind> = v.InferInput<(typeof hubKinds)[K]['row']>;
export const hubKindNames = Object.keys(hubKinds) as HubKind[];

/** For who has the kind from outside: every row is flat, and checked by itself. */
export const rowSchemaOf = (kind: HubKind) =>
  hubKinds[kind].row as v.GenericSchema<unknown, Record<string, unknown>>;
