/** What becomes of a launch ticket that a browser brings (SECURITY T26). */
import { openTo } from './app-access.ts';
import { issuerOf } from './app.ts';
import { Budget } from './budget.ts';
import type { Business } from './business.ts';
import { numbers } from './numbers.ts';
import type { AccountRecord, AppRecord, Dependencies, HandOffRecord } from './ports.ts';
import { type Result, succeed } from './result.ts';
import { isSignedOn, type SignOn } from './sign-on.ts';
import { byAddress } from './subjects.ts';

export interface Presented {
  business: Business;
  ticket: string;
  /** The header Origin of the post; null where none came. */
  origin: string | null;
  /** The client as limits see it (caller.ts). */
  address: string | null;
  /** Did the person press the button of our own page that names the account? */
  isConfirmed: boolean;
}

export interface Here extends Pick<Presented, 'business' | 'ticket' | 'origin'> {
  /** The app that asks who is there. */
  appId: string;
  since: number;
}

export type Redemption =
  /** Nothing shows that the person wanted this: they are asked, and told who they would be. */
  | { kind: 'ask'; app: AppRecord; account: AccountRecord }
  /** `cookie` says at the provider, once, who it is. */
  | { kind: 'go'; app: AppRecord; url: string; cookie: string }
  | { kind: 'dead' };

export async function presentTicket(deps: Dependencies, presented: Presented): Promise<Result<Redemption>> {
  const { business, address } = presented;
  const budget = new Budget(deps);
  if (address !== null) {
    const counted = await byAddress(deps, { business }, 'wrong-tickets', address);
    const taken = await budget.take(counted, numbers.wrongTicketsPerAddress);
    if (!taken.ok) return taken;
  }
  const redemption = await redeem(deps, presented);
  // Only what was no good counts.
  if (redemption.kind !== 'dead') await budget.giveBack();
  return succeed(redemption);
}

/** … at the provider's own question who is there, where our log-in page posts it. `since`: an older log-in will not do. */
export async function redeemHere(
  deps: Pick<Dependencies, 'storage' | 'secrets' | 'clock' | 'random' | 'publicUrl'>,
  { business, ticket, origin, appId, since }: Here,
): Promise<SignOn | undefined> {
  const { handOffs, sessions } = deps.storage;
  const now = deps.clock.now();
  const ticketDigest = await deps.secrets.digest(ticket);
  const handOff = await handOffs.byTicket(business.id, ticketDigest);
  const own = new URL(deps.publicUrl).origin;
  // Before it is known to be a replay: what a page of others posts here must not end anything either.
  if (!handOff || origin !== own || handOff.origin !== own || handOff.appId !== appId) return undefined;
  if (handOff.redeemedAt !== null) {
    await endReplayed(deps, handOff);
    return undefined;
  }
  if (!(await isSignedOn(deps, business, handOff.id))) return undefined;
  const usable = await openTo(deps, business, appId, handOff.accountId);
  const session = await sessions.byId(business.id, handOff.sessionId);
  if (!usable || !session || session.createdAt < since) return undefined;
  // Nobody gets this cookie: the answer is given here.
  const cookieDigest = await deps.secrets.digest(deps.random.token());
  const to = { cookieDigest, expiresAt: now + numbers.signOnLife };
  if (!(await handOffs.redeem({ businessId: business.id, ticketDigest }, to, now))) {
    await endReplayed(deps, handOff);
    return undefined;
  }
  return { handOffId: handOff.id, account: usable.account, since: session.createdAt };
}

async function redeem(deps: Dependencies, presented: Presented): Promise<Redemption> {
  const { business, ticket } = presented;
  const { handOffs } = deps.storage;
  const now = deps.clock.now();
  const ticketDigest = await deps.secrets.digest(ticket);
  const handOff = await handOffs.byTicket(business.id, ticketDigest);
  if (!handOff) return { kind: 'dead' };
  if (handOff.redeemedAt !== null) return endReplayed(deps, handOff);
  if (!(await isSignedOn(deps, business, handOff.id))) return { kind: 'dead' };
  const usable = await openTo(deps, business, handOff.appId, handOff.accountId);
  if (!usable?.app.client) return { kind: 'dead' };
  if (!isMeant(deps, presented, handOff)) return { kind: 'ask', app: usable.app, account: usable.account };

  const cookie = deps.random.token();
  const to = { cookieDigest: await deps.secrets.digest(cookie), expiresAt: now + numbers.signOnLife };
  const isOurs = await handOffs.redeem({ businessId: business.id, ticketDigest }, to, now);
  // Somebody was faster with the same ticket: one of the two is not the person.
  if (!isOurs) return endReplayed(deps, handOff);
  const { app } = usable;
  return {
    kind: 'go',
    app,
    url: startOf(deps, business, app.url, usable.app.client.initiateLoginUri),
    cookie,
  };
}

/** Everything that grew out of the ticket: the cookie, the session at the provider, its codes and tokens, and what apps made of it. */
async function endReplayed(
  { storage, clock }: Pick<Dependencies, 'storage' | 'clock'>,
  handOff: HandOffRecord,
): Promise<Redemption> {
  const now = clock.now();
  await storage.transaction(async ({ handOffs, logOuts }) => {
    if (!(await handOffs.end(handOff.businessId, handOff.id, now))) return;
    await logOuts.queueAll(handOff.sessionId, now);
  });
  return { kind: 'dead' };
}

/**
 * From the page that asked for the ticket, if the business still lets that site speak for its visitors, or by our own
 * button. `null` is nobody's origin: no business has it among its own.
 */
function isMeant(deps: Dependencies, { business, origin, isConfirmed }: Presented, handOff: HandOffRecord) {
  if (isConfirmed) return origin === new URL(deps.publicUrl).origin;
  return origin !== null && origin === handOff.origin && business.settings.origins.includes(origin);
}

/** OpenID Connect Core, section 4: the app is told who its provider is and where the person wants to go. */
function startOf(deps: Dependencies, business: Business, target: string, initiateLoginUri: string): string {
  const url = new URL(initiateLoginUri);
  url.searchParams.append('iss', issuerOf(deps, business));
  url.searchParams.append('target_link_uri', target);
  return url.href;
}
