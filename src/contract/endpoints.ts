/**
 * Every endpoint that a browser calls: where it is and what a request must carry. Visitors download this
 * table, so it holds no schema and no prose; those stand in operations.ts under the same names. The
 * others are in all-endpoints.ts.
 */
import type { allEndpoints } from './all-endpoints.ts';
import type { ApiScope } from './api-scopes.ts';
import { formEndpoints } from './form-endpoints.ts';

/**
 * - `none`: a plain request.
 * - `proof`: a DPoP proof (RFC 9449) of the key that this flow or session belongs to.
 * - `token`: a DPoP proof and the access token bound to its key.
 * - `api-key`: a key of the business's own systems, `Authorization: Bearer` (RFC 6750). Never from a browser.
 */
export type Credential = 'none' | 'proof' | 'token' | 'api-key';

export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Below the business's backend URL; `{id}` stands for one path segment. */
  readonly path: string;
  readonly credential: Credential;
  /** With an API key: what it must be good for. */
  readonly scope?: ApiScope;
}

export const endpoints = {
  ...formEndpoints,
  verifySignUp: { method: 'POST', path: '/sign-up/verify', credential: 'proof' },
  verifySignInCode: { method: 'POST', path: '/sign-in/code/verify', credential: 'proof' },
  verifySignInLink: { method: 'POST', path: '/sign-in/link/verify', credential: 'proof' },
  resendCode: { method: 'POST', path: '/codes/resend', credential: 'proof' },
  chooseAccount: { method: 'POST', path: '/sign-in/account', credential: 'proof' },
  refreshSession: { method: 'POST', path: '/session/refresh', credential: 'proof' },
  endSession: { method: 'POST', path: '/session/end', credential: 'proof' },
  switchAccount: { method: 'POST', path: '/session/switch', credential: 'token' },
  stepUpWithPassword: { method: 'POST', path: '/step-up/password', credential: 'token' },
  requestStepUpCode: { method: 'POST', path: '/step-up/code', credential: 'token' },
  verifyStepUpCode: { method: 'POST', path: '/step-up/code/verify', credential: 'token' },
  readMe: { method: 'GET', path: '/me', credential: 'token' },
  changePassword: { method: 'POST', path: '/me/password', credential: 'token' },
  requestEmailChange: { method: 'POST', path: '/me/email', credential: 'token' },
  verifyEmailChange: { method: 'POST', path: '/me/email/verify', credential: 'token' },
  deleteAccount: { method: 'DELETE', path: '/me', credential: 'token' },
  listSessions: { method: 'GET', path: '/sessions', credential: 'token' },
  revokeSession: { method: 'DELETE', path: '/sessions/{id}', credential: 'token' },
  revokeAllSessions: { method: 'DELETE', path: '/sessions', credential: 'token' },
} as const satisfies Record<string, Endpoint>;

/**
 * Names the account that a page believes it speaks for, on requests with a token. Another tab may have
 * switched meanwhile: then the backend refuses, before anything is read or written (SECURITY T27).
 */
export const accountHeader = 'Portal-Account';

/** The solution of a challenge, `<token>.<n>`; on the request that it was set for. */
export const challengeHeader = 'Portal-Challenge';

export type EndpointName = keyof typeof allEndpoints;
