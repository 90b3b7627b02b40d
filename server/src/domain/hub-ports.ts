/** What the use cases of the hub need from storage. As in ports.ts, times are milliseconds since the epoch. */
import type { HubKind } from '../../../src/contract/hub-rows.ts';
import type {
  Activity,
  Affiliate,
  Commission,
  Community,
  Payout,
  Referral,
} from '../../../src/contract/hub-operations.ts';

/** Where in a list a row stands: lists are ordered by a number, then by a name. */
export interface Place {
  order: number;
  id: string;
}

export interface PageRequest {
  /** Rows behind this place only; undefined: from the start. */
  after: Place | undefined;
  limit: number;
}

/** Whose rows: every query asks for both (SECURITY T27). */
export interface Owner {
  businessId: string;
  accountId: string;
}

/** As stored: its instants are numbers. `place` is what the next page begins behind. */
export type Stored<T> = Omit<T, 'at' | 'until' | 'state'> & { place: Place };

export interface ActivityRecord extends Stored<Activity> {
  at: number;
  until: number | null;
  isOngoing: boolean;
}

export interface CourseRecord {
  place: Place;
  id: string;
  title: string;
  summary: string | null;
  image: string | null;
  url: string;
  lessons: number;
  offer: string | null;
  offerUrl: string | null;
  /** Undefined: the account does not have it. */
  enrolment?: {
    done: number;
    lesson: string | null;
    lessonUrl: string | null;
    locked: string | null;
    lockedUrl: string | null;
    opensAt: number | null;
  };
}

export type CommunityRecord = Community & { place: Place };
export type CommissionRecord = Stored<Commission> & Pick<Commission, 'state'> & { at: number };
export type ReferralRecord = Stored<Referral> & Pick<Referral, 'state'> & { at: number };
export type PayoutRecord = Stored<Payout> & Pick<Payout, 'state'> & { at: number };

/** Commissions of one month, counted from year 0 in UTC, in one currency and state. */
export interface CommissionSum {
  month: number;
  currency: string;
  state: Commission['state'];
  amount: number;
}

/** What one account sees of its business. */
export interface HubStore {
  activities(owner: Owner, page: PageRequest, kind?: Activity['kind']): Promise<ActivityRecord[]>;
  /** Last used first. */
  courses(owner: Owner, page: PageRequest): Promise<CourseRecord[]>;
  /** Which the account does not have. */
  offeredCourses(owner: Owner, page: PageRequest): Promise<CourseRecord[]>;
  communities(owner: Owner, page: PageRequest): Promise<CommunityRecord[]>;
  /** Of which the account is no member. */
  openCommunities(owner: Owner, page: PageRequest): Promise<CommunityRecord[]>;
  /** One that is open, or has the account in it. */
  community(owner: Owner, id: string): Promise<CommunityRecord | undefined>;
  /** Into an open group. Counted once, however often and from wherever it is asked for. */
  join(owner: Owner, community: string, now: number): Promise<void>;
  /** Out of an open group; as above. */
  leave(owner: Owner, community: string): Promise<void>;
  links(owner: Owner, most: number): Promise<Affiliate['links']>;
  commissionSums(owner: Owner): Promise<CommissionSum[]>;
  referralCounts(owner: Owner): Promise<{ state: Referral['state']; count: number }[]>;
  commissions(
    owner: Owner,
    page: PageRequest,
    filter: { state?: Commission['state'] | undefined; from?: number | undefined; to?: number | undefined },
  ): Promise<CommissionRecord[]>;
  referrals(owner: Owner, page: PageRequest): Promise<ReferralRecord[]>;
  payouts(owner: Owner, page: PageRequest): Promise<PayoutRecord[]>;
}

/** A row of any kind: its instants are numbers, what it does not have is null. */
export type HubRow = Record<string, string | number | boolean | null>;

/** What the business keeps there: every kind in the same way. */
export interface HubRowStore {
  /** Inserts, or replaces what has the same key. */
  put(businessId: string, kind: HubKind, row: HubRow): Promise<'created' | 'updated'>;
  /** By their keys; `after` the key of the last row of the page before. */
  list(
    businessId: string,
    kind: HubKind,
    after: string[] | undefined,
    limit: number,
    /** Of a kind whose rows belong to one. */
    accountId?: string,
  ): Promise<HubRow[]>;
  remove(businessId: string, kind: HubKind, key: readonly string[]): Promise<boolean>;
  /** Whether it is there, and that it stays until this transaction ends. */
  hold(businessId: string, what: 'account' | HubParent, id: string): Promise<boolean>;
}

/** What rows of other kinds belong to. */
export type HubParent = 'course' | 'community' | 'campaign';
