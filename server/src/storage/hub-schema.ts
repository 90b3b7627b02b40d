/** The tables of the hub. Identifiers are the business's own, unique within it. */
import type {
  Activity,
  Commission,
  Community,
  Payout,
  Referral,
} from '../../../src/contract/hub-operations.ts';

export interface HubDatabase {
  courses: CourseTable;
  enrolments: EnrolmentTable;
  communities: CommunityTable;
  memberships: MembershipTable;
  campaigns: CampaignTable;
  partners: PartnerTable;
  referrals: ReferralTable;
  commissions: CommissionTable;
  payouts: PayoutTable;
  activities: ActivityTable;
}

interface Described {
  business_id: string;
  id: string;
  title: string;
  summary: string | null;
  image: string | null;
  url: string;
  position: number;
}

export interface CourseTable extends Described {
  lessons: number;
  access: 'private' | 'offered';
  offer: string | null;
  offer_url: string | null;
}

export interface EnrolmentTable {
  business_id: string;
  course_id: string;
  account_id: string;
  at: number;
  done: number;
  lesson: string | null;
  lesson_url: string | null;
  locked: string | null;
  locked_url: string | null;
  opens_at: number | null;
}

export interface CommunityTable extends Described {
  access: Community['access'];
  /** Counted with every membership that comes and goes. */
  members: number;
}

export interface MembershipTable {
  business_id: string;
  community_id: string;
  account_id: string;
  at: number;
  unread: number;
}

export interface CampaignTable extends Omit<Described, 'image' | 'url'> {}

export interface PartnerTable {
  business_id: string;
  campaign_id: string;
  account_id: string;
  url: string;
}

interface Event {
  business_id: string;
  id: string;
  account_id: string;
  at: number;
}

export interface ReferralTable extends Event {
  campaign_id: string | null;
  name: string;
  state: Referral['state'];
}

export interface CommissionTable extends Event {
  campaign_id: string | null;
  title: string | null;
  amount: number;
  currency: string;
  state: Commission['state'];
  /** Of `at`, counted from year 0 in UTC: what sums are grouped by. */
  month: number;
}

export interface PayoutTable extends Event {
  amount: number;
  currency: string;
  state: Payout['state'];
  note: string | null;
}

export interface ActivityTable extends Event {
  kind: Activity['kind'];
  title: string;
  detail: string | null;
  until: number | null;
  ongoing: number;
  url: string | null;
}
