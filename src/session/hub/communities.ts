/** The groups of who is logged in, and those to join. */
import { learn } from '../../api/after/later.ts';
import type { Result } from '../../api/result.ts';
import { hubEndpoints } from '../../contract/hub-endpoints.ts';
import type { Community } from '../../contract/hub-operations.ts';
import type { QueryOf } from '../../contract/operations.ts';
import type { Member } from '../member/member.ts';
import { count, flag, optional, type Page, page, pageUrl, record, text, toQuery } from './answers.ts';

export type { Community };

const { readCommunities, joinCommunity, leaveCommunity } = hubEndpoints;

const community = record<Community>({
  id: text,
  title: text,
  summary: optional(text),
  image: optional(pageUrl),
  url: optional(pageUrl),
  access: text,
  isMember: flag,
  members: count,
  unread: count,
});

learn(
  { readCommunities, joinCommunity, leaveCommunity },
  { readCommunities: page(community), joinCommunity: community, leaveCommunity: community },
);

export const communities = (
  member: Member,
  query: NonNullable<QueryOf<'readCommunities'>>,
  signal: AbortSignal,
): Promise<Result<Page<Community>>> =>
  member.authorized('readCommunities', undefined, { query: toQuery(query), signal });

/** `isMember`: as it shall be. Safe to repeat. */
export const setMembership = (
  member: Member,
  target: string,
  isMember: boolean,
  signal: AbortSignal,
): Promise<Result<Community>> =>
  member.authorized(isMember ? 'joinCommunity' : 'leaveCommunity', undefined, { target, signal });
