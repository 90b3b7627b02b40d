/** Somebody who is logged in already, shared by the cases that change nothing about it. */
import type { Target } from './target.ts';
import { Visitor } from './visitor.ts';

export interface Member {
  visitor: Visitor;
  accessToken: string;
}

interface Kept extends Member {
  refreshToken: string;
  /** `performance.now()` until which the access token is good for a case. */
  until: number;
}

const kept = new WeakMap<Target, Promise<Kept>>();
/** Of an access token's five minutes; a backend's own clock may run ahead of this one. */
const goodFor = 3 * 60_000;

export async function memberOf(target: Target): Promise<Member> {
  const known = await kept.get(target);
  if (known && performance.now() < known.until) return known;
  const made = known ? refresh(known) : join(target);
  kept.set(target, made);
  return made;
}

const former = new WeakMap<Target, Promise<Member>>();

/** Somebody whose token is still in its time, but whose session is over: logged out, everywhere. */
export async function formerMemberOf(target: Target): Promise<Member> {
  const known = former.get(target) ?? leave(await join(target));
  former.set(target, known);
  return known;
}

async function leave({ visitor, accessToken }: Member): Promise<Member> {
  await visitor.succeed('revokeAllSessions', undefined, { accessToken });
  return { visitor, accessToken };
}

async function join(target: Target): Promise<Kept> {
  const visitor = await Visitor.arrive(target);
  return keep(
    visitor,
    await visitor.signUp(`member-${crypto.randomUUID()}@example.com`, 'a member’s long password'),
  );
}

async function refresh({ visitor, refreshToken: refresh_token }: Kept): Promise<Kept> {
  return keep(
    visitor,
    await visitor.succeed('refreshSession', { grant_type: 'refresh_token', refresh_token }),
  );
}

const keep = (visitor: Visitor, grant: { access_token: string; refresh_token: string }): Kept => ({
  visitor,
  accessToken: grant.access_token,
  refreshToken: grant.refresh_token,
  until: performance.now() + goodFor,
});
