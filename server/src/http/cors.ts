/** Which pages may talk to a business, and what every answer carries. */
import { accountHeader, challengeHeader } from '../../../src/contract/endpoints.ts';
import type { Business } from '../domain/business.ts';

const exposed = 'DPoP-Nonce, WWW-Authenticate, Retry-After, Date, ETag';

/** `null` (sandboxed frames, file pages) is nobody's origin; no Origin header means: not a browser's cross-origin request. */
export const isOriginAllowed = (origin: string | null, business: Business, publicUrl: string): boolean =>
  origin === null ||
  (origin !== 'null' &&
    // Our own log-in page (log-in-page-view.ts); nothing else of ours runs a script of anybody's.
    (business.settings.origins.includes(origin) || origin === new URL(publicUrl).origin));

export function allowOrigin(headers: Headers, origin: string | null): void {
  headers.append('Vary', 'Origin');
  if (origin === null) return;
  headers.set('Access-Control-Allow-Origin', origin);
  headers.set('Access-Control-Expose-Headers', exposed);
}

export function preflightResponse(): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': 'GET, POST, PATCH, PUT, DELETE',
      'Access-Control-Allow-Headers': `Authorization, Content-Type, DPoP, Idempotency-Key, If-None-Match, ${accountHeader}, ${challengeHeader}`,
      'Access-Control-Max-Age': '7200',
    },
  });
}

export function hardenHeaders(headers: Headers): void {
  headers.set('X-Content-Type-Options', 'nosniff');
  if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'no-referrer');
  // For browsers that do not know frame-ancestors (SECURITY T25).
  headers.set('X-Frame-Options', 'DENY');
  if (!headers.has('Content-Security-Policy')) {
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'");
  }
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
}
