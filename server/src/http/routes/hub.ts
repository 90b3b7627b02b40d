import type { hubEndpoints } from '../../../../src/contract/hub-endpoints.ts';
import { readActivity } from '../../domain/read-activity.ts';
import { readAffiliate, readCommissions, readPayouts, readReferrals } from '../../domain/read-affiliate.ts';
import { joinCommunity, leaveCommunity, readCommunities } from '../../domain/read-communities.ts';
import { readCourses } from '../../domain/read-courses.ts';
import type { Handlers } from '../handler.ts';

export const hubRoutes: Handlers<keyof typeof hubEndpoints> = {
  readActivity: ({ deps, who, query }) => readActivity(deps, who, query),
  readCourses: ({ deps, who, query }) => readCourses(deps, who, query),
  readCommunities: ({ deps, who, query }) => readCommunities(deps, who, query),
  joinCommunity: ({ deps, who, parameter }) => joinCommunity(deps, who, parameter('id')),
  leaveCommunity: ({ deps, who, parameter }) => leaveCommunity(deps, who, parameter('id')),
  readAffiliate: ({ deps, who }) => readAffiliate(deps, who),
  readCommissions: ({ deps, who, query }) => readCommissions(deps, who, query),
  readReferrals: ({ deps, who, query }) => readReferrals(deps, who, query),
  readPayouts: ({ deps, who, query }) => readPayouts(deps, who, query),
};
