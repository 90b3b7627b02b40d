/** What this widget accepts as an answer, endpoint by endpoint, and how it reads one. */
import type { EndpointName } from '../contract/endpoints.ts';
import type {
  Account,
  AccountChoice,
  FlowStarted,
  Me,
  Outcome,
  Portal,
  ResponseOf,
  Selection,
  SessionGrant,
} from '../contract/operations.ts';
import type { FieldError, ProblemDetails } from '../contract/problems.ts';
import { count, flag, httpsUrl, list, optional, record, text, type Guard } from './guards.ts';
import { fromJson } from './json.ts';
import { parseRetryAfter } from './retry.ts';
import { failure, type Result } from './result.ts';

/** No answer of the contract comes near this: more is not the backend. */
const largest = 1_048_576;

const account = record<Account>({ id: text, name: text, email: text });

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
  accounts: list(
    record<AccountChoice>({ handle: text, name: text, createdAt: text, lastSignInAt: optional(text) }),
  ),
});

const flow = record<FlowStarted>({
  flow: text,
  tag: text,
  codeLength: count,
  expiresIn: count,
  resendIn: count,
});

const outcome: Guard<Outcome> = (value): value is Outcome => {
  const { outcome, grant: granted, selection: offered } = (value ?? {}) as Record<string, unknown>;
  return (
    outcome === 'verified' ||
    (outcome === 'signed-in' && grant(granted)) ||
    (outcome === 'choose-account' && selection(offered))
  );
};

/** Without a body: status 204. */
const nothing: Guard<undefined> = (value): value is undefined => value === undefined;

const answers = {
  readPortal: record<Portal>({
    name: text,
    logo: optional(httpsUrl),
    languages: list(text),
    methods: list<Portal['methods'][number]>(text),
    returnUrls: list(text),
    signUp: record<Portal['signUp']>({ open: flag }),
    password: record<Portal['password']>({ minLength: count, maxLength: count }),
    legal: record<Portal['legal']>({ terms: optional(httpsUrl), privacy: optional(httpsUrl) }),
  }),
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
  readMe: record<ResponseOf<'readMe'>>({
    account,
    accounts: list(record<Me['accounts'][number]>({ id: text, name: text, email: text, current: flag })),
  }),
} satisfies { [N in EndpointName]?: Guard<ResponseOf<N>> };

/** The endpoints that the widget calls. */
export type Callable = keyof typeof answers;

const problem = record<Pick<ProblemDetails, 'code' | 'errors' | 'retryAfter' | 'attemptsLeft'>>({
  code: text,
  errors: optional(list(record<FieldError>({ pointer: text, code: text }))),
  retryAfter: optional(count),
  attemptsLeft: optional(count),
});

/** Rejects only when the connection breaks or the caller's signal ends it. */
export async function readAnswer<N extends Callable>(
  name: N,
  { body, headers, ok, status }: Response,
): Promise<Result<ResponseOf<N>>> {
  const type = headers.get('Content-Type') ?? '';
  const expected = ok ? /^application\/json\b/i : /^application\/problem\+json\b/i;
  const value = status !== 204 && expected.test(type) ? fromJson(await readText(body)) : undefined;
  const guard = answers[name] as Guard<ResponseOf<N>>;
  if (ok) return guard(value) ? { ok, value } : failure('unexpected');

  const known = problem(value) ? value : undefined;
  const after = headers.get('Retry-After') ?? known?.retryAfter;
  return {
    ok,
    problem: {
      code: known?.code ?? 'unexpected',
      errors: known?.errors,
      retryAfter: after === undefined ? after : parseRetryAfter(String(after), headers.get('Date')),
      attemptsLeft: known?.attemptsLeft,
    },
  };
}

/** The whole body, or nothing once it grows beyond the largest. */
async function readText(body: Response['body']): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let size = 0; ;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > largest) return '';
    text += decoder.decode(value, { stream: true });
  }
}
