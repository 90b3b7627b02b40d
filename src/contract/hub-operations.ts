/**
 * The hub: what the endpoints of hub-endpoints.ts do, take, answer and refuse. Lists come a page at a time: pass the
 * `next` of one as the `cursor` of the following one; the last page has none. Money is never added across currencies.
 */
import * as v from 'valibot';
import type { hubEndpoints } from './hub-endpoints.ts';
import {
  activityKinds,
  amount,
  commissionStates,
  currency,
  day,
  ownId,
  pageOf,
  pageUrl,
  paging,
  payoutStates,
  referralStates,
  sentences,
  title,
} from './hub-shapes.ts';
import type { Operation } from './operation.ts';
import { count, instant } from './shapes.ts';

const Activity = v.strictObject({
  id: ownId,
  kind: v.picklist(activityKinds),
  title,
  detail: v.optional(sentences),
  at: instant,
  until: v.optional(instant),
  /** `present`: under way, or still to come. */
  state: v.picklist(['past', 'present']),
  url: v.optional(pageUrl),
});
export type Activity = v.InferOutput<typeof Activity>;

const place = v.strictObject({ title, url: pageUrl });
const Course = v.strictObject({
  id: ownId,
  title,
  summary: v.optional(sentences),
  image: v.optional(pageUrl),
  url: pageUrl,
  state: v.picklist(['open', 'done', 'locked', 'offered']),
  /** In all, and of them done. */
  lessons: count,
  done: count,
  /** Where it was left. */
  continue: v.optional(place),
  /** With `locked`: why, until when, and where that can be changed. */
  lock: v.optional(
    v.strictObject({
      reason: v.optional(sentences),
      opensAt: v.optional(instant),
      url: v.optional(pageUrl),
    }),
  ),
  /** With `offered`: what for, and where to get it. */
  offer: v.optional(v.strictObject({ text: v.optional(sentences), url: pageUrl })),
});
export type Course = v.InferOutput<typeof Course>;

const Community = v.strictObject({
  id: ownId,
  title,
  summary: v.optional(sentences),
  image: v.optional(pageUrl),
  /** For its members. */
  url: v.optional(pageUrl),
  /** `closed`: the business says who is in. */
  access: v.picklist(['open', 'closed']),
  isMember: v.boolean(),
  members: count,
  unread: count,
});
export type Community = v.InferOutput<typeof Community>;

const sums = { pending: count, approved: count, paid: count, cancelled: count };
const Affiliate = v.strictObject({
  links: v.array(v.strictObject({ campaign: ownId, title, summary: v.optional(sentences), url: pageUrl })),
  leads: count,
  customers: count,
  /** Of all commissions. `approved` is what the business owes, `paid` what it has paid. */
  totals: v.array(v.strictObject({ currency, ...sums })),
  /** The same of each of the last twelve calendar months (UTC) that has any, oldest first. */
  months: v.array(v.strictObject({ month: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)), currency, ...sums })),
});
export type Affiliate = v.InferOutput<typeof Affiliate>;

const Commission = v.strictObject({
  id: ownId,
  title: v.optional(title),
  /** Its title. */
  campaign: v.optional(title),
  amount,
  currency,
  state: v.picklist(commissionStates),
  at: instant,
});
export type Commission = v.InferOutput<typeof Commission>;

const Referral = v.strictObject({
  id: ownId,
  /** As much of a name as the business shows. */
  name: title,
  campaign: v.optional(title),
  state: v.picklist(referralStates),
  at: instant,
});
export type Referral = v.InferOutput<typeof Referral>;

const Payout = v.strictObject({
  id: ownId,
  amount,
  currency,
  state: v.picklist(payoutStates),
  at: instant,
  note: v.optional(title),
});
export type Payout = v.InferOutput<typeof Payout>;

const ActivityPage = pageOf(Activity);
const CoursePage = pageOf(Course);
const CommunityPage = pageOf(Community);
const CommissionPage = pageOf(Commission);
const ReferralPage = pageOf(Referral);
const PayoutPage = pageOf(Payout);

export const hubSchemas = {
  Community,
  Affiliate,
  ActivityPage,
  CoursePage,
  CommunityPage,
  CommissionPage,
  ReferralPage,
  PayoutPage,
};

const list = { request: null, status: 200, problems: [] } as const;

export const hubOperations = {
  readActivity: {
    ...list,
    summary: 'What there was and is between the account and the business, newest first',
    query: v.strictObject({ ...paging, kind: v.optional(v.picklist(activityKinds)) }),
    response: ActivityPage,
  },
  readCourses: {
    ...list,
    summary: 'Courses: `mine` (unless asked otherwise), last used first, or those on offer',
    query: v.strictObject({ ...paging, state: v.optional(v.picklist(['mine', 'offered'])) }),
    response: CoursePage,
  },
  readCommunities: {
    ...list,
    summary: 'Groups: `mine` (unless asked otherwise), or those that are open to join',
    query: v.strictObject({ ...paging, show: v.optional(v.picklist(['mine', 'open'])) }),
    response: CommunityPage,
  },
  joinCommunity: {
    summary: 'Join an open group; whoever is in already stays in',
    request: null,
    response: Community,
    status: 200,
    problems: ['community-not-found'],
  },
  leaveCommunity: {
    summary: 'Leave an open group; whoever is not in stays out',
    request: null,
    response: Community,
    status: 200,
    problems: ['community-not-found', 'community-closed'],
  },
  readAffiliate: {
    ...list,
    summary: 'Links to recommend the business with, and what came of it',
    response: Affiliate,
  },
  readCommissions: {
    ...list,
    summary: 'Commissions, newest first; from the day `from` on, and before the day `to` (UTC)',
    query: v.strictObject({
      ...paging,
      state: v.optional(v.picklist(commissionStates)),
      from: v.optional(day),
      to: v.optional(day),
    }),
    response: CommissionPage,
  },
  readReferrals: {
    ...list,
    summary: 'Who came by recommendation, newest first',
    query: v.strictObject(paging),
    response: ReferralPage,
  },
  readPayouts: {
    ...list,
    summary: 'What was paid out, newest first',
    query: v.strictObject(paging),
    response: PayoutPage,
  },
} as const satisfies Record<keyof typeof hubEndpoints, Operation>;
