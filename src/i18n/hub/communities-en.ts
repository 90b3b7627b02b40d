/** English: communities. */
import type { Strings } from '../strings.ts';
import { listsEn } from './lists-en.ts';
import type { CommunityStrings } from './strings.ts';

const en: CommunityStrings = {
  ...listsEn,
  communities: 'Communities',
  communitiesEmpty: 'You are not in a community yet',
  communitiesEmptyLead: 'A community appears here as soon as you have been taken in.',
  communitiesEmptyJoin: 'Join one below. Those by invitation appear here by themselves.',
  communitiesOpen: 'Open to join',
  communityMembers: { one: '{count} member', other: '{count} members' },
  communityUnread: { one: '{count} new', other: '{count} new' },
  communityJoin: 'Join',
  communityLeave: 'Leave',
  communityLeaveAsk: 'Leave {title}?',
  communityStay: 'Stay',
  communityJoined: 'You have joined {title}.',
  communityLeft: 'You have left {title}.',
  communityGone: 'This community is no longer there for you. The list is up to date now.',
  communityClosed: 'Who is in this community is up to its hosts. Please ask them.',
};

export const withCommunities = (all: Strings): Strings & CommunityStrings => ({ ...en, ...all });
