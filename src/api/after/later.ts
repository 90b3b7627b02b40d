/** What the client needs after the first submit: the other endpoints, what it accepts as an answer, what it does about a failure. */
import type { AppTile } from '../../contract/app-operations.ts';
import type { PartEndpoints } from '../../contract/all-endpoints.ts';
import type { EndpointName } from '../../contract/endpoints.ts';
import type {
  Account,
  AccountChoice,
  FlowStarted,
  Me,
  Outcome,
  ResponseOf,
  Selection,
  SessionGrant,
  SessionList,
} from '../../contract/operations.ts';
import { count, flag, list, optional, record, text, type Guard } from '../guards.ts';
import { knownEndpoints } from './known-endpoints.ts';
import { Trouble } from './trouble.ts';

/** What can be shown as a day: formatting anything else throws. */
const moment: Guard<string> = (value): value is string => text(value) && Date.parse(value) > -Infinity;

const own = { id: text, name: text, email: text };
const account = record<Account>(own);
const dates = { createdAt: moment, lastSignInAt: optional(moment) };

const grant = record<SessionGrant>({
  access_token: text,
  token_type: text,
  expires_in: count,
  refresh_token: text,
  session: record<SessionGrant['session']>({ id: text, generation: count, account }),
});

const selection = record<Selection>({
  ticket: text,
  expiresIn: count,
  reason: text,
  email: text,
  accounts: list(record<AccountChoice>({ handle: text, name: text, ...dates })),
});

const outcome: Guard<Outcome> = (value): value is Outcome => {
  const { outcome, grant: granted, selection: offered } = (value ?? {}) as Record<string, unknown>;
  return (
    outcome === 'verified' ||
    (outcome === 'signed-in' && grant(granted)) ||
    (outcome === 'choose-account' && selection(offered))
  );
};

const flow = record<FlowStarted>({
  flow: text,
  tag: text,
  codeFormat: text,
  codeLength: count,
  expiresIn: count,
  resendIn: count,
});

/** Without a body: status 204. */
const nothing: Guard<undefined> = (value): value is undefined => value === undefined;

/** What a visitor may be led to: no script, and nothing that travels in the clear beyond this machine (SECURITY T21). */
export const address: Guard<string> = (value): value is string =>
  text(value) && /^(https:\/\/|http:\/\/(localhost|127\.0\.0\.1|\[::1])[:/])/.test(value);

const tile = record<AppTile>({
  id: text,
  name: text,
  url: address,
  icon: optional(address),
  badge: optional(count),
  kind: text,
});

type Device = SessionList['sessions'][number];

const answers = {
  startSignUp: flow,
  verifySignUp: outcome,
  signInWithPassword: outcome,
  requestSignInCode: flow,
  verifySignInCode: outcome,
  verifySignInLink: outcome,
  resendCode: flow,
  chooseAccount: grant,
  refreshSession: grant,
  endSession: nothing,
  switchAccount: grant,
  stepUpWithPassword: grant,
  requestStepUpCode: flow,
  verifyStepUpCode: grant,
  changePassword: nothing,
  requestEmailChange: flow,
  verifyEmailChange: grant,
  deleteAccount: nothing,
  listSessions: record<SessionList>({
    sessions: list(
      record<Device>({
        id: text,
        current: flag,
        method: text,
        createdAt: moment,
        lastUsedAt: moment,
        device: optional(text),
      }),
    ),
  }),
  revokeSession: nothing,
  revokeAllSessions: nothing,
  readMe: record<Me>({
    account,
    accounts: list(record<Me['accounts'][number]>({ ...own, ...dates, current: flag })),
    apps: list(tile),
    landingApp: optional(text),
    profile: record<Me['profile']>({
      missing: list(record<Me['profile']['missing'][number]>({ field: text, apps: optional(list(text)) })),
    }),
  }),
} satisfies { [N in EndpointName]?: Guard<ResponseOf<N>> };

// From here, so that it travels in this file.
export { accountHeader } from '../../contract/endpoints.ts';

export const later = { answers, endpoints: knownEndpoints, Trouble };

/** To what the widget calls from the start, or could. */
export type Answers = typeof answers;

type AnswersTo<E> = { [N in keyof E & EndpointName]: Guard<ResponseOf<N>> };

/** Makes a part of the portal callable: its endpoints, and what is accepted as their answers. */
export function learn<E extends Partial<PartEndpoints>>(part: E, accepted: AnswersTo<E>): void {
  Object.assign(knownEndpoints, part);
  Object.assign(answers, accepted);
}
