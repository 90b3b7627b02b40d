/**
 * Every problem a backend may answer with: its stable code, its HTTP status and a title for developers.
 * The texts that visitors read live in src/i18n, keyed by the same codes.
 */
export const problems = {
  // The request itself
  'malformed-body': { status: 400, title: 'The body is not valid JSON' },
  'not-found': { status: 404, title: 'There is nothing at this path' },
  'method-not-allowed': { status: 405, title: 'This path does not take this method' },
  'body-too-large': { status: 413, title: 'The body is larger than the limit' },
  'unsupported-media-type': { status: 415, title: 'The body must be application/json' },
  'invalid-input': { status: 422, title: 'Some fields are not valid' },
  'origin-not-allowed': { status: 403, title: 'This business does not allow requests from this origin' },
  'business-not-found': { status: 404, title: 'No business has this backend URL' },

  // Proof of possession (RFC 9449)
  'use-dpop-nonce': { status: 401, title: 'The proof needs the nonce of the DPoP-Nonce header' },
  'proof-missing': { status: 401, title: 'The request needs exactly one DPoP proof' },
  'proof-invalid': { status: 401, title: 'The DPoP proof does not fit this request' },
  'proof-replayed': { status: 401, title: 'This DPoP proof was used before' },

  // Requests that may come twice (the header Idempotency-Key)
  'idempotency-key-invalid': {
    status: 400,
    title: 'The Idempotency-Key must be 22 to 64 base64url characters',
  },
  'idempotency-mismatch': { status: 422, title: 'This Idempotency-Key came with another request before' },
  'idempotency-running': {
    status: 409,
    title: 'The first request with this Idempotency-Key is still running',
  },

  // The business's own systems
  'api-key-invalid': { status: 401, title: 'The API key is not valid for this business' },
  'scope-missing': { status: 403, title: 'The API key lacks the scope that this needs' },
  'account-ambiguous': { status: 409, title: 'This email has several accounts: name one by its identifier' },
  'account-not-found': { status: 404, title: 'This business has no such account' },

  'webhook-not-found': { status: 404, title: 'This business has no such webhook' },
  'delivery-not-found': { status: 404, title: 'This business has no such delivery that failed' },

  // The hub
  'community-not-found': { status: 404, title: 'There is no such group for this account' },
  'community-closed': { status: 409, title: 'The business says who is in this group' },
  'course-not-found': { status: 404, title: 'This business has no such course' },
  'campaign-not-found': { status: 404, title: 'This business has no such campaign' },

  // Child apps
  'app-not-found': { status: 404, title: 'There is no such app for this account' },
  'profile-incomplete': { status: 403, title: 'The app needs fields of the profile that are not filled in' },
  'app-is-a-link': { status: 409, title: 'This app is a plain link, which needs no ticket' },

  // Sessions
  'token-invalid': { status: 401, title: 'The access token is not valid for this key' },
  'session-ended': { status: 401, title: 'The session has ended' },
  'session-not-found': { status: 404, title: 'This account has no such session' },
  'step-up-required': { status: 403, title: 'This needs a fresh proof of who you are' },
  'account-changed': { status: 409, title: 'The token is of another account than the request names' },

  // Signing up and in
  'credentials-invalid': { status: 401, title: 'The email or the password is not right' },
  'password-paused': { status: 429, title: 'Too many wrong passwords: log in with an emailed code' },
  'flow-invalid': { status: 410, title: 'This request for a code is not open' },
  'code-invalid': { status: 400, title: 'The code is not right' },
  'code-expired': { status: 410, title: 'The code has expired' },
  'attempts-exhausted': { status: 429, title: 'Too many wrong codes for this request' },
  'resend-too-soon': { status: 429, title: 'A code was sent a moment ago' },
  'resend-exhausted': { status: 429, title: 'No further code is sent for this request' },
  'return-url-not-registered': {
    status: 400,
    title: 'This is none of the return URLs that the business set',
  },
  'link-invalid': { status: 410, title: 'This link was used, has expired or never was' },
  'link-other-device': { status: 403, title: 'Only the browser that asked for this link can use it' },
  'selection-invalid': { status: 410, title: 'This choice of accounts is not open' },
  'account-limit': { status: 409, title: 'This email has as many accounts as the business allows' },
  'sign-up-closed': { status: 403, title: 'This business takes no sign-ups' },
  'method-disabled': { status: 403, title: 'This business does not offer this way to sign in' },

  // The server's own state
  'challenge-required': { status: 428, title: 'The request needs a proof of work' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'The server is busy' },
  internal: { status: 500, title: 'Something went wrong on the server' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** What can be wrong with one field of an `invalid-input` problem. */
export const fieldCodes = [
  'required',
  'invalid',
  'too-short',
  'too-long',
  'unknown-field',
  'email-invalid',
  'password-too-short',
  'password-too-long',
  'password-common',
  'phone-invalid',
  'date-invalid',
  'pattern-mismatch',
] as const;

export type FieldCode = (typeof fieldCodes)[number];

/** One field's error: a JSON pointer into the request body (RFC 6901) and what is wrong there. */
export interface FieldError {
  pointer: string;
  code: FieldCode;
}

/** Problem details as they travel (RFC 9457), with this contract's members. */
export interface ProblemDetails {
  /** Absolute URI of the problem's documentation: the backend's origin, `/problems/`, the code. */
  type: string;
  title: string;
  status: number;
  code: ProblemCode;
  /** With `invalid-input`: at least one. */
  errors?: FieldError[] | undefined;
  /** Whole seconds until the same request may succeed; also in the Retry-After header. */
  retryAfter?: number | undefined;
  /** With `code-invalid`: how many more codes may be tried in this flow. */
  attemptsLeft?: number | undefined;
  /**
   * With `challenge-required`: find a whole number `n` for which the SHA-256 of `<token>.<n>` begins with `bits`
   * zero bits, and repeat the request with `<token>.<n>` in the header Portal-Challenge. Once, within 5 minutes.
   */
  challenge?: { token: string; bits: number } | undefined;
}
