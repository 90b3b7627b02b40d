/** What the hub's elements say. Each downloads its own sentences only; a site overrides them all in one place. */
import type { Activity } from '../../contract/hub-operations.ts';
import type { Plural } from '../strings.ts';

export interface ListStrings {
  more: string;
  /** Said when more has come. `{count}`. */
  moreCame: Plural;
}

export interface CourseStrings extends ListStrings {
  courses: string;
  coursesEmpty: string;
  coursesEmptyLead: string;
  coursesOffered: string;
  /** `{done}` of `{count}`. */
  courseProgress: Plural;
  courseDone: string;
  courseAgain: string;
  /** `{title}`: the lesson's. */
  courseContinue: string;
  courseStart: string;
  /** Where it is not known which lesson comes next. */
  courseResume: string;
  courseLocked: string;
  /** `{date}`. */
  courseOpens: string;
  courseUnlock: string;
  courseGet: string;
}

export interface CommunityStrings extends ListStrings {
  communities: string;
  communitiesEmpty: string;
  communitiesEmptyLead: string;
  /** Where there are some to join. */
  communitiesEmptyJoin: string;
  communitiesOpen: string;
  /** `{count}`. */
  communityMembers: Plural;
  /** `{count}`. */
  communityUnread: Plural;
  communityJoin: string;
  communityLeave: string;
  /** `{title}`. */
  communityLeaveAsk: string;
  communityStay: string;
  /** `{title}`. */
  communityJoined: string;
  /** `{title}`. */
  communityLeft: string;
  /** Not open to this account any more, or not there. */
  communityGone: string;
  /** By invitation: neither joined nor left here. */
  communityClosed: string;
}

export interface ActivityStrings extends ListStrings {
  activity: string;
  activityEmpty: string;
  activityEmptyLead: string;
  /** Of a kind that was chosen. */
  activityNone: string;
  /** Names the choice of kinds. */
  activityShow: string;
  activityAll: string;
  /** Above what is under way or still to come. */
  activityPresent: string;
  activityKinds: Record<Activity['kind'], string>;
}

export interface AffiliateStrings extends ListStrings {
  affiliate: string;
  affiliateEmpty: string;
  affiliateEmptyLead: string;
  affiliateLeads: string;
  affiliateCustomers: string;
  affiliatePending: string;
  affiliateApproved: string;
  affiliatePaid: string;
  affiliateCancelled: string;
  affiliateLinks: string;
  /** `{title}`: the campaign's. */
  affiliateLink: string;
  affiliateCopy: string;
  affiliateCopied: string;
  /** Where the browser does not let the link be copied: it is selected. */
  affiliateCopyByHand: string;
}

/** What comes after the sums: the chart and the lists below it. */
export interface AffiliateDetailStrings extends AffiliateStrings {
  affiliateYear: string;
  /** `{currency}`, `{month}`, `{amount}`: what the chart shows, for who cannot see it. */
  affiliateChart: string;
  affiliateTable: string;
  affiliateMonth: string;
  affiliateCurrency: string;
  affiliateCommissions: string;
  affiliateReferrals: string;
  affiliatePayouts: string;
  affiliateNone: string;
  affiliateState: string;
  affiliateAll: string;
  affiliateFrom: string;
  affiliateTo: string;
  affiliateLead: string;
  affiliateCustomer: string;
  affiliateScheduled: string;
  affiliateFailed: string;
  affiliateCommission: string;
  affiliatePayout: string;

  affiliateCsv: string;
  /** `{count}`: so many rows have come. */
  affiliateCsvProgress: Plural;
  /** `{count}`: so many are in the file. */
  affiliateCsvDone: Plural;
  /** `{count}`: no more than so many. */
  affiliateCsvCut: Plural;
  /** The file's name, without what comes after the dot. */
  affiliateCsvFile: string;
  affiliateCsvDate: string;
  affiliateCsvTitle: string;
  affiliateCsvCampaign: string;
  affiliateCsvAmount: string;
}

export interface HubStrings
  extends CourseStrings, CommunityStrings, ActivityStrings, AffiliateDetailStrings {}
