/**
 * Where the provider keeps what it makes. It is found by digests and sealed, because its values are what somebody holds
 * (SECURITY T30), and what has to happen once is one statement of the store (GHSA-7w99-5wm4-3g79).
 */
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider';
import { openClientSecret } from '../domain/app.ts';
import type { Business } from '../domain/business.ts';
import { numbers } from '../domain/numbers.ts';
import type { AppRecord, ArtifactRecord, Dependencies, Storage } from '../domain/ports.ts';
import { isSignedOn } from '../domain/sign-on.ts';

type Needs = Pick<Dependencies, 'storage' | 'secrets' | 'clock'>;

const sealPurpose = 'sign-on-artifact';

/** What the provider's session notes of an app beside its grant: the hand-offs by which it was logged in to. */
export interface Authorization {
  handOffs?: string[];
  /** What the session is called towards this app. */
  sid?: string;
}

const authorizationsOf = ({ authorizations }: Pick<AdapterPayload, 'authorizations'>) =>
  Object.entries((authorizations ?? {}) as Record<string, Authorization>);

/** All that the session came from: several launches side by side share it. */
export const handOffsOf = (session: Pick<AdapterPayload, 'authorizations'>): string[] =>
  authorizationsOf(session).flatMap(([, { handOffs }]) => handOffs ?? []);

export function adapterOf(deps: Needs, business: Business, model: string): Adapter {
  const { storage, secrets, clock } = deps;
  const keyOf = async (id: string) => ({ businessId: business.id, model, digest: await secrets.digest(id) });
  const digestOf = async (value: string | undefined) => (value === undefined ? null : secrets.digest(value));

  const read = async (found: ArtifactRecord | undefined): Promise<AdapterPayload | undefined> => {
    const text = found && (await secrets.open(sealPurpose, found.sealed));
    if (!found || text === undefined) return undefined;
    const payload = JSON.parse(text) as AdapterPayload;
    if (model === 'Session' && !(await isGood(deps, business, payload))) return undefined;
    return found.consumedAt === null
      ? payload
      : { ...payload, consumed: Math.floor(found.consumedAt / 1_000) };
  };

  return {
    async upsert(id, payload, expiresIn) {
      await storage.artifacts.put({
        ...(await keyOf(id)),
        uidDigest: await digestOf(payload.uid),
        grantDigest: await digestOf(payload.grantId),
        sealed: await secrets.seal(sealPurpose, JSON.stringify(payload)),
        expiresAt: clock.now() + (expiresIn === undefined ? numbers.signOnLife : expiresIn * 1_000),
      });
      // Before the answer is sent: no app can log in somebody of whose log-out it would not hear.
      if (model === 'Session') await noteSignOns(storage, business, payload);
    },

    async find(id) {
      if (model === 'Client') return clientOf(deps, await storage.apps.byId(business.id, id));
      return read(await storage.artifacts.find(await keyOf(id), clock.now()));
    },

    async findByUid(uid) {
      const key = { businessId: business.id, model, uidDigest: await secrets.digest(uid) };
      return read(await storage.artifacts.byUid(key, clock.now()));
    },

    // There is no device flow.
    findByUserCode: () => Promise.resolve(undefined),

    async consume(id) {
      const key = await keyOf(id);
      if (await storage.artifacts.consume(key, clock.now())) return;
      // Used by another request since the provider looked: a replay like any other, and what came of it ends.
      const found = await storage.artifacts.find(key, clock.now());
      if (found?.grantDigest) {
        await storage.artifacts.removeOfGrant(business.id, 'AccessToken', found.grantDigest);
        await storage.artifacts.remove({
          businessId: business.id,
          model: 'Grant',
          digest: found.grantDigest,
        });
      }
      throw new errors.InvalidGrant('already consumed');
    },

    async destroy(id) {
      await storage.artifacts.remove(await keyOf(id));
    },

    async revokeByGrantId(grantId) {
      await storage.artifacts.removeOfGrant(business.id, model, await secrets.digest(grantId));
    },
  };
}

/** An app that was opened without a launch of its own hangs on those of the others, as the session does. */
async function noteSignOns({ logOuts }: Storage, { id: businessId }: Business, session: AdapterPayload) {
  const handOffs = handOffsOf(session);
  for (const [appId, { sid }] of authorizationsOf(session)) {
    if (sid !== undefined) await logOuts.note({ businessId, appId, sid }, handOffs);
  }
}

/**
 * The provider's session of an account is good as long as everything that it came from, several launches side by side
 * included; so is every code and token that is bound to it.
 */
async function isGood(deps: Needs, business: Business, session: AdapterPayload): Promise<boolean> {
  if (session.accountId === undefined) return true;
  const handOffs = handOffsOf(session);
  for (const handOff of handOffs) if (!(await isSignedOn(deps, business, handOff))) return false;
  return handOffs.length > 0;
}

async function clientOf({ secrets }: Needs, app: AppRecord | undefined): Promise<AdapterPayload | undefined> {
  const secret = app?.client && (await openClientSecret(secrets, app.client));
  if (!app?.client || secret === undefined) return undefined;
  return {
    client_id: app.id,
    client_name: app.name,
    client_secret: secret,
    redirect_uris: app.client.redirectUris,
    post_logout_redirect_uris: app.client.postLogoutRedirectUris,
    ...(app.client.backchannelLogoutUrl !== null && {
      backchannel_logout_uri: app.client.backchannelLogoutUrl,
      backchannel_logout_session_required: true,
    }),
    grant_types: ['authorization_code'],
    response_types: ['code'],
    token_endpoint_auth_method: 'client_secret_basic',
  } as AdapterPayload;
}
