/**
 * What each endpoint does, takes, answers and refuses: the table behind the server's routes, the
 * OpenAPI document and the conformance suite. Never loaded by the widget; its types are.
 */
import type { GenericSchema, InferInput, InferOutput } from 'valibot';
import { accountAdminOperations } from './account-admin.ts';
import { allEndpoints } from './all-endpoints.ts';
import { appAdminOperations } from './app-admin-operations.ts';
import { appOperations } from './app-operations.ts';
import type { Endpoint, EndpointName } from './endpoints.ts';
import { hubAdminOperations } from './hub-admin.ts';
import { hubOperations } from './hub-operations.ts';
import type { Operation } from './operation.ts';
import { profileOperations } from './profile-operations.ts';
import * as s from './schemas.ts';
import { webhookAdminOperations } from './webhook-admin.ts';

export const operations = {
  ...appOperations,
  ...appAdminOperations,
  ...accountAdminOperations,
  ...webhookAdminOperations,
  ...profileOperations,
  ...hubOperations,
  ...hubAdminOperations,
  readPortal: {
    summary: 'Public facts of the business',
    request: null,
    response: s.Portal,
    status: 200,
    problems: [],
  },
  startSignUp: {
    summary: 'Ask for an account; a code goes to the email',
    request: s.SignUpRequest,
    response: s.FlowStarted,
    status: 202,
    problems: ['sign-up-closed', 'rate-limited', 'challenge-required', 'unavailable'],
  },
  verifySignUp: {
    summary: 'Prove the mailbox: the account comes to exist',
    request: s.CodeRequest,
    response: s.Outcome,
    status: 200,
    problems: [
      'sign-up-closed',
      'flow-invalid',
      'code-invalid',
      'code-expired',
      'attempts-exhausted',
      'challenge-required',
      'account-limit',
    ],
  },
  signInWithPassword: {
    summary: 'Log in with the password',
    request: s.PasswordRequest,
    response: s.Outcome,
    status: 200,
    problems: ['credentials-invalid', 'method-disabled', 'rate-limited', 'password-paused', 'unavailable'],
  },
  requestSignInCode: {
    summary: 'Ask for a log-in code by email, and for a link beside it; also who forgot the password does',
    request: s.EmailRequest,
    response: s.FlowStarted,
    status: 202,
    problems: ['return-url-not-registered', 'rate-limited', 'challenge-required'],
  },
  verifySignInCode: {
    summary: 'Log in with the emailed code',
    request: s.CodeRequest,
    response: s.Outcome,
    status: 200,
    problems: ['flow-invalid', 'code-invalid', 'code-expired', 'attempts-exhausted', 'challenge-required'],
  },
  verifySignInLink: {
    summary: 'Log in with the token of a link; one that was mailed takes the key that asked for it',
    request: s.LinkRequest,
    response: s.Outcome,
    status: 200,
    problems: ['link-invalid', 'link-other-device', 'method-disabled'],
  },
  resendCode: {
    summary: 'Send a new code for the same flow; the count of wrong attempts stays',
    request: s.FlowRequest,
    response: s.FlowStarted,
    status: 202,
    problems: [
      'sign-up-closed',
      'flow-invalid',
      'attempts-exhausted',
      'resend-too-soon',
      'resend-exhausted',
      'rate-limited',
      'challenge-required',
    ],
  },
  chooseAccount: {
    summary: 'Choose one of the accounts that the proof was good for',
    request: s.ChoiceRequest,
    response: s.SessionGrant,
    status: 200,
    problems: ['selection-invalid'],
  },
  refreshSession: {
    summary: 'Rotate the refresh token and get a new access token',
    request: s.RefreshRequest,
    response: s.SessionGrant,
    status: 200,
    problems: ['session-ended'],
  },
  endSession: {
    summary: 'Log out here; an unknown token is no error (RFC 7009 section 2.2)',
    request: s.EndRequest,
    response: null,
    status: 204,
    problems: [],
  },
  switchAccount: {
    summary: 'Go on as another account that was proved with this session; a new session, the old one ends',
    request: s.SwitchRequest,
    response: s.SessionGrant,
    status: 200,
    problems: [
      'step-up-required',
      'credentials-invalid',
      'method-disabled',
      'rate-limited',
      'password-paused',
      'unavailable',
    ],
  },
  stepUpWithPassword: {
    summary: 'Prove again that it is you, with the password; a new session, the old one ends',
    request: s.StepUpRequest,
    response: s.SessionGrant,
    status: 200,
    problems: ['credentials-invalid', 'method-disabled', 'rate-limited', 'password-paused', 'unavailable'],
  },
  requestStepUpCode: {
    summary: "Prove again that it is you: a code goes to the account's email",
    request: null,
    response: s.FlowStarted,
    status: 202,
    problems: ['rate-limited', 'challenge-required'],
  },
  verifyStepUpCode: {
    summary: 'Prove again with the emailed code; a new session, the old one ends',
    request: s.FlowCodeRequest,
    response: s.SessionGrant,
    status: 200,
    problems: ['flow-invalid', 'code-invalid', 'code-expired', 'attempts-exhausted', 'challenge-required'],
  },
  readMe: {
    summary: 'The account that is logged in',
    request: null,
    response: s.Me,
    status: 200,
    problems: [],
  },
  changePassword: {
    summary: 'Change the password, or set the first one; the other devices are logged out',
    request: s.NewPasswordRequest,
    response: null,
    status: 204,
    problems: ['step-up-required', 'unavailable'],
  },
  requestEmailChange: {
    summary: 'Ask for another email; a code goes there. An account with a password has to repeat it',
    request: s.EmailChangeRequest,
    response: s.FlowStarted,
    status: 202,
    problems: [
      'step-up-required',
      'credentials-invalid',
      'rate-limited',
      'challenge-required',
      'password-paused',
      'unavailable',
    ],
  },
  verifyEmailChange: {
    summary: 'Prove the new mailbox: the account moves there; a new session, all others end',
    request: s.FlowCodeRequest,
    response: s.SessionGrant,
    status: 200,
    problems: [
      'step-up-required',
      'flow-invalid',
      'code-invalid',
      'code-expired',
      'attempts-exhausted',
      'challenge-required',
      'account-limit',
    ],
  },
  deleteAccount: {
    summary: 'Delete the account and everything that is kept of it',
    request: null,
    response: null,
    status: 204,
    problems: ['step-up-required'],
  },
  listSessions: {
    summary: "The account's open sessions",
    request: null,
    response: s.SessionList,
    status: 200,
    problems: [],
  },
  revokeSession: {
    summary: 'Log out one device',
    request: null,
    response: null,
    status: 204,
    problems: ['session-not-found'],
  },
  revokeAllSessions: {
    summary: 'Log out everywhere, here included',
    request: null,
    response: null,
    status: 204,
    problems: [],
  },
  createLink: {
    summary: 'Make a link that logs one account in, to send by any channel',
    request: s.CreateLinkRequest,
    response: s.LinkCreated,
    status: 200,
    problems: ['account-not-found', 'method-disabled', 'return-url-not-registered'],
  },
} as const satisfies Record<EndpointName, Operation>;

/**
 * Their second run does what the first did, by the nature of what they take: an `Idempotency-Key`
 * changes nothing there.
 */
const repeatable: readonly EndpointName[] = ['refreshSession', 'endSession'];

/**
 * Where a request may carry an `Idempotency-Key`: 128 random bits, base64url, kept through every
 * automatic retry of one act of the visitor. The first answer comes again for the same business, key of
 * the proof, path, token and body.
 */
export function takesIdempotencyKey(name: EndpointName): boolean {
  const { method, credential }: Endpoint = allEndpoints[name];
  return (
    method === 'POST' && (credential === 'proof' || credential === 'token') && !repeatable.includes(name)
  );
}

type Operations = typeof operations;
type Body<S, Out> = S extends GenericSchema ? Out : undefined;

/** What a client sends to an endpoint. */
export type RequestOf<N extends EndpointName> = Body<
  Operations[N]['request'],
  Operations[N]['request'] extends GenericSchema ? InferInput<Operations[N]['request']> : never
>;
/** What a client puts behind the `?`. */
export type QueryOf<N extends EndpointName> = Operations[N] extends { query: infer S extends GenericSchema }
  ? InferInput<S>
  : undefined;
/** What a backend answers when it succeeds. */
export type ResponseOf<N extends EndpointName> = Body<
  Operations[N]['response'],
  Operations[N]['response'] extends GenericSchema ? InferOutput<Operations[N]['response']> : never
>;

export type Portal = InferOutput<typeof s.Portal>;
export type FlowStarted = InferOutput<typeof s.FlowStarted>;
export type LinkCreated = InferOutput<typeof s.LinkCreated>;
export type Account = InferOutput<typeof s.Account>;
export type SessionGrant = InferOutput<typeof s.SessionGrant>;
export type AccountChoice = InferOutput<typeof s.AccountChoice>;
export type Selection = InferOutput<typeof s.Selection>;
export type Outcome = InferOutput<typeof s.Outcome>;
export type Me = InferOutput<typeof s.Me>;
export type SessionList = InferOutput<typeof s.SessionList>;
