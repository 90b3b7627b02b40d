/** Who somebody is at the OpenID provider of a business, and for how long. */
import { openTo } from './app-access.ts';
import type { Business } from './business.ts';
import { numbers } from './numbers.ts';
import type { AccountRecord, Dependencies } from './ports.ts';

type Needs = Pick<Dependencies, 'storage' | 'secrets' | 'clock'>;

export interface SignOn {
  handOffId: string;
  account: AccountRecord;
  /** When the person proved who they are, to the portal. */
  since: number;
}

/** Takes the word of a launch cookie: for its app, once, a few minutes at most. */
export async function takeLaunchCookie(
  { storage, secrets, clock }: Needs,
  business: Business,
  appId: string,
  cookie: string,
): Promise<SignOn | undefined> {
  const businessId = business.id;
  const now = clock.now();
  const key = { businessId, appId, cookieDigest: await secrets.digest(cookie) };
  const handOff = await storage.handOffs.answer(key, now - numbers.launchCookieLife, now);
  if (!handOff || !(await storage.handOffs.isAlive(businessId, handOff.id, now))) return undefined;
  const usable = await openTo({ storage }, business, appId, handOff.accountId);
  const session = await storage.sessions.byId(businessId, handOff.sessionId);
  return usable && session && { handOffId: handOff.id, account: usable.account, since: session.createdAt };
}

/** Whether a hand-off and its portal session last: asked every time that its ticket, or anything that grew out of it, is used. */
export const isSignedOn = (
  { storage, clock }: Pick<Needs, 'storage' | 'clock'>,
  { id }: Business,
  handOffId: string,
): Promise<boolean> => storage.handOffs.isAlive(id, handOffId, clock.now());

/**
 * A log-out that began at an app. The portal's session on the business's own site goes on: that is where the person chose
 * to be, and whoever leaves an app does not mean to leave it. The one of our own log-in page has no other purpose than the
 * apps, and would let the next person at this browser in.
 */
export async function leaveApps(
  { storage, clock, publicUrl }: Pick<Dependencies, 'storage' | 'clock' | 'publicUrl'>,
  { id: businessId }: Business,
  handOffs: readonly string[],
): Promise<void> {
  const now = clock.now();
  for (const id of handOffs) {
    const ended = await storage.handOffs.end(businessId, id, now);
    if (ended?.origin === new URL(publicUrl).origin) {
      await storage.sessions.end(businessId, ended.sessionId, ended.accountId, now);
    }
  }
}

/**
 * The account, as long as it is there and may use this app now. `business`: as it was when its provider was made; what
 * it asks of its customers may have changed since.
 */
export async function accountForApp(
  deps: Pick<Needs, 'storage'>,
  { slug }: Business,
  appId: string,
  accountId: string,
): Promise<AccountRecord | undefined> {
  const business = await deps.storage.businesses.bySlug(slug);
  return business && (await openTo(deps, business, appId, accountId))?.account;
}
