/** The accounts of the demo bakery: those that one logs in with, and neighbours that only fill the groups. */
import type { Business } from '../domain/business.ts';
import { newCredential } from '../domain/password.ts';
import type { AccountRecord, Dependencies } from '../domain/ports.ts';
import { demoNeighbours, demoPassword, demoPeople, type DemoPerson } from './people.ts';

type Parts = Pick<Dependencies, 'storage' | 'secrets' | 'hasher'>;

const nobodysPassword = { passwordSalt: null, passwordVerifier: null };

/** Who is there stays as they are, with whatever they have changed; who was deleted comes back. */
export async function putDemoAccounts(deps: Parts, business: Business, now: number): Promise<void> {
  for (const [index, person] of demoPeople.entries()) {
    // The first of a mailbox is the oldest, in every list.
    await put(deps, business, person, now + index, () => credentialFor(deps, business, person));
  }
  for (const neighbour of demoNeighbours) {
    await put(deps, business, neighbour, now, async () => nobodysPassword);
  }
}

async function put(
  { storage }: Parts,
  { id: businessId, settings }: Business,
  { id, name, email }: DemoPerson,
  createdAt: number,
  credential: () => Promise<Pick<AccountRecord, 'passwordSalt' | 'passwordVerifier'>>,
): Promise<void> {
  if (await storage.accounts.byId(businessId, id)) return;
  const account = {
    ...{ id, businessId, name, email, createdAt },
    ...{ locale: null, lastSignInAt: null, proofsGoodFrom: 0 },
    ...{ externalId: null, importedHash: null, isMailboxProved: true },
    ...(await credential()),
  };
  await storage.accounts.insert(account, settings.accountsPerEmail);
}

async function credentialFor(deps: Parts, { id: businessId }: Business, { id, email }: DemoPerson) {
  const accounts = await deps.storage.accounts.byEmail(businessId, email);
  const credential = await newCredential(deps, { businessId, email, accounts }, id, demoPassword);
  if (credential === 'busy') throw new Error('Nothing else hashes while the demo is put up');
  return credential;
}
