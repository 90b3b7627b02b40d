import type { Community } from '../../../src/contract/hub-operations.ts';
import type { QueryOf, ResponseOf } from '../../../src/contract/operations.ts';
import type { Authenticated } from './authenticate.ts';
import type { CommunityRecord, PageRequest } from './hub-ports.ts';
import { ownerOf } from './owner.ts';
import { pageOf } from './page.ts';
import type { Dependencies } from './ports.ts';
import { fail, type Result, succeed } from './result.ts';

export function readCommunities(
  { storage }: Dependencies,
  who: Authenticated,
  { show = 'mine', ...paging }: QueryOf<'readCommunities'>,
): Promise<Result<ResponseOf<'readCommunities'>>> {
  const rows = (page: PageRequest) =>
    show === 'mine'
      ? storage.hub.communities(ownerOf(who), page)
      : storage.hub.openCommunities(ownerOf(who), page);
  return pageOf(paging, rows, shown);
}

/** Answers the group as it is then. Who is in already has joined, also where the business put them in. */
export async function joinCommunity(
  { storage, clock }: Dependencies,
  who: Authenticated,
  id: string,
): Promise<Result<Community>> {
  await storage.hub.join(ownerOf(who), id, clock.now());
  const community = await storage.hub.community(ownerOf(who), id);
  return community?.isMember ? succeed(shown(community)) : fail('community-not-found');
}

export async function leaveCommunity(
  { storage }: Dependencies,
  who: Authenticated,
  id: string,
): Promise<Result<Community>> {
  await storage.hub.leave(ownerOf(who), id);
  const community = await storage.hub.community(ownerOf(who), id);
  if (!community) return fail('community-not-found');
  return community.isMember ? fail('community-closed') : succeed(shown(community));
}

const shown = ({ place: _, ...community }: CommunityRecord): Community => community;
