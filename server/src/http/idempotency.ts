/**
 * One run and one answer for a request that is sent again because its answer was lost (the header
 * Idempotency-Key; draft-ietf-httpapi-idempotency-key-header-07). Whoever asks again shows the same
 * key of the proof and the same Idempotency-Key, which is as good as having got the answer: it may hold
 * tokens, so it is sealed under that Idempotency-Key, which is not stored.
 */
import { allEndpoints } from '../../../src/contract/all-endpoints.ts';
import type { EndpointName } from '../../../src/contract/endpoints.ts';
import { limits } from '../../../src/contract/limits.ts';
import { takesIdempotencyKey } from '../../../src/contract/operations.ts';
import { problems } from '../../../src/contract/problems.ts';
import type { Caller } from '../domain/caller.ts';
import { numbers } from '../domain/numbers.ts';
import type { Dependencies } from '../domain/ports.ts';
import { fail, type Result, succeed } from '../domain/result.ts';

const purpose = 'first-answer';
/** Between a claim that failed and the look at what holds it, the holder may have given up. */
const mostLooks = 3;

export interface Repeatable {
  name: EndpointName;
  /** The Idempotency-Key. */
  key: string;
  caller: Caller;
  /** With its parameters. */
  path: string;
  accessToken: string | undefined;
  /** As its schema put it out: the same members in the same order, however they were sent. */
  body: unknown;
}

type Answer = Result<unknown>;

/** The Idempotency-Key of a request; undefined where there is none, or none is needed. */
export function readIdempotencyKey(
  name: EndpointName,
  header: string | undefined,
): Result<string | undefined> {
  if (header === undefined || !takesIdempotencyKey(name)) return succeed(undefined);
  const { shortest, longest } = limits.idempotencyKey;
  return /^[\w-]+$/.test(header) && header.length >= shortest && header.length <= longest
    ? succeed(header)
    : fail('idempotency-key-invalid');
}

/** Runs the request if it is the first of its kind; else says what the first was answered. */
export async function answerOnce(
  deps: Dependencies,
  request: Repeatable,
  run: () => Promise<Answer>,
): Promise<Answer> {
  const { answers } = deps.storage;
  const { scope, fingerprint } = await identify(deps, request);
  for (let look = 1; look <= mostLooks; look += 1) {
    const claim = { scope, fingerprint, run: deps.random.id() };
    const now = deps.clock.now();
    if (await answers.claim({ ...claim, expiresAt: now + numbers.firstRunLife }, now)) {
      return runFirst(deps, request, claim, run);
    }
    const earlier = await recall(deps, request, { scope, fingerprint });
    if (earlier) return earlier;
  }
  return fail('idempotency-running', { retryAfter: numbers.runningRetryAfter });
}

/** What the first request of this kind was answered, if there was one. */
export async function recall(
  deps: Dependencies,
  request: Repeatable,
  identity?: Awaited<ReturnType<typeof identify>>,
): Promise<Answer | undefined> {
  const { scope, fingerprint } = identity ?? (await identify(deps, request));
  const first = await deps.storage.answers.find(scope, deps.clock.now());
  if (!first) return undefined;
  if (!deps.secrets.equal(first.fingerprint, fingerprint)) return fail('idempotency-mismatch');
  if (first.sealedAnswer === null) {
    return fail('idempotency-running', { retryAfter: numbers.runningRetryAfter });
  }
  const answer = await deps.secrets.open(purpose, first.sealedAnswer, request.key);
  // The scope holds the same key: only a damaged row does not open.
  if (answer === undefined) throw new Error('A first answer does not open');
  return JSON.parse(answer) as Answer;
}

async function runFirst(
  deps: Dependencies,
  { name, key }: Repeatable,
  claim: { scope: string; run: string },
  run: () => Promise<Answer>,
): Promise<Answer> {
  const { answers } = deps.storage;
  // A database that is away cannot do it; then the run counts as crashed after a while.
  const release = () => answers.release(claim).catch(() => {});
  let answer: Answer;
  try {
    answer = await run();
  } catch (error) {
    await release();
    throw error;
  }
  if (!isLasting(answer)) {
    await release();
    return answer;
  }
  const sealed = await deps.secrets.seal(purpose, JSON.stringify(answer), key);
  const { verify, refused, other } = numbers.answerKept;
  const kept = !answer.ok ? refused : allEndpoints[name].path.endsWith('/verify') ? verify : other;
  // What was done is done: that its answer cannot come again must not make a failure of it.
  await answers.keep(claim, sealed, deps.clock.now() + kept).catch(() => {});
  return answer;
}

/** Nothing was done for the others, so that the same request may succeed in a moment. */
function isLasting(answer: Answer): boolean {
  if (answer.ok) return true;
  const { status } = problems[answer.code];
  return status < 500 && ![428, 429].includes(status);
}

/** The Idempotency-Key is in both: without it, a dump of the database lets nobody try passwords against them. */
async function identify({ secrets }: Dependencies, { caller, path, key, accessToken, body }: Repeatable) {
  const { business, keyThumbprint } = caller;
  return {
    scope: await secrets.mac(`${purpose}/scope`, business.id, keyThumbprint, path, key),
    fingerprint: await secrets.mac(`${purpose}/request`, key, accessToken ?? '', JSON.stringify(body) ?? ''),
  };
}
