/** Is this a log-out that the portal has signed, for this app, now, and not seen before? (Back-Channel Logout 1.0, section 2.6) */
import { createRemoteJWKSet, jwtVerify } from 'jose';
import type { Ending } from './sessions.ts';

const event = 'http://schemas.openid.net/event/backchannel-logout';
/** How old one may be. */
const freshSeconds = 120;

export class LogOutTokens {
  readonly #issuer: string;
  readonly #clientId: string;
  #keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  /** Each is good once; when it is too old anyway, it is forgotten. */
  #seen = new Map<string, number>();

  constructor(issuer: string, clientId: string) {
    this.#issuer = issuer;
    this.#clientId = clientId;
  }

  /** Whose session ends; undefined for anything else. `body`: the form that was posted. */
  async read(body: string, jwks: string): Promise<Ending | undefined> {
    const token = new URLSearchParams(body).get('logout_token') ?? '';
    this.#keys ??= createRemoteJWKSet(new URL(jwks));
    const verified = await jwtVerify(token, this.#keys, {
      issuer: this.#issuer,
      audience: this.#clientId,
      algorithms: ['RS256'],
      // An ID token, which is signed with the same key, is none.
      typ: 'logout+jwt',
      maxTokenAge: freshSeconds,
      requiredClaims: ['iat', 'exp', 'jti', 'events'],
    }).catch(() => undefined);
    if (!verified) return undefined;
    const { jti = '', events, nonce, sid, sub } = verified.payload;
    if (nonce !== undefined || !Object.hasOwn(Object(events) as object, event) || !this.#isNew(jti))
      return undefined;
    if (typeof sid === 'string') return { sid };
    return sub === undefined ? undefined : { subject: sub };
  }

  #isNew(jti: string): boolean {
    const now = Date.now();
    for (const [old, at] of this.#seen) if (at < now - 2 * freshSeconds * 1_000) this.#seen.delete(old);
    if (this.#seen.has(jti)) return false;
    this.#seen.set(jti, now);
    return true;
  }
}
