/** The key that signs ID tokens: made once for a server, however many processes it is, and kept sealed. */
import type { JWK } from 'oidc-provider';
import type { Dependencies } from '../domain/ports.ts';

/** What every relying party can verify (OpenID Connect Core, section 15.1). */
const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
} as const;

const purpose = 'id-token';
const sealPurpose = 'signing-key';

/** A private key, as RFC 7517 writes it. */
export type SigningKey = JWK & { kid: string };

export async function findSigningKey({
  storage,
  secrets,
  clock,
}: Pick<Dependencies, 'storage' | 'secrets' | 'clock'>): Promise<SigningKey> {
  const kept = await storage.signingKeys.find(purpose);
  const sealed =
    kept ??
    (await storage.signingKeys.keep(
      purpose,
      await secrets.seal(sealPurpose, JSON.stringify(await makeKey(secrets))),
      clock.now(),
    ));
  const key = await secrets.open(sealPurpose, sealed);
  if (key === undefined) throw new Error('The signing key was sealed under another PORTAL_SECRET.');
  return JSON.parse(key) as SigningKey;
}

async function makeKey(secrets: Dependencies['secrets']): Promise<SigningKey> {
  const { privateKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const { kty, n, e, d, p, q, dp, dq, qi } = await crypto.subtle.exportKey('jwk', privateKey);
  // RFC 7638: the members that make the key, in their order.
  const kid = await secrets.digest(JSON.stringify({ e, kty, n }));
  return { kty, n, e, d, p, q, dp, dq, qi, kid, use: 'sig', alg: 'RS256' } as SigningKey;
}
