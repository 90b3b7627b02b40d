/** DPoP keys and proofs (RFC 9449), signed with ES256 by WebCrypto. */
import { toJson, type Json } from './json.ts';

// Taken before scripts of the page that load later can wrap it; absent on a page of plain http.
const { subtle } = crypto;

const curve = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** The private key cannot be exported: a script that steals the tokens cannot use them elsewhere. */
export const createKey = (): Promise<CryptoKeyPair> => subtle.generateKey(curve, false, ['sign', 'verify']);

export interface ProofClaims {
  method: string;
  /** Without query and fragment (RFC 9449 section 4.2). */
  url: string;
  /** What the backend sent last in `DPoP-Nonce`. */
  nonce?: string | undefined;
  /** The access token that travels beside the proof. */
  token?: string | undefined;
}

/** A proof is good for one attempt: its `jti` is never sent twice. */
export async function createProof(
  key: CryptoKeyPair,
  { method, url, nonce, token }: ProofClaims,
): Promise<string> {
  const { kty, crv, x, y } = await subtle.exportKey('jwk', key.publicKey);
  const ath = token === undefined ? token : base64url(await subtle.digest('SHA-256', utf8(token)));
  const signed = `${part({ typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, crv, x, y } })}.${part({
    jti: randomId(),
    htm: method,
    htu: url,
    iat: Math.floor(Date.now() / 1000),
    nonce,
    ath,
  })}`;
  return `${signed}.${base64url(await subtle.sign(curve, key.privateKey, utf8(signed)))}`;
}

/** 128 bits, base64url. */
export const randomId = (): string => base64url(crypto.getRandomValues(new Uint8Array(16)));

const utf8 = (text: string) => new TextEncoder().encode(text);
const part = (json: Json) => base64url(utf8(toJson(json)));

function base64url(bytes: ArrayBuffer | Uint8Array): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
