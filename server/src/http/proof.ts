/** Checks a DPoP proof, item by item of RFC 9449 section 4.3. */
import * as jose from 'jose';
import { limits } from '../../../src/contract/limits.ts';
import type { ProofStore, Secrets } from '../domain/ports.ts';
import { fail, type Result, succeed } from '../domain/result.ts';
import type { Nonces } from './nonce.ts';

export interface ProofContext {
  method: string;
  /** As the client was configured to reach it: PUBLIC_URL and the path, never the Host header. */
  url: string;
  /** Present on requests with a token: the proof must name it. */
  accessToken: string | undefined;
  nonces: Nonces;
  proofs: ProofStore;
  secrets: Secrets;
}

/** What a `jti` may consist of: PostgreSQL, for one, stores no U+0000. */
const printable = /^[\x20-\x7e]+$/;

/** The thumbprint of the key that signed, RFC 7638 with SHA-256. */
export async function checkProof(header: string | null, context: ProofContext): Promise<Result<string>> {
  // Headers sent twice arrive joined by a comma, which no compact JWS contains (4.3, item 1).
  if (header === null || header === '' || header.includes(',')) return fail('proof-missing');
  if (header.length > limits.proof) return fail('proof-invalid');
  const proof = await openProof(header);
  if (!proof) return fail('proof-invalid');

  const { claims, jwk } = proof;
  if (claims.htm !== context.method || !isSameUrl(claims.htu, context.url)) return fail('proof-invalid');
  const { accessToken } = context;
  if (accessToken !== undefined && claims.ath !== (await context.secrets.digest(accessToken))) {
    return fail('proof-invalid');
  }
  const end = typeof claims.nonce === 'string' ? await context.nonces.endOf(claims.nonce) : undefined;
  if (end === undefined) return fail('use-dpop-nonce');

  const { jti } = claims;
  if (typeof jti !== 'string' || !printable.test(jti) || jti.length > limits.jti)
    return fail('proof-invalid');
  const thumbprint = await jose.calculateJwkThumbprint(jwk);
  const isFresh = await context.proofs.remember(thumbprint, jti, end);
  return isFresh ? succeed(thumbprint) : fail('proof-replayed');
}

/** Signature, type, algorithm and key (items 2 to 7); undefined when any is wrong. */
async function openProof(header: string) {
  try {
    const { payload, protectedHeader } = await jose.compactVerify(header, jose.EmbeddedJWK, {
      algorithms: ['ES256'],
    });
    const { typ, jwk } = protectedHeader;
    if (typ !== 'dpop+jwt' || !jwk || 'd' in jwk || 'k' in jwk) return undefined;
    const claims: unknown = JSON.parse(new TextDecoder().decode(payload));
    if (!isRecord(claims) || typeof claims.iat !== 'number') return undefined;
    return { claims, jwk };
  } catch {
    // Whatever a stranger sent that cannot be parsed or verified is one thing: not a proof.
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Compared after normalisation, without query and fragment (item 9). */
function isSameUrl(claimed: unknown, expected: string): boolean {
  if (typeof claimed !== 'string' || !URL.canParse(claimed)) return false;
  const url = new URL(claimed);
  return `${url.origin}${url.pathname}` === expected;
}
