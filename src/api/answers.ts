/** How this widget reads an answer, and what it accepts before the first submit; what comes later is in after/. */
import type { PartEndpoints } from '../contract/all-endpoints.ts';
import type { Portal, ResponseOf } from '../contract/operations.ts';
import type { FieldError, ProblemDetails } from '../contract/problems.ts';
import { eventually } from '../internal/eventually.ts';
import type { Answers } from './after/later.ts';
import { count, flag, httpsUrl, list, optional, record, text, type Guard } from './guards.ts';
import { fromJson } from './json.ts';
import { parseRetryAfter } from './retry-after.ts';
import { failure, type Result } from './result.ts';

/** No answer of the contract comes near this: more is not the backend. */
const largest = 1_048_576;

const portal = record<Portal>({
  name: text,
  logo: optional(httpsUrl),
  languages: list(text),
  methods: list<Portal['methods'][number]>(text),
  returnUrls: list(text),
  // Its fields are looked at where they are shown: session/profile/asked-at-sign-up.ts.
  signUp: record<Pick<Portal['signUp'], 'open'>>({ open: flag }),
  password: record<Portal['password']>({ minLength: count, maxLength: count }),
  legal: record<Portal['legal']>({ terms: optional(httpsUrl), privacy: optional(httpsUrl) }),
});

/** The endpoints that the widget calls. */
export type Callable = 'readPortal' | LaterName | keyof PartEndpoints;
type LaterName = keyof Answers;

/** What only comes after the first submit, answers to it included. */
export const loadLater = eventually(
  () => import('./after/later.ts'),
  ({ later }) => later,
);

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
  if (ok) {
    const guard = name === 'readPortal' ? portal : (await loadLater()).answers[name as LaterName];
    return (guard as Guard<ResponseOf<N>>)(value) ? { ok, value } : failure('unexpected');
  }

  const known = problem(value) ? value : undefined;
  const after = headers.get('Retry-After') ?? known?.retryAfter;
  return {
    ok,
    problem: {
      code: 'unexpected',
      ...known,
      retryAfter: after === undefined ? after : parseRetryAfter(String(after), headers.get('Date')),
    },
  };
}

interface Readable {
  getReader(options: { __proto__: null }): ReadableStreamDefaultReader<Uint8Array>;
}

/** The whole body, or nothing once it grows beyond the largest. */
async function readText(body: Response['body']): Promise<string> {
  if (!body) return '';
  // WebKit reads a mode from Object.prototype where it is given no options, and refuses what a page left there.
  const reader = (body as Readable).getReader({ __proto__: null });
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
