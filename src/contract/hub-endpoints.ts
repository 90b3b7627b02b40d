/** What the hub calls: activity, courses, communities, and what somebody who recommends the business earns. */
import type { Endpoint } from './endpoints.ts';

export const hubEndpoints = {
  readActivity: { method: 'GET', path: '/me/activity', credential: 'token' },
  readCourses: { method: 'GET', path: '/me/courses', credential: 'token' },
  readCommunities: { method: 'GET', path: '/me/communities', credential: 'token' },
  joinCommunity: { method: 'PUT', path: '/me/communities/{id}/membership', credential: 'token' },
  leaveCommunity: { method: 'DELETE', path: '/me/communities/{id}/membership', credential: 'token' },
  readAffiliate: { method: 'GET', path: '/me/affiliate', credential: 'token' },
  readCommissions: { method: 'GET', path: '/me/affiliate/commissions', credential: 'token' },
  readReferrals: { method: 'GET', path: '/me/affiliate/referrals', credential: 'token' },
  readPayouts: { method: 'GET', path: '/me/affiliate/payouts', credential: 'token' },
} as const satisfies Record<string, Endpoint>;
