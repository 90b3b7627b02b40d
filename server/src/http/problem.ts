/** A domain failure as an HTTP answer: RFC 9457 problem details, one table for all. */
import { problems, type ProblemDetails } from '../../../src/contract/problems.ts';
import type { Failure } from '../domain/result.ts';

export function problemResponse(failure: Failure, publicUrl: string): Response {
  const { code, errors, retryAfter, attemptsLeft, challenge } = failure;
  const { status, title } = problems[code];
  const details: ProblemDetails = {
    type: `${publicUrl}/problems/${code}`,
    title,
    status,
    code,
    ...(errors && { errors }),
    ...(retryAfter !== undefined && { retryAfter }),
    ...(attemptsLeft !== undefined && { attemptsLeft }),
    ...(challenge && { challenge }),
  };
  const headers = new Headers({ 'Content-Type': 'application/problem+json' });
  if (retryAfter !== undefined) headers.set('Retry-After', String(retryAfter));
  if (status === 401) headers.set('WWW-Authenticate', challengeOf(code));
  return new Response(JSON.stringify(details), { status, headers });
}

/** What would be accepted: an API key (RFC 6750 section 3), or a key of the client's (RFC 9449 sections 7.1 and 8). */
function challengeOf(code: Failure['code']): string {
  if (code === 'api-key-invalid') return 'Bearer';
  const error = { 'use-dpop-nonce': 'use_dpop_nonce', 'token-invalid': 'invalid_token' }[code as string];
  return `DPoP algs="ES256"${error ? `, error="${error}"` : ''}`;
}
